"""From a number back to its cells: each step is in the workbook, and the steps make the number."""

from __future__ import annotations

import math
from typing import Any

import openpyxl
import pandas as pd
import pytest

from indicators.index import index_scores
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.provenance import provenance
from indicators.provenance_felt import gap_provenance, perceived_provenance
from indicators.provenance_steps import cells
from indicators.scores import indicator_scores
from indicators.structure import UnknownCode
from loaders.store import Store
from tests import boring, earlier_years, fictional, made, opened

GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
METHODS = [*(Method(Normalisation(name)) for name in boring.METHODS), GEOMETRIC]


def of(trail: pd.DataFrame, *steps: str) -> Any:
    return trail[trail["step"].isin(steps)]


def test_one_indicator_step_by_step(published: Store) -> None:
    trail: Any = provenance(published, "32", "indicateur", "Freco.1")
    own = trail[trail["region_code"] == "32"]
    assert own[["step", "sheet", "cell", "text"]].to_numpy().tolist() == [
        ["raw", "Données territoriales", "T18", "10,8"],
        ["typed", "Données territoriales", "T18", ""],
        ["oriented", "Données territoriales", "Y18", "1"],
        ["normalised", "", "", ""],
        ["rank", "", "", ""],
    ]
    assert own["number"].tolist()[1:3] == [10.8, 10.8]
    assert own["number"].tolist()[4] == 1
    compared = of(trail, "compared")
    assert len(compared) == 12
    assert set(compared["region_code"]) == set(boring.REGIONS) - {"32"}
    numbers = [10.8, *compared["number"]]
    mean = sum(numbers) / 13
    deviation = math.sqrt(sum((number - mean) ** 2 for number in numbers) / 13)
    assert of(trail, "normalised")["number"].item() == pytest.approx((10.8 - mean) / deviation)


def test_the_earlier_years_of_the_region_stand_before_the_score() -> None:
    trail: Any = provenance(earlier_years.store(), "94", "indicateur", "Freco.1")
    told = of(trail, "past")
    assert told[["note", "sheet", "cell", "text"]].to_numpy().tolist() == [
        ["2009 (T1)", earlier_years.SHEET, "W7", "8,6"],
        ["2012 (T1)", earlier_years.SHEET, "W6", "9,3"],
        ["2015 (T1)", earlier_years.SHEET, "W5", ""],
    ]
    assert told["number"].tolist() == pytest.approx([8.6, 9.3, math.nan], nan_ok=True)
    assert trail["step"].tolist()[3] == "raw"
    assert of(provenance(earlier_years.store(), "94", "domaine", "emploi"), "past").empty


def test_a_low_value_that_means_fragile_is_turned(published: Store) -> None:
    trail = of(provenance(published, "93", "indicateur", "Frétale.2"), "typed", "oriented")
    typed, oriented = trail["number"].tolist()
    assert oriented == -typed
    assert trail["factor"].tolist()[1] == -1


def test_percent_rests_on_france_only(published: Store) -> None:
    trail: Any = provenance(published, "11", "indicateur", "Freco.1", Method(Normalisation.PERCENT))
    assert of(trail, "compared").empty
    assert of(trail, "benchmark")[["region_code", "cell", "number"]].to_numpy().tolist() == [
        ["FR", "J18", 8.4]
    ]


@pytest.mark.parametrize("method", METHODS, ids=lambda method: f"{method.normalisation}-{method.aggregation}")
@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("domaine", "sante"),
        ("domaine", "diversite_handicap"),
        ("axe", "axe_social"),
        ("ensemble", "ensemble"),
    ],
)
def test_the_parts_make_the_score(published: Store, method: Method, level: str, code: str) -> None:
    scores: Any = index_scores(published, method).set_index(["region_code", "level", "code"])
    trail = provenance(published, "94", level, code, method)
    total = of(trail, "weighted")["number"].sum()
    score = of(trail, "score")["number"].item()
    geometric = method.aggregation is Aggregation.GEOMETRIC
    assert score == pytest.approx(11 - 10 * math.exp(-total) if geometric else total)
    assert score == scores.loc[("94", level, code), "score"]
    assert of(trail, "rank")["number"].item() == scores.loc[("94", level, code), "rank"]
    assert of(trail, "coverage")["number"].item() == scores.loc[("94", level, code), "coverage"]


