"""Every page obeys the chosen region: its title, its first words, its row in every table."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit

NAME, SHORT = "Provence-Alpes-Côte d’Azur", "PACA"
PAGES = [
    ("overview", {}),
    ("overview", {"afficher": "ecart"}),
    ("overview", {"afficher": "rang"}),
    ("overview", {"afficher": "percu"}),
    ("overview", {"niveau": "ensemble"}),
    ("territory", {}),
    ("domain", {}),
    ("domain", {"domaine": "sante"}),
    ("actors", {}),
    ("gaps", {}),
    ("alliances", {}),
    *(("method", {"section": name}) for name in ("reglages", "sensibilite", "couverture")),
]


def unmarked(app: AppTest) -> Iterator[str]:
    for table in app.table:
        for row in table.value.to_numpy():
            named = {NAME, SHORT} & {str(cell).replace("\\", "") for cell in row}
            if named and "**" not in "".join(map(str, row)):
                yield f"{list(table.value.columns)}: {row}"


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_the_row_of_the_chosen_region_is_marked_in_every_table(
    browse: Visit, page: str, query: dict[str, str]
) -> None:
    app = browse(page, region="93", **query)
    assert not app.exception
    assert list(unmarked(app)) == []


@pytest.mark.parametrize(("page", "query"), [one for one in PAGES if one[0] != "method"])
def test_the_title_speaks_of_the_chosen_region(browse: Visit, page: str, query: dict[str, str]) -> None:
    app = browse(page, region="93", **query)
    assert NAME in app.title[0].value
