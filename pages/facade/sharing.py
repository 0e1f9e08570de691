"""The image of each page and region of the public edition, for the sites that show a link to it.

It is drawn when it is first asked for, and kept; a workbook that a visitor brought has none.
"""

from hashlib import sha256

from charts.locator import locator
from charts.look import Look
from charts.palette import LIGHT
from exports.address import announced, is_web
from exports.card import MAP, card
from exports.stamp import stamp
from pages.facade import current, shapes
from pages.facade.edition import Edition, per_edition
from pages.menu import ENTRIES, Entry

FOLDER = "/partage/"
# As many as there are pages, times a region or none.
_MOST = 100
_ABOUT = "Fragilités des régions de France, mesurées et ressenties"
_NOWHERE = "france"


def address(path: str, region: str) -> str:
    """Return where the image of a page is (its path, a region's code or `""`); raises `NoEdition`.

    A region is left out where the page does not obey it.
    """
    entry = next((entry for entry in ENTRIES if entry.address == path.strip("/")), ENTRIES[0])
    here = region if "region" in entry.uses and region in current.region_names() else ""
    return f"{FOLDER}{entry.address}_{here or _NOWHERE}_{_print()}.png"


def link(path: str, region: str, asked: str) -> str:
    """Return the absolute address of the image of a page; raises `NoEdition`.

    It starts as the installation says, or else as the page was `asked` (`""`: not known, and no address).
    """
    base = announced() if is_web(announced()) else asked
    return f"{base.rstrip('/')}{address(path, region)}" if base else ""


def image(asked: str) -> tuple[str, bytes] | None:
    """Return the address of an image today and the image, by an address of today or of before; else None.

    Nothing is drawn for what names no page and region of ours. Raises `NoEdition`.
    """
    current.begin()
    known = {
        address(entry.address, region).rpartition("_")[0]: (entry, region)
        for entry in ENTRIES
        for region in ("", *(current.region_names() if "region" in entry.uses else ()))
    }
    found = known.get(asked.rpartition("_")[0])
    return (address(found[0].address, found[1]), _drawn(*found)) if found else None


def _print() -> str:
    """Name the public edition and what is written of it."""
    return sha256(f"{current.public().store.sha256} {_ABOUT}".encode()).hexdigest()[:12]


@per_edition(max_entries=_MOST)
def _drawn(edition: Edition, entry: Entry, region: str) -> bytes:
    if edition.store.private:
        raise PermissionError("what a visitor brought has no image to share")
    names = edition.results.vocabulary().regions
    said = stamp(edition.results.edition(), entry.title, subtitle=_ABOUT)
    places = locator(shapes.regions(), names, Look(region, (MAP, MAP), LIGHT))
    return card(said, names.get(region, ""), shapes.whole(places | {"width": MAP}))
