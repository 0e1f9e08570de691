"""What is made before anybody comes."""

from importlib import import_module
from pkgutil import iter_modules

from charts import palette
from charts.look import Look
from pages import facade, screen, sections
from pages.facade import actors, choices, compare, current, edition, methods, overview, quality, search
from pages.facade import overview_level as panorama


def warm_up() -> None:
    """Read the code of every page, what is kept of the edition, and draw the first page: nobody waits."""
    for room in (facade, sections):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            import_module(module.name)
    current.begin()
    choices.parameters()
    current.identity()
    quality.quality()
    search.answer()
    _read()
    _draw()


def _read() -> None:
    """Read the largest frames, and what a page asks of the edition whatever is chosen."""
    known = edition.results()
    actors.voices_of()
    compare.pairs(methods.REFERENCE)
    known.every_value()
    known.everyone()
    known.agreements()
    for actor in known.actors()["actor_code"]:
        known.crossed(str(actor))


def _draw() -> None:
    """Draw the first page in both themes."""
    first = choices.DEFAULTS
    window = screen.LAPTOP
    for page in (palette.LIGHT, palette.DARK):
        look = Look(region="", size=screen.fit(*window), page=page)
        choice = overview.Choice(first["domaine"], first["afficher"], first["acteur"])
        overview.table_of(choice, look)
        panorama.maps(methods.REFERENCE, look, screen.page_width(window[0]))
