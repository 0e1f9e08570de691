"""Which parts of an .xlsx are read: found by their relations, whatever their names, their case, their folder.

Everything else in the package (drawings, form controls, comments, document properties, printer settings) is
opened by nobody: a program that wrote it badly must not make the figures unreadable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError

# The two standards of the same format: what Excel writes by default, and « Strict Open XML ».
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_USUAL_WORKBOOK = "xl/workbook.xml"

Tree = Callable[[str], Element]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of the workbook and the name of its part in the archive."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts that are read. `strings` and `styles` are "" when the workbook has none.

    `strict`: written under the names of ISO 29500 Strict. `date1904`: days are counted from 1904.
    """

    workbook: str
    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    strict: bool
    date1904: bool

    @property
    def parts(self) -> frozenset[str]:
        """All the names in the archive that will be opened to read figures."""
        found = {self.workbook, self.strings, self.styles, *(sheet.part for sheet in self.sheets)}
        return frozenset(found - {""})


def locate(names: Iterable[str], tree: Tree) -> Contents:
    """Find the parts of a workbook. Raises `ParseError` or `LookupError` when one of them is missing."""
    known = {canonical(name): name for name in names}
    workbook = _workbook(known, tree)
    relations = _relations(known, workbook, tree)
    root = tree(workbook)
    properties = next((element for element in root.iter() if local(element.tag) == "workbookPr"), None)
    return Contents(
        workbook=workbook,
        sheets=tuple(_sheets(root, relations, known)),
        strings=_of_kind(relations, "sharedStrings", known),
        styles=_of_kind(relations, "styles", known),
        strict=root.tag.startswith(STRICT),
        date1904=properties is not None and properties.get("date1904") in {"1", "true"},
    )


def canonical(name: str) -> str:
    """A part name as the format compares it: case does not matter, and some programs write backslashes."""
    return normpath(name.replace("\\", "/").lstrip("/")).casefold()


def transitional(element: Element) -> Element:
    """The element under the name of the usual standard."""
    if element.tag.startswith(STRICT):
        element.tag = MAIN + element.tag.removeprefix(STRICT)
    return element


def _workbook(known: dict[str, str], tree: Tree) -> str:
    package = known.get("_rels/.rels")
    for element in tree(package) if package else ():
        if element.get("Type", "").endswith("/officeDocument"):
            return known[canonical(element.get("Target", ""))]
    return known[_USUAL_WORKBOOK]


def _relations(known: dict[str, str], workbook: str, tree: Tree) -> dict[str, tuple[str, str]]:
    """Relation id → (its kind, the canonical name of the part), for the parts inside the package."""
    folder, _, file = canonical(workbook).rpartition("/")
    name = known[join(folder, "_rels", f"{file}.rels")]
    return {
        element.get("Id", ""): (
            element.get("Type", "").rpartition("/")[2],
            _target(folder, element.get("Target", "")),
        )
        for element in tree(name)
        if element.get("TargetMode") != "External"
    }


def _target(folder: str, target: str) -> str:
    return canonical(target if target.startswith(("/", "\\")) else join(folder, target.replace("\\", "/")))


def _sheets(
    root: Element, relations: dict[str, tuple[str, str]], known: dict[str, str]
) -> Iterable[SheetPart]:
    """The sheets of cells in their order; a sheet that is only a chart or a macro holds nothing to read."""
    for element in root.iter():
        if local(element.tag) != "sheet":
            continue
        identity = next((element.get(name, "") for name in _RELATION_IDS if element.get(name)), "")
        kind, part = relations[identity]
        if kind == "worksheet":
            state = element.get("state", "visible")
            yield SheetPart(element.get("name", ""), known[part], state != "visible")


def _of_kind(relations: dict[str, tuple[str, str]], kind: str, known: dict[str, str]) -> str:
    part = next((part for found, part in relations.values() if found == kind), "")
    if part and part not in known:
        raise ParseError(f"missing part: {part}")
    return known[part] if part else ""


def local(tag: str) -> str:
    """The name of an element without that of its standard."""
    return tag.rpartition("}")[2]
