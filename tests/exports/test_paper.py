"""Paper in general: what is drawn is accessible, the same each time, and never runs what it is given."""

from __future__ import annotations

import math
import re
import struct
from urllib.parse import parse_qsl, urlsplit

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from exports import address, paper
from exports.qr import qr_png, qr_svg, square_code

LINK = "https://observatoire.example/mon-territoire?region=32"


def test_a_missing_number_is_refused_rather_than_drawn() -> None:
    with pytest.raises(ValueError, match="JSON"):
        paper.pdf("report.typ", {"part": math.nan}, {})


def test_the_square_code_is_a_picture_that_depends_on_the_address_alone() -> None:
    made = qr_svg(LINK)
    assert made == qr_svg(LINK) != qr_svg(f"{LINK}&")
    assert ElementTree.fromstring(made).tag.endswith("svg")
    assert "<script" not in qr_svg('"><script>alert(1)</script>')


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501"])
def test_an_address_that_leads_a_telephone_to_itself_has_no_square_code(host: str) -> None:
    assert not square_code(f"http://{host}/mon-territoire")
    assert square_code(LINK) == {"qr": qr_svg(LINK).encode()}


def test_slides_have_the_square_code_as_a_picture_of_points() -> None:
    made = qr_png(LINK)
    assert made.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", made[16:24])
    # 33 modules for this address, four blank ones on each side.
    assert width == height == 10 * (33 + 2 * 4)


def test_where_readers_find_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(address.VARIABLE, raising=False)
    assert address.public_base() == "http://localhost:8501"
    monkeypatch.setenv(address.VARIABLE, "https://observatoire.example/fragilites/")
    assert address.view_link(address.public_base(), "mon-territoire", {"region": "32", "acteur": ""}) == (
        "https://observatoire.example/fragilites/mon-territoire?region=32"
    )
    assert address.view_link("https://observatoire.example", "ecarts", {}) == (
        "https://observatoire.example/ecarts"
    )


@given(st.dictionaries(st.sampled_from(["region", "poids", "theme"]), st.text(max_size=30)))
def test_an_address_gives_the_choices_back(codes: dict[str, str]) -> None:
    made = urlsplit(address.view_link("http://localhost:8501", "mon-territoire", codes))
    assert (made.scheme, made.netloc, made.path) == ("http", "localhost:8501", "/mon-territoire")
    assert dict(parse_qsl(made.query)) == {name: code for name, code in codes.items() if code}


def test_templates_write_french_typography() -> None:
    wrong = re.compile(r"[\wéèàê»)] [:;!?%](?!=)|« |\u202f»|« | »|[a-zéèà]'[a-zéèàh]")
    found = {
        path.name: [line for line in path.read_text(encoding="utf-8").splitlines() if wrong.search(line)]
        for path in sorted(paper.TEMPLATES.glob("*.typ"))
    }
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert "report.typ" in found
