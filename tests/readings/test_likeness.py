"""What makes regions alike: how dimensions count, and what is to be verified among them."""

from __future__ import annotations

from typing import Any

from indicators import structure
from indicators.dimensions import dimensions
from indicators.similarity import Basis
from loaders.store import Store
from readings.phrases import likeness


def test_each_dimension_says_how_it_counts_and_what_is_flagged(published: Store) -> None:
    found, findings = dimensions(published), structure.findings(published)
    rows = likeness.table(found, structure.catalogue(published), findings)
    table: Any = rows.set_index("Dimension")
    size, alone = "avec «\u00a0Nombre d’habitants\u00a0»", ("une fois", "–")
    assert [tuple(row) for row in table[["Compte", "Corrélation"]].to_numpy()] == [
        ("une fois, pour 6\u00a0chiffres", "–"),
        (size, "1,00"),
        *[alone] * 5,
        (size, "0,93"),
        (size, "0,97"),
        (size, "0,97"),
        alone,
        (size, "0,95"),
    ]
    assert table.loc["Finances publiques", likeness.FLAGGED].startswith("J17\u202f: ")
    assert "Corse (1\u202f208)" in table.loc["Finances publiques", likeness.FLAGGED]
    assert table.loc["Superficie", likeness.FLAGGED] == "–"
    told = likeness.flagged(rows)
    assert "«\u00a0Densité\u00a0» et «\u00a0Part du budget de l’innovation dans le PIB\u00a0»" in told
    assert "Finances" not in told, "what counts with another enters no distance by itself"
    assert likeness.flagged(rows.iloc[:3]) == ""


def test_the_rule_counts_what_it_says(published: Store) -> None:
    said = likeness.rule(dimensions(published))
    assert said.startswith("7\u00a0dimensions comptent, sur 12\u00a0chiffres de profil\u202f: ")
    assert "corrélation de 0,9 au moins" in said


def test_what_one_of_two_regions_lacks_is_said() -> None:
    once = "(celles qui disent la même chose comptent pour une)"
    assert likeness.compared(6, 7, Basis.PROFILE) == f"6\u00a0dimensions comparées sur 7 {once}"
    assert likeness.compared(7, 7, Basis.PROFILE) == f"7\u00a0dimensions comparées {once}"
    assert likeness.compared(16, 16, Basis.DOMAINS) == "16\u00a0domaines comparés"
