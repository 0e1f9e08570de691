"""A visitor who brings a workbook: made, put down, looked at."""

from collections.abc import Iterator
from functools import cache

from streamlit.testing.v1 import AppTest

from tests.loaders.books import TABLE, slim, to_bytes
from tests.pages.conftest import Visit

SEE, FORGET, BACK = "Voir avec ce classeur", "Oublier ce classeur", "Revenir aux données publiques"
TRAIN = "Voir avec les données d’entraînement"


@cache
def unemployment(value: float) -> bytes:
    """A workbook where unemployment in Bretagne is this."""
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row("Taux de chomage"), grid.column("Bretagne"), value)
    return to_bytes(book)


def arrive(browse: Visit, **query: str) -> AppTest:
    return browse("method", section="mon-classeur", **query)


def bring(app: AppTest, data: bytes, name: str = "essai.xlsx") -> AppTest:
    return app.file_uploader(key="classeur_depose").set_value((name, data, "")).run()


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [item for item in app.button if item.label == label]
    return button.click().run()


def labels(app: AppTest) -> list[str]:
    return [item.label for item in app.button]


def see(browse: Visit, data: bytes, name: str = "essai.xlsx", **query: str) -> AppTest:
    """A visit on a workbook of one's own."""
    return press(bring(arrive(browse, **query), data, name), SEE)


def said(app: AppTest) -> str:
    """Everything written on the page, without the marks that neutralise Markdown."""
    kinds = ("title", "header", "markdown", "info", "warning", "success", "error")
    return " ".join(values(app, *kinds)).replace("\\", "")


def values(app: AppTest, *kinds: str) -> Iterator[str]:
    for kind in kinds:
        yield from (str(getattr(block, "value", "")) for block in app.get(kind))


def opened(app: AppTest, page: str) -> AppTest:
    return app.switch_page(f"{page}.py").run()
