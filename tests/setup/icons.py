"""Cut the icons out of Streamlit's font: `pip install brotli`, then `python -m tests.setup.icons`.

Streamlit's font has 4,000 icons, weighs 375 kB, and is fetched at the start of every first visit; those that
Streamlit or a page of ours can draw are a hundred, 15 kB. They are named in sources: `:material/download:`.
To be run again when a test says that one is missing; brotli, in which that font is packed, is for this alone.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import streamlit as st
from fontTools import subset
from fontTools.ttLib import TTFont
from streamlit import file_util

from pages.framework_files import ICONS, ICONS_FONT
from tests.rules.tree import ROOT

_NAMED = re.compile(r":material/([a-z0-9_]+):")


def named() -> set[str]:
    """Return the names of the icons in the sources of Streamlit and of our pages."""
    theirs, ours = Path(st.__file__).parent, ROOT / "pages"
    sources = [*theirs.rglob("*.py"), *theirs.glob("static/static/js/*.js"), *ours.rglob("*.py")]
    return {name for source in sources for name in _NAMED.findall(source.read_text(encoding="utf-8"))}


def drawn(font: TTFont) -> set[tuple[str, ...]]:
    """Return the names that a font draws as an icon, as the glyphs of their letters."""
    return {
        (first, *icon.Component) for names in _ligatures(font) for first in names for icon in names[first]
    }


def glyphs(font: TTFont, name: str) -> tuple[str, ...]:
    """Return the glyphs of the letters of a name."""
    letters = font.getBestCmap()
    return tuple(letters.get(ord(letter), "") for letter in name)


def cut(font: TTFont, names: set[str]) -> None:
    """Leave in a font the icons of these names, those that it has."""
    wanted = {glyphs(font, name) for name in names}
    for known in _ligatures(font):
        for first, icons in list(known.items()):
            known[first] = [icon for icon in icons if (first, *icon.Component) in wanted]
            if not known[first]:
                del known[first]
    options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(names))
    cutter.subset(font)


def _ligatures(font: TTFont) -> Iterator[dict[str, list[Any]]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            yield getattr(table, "ExtSubTable", table).ligatures


def main() -> int:
    """Write the font of the icons."""
    [whole] = Path(file_util.get_static_dir()).glob(f"static/media/{ICONS_FONT}.*")
    font = TTFont(whole)
    cut(font, named())
    font.flavor = "woff"
    font.save(ICONS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
