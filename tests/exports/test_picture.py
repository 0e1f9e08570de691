"""Pictures of figures: what is written around them, whole, in our letters, and never as markup."""

import struct
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import palette
from charts.bands import Band
from charts.legend import strip
from charts.look import Look
from charts.spine import spine
from charts.together import above, beside
from exports.picture import bare_svg, png, svg
from exports.poster import Drawn, poster
from exports.stamp import Stamp
from wording.letters import FONTS
from wording.mentions import FICTIONAL, MENTION

LINK = "https://observatoire.example/?" + "&".join(f"choix{number}=valeur" for number in range(20))
STAMP = Stamp(
    title="Emploi\u202f: les Hauts-de-France sont la région la plus touchée, 10,8\u202f% contre 8,4\u202f%",
    subtitle="Taux de chômage, 2019.",
    source="INSEE",
    edition="Édition des données\u202f: essai.xlsx",
    link=LINK,
)
HOSTILE = '</text><script>alert("1")</script> & <b>=1+1</b> \x00\x0b\ud800'
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def bars(label: str = "Bretagne", *, width: Any = "container") -> dict[str, Any]:
    return {
        "data": {"values": [{"name": label, "value": 7.2}]},
        "mark": {"type": "bar", "cornerRadius": 2},
        "encoding": {
            "y": {"field": "name", "type": "nominal", "title": None},
            "x": {"field": "value", "type": "quantitative", "axis": None},
        },
        "width": width,
        "height": 40,
    }


def parsed(drawing: str) -> Element:
    return fromstring(drawing)


def texts(drawing: str) -> list[str]:
    return [node.text or "" for node in parsed(drawing).iter(f"{_NAMESPACE}text")]


def size(image: bytes) -> tuple[int, int]:
    assert image.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", image[16:24])
    return wide, high


def test_a_picture_holds_title_subtitle_source_edition_mention_and_address() -> None:
    said = " ".join(texts(svg(bars(), STAMP, width=1280)))
    for words in (STAMP.title, STAMP.subtitle, "Source\u202f: INSEE.", STAMP.edition, MENTION, "Bretagne"):
        assert words in said
    # An address has no space to be cut at: its pieces follow one another.
    assert LINK in "".join(texts(svg(bars(), STAMP, width=1280)))
    assert FICTIONAL not in said


def test_a_picture_has_a_title_and_a_description_for_who_does_not_see_it() -> None:
    root = parsed(svg(bars(), STAMP, width=1280))
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{_NAMESPACE}title") == root.attrib["aria-label"] == STAMP.title
    assert MENTION in str(root.findtext(f"{_NAMESPACE}desc"))
    # Vega says of each part « rect mark container ».
    assert [part for part in root.iter() if {"role", "aria-roledescription"} & set(part.attrib)] == [root]


def test_a_picture_has_twice_the_dots_of_its_width() -> None:
    root = parsed(svg(bars(), STAMP, width=900))
    assert size(png(bars(), STAMP, width=900)) == (1800, 2 * int(root.attrib["height"]))


def test_invented_data_say_so_in_a_band_over_the_drawing_and_in_the_foot() -> None:
    said = texts(svg(bars(), replace(STAMP, fictional=True), width=1280))
    assert said.count(FICTIONAL) == 2
    assert any(line.startswith(f"{FICTIONAL}, ") for line in said)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert svg(bars(), STAMP, width=640) == svg(bars(), STAMP, width=640)
    assert png(bars(), STAMP, width=640) == png(bars(), STAMP, width=640)
    assert bare_svg(bars(), width=640) == bare_svg(bars(), width=640)


@pytest.mark.parametrize("word", [HOSTILE, "👩" * 400, "\ufffe\uffff", "]]>", "{{x}}"])
def test_no_word_of_a_workbook_stops_the_process(word: str) -> None:
    drawing = bars(word) | {"title": word, "usermeta": {word: (1, word, None)}}
    assert size(png(drawing, replace(STAMP, title=word), width=400))[0] == 800


def test_hostile_words_stay_words() -> None:
    stamp = Stamp(title=HOSTILE, subtitle=HOSTILE, source=HOSTILE, edition=HOSTILE, link=HOSTILE)
    drawing = svg(bars(HOSTILE), stamp, width=1280)
    tags = {node.tag.removeprefix(_NAMESPACE) for node in parsed(drawing).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "text", "g", "path", "defs", "clipPath", "line"}
    assert size(png(bars(HOSTILE), stamp, width=400))[0] == 800


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_words_make_a_document(words: str) -> None:
    empty = Drawn('<svg width="10" height="10"></svg>', 10, 10)
    assert parsed(poster(empty, Stamp(words, words, words, words, words), 600)).tag


