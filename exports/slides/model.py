"""The empty presentation: 16:9, one French layout, properties that say what the file is."""

from __future__ import annotations

from datetime import UTC, datetime

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from exports.slides import theme
from exports.slides.theme import Part
from exports.slides.words import LANGUAGE, in_french
from exports.stamp import Stamp
from wording.mentions import OBSERVATORY

# A file says the same whenever it is made: the date of the data is in the edition, written on each slide.
EPOCH = datetime(2019, 10, 1, tzinfo=UTC).replace(tzinfo=None)
_TITLE_ONLY = 5
_NAME = "Titre et contenu libre"
_PROMPTS = {
    "Click to edit Master title style": "Titre",
    "Click to edit Master text styles": "Texte",
    "Second level": "Deuxième niveau",
    "Third level": "Troisième niveau",
    "Fourth level": "Quatrième niveau",
    "Fifth level": "Cinquième niveau",
}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(stamp: Stamp) -> Part:
    """Return an empty presentation with one layout, « title only »."""
    made = Presentation()
    _without_thumbnail(made)
    _described(made.core_properties, stamp)
    kept = made.slide_layouts[_TITLE_ONLY]
    for layout in [one for one in made.slide_layouts if one is not kept]:
        made.slide_layouts.remove(layout)
    kept._element.cSld.set("name", _NAME)  # noqa: SLF001 - the library names no layout
    _widened(made, [made.slide_master, kept])
    return made


def _without_thumbnail(made: Part) -> None:
    """Drop the picture of the library's own empty file."""
    package = made.part.package
    found = [key for key, link in package._rels.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]  # noqa: SLF001
    for key in found:
        package.drop_rel(key)


def _widened(made: Part, sheets: list[Part]) -> None:
    """Spread what was laid out for 4:3 over the whole width, and say it in French."""
    wide = Inches(theme.WIDTH)
    share = wide / made.slide_width
    made.slide_width, made.slide_height = wide, Inches(theme.HEIGHT)
    made.part._element.sldSz.attrib.pop("type")  # noqa: SLF001 - it says « 4:3 »
    for sheet in sheets:
        for shape in sheet.placeholders:
            place = (shape.left, shape.top, shape.width, shape.height)
            shape.left, shape.width = round(place[0] * share), round(place[2] * share)
            shape.top, shape.height = place[1], place[3]
        for text in sheet.element.iter(f"{_A}t"):
            text.text = _PROMPTS.get(text.text, text.text)
        in_french(sheet.element)


def _described(properties: Part, stamp: Stamp) -> None:
    """Say in the properties of the file what it is, and nothing of the moment it was made."""
    properties.title = stamp.title[:255]
    properties.subject = stamp.subtitle[:255]
    properties.author = properties.last_modified_by = OBSERVATORY
    properties.language = LANGUAGE
    properties.comments = " ".join(stamp.lines())[:255]
    properties.created = properties.modified = EPOCH
    properties.revision = 1
