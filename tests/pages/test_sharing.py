"""The image of a shared link: named in the head of each page, drawn for a page and region of ours alone."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from exports import card
from exports.stamp import Stamp
from loaders.store.memory import Memory
from pages.facade import current, edition, sharing
from pages.link_images import ADDRESS, link_images
from pages.menu import ENTRIES, path
from pages.shell import FrenchShell
from tests.asgi import answer
from tests.pages.conftest import WORKBOOK, visited
from wording.mentions import FICTIONAL

IMAGE = re.compile(r'<meta property="og:image" content="([^"]*)" />')
REGIONS = ("", "53")


@pytest.fixture(autouse=True)
def published(stores: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OBSERVATOIRE_CLASSEUR", str(WORKBOOK))
    monkeypatch.setenv("OBSERVATOIRE_MAGASIN", str(stores))
    monkeypatch.delenv("OBSERVATOIRE_ADRESSE", raising=False)


@pytest.fixture
def server() -> ASGIApp:
    return Starlette(routes=[Route(ADDRESS, link_images)])


def head(path: str, query: str = "", host: str = "exemple.fr") -> str:
    streamlits = Response("<html lang='en'>", media_type="text/html")
    html = answer(FrenchShell(streamlits), path, query=query.encode(), host=host)[1]["body"].decode()
    return html.partition("</head>")[0]


def told(path: str, query: str = "", host: str = "exemple.fr") -> list[str]:
    return IMAGE.findall(head(path, query, host))


def test_each_page_and_region_has_one_image_beside_its_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OBSERVATOIRE_ADRESSE", "https://observatoire.example/tableau/")
    found: dict[str, str] = {}
    for entry in ENTRIES:
        for region in REGIONS:
            said = head(f"/{path(entry)}", f"region={region}")
            (image,) = IMAGE.findall(said)
            assert image.startswith(f"https://observatoire.example/tableau/partage/{entry.address}_")
            assert (f"_{region}_" in image) is ("region" in entry.uses and bool(region))
            assert entry.title in said
            assert '<meta name="twitter:card" content="summary_large_image" />' in said
            found[image] = entry.address
    obeying = [entry for entry in ENTRIES if "region" in entry.uses]
    assert len(found) == len(ENTRIES) + len(obeying)


def test_without_an_announced_address_it_is_where_the_page_was_asked() -> None:
    (image,) = told("/mon-territoire", "region=53", "carte.example:8501")
    assert image.startswith("http://carte.example:8501/partage/mon-territoire_53_")
    for host in ('"><script>', "a b", "exemple.fr/autre?", "", "x" * 300, "utilisateur@exemple.fr"):
        assert told("/mon-territoire", "region=53", host) == []


def test_an_image_is_a_picture_of_1200_by_630_drawn_once(
    server: ASGIApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def counted(stamp: Stamp, region: str, places: dict[str, object]) -> bytes:
        drawn.append(stamp.title)
        return card.card(stamp, region, places)

    monkeypatch.setattr(sharing, "card", counted)
    pictures = set()
    for page, region in (("ecarts", "27"), ("comparer", "")):
        current.begin()
        place = sharing.address(page, region)
        for _ in range(2):
            start, body = answer(server, place)
            assert start["status"] == 200
            assert dict(start["headers"])[b"cache-control"] == b"public, max-age=31536000, immutable"
            image = body["body"]
            assert image.startswith(b"\x89PNG")
            assert struct.unpack(">II", image[16:24]) == (card.WIDTH, card.HEIGHT) == (1200, 630)
            pictures.add(image)
    assert drawn == ["Écarts", "Comparer"]
    assert len(pictures) == 2


def test_what_names_no_page_and_region_of_ours_is_never_drawn(
    server: ASGIApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "card", lambda *_: pytest.fail("drawn"))
    current.begin()
    known = sharing.address("ecarts", "53")
    mark = known.rpartition("_")[2]
    for name in (
        f"ecarts_99_{mark}", f"comparer_53_{mark}", f"autre_53_{mark}", f"ecarts_<script>_{mark}", mark,
        f"ecarts_53\x00_{mark}", f"_{mark}", f"ecarts_53_{mark}_{mark}", "." * 5000,
    ):  # fmt: skip
        assert answer(server, f"/partage/{name}")[0]["status"] == 404


def test_the_image_of_another_edition_leads_to_that_of_today(server: ASGIApp) -> None:
    current.begin()
    start = answer(server, "/partage/ecarts_27_000000000000.png")[0]
    assert start["status"] == 302
    assert dict(start["headers"])[b"location"].decode() == sharing.address("ecarts", "27")


def test_invented_data_say_so_and_a_visitors_own_have_no_image(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def kept(svg: str, _scale: float) -> bytes:
        said.append(svg)
        return b""

    monkeypatch.setattr(card, "png", kept)
    for fictional in (True, False):
        card.card(Stamp("Écarts", fictional=fictional), "", {"width": 10, "height": 10, "mark": "point"})
    assert [FICTIONAL in svg for svg in said] == [True, False]
    own = SimpleNamespace(store=SimpleNamespace(private=True), memory=lambda *_: Memory(1))
    edition.use(own)  # type: ignore[arg-type]
    with pytest.raises(PermissionError):
        sharing._drawn(ENTRIES[0], "")


def test_no_link_repeats_what_an_address_holds_that_is_not_known() -> None:
    app = visited("domain", region="53", lecture="\x1b[2J", niveau="<script>", inconnu="ailleurs")
    links = [link.proto.query_string for link in app.get("page_link")]
    assert links
    assert all("region=53" in link for link in links)
    assert not any(name in link for name in ("lecture", "niveau", "inconnu") for link in links)
