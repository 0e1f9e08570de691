"""What is made before anybody comes."""

from charts import palette
from charts.look import Look
from pages.facade import choices, current, overview, quality


def warm_up() -> None:
    """Open the store and draw the first page in both themes, so that no visitor waits for it."""
    current.begin()
    choices.parameters()
    current.edition()
    quality.quality()
    for page in (palette.LIGHT, palette.DARK):
        look = Look(region="", size=(500, 370), page=page)
        first = choices.DEFAULTS
        overview.figure_of(first["domaine"], first["afficher"], first["acteur"], look)
