"""What there is to choose from, and the published figures of a domain."""

from __future__ import annotations

from typing import Any

import pytest

from indicators import quality, structure
from indicators.values import region_values
from loaders.store import Store
from tests import boring, made


def test_the_catalogue_is_the_table_of_the_workbook(published: Store) -> None:
    frame: Any = structure.catalogue(published)
    assert len(frame) == 30
    assert frame["row_number"].is_monotonic_increasing
    indexed: Any = frame.dropna(subset="domain_code")
    expected = [(row.label, row.domain, row.weight, len(row.numbers)) for row in boring.rows()]
    assert len(indexed) == len(expected) == 17
    for row, (label, domain, weight, published_values) in zip(indexed.itertuples(), expected, strict=True):
        assert (row.label, row.domain_code, row.weight) == (label, domain, weight)
        assert row.values_published == max(published_values - 1, 0)


def test_lists_are_in_the_order_of_the_observatory(published: Store) -> None:
    assert structure.domains(published)["domain_code"].tolist()[:3] == [
        "emploi",
        "developpement_economique",
        "pouvoir_achat",
    ]
    assert len(structure.domains(published)) == 16
    assert len(structure.regions(published)) == 13
    actors: Any = structure.actors(published).set_index("actor_code")["perceived_figures"]
    for actor in ("citoyens", "entreprises", "associations", "maires"):
        assert actors[actor] == len(boring.usable(actor))


def test_the_edition_says_what_it_is(published: Store) -> None:
    edition = structure.edition(published)
    assert (edition.file_name, edition.fictional) == ("indicateurs_regionaux.xlsx", False)
    assert edition.sha256 == published.sha256


def test_findings_and_corrections_are_shown(published: Store) -> None:
    findings = structure.findings(published)
    assert {"level", "kind", "sheet", "cell", "message", "action"} == set(findings.columns)
    assert findings["level"].tolist() == sorted(findings["level"], key=["erreur", "alerte", "info"].index)
    corrections: Any = structure.corrections(published)
    assert corrections[["cell", "published", "state"]].to_numpy().tolist() == [
        ["O15", "55 00 à 60 000", "appliquee"]
    ]


def test_unknown_codes_are_named(published: Store) -> None:
    assert structure.actor_label(published, "maires") == "les maires"
    assert structure.domain_labels(published, "sante").label == "Santé"
    with pytest.raises(structure.UnknownCode, match="nulle_part"):
        structure.domain_labels(published, "nulle_part")
    with pytest.raises(structure.UnknownCode, match="personne"):
        structure.actor_label(published, "personne")


@pytest.mark.parametrize(
    "domain", ["emploi", "diversite_handicap", "pouvoir_achat", "developpement_economique"]
)
def test_published_values_are_those_of_the_cells(published: Store, domain: str) -> None:
    frame: Any = region_values(published, domain)
    members = [row for row in boring.rows() if row.domain == domain]
    assert len(frame) == 13 * len(members)
    for row in members:
        mine = frame[frame["label"] == row.label].set_index("region_code")
        for region in boring.REGIONS:
            if region in row.numbers:
                assert mine.loc[region, "value"] == row.numbers[region]
                assert f"{mine.loc[region, 'sheet']}!{mine.loc[region, 'cell']}" == row.cells[region]
                assert mine.loc[region, "benchmark"] == row.numbers["FR"]
                assert mine.loc[region, "benchmark_cell"] == row.cells["FR"]
                better = sum(
                    row.numbers[other] * (row.direction or 0) > row.numbers[region] * (row.direction or 0)
                    for other in boring.REGIONS
                )
                assert mine.loc[region, "rank"] == better + 1
            else:
                assert mine.loc[region, "status"] == "missing"
                assert mine.loc[region, ["value", "rank", "benchmark"]].isna().all()


def test_an_unknown_domain_has_no_values(published: Store) -> None:
    assert region_values(published, "nulle_part").empty


def test_a_cell_that_was_never_there_is_missing_and_a_range_has_no_rank() -> None:
    rows = [made.indicator("a", "emploi", 5), made.indicator("b", "emploi", 6)]
    numbers: dict[str, dict[str, object]] = {"a": {"FR": 2, "11": (1, 2), "24": 4, "27": 3}, "b": {"11": 1}}
    frame: Any = region_values(Store.in_memory(made.edition(numbers, rows)), "emploi").set_index(
        "indicator_code"
    )
    assert frame.loc["a", "status"].tolist() == ["range", "value", "value"]
    assert frame.loc["a", "rank"].fillna(0).tolist() == [0, 1, 2]
    assert set(frame.loc["a", "ranked"].dropna()) == {2}
    assert frame.loc["b", "status"].tolist() == ["value", "missing", "missing"]
    assert frame.loc["b", "cell"].tolist()[1:] == ["", ""]
    assert frame.loc["b", "corrected"].tolist() == [False] * 3


def test_the_quality_tables_count_what_is_published(published: Store) -> None:
    doubtful: Any = quality.to_verify(published)
    assert len(doubtful) == doubtful["cell"].nunique() > 10
    coverage: Any = quality.coverage(published).set_index("domain_code")
    assert coverage.loc["emploi", ["measured", "citoyens", "entreprises", "maires"]].tolist() == [
        13,
        13,
        1,
        0,
    ]
    assert coverage.loc["culture", ["citoyens", "citoyens_france", "associations_france"]].tolist() == [
        0,
        False,
        True,
    ]
    counts: Any = quality.counts(published)
    assert counts["indicators"] == 30
    assert counts["perceptions"] == len(boring.figures())