def test_only_our_letters_are_asked_for() -> None:
    drawing = svg(bars(), STAMP, width=1280)
    families = {node.attrib["font-family"] for node in parsed(drawing).iter() if "font-family" in node.attrib}
    assert families == {"'Source Sans 3', sans-serif"}
    assert {path.name for path in FONTS.glob("*.ttf")} >= {"SourceSans3-Regular.ttf"}


def test_a_drawing_that_stretches_takes_the_width_it_is_given() -> None:
    root = parsed(bare_svg(bars(), width=500))
    assert root.attrib["width"] == "500"


def test_a_drawing_of_a_fixed_width_grows_a_little_and_never_shrinks() -> None:
    own = float(parsed(bare_svg(bars(width=300), width=10)).attrib["width"])
    for asked, grown in ((own, own), (own * 1.5, own * 1.5), (own * 9, own * 1.6)):
        root = parsed(bare_svg(bars(width=300), width=round(asked)))
        assert float(root.attrib["width"]) == pytest.approx(grown, abs=1)


def test_drawings_side_by_side_share_what_a_fixed_width_leaves() -> None:
    legend = strip(
        [Band(1, 2, palette.GAP[0], "1 à 2")],
        ends=("", ""),
        missing="",
        look=Look("", (500, 360), palette.LIGHT),
    )
    both = beside(above(bars("à gauche", width=300), legend), bars("à droite"))
    root = parsed(bare_svg(both, width=900))
    assert float(root.attrib["width"]) == pytest.approx(900, abs=1)
    left, right = list(next(iter(root)))
    assert float(right.attrib["x"]) == pytest.approx(float(left.attrib["width"]) + 24, abs=1)
    heights = [float(node.attrib["height"]) for node in left]
    assert float(root.attrib["height"]) >= sum(heights)
    assert {"à gauche", "1 à 2", "à droite"} <= set(texts(bare_svg(both, width=900)))
    # Where nothing would be left for it, the one that stretches goes under the other.
    narrow = parsed(bare_svg(both, width=400))
    assert float(narrow.attrib["width"]) == pytest.approx(400, abs=1)
    above_it, under = list(next(iter(narrow)))
    assert float(under.attrib["x"]) == 0
    assert float(under.attrib["y"]) == pytest.approx(float(above_it.attrib["height"]), abs=1)


def test_what_cuts_the_marks_is_numbered_from_one_and_never_twice() -> None:
    drawing = bare_svg(above(bars("a"), bars("b")), width=400)
    cuts = [node.attrib["id"] for node in parsed(drawing).iter(f"{_NAMESPACE}clipPath")]
    assert cuts == [f"clip{number}" for number in range(1, len(cuts) + 1)]
    assert all(f"url(#{cut})" in drawing for cut in cuts)


def test_no_address_is_fetched() -> None:
    outside = bars() | {"data": {"url": "http://127.0.0.1:9/rien.json"}}
    with pytest.raises(ValueError, match="allowed"):
        bare_svg(outside, width=300)


def test_a_long_subtitle_is_smaller_and_a_short_title_stays_on_its_line() -> None:
    long = replace(STAMP, title="Emploi", subtitle="Une phrase de lecture, assez longue. " * 12)
    sizes = {
        node.text: node.attrib["font-size"]
        for node in parsed(svg(bars(), long, width=1280)).iter(f"{_NAMESPACE}text")
    }
    assert sizes["Emploi"] == "30"
    assert {size for text, size in sizes.items() if text and "lecture" in text} == {"17"}


def test_an_ordinal_is_drawn_with_its_letters_raised() -> None:
    rows = pd.DataFrame(
        {
            "short_label": ["Emploi"], "measure_text": ["Taux de chômage"], "axis_label": ["Axe"],
            "value_text": ["10,8\u202f%"],
            "rank_text": ["1ʳᵉ"], "label_text": ["Emploi"], "at": [1.0], "quarter": [0.2],
            "three_quarters": [0.6], "at_france": [0.4], "others": [(0.1, 0.5)],
        }
    )  # fmt: skip
    drawn = spine(rows, Look("", (900, 520), palette.LIGHT))
    assert "1ʳᵉ" in texts(bare_svg(drawn, width=900))