def test_every_part_is_share_times_normalised(published: Store) -> None:
    trail: Any = provenance(published, "53")
    normalised = of(trail, "normalised").set_index("code")["number"]
    weighted: Any = of(trail, "weighted").set_index("code")
    assert len(weighted) == 16
    assert (normalised * weighted["factor"] - weighted["number"]).abs().max() < 1e-12
    assert weighted["factor"].sum() == pytest.approx(1)


def test_logarithms_before_a_geometric_mean(published: Store) -> None:
    trail: Any = provenance(published, "53", "axe", "axe_economique", GEOMETRIC)
    tenths = of(trail, "normalised").set_index("code")["number"]
    logarithms = of(trail, "logarithm").set_index("code")["number"]
    assert len(logarithms) == 3
    for code, tenth in tenths.items():
        assert logarithms[code] == pytest.approx(math.log(10 / (10 - 0.9 * tenth)))


def test_every_cell_of_every_region_is_what_the_workbook_shows(published: Store) -> None:
    """Every score's own cells are read again in the workbook: same address, same number."""
    sheets = openpyxl.load_workbook(boring.WORKBOOK, data_only=True)
    scored: Any = indicator_scores(published).set_index(["region_code", "indicator_code"])
    for region in boring.REGIONS:
        typed: Any = of(provenance(published, region), "typed")
        assert len(typed) == 17
        for row in typed.itertuples():
            in_workbook = boring.amount(sheets[row.sheet][row.cell])
            assert row.number == in_workbook or (math.isnan(row.number) and in_workbook is None)
            if in_workbook is not None:
                assert scored.loc[(region, row.code), "value"] == in_workbook


def test_directions_and_weights_are_cells_of_their_columns(published: Store) -> None:
    sheets = openpyxl.load_workbook(boring.WORKBOOK, data_only=True)
    for row in of(provenance(published, "11"), "oriented", "weighted").itertuples():
        assert float(sheets[row.sheet][row.cell].value) == float(row.text)


def test_a_missing_indicator_is_on_the_trail_and_stops_there(published: Store) -> None:
    trail: Any = provenance(published, "11", "domaine", "diversite_handicap")
    missing = trail[trail["code"] == "handicap"]
    assert missing["step"].tolist() == ["raw", "typed"]
    assert missing["cell"].tolist() == ["R24", "R24"]
    assert missing["number"].isna().all()
    assert missing["note"].tolist() == ["", "missing"]


def test_a_score_that_is_not_shown_has_no_number(published: Store) -> None:
    strict = Method(minimum_coverage=0.6)
    trail = provenance(published, "11", "domaine", "diversite_handicap", strict)
    assert of(trail, "weighted").empty
    assert of(trail, "score", "rank")["number"].isna().all()
    assert of(trail, "coverage")["number"].item() == 0.5


def test_a_correction_shows_both_texts_and_its_reason(published: Store) -> None:
    trail: Any = provenance(published, "27", "indicateur", "DS.8")
    assert trail[["step", "cell", "text"]].to_numpy().tolist() == [
        ["raw", "O15", "55 00 à 60 000"],
        ["corrected", "O15", "55 000 à 60 000"],
        ["typed", "O15", ""],
    ]
    assert "zéro" in trail["note"].iloc[1]


@pytest.mark.parametrize(
    ("region", "level", "code"),
    [
        ("99", "ensemble", "ensemble"),
        ("FR", "indicateur", "Freco.1"),
        ("11", "indicateur", "inconnu"),
        ("11", "domaine", "inconnu"),
        ("11", "axe", "emploi"),
        ("11", "niveau", "emploi"),
    ],
)
def test_an_unknown_place_is_named(published: Store, region: str, level: str, code: str) -> None:
    with pytest.raises(UnknownCode):
        provenance(published, region, level, code)


@pytest.mark.parametrize("actor", ["citoyens", "entreprises", "associations"])
def test_published_gaps_are_explained(published: Store, actor: str) -> None:
    sheets = openpyxl.load_workbook(boring.WORKBOOK, data_only=True)
    ranks = boring.domain_ranks()
    for (region, domain, wave, _), (objective, low, high) in list(boring.gaps(actor).items())[::4]:
        trail: Any = gap_provenance(published, region, domain, actor, wave)
        assert of(trail, "rank_in_region")["number"].tolist() == [objective]
        assert set(of(trail, "gap")["number"]) >= {low, high}
        compared = of(trail, "compared_domain").drop_duplicates("code").set_index("code")["number"]
        own = of(trail, "score")["number"].item()
        assert len(compared) == 15
        assert 1 + (compared.round(9) > round(own, 9)).sum() == ranks[region, domain]
        for row in of(trail, "perceived_raw").itertuples():
            shown = sheets[row.sheet][row.cell].value
            assert row.text.replace(",", ".").removesuffix(".0") == str(shown).removesuffix(".0")


