"""The quality page, and what every page says when the workbook is refused."""

from pathlib import Path

import pytest

from tests.pages.conftest import Visit


def test_it_opens_on_the_verdict_and_counts(visit: Visit) -> None:
    app = visit("quality")
    assert not app.exception
    assert app.title[0].value.startswith("Classeur accepté")
    assert "30\u00a0indicateurs" in app.markdown[0].value


def test_findings_have_a_sheet_a_cell_and_what_to_do(visit: Visit) -> None:
    app = visit("quality")
    alerts = app.table[0].value
    places = {f"Données territoriales, {cell}" for cell in ("O15", "W16", "J17")}
    assert places <= set(alerts["Où"])
    finances = str(alerts.set_index("Où").loc["Données territoriales, J17", "Constat et suite à donner"])
    assert "1\u202f208,2" in finances
    assert finances.endswith("dans le document publié.")


def test_corrections_and_doubtful_figures_are_listed(visit: Visit) -> None:
    app = visit("quality")
    tables = {tuple(table.value.columns): table.value for table in app.table}
    corrected = next(table for columns, table in tables.items() if "Correction" in columns)
    assert corrected["Où"].tolist() == ["Données territoriales, O15"]
    assert (
        corrected["Correction"]
        .str.startswith(
            "«\u00a055 00 à 60 000\u00a0» est lu «\u00a055 000 à 60 000\u00a0» "
            "(appliquée, déclarée le 21/11/2026). "
        )
        .all()
    )
    doubtful = next(table for columns, table in tables.items() if "Pourquoi" in columns)
    assert len(doubtful) == 43
    assert "PHARE-Citoyens\u202f: 7 (note moyenne sur 10), rang 2" in set(doubtful["Chiffre"])
    assert not doubtful["Pourquoi"].str.contains("http").any()


def test_coverage_says_where_nothing_is_published(visit: Visit) -> None:
    app = visit("quality")
    coverage = next(table.value for table in app.table if "Domaine" in table.value.columns)
    assert len(coverage) == 16
    row = coverage.set_index("Domaine").loc["Emploi / chômage / insertion"]
    assert row["Mesuré"] == "13\u00a0régions"
    assert "Citoyens\u202f: 13\u00a0régions, France" in str(row["Ressenti"])
    assert coverage.set_index("Domaine").loc["Mal-logement", "Ressenti"] == "–"


def test_a_refused_workbook_leaves_the_previous_edition_and_says_so(visit: Visit, workbook: Path) -> None:
    app = visit()
    before = app.table[0].value
    workbook.write_bytes(b"ceci n'est pas un classeur")
    app.run()
    assert not app.exception
    (warning,) = app.warning
    assert "n’a pas pu être lu" in warning.value
    assert "édition précédente" in warning.value
    assert app.table[0].value.equals(before)


def test_no_edition_at_all_is_a_sentence(
    visit: Visit, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OBSERVATOIRE_MAGASIN", str(tmp_path / "vide"))
    workbook.unlink()
    app = visit()
    assert not app.exception
    assert "n’existe pas" in app.error[0].value
