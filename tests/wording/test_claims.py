"""No text of the product says what was proved wrong of our method."""

from __future__ import annotations

import pytest

from tests.rules.claims import claims
from tests.rules.tree import ROOMS, ROOT

READ = {".py", ".md", ".csv", ".typ", ".html", ".sql"}
WRONG = [
    "Avec la méthode de l’Observatoire, les Hauts-de-France",
    "revenir aux poids de l’observatoire",
    "Sans intervalle, rien ne le déplace.",
    "Le tableau compte les places qu’il doit à chacun",
    "Doutes\u202f: arrondis 2",
    '"le changement moyen dit que l’élément "\n    "décide du classement"',
    "dans 90\u202f% des essais",
    "couvrent 97\u202f% de ce qui devrait être mesuré ici",
    "le rang ne tient pas au choix du calcul",
]
RIGHT = ["dans au moins 90\u202f% des essais", "notre réglage de départ", "l’Observatoire publie le principe"]


def test_no_text_of_the_product_states_more_than_the_numbers_carry() -> None:
    files = [
        path for room in (*ROOMS, "data") for path in sorted((ROOT / room).rglob("*")) if path.suffix in READ
    ]
    broken = [
        line
        for path in [*files, ROOT / "app.py"]
        for line in claims(path.name, path.read_text(encoding="utf-8"))
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("text", WRONG)
def test_what_was_proved_wrong_is_recognised(text: str) -> None:
    assert claims("here", text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_true_passes(text: str) -> None:
    assert not claims("here", text)