def test_the_trail_of_a_gap_in_cells(published: Store) -> None:
    trail = gap_provenance(published, "93", "environnement", "citoyens", "PHARE 2015")
    found = cells(trail)
    assert found[0] == "Données territoriales!V33"
    assert {"Perceptions!J12", "Perceptions!K12", "Données territoriales!J33"} - set(found) == {
        "Données territoriales!J33"
    }
    assert len(found) == len(set(found))
    assert "PACA-Corse" in of(trail, "perceived_rank")["perimeter"].item()


def test_what_is_felt_alone(published: Store) -> None:
    trail: Any = perceived_provenance(published, "FR", "emploi", "citoyens", "IMPACT 2019")
    assert trail[["step", "cell", "text"]].to_numpy().tolist() == [
        ["perceived_raw", "J44", "6,4"],
        ["perceived_typed", "J44", ""],
        ["perceived_raw", "K44", "1"],
        ["perceived_rank", "K44", ""],
    ]
    with pytest.raises(UnknownCode):
        perceived_provenance(published, "11", "emploi", "maires")
    with pytest.raises(UnknownCode):
        gap_provenance(published, "11", "sante", "citoyens", "PHARE 2015")


def felt_store(*figures: Any) -> Store:
    numbers = {"a": {"FR": 2, "11": 3, "24": 1}, "b": {"FR": 2, "11": 1, "24": 2}}
    rows = [made.indicator("a", "emploi", 5), made.indicator("b", "sante", 6)]
    return Store.in_memory(made.edition(numbers, rows, figures))


def test_a_derived_rank_names_the_figures_it_was_read_among() -> None:
    store = felt_store(made.note(2, ["11"], "emploi", 7), made.note(3, ["11"], "sante", 8))
    trail: Any = perceived_provenance(store, "11", "emploi", "citoyens")
    assert trail[["step", "code", "cell", "number"]].to_numpy().tolist()[1:] == [
        ["perceived_typed", "emploi", "J2", 7.0],
        ["perceived_compared", "sante", "J3", 8.0],
        ["perceived_rank", "emploi", "J2", 2.0],
    ]


def test_a_range_of_ranks_keeps_both_ends() -> None:
    store = felt_store(made.figure(2, ["11"], "sante", rank_low=2, rank_high=3, raw_rank="2 ou 3"))
    trail = gap_provenance(store, "11", "sante", "citoyens")
    assert of(trail, "perceived_rank")["number"].tolist() == [2, 3]
    assert of(trail, "gap")["number"].tolist() == [-1, 0]


def test_a_region_without_a_cell_has_an_empty_trail() -> None:
    numbers = {"a": {"FR": 2, "11": 3, "24": 1}, "b": {"11": 1}}
    rows = [made.indicator("a", "emploi", 5), made.indicator("b", "sante", 6)]
    store = Store.in_memory(made.edition(numbers, rows))
    assert provenance(store, "24", "indicateur", "b").empty


def test_the_three_readings_of_a_complete_survey() -> None:
    store = opened.invented().store
    trail: Any = gap_provenance(store, "53", "sante", "maires", "IMPACT 2019")
    gaps = of(trail, "gap")
    assert gaps["reading"].tolist() == ["rank", "standardised", "native"]
    note = of(trail, "perceived_typed")["number"].item()
    assert note == fictional.mean("maires", "IMPACT 2019", "53", "sante")
    assert gaps["number"].iloc[2] == pytest.approx(note - of(trail, "native_score")["number"].item())
    others = of(trail, "perceived_compared")
    assert len(others[others["region_code"] == "53"]) == 15  # the domains that its rank was read among
    assert len(others[others["code"] == "sante"]) == 12  # the regions that it was standardised among
    rank = of(trail, "perceived_rank")["number"].item()
    assert gaps["number"].iloc[0] == of(trail, "rank_in_region")["number"].item() - rank


def test_a_gap_follows_the_method(published: Store) -> None:
    place = (published, "53", "emploi", "citoyens", "PHARE 2015")
    by_rank = of(gap_provenance(*place, Method(Normalisation.PERCENT)), "score")
    assert by_rank["unit"].tolist() == ["percent"]
    assert of(gap_provenance(*place), "score")["unit"].tolist() == ["zscore"]
