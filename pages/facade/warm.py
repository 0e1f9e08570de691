"""What is made before anybody comes."""

from charts import palette
from charts.look import Look
from pages import screen
from pages.facade import choices, current, methods, overview, quality, search
from pages.facade import overview_level as panorama


def warm_up() -> None:
    """Open the edition and draw the first page in both themes: no visitor waits for it."""
    current.begin()
    choices.parameters()
    current.identity()
    quality.quality()
    search.answer()
    first = choices.DEFAULTS
    window = screen.LAPTOP
    for page in (palette.LIGHT, palette.DARK):
        look = Look(region="", size=screen.fit(*window), page=page)
        choice = overview.Choice(first["domaine"], first["afficher"], first["acteur"])
        overview.table_of(choice, look)
        panorama.maps(methods.REFERENCE, look, screen.page_width(window[0]))
