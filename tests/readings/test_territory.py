"""The report of a region, recomputed with plain Python, and what it says when nothing is published."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import alliance_figures as figures
from indicators import (
    identity,
    index,
    initiatives,
    intervals,
    positions,
    quadrants,
    similarity,
    structure,
    values,
)
from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.results import Results
from indicators.rows import Row, records
from indicators.vocabulary import vocabulary
from loaders.store import Store
from readings.alliances.topics import of_territory
from readings.phrases import measured_dates
from readings.phrases.most import than
from readings.territory import alliance_words, felt_lines, felt_words, identity_words, line_words, synthesis
from readings.territory.lines import verdict
from readings.territory.report import report
from tests import fictional, opened, surveys
from wording.perimeter import perimeter

MISSING = float("nan")


def words(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code], frame[label], strict=True))


def of_region(gaps: pd.DataFrame, region: str) -> list[Row]:
    """Rows of one region, each measured rank certain."""
    mine = gaps[gaps["region_code"] == region]
    ranks = mine["objective_rank"]
    return records(mine.assign(objective_low=ranks, objective_high=ranks, objective_reach=""))


def lines_of(store: Store, region: str) -> pd.DataFrame:
    domains = structure.domains(store)
    found = pd.concat([values.region_values(store, code).assign(domain_code=code)
                       for code in domains["domain_code"]])  # fmt: skip
    return positions.Positions(
        found,
        set(structure.scored_indicators(store)["indicator_code"]),
        intervals.rank_intervals(store, draws=100),
        index.index_scores(store, Method()),
        domains,
    ).lines(region)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=13, unique=True), st.sampled_from([1, -1]))
def test_positions_run_from_the_least_to_the_most_fragile(numbers: list[int], direction: int) -> None:
    placed = [
        positions.place(np.array(numbers, float), own, numbers[0], direction) for own in range(len(numbers))
    ]
    by_fragility = sorted(range(len(numbers)), key=lambda own: numbers[own] * direction)
    assert placed[by_fragility[0]].at == 0
    assert placed[by_fragility[-1]].at == 1
    assert placed[0].at == pytest.approx(placed[0].at_france)
    assert [placed[own].at for own in by_fragility] == sorted(one.at for one in placed)
    assert {placed[0].least, placed[0].most} == {min(numbers), max(numbers)}
    assert len(placed[0].others) == len(numbers) - 1


def test_a_missing_value_has_no_place_and_a_constant_no_line() -> None:
    placed = positions.place(np.array([MISSING, 1.0, 3.0]), 0, 2.0, 1)
    assert np.isnan(placed.at)
    assert placed.others == (0.0, 1.0)
    assert placed.at_france == 0.5
    for still in ([2.0, 2.0], [MISSING, MISSING]):
        assert np.isnan(positions.place(np.array(still), 0, 2.0, 1).at)


def test_the_lines_say_the_published_values_and_ranks(published: Store) -> None:
    rows = line_words.worded(lines_of(published, "32"))
    assert len(rows) == 16
    first = rows.iloc[0]
    assert first["value_text"] == "10,8\u202f%"
    assert first["rank_text"].startswith("1ʳᵉ")
    assert first["at"] == 1
    table = line_words.spine_table(rows)
    assert "France\u202f: 8,4\u202f%" in table.iloc[0]["Valeurs"]
    assert "de 7,2\u202f% à 10,8\u202f%" in table.iloc[0]["Valeurs"]
    for said in rows["label_text"]:
        assert said in line_words.spine_alternative(rows, "Constat")


def test_what_is_missing_in_a_line_is_said_and_never_zero(published: Store) -> None:
    domains = structure.domains(published)
    found = values.region_values(published, "emploi").assign(domain_code="emploi")
    mine = found["region_code"] == "32"
    found.loc[mine, ["value", "benchmark"]] = MISSING
    found.loc[mine, ["status"]] = "missing"
    none, unscored = (
        intervals.rank_intervals(published, draws=10).iloc[:0],
        index.index_scores(published).iloc[:0],
    )
    rows = line_words.worded(positions.Positions(found, (), none, unscored, domains).lines("32"))
    assert set(rows["value_text"]) == {"non publié"}
    assert set(rows["rank_text"]) == {"sans rang"}
    assert rows["at"].isna().all()
    assert rows["france_text"].eq("").all()
    assert line_words.spine_table(rows).iloc[1]["Valeurs"].split("\u202f; ")[1].startswith("aucun indicateur")
    assert "aucun domaine n’a de rang" in line_words.spine_finding(rows)
    found.loc[mine, ["low", "high"]] = [5.0, 6.0]
    found.loc[mine, ["status"]] = "range"
    told = line_words.worded(positions.Positions(found, (), none, unscored, domains).lines("32"))
    assert told.iloc[0]["value_text"] == "5,0 à 6,0"
    assert line_words.overall(none, "32", {}) == ""


def test_findings_count_what_they_say() -> None:
    rows = pd.DataFrame({"domain_code": ["a", "b"], "rank": [4, 9], "ranked": [13, 13]})
    assert line_words.spine_finding(rows).startswith("jamais aux trois premiers rangs")
    assert line_words.spine_finding(rows[:1].assign(rank=3)).endswith(" 1 fois sur 1\u00a0domaine mesuré")
    # Of two regions, all are among the first three.
    assert "plus de trois régions" in line_words.spine_finding(rows.assign(rank=1, ranked=2))
    strengths = pd.DataFrame(
        {"side": "fragilite", "place": [1, 2, 3, 4], "rank": [1, 1, 2, 2], "domain_code": [*"abcd"]}
    ).assign(ranked=13, high=[1, 2, 3, 4])
    labels = {code: code.upper() for code in "abcd"}
    assert "est son domaine" in line_words.finding(strengths[:1], labels, {"a": "taux"})
    # A list that stops inside a tie does not claim the first places.
    assert "« C » sont parmi ses domaines" in line_words.finding(strengths, labels, {}).replace("\u00a0", " ")
    assert "« C » sont ses domaines" in line_words.finding(strengths[:3], labels, {}).replace("\u00a0", " ")
    assert "aucun domaine" in line_words.finding(strengths.iloc[:0], {}, {})
    # What measures every domain named is said once, as what they have in common.
    alike = line_words.finding(strengths[:2], labels, dict.fromkeys("abcd", "22 indicateurs"))
    assert "« A » et « B » (22 indicateurs chacun) sont" in alike.replace("\u00a0", " ")
    apart = line_words.finding(strengths[:2], labels, {"a": "taux", "b": "part"})
    assert "« A » (taux) et « B » (part) sont" in apart.replace("\u00a0", " ")
    # A rank that may be in the other half is not named; one that may come before those named is not denied.
    unsure = strengths.assign(high=[7, 2, 3, 4])
    assert line_words.foremost(unsure) == (["b", "c", "d"], ["a"])
    assert line_words.foremost(strengths.assign(high=7)) == ([], [])
    assert "à coup sûr" in line_words.finding(strengths.assign(high=7), labels, {})


@pytest.mark.parametrize("edition", [opened.published, opened.large], ids=["published", "training"])
def test_a_title_names_no_domain_whose_line_says_otherwise(edition: Callable[[], Results]) -> None:
    results = edition()
    for region in results.regions()["region_code"]:
        rows = report(results, region).spine_rows.set_index("domain_code", drop=False)
        for code in line_words.foremost(results.strengths(region))[0]:
            assert verdict(rows.loc[code].to_dict()).startswith(than(code, more=True))


def test_the_share_of_france_is_the_published_value_over_the_published_total(published: Store) -> None:
    card = identity.identity(published, "32").set_index("label")
    assert card.loc["Nombre d'habitants", "share"] == pytest.approx(100 * 6023336 / 65018096)
    assert card.loc[card["unit"] == "%", "share"].isna().all()
    assert card["share"].isna()["Densité"]
    assert card["share"].isna()["Nombre d'associations"]
    table = identity_words.identity_table(card.reset_index())
    assert table.iloc[0]["Région"] == "6\u202f023\u202f336\u00a0habitants, 9,3\u202f% de la France"
    assert "100\u202f000 à 105\u202f000\u00a0associations" in set(table["Région"])
    assert any("31\u202f806" in said for said in identity_words.identity_sentences(card.reset_index()))
    assert table["France"].eq("non publié").any()
    assert identity_words.identity_finding(card.iloc[:0], "Corse").endswith("Corse")


def test_the_card_says_what_is_missing_and_what_was_corrected(published: Store) -> None:
    assert "non publié" in set(identity_words.identity_table(identity.identity(published, "94"))["Région"])
    corrected = identity_words.identity_table(identity.identity(published, "27"))["Région"]
    assert corrected.str.contains("valeur corrigée").any()


def test_a_gap_is_worded_with_its_two_sides_and_its_perimeter(published: Store) -> None:
    gaps = surveys.gaps(published, "citoyens", draws=100)
    mine = of_region(gaps, "94")
    labels = words(structure.domains(published), "domain_code", "short_label")
    dates = measured_dates.by_domain(Results(published))
    table = felt_words.felt_table(mine, labels, dates)
    assert table["Rang ressenti"].tolist() == ["1ᵉʳ", "2ᵉ", "3ᵉ"]
    assert table["Valeur ressentie"].tolist() == ["", "48\u202f%", "45\u202f%"]
    assert "PACA-Corse" in set(table["Périmètre de l’enquête"])
    signs = {"positive": "ressenti plus fort que la position relative", "indetermine": "sens non établi"}
    assert all(signs[gap["stated_sign"]] in said for gap, said in zip(mine, table["Écart"], strict=True))
    sheet = felt_words.sheet_table(mine, labels, dates)["Précisions"].str.replace("\u00a0", " ")
    assert sheet.str.count("périmètre de l’enquête").max() == 1
    for row, told, gap in zip(table.to_dict("records"), sheet, mine, strict=True):
        assert row["Rang mesuré"].startswith(str(gap["objective_rank"]))
        assert row["Mesuré en"].replace("\u00a0", " ") == dates[gap["domain_code"]]
        # A sheet of paper says the same in a sentence.
        assert all(text.replace("\u00a0", " ") in told for text in list(row.values())[2:])
    sentence = felt_words.felt_sentence(mine, "Citoyens", 16, "de 2012 à 2019")
    assert "3\u00a0domaines publiés sur 16" in sentence
    assert sentence.endswith("Écarts calculés avec des indicateurs de 2012 à 2019.")
    assert perimeter("Rhône-Alpes") == "Rhône-Alpes (périmètre de l’enquête)"


def test_a_figure_without_rank_or_value_is_not_a_zero() -> None:
    nothing: Row = {"perceived_value": None, "perceived_rank_low": None}
    assert felt_words.felt_text(nothing) == "publié sans rang ni valeur"
    beside = {"wave": "PHARE 2015", "perimeter": None, "reason": "", "remark": "", "sampling_known": True}
    beside |= {"domain_code": "emploi", "objective_reach": ""} | dict.fromkeys(
        [
            "objective_rank",
            "objective_low",
            "objective_high",
            "objective_ranked",
            "rank_gap_low",
            "rank_gap_high",
            "rank_gap",
            "centred_gap",
        ]
    )
    rows = [nothing | beside | {"stated_sign": "non_calculable"}]
    assert felt_words.felt_table(rows, {"emploi": "Emploi"}, {}).iloc[0].tolist() == [
        *(
            "Emploi",
            "non calculable",
            "",
            "sans rang ni valeur",
            "",
            "sans rang mesuré",
            "",
            "PHARE\u00a02015",
        ),
        *("", "", ""),
    ]
    (told,) = felt_words.sheet_table(rows, {"emploi": "Emploi"}, {})["Précisions"]
    assert told == "ressenti\u202f: publié sans rang ni valeur\u202f; PHARE 2015"
    between: Row = {"perceived_value": 7.1, "unit": "note moyenne sur 10", "perceived_rank_low": 2,
               "perceived_rank_high": 3}  # fmt: skip
    assert felt_words.felt_text(between) == "7,1 sur 10, 2ᵉ ou 3ᵉ rang"


def test_who_is_silent_is_said() -> None:
    assert "aucun chiffre publié" in felt_words.felt_title({"les citoyens": 0}, 16)
    told = felt_words.felt_title({"les citoyens": 3, "les maires": 1, "les entreprises": 3, "x": 0}, 16)
    assert told.endswith(
        ": 3\u00a0domaines publiés sur 16 pour les citoyens et les entreprises\u202f; "
        "1\u00a0domaine publié sur 16 pour les maires"
    )
    assert felt_words.silent_sentence([]) == ""
    said = felt_words.silent_sentence(["les entreprises", "les maires"], "Des acteurs ensemble.")
    assert said.startswith("Sur la fragilité ressentie, rien n’est publié dans cette région pour les entr")
    assert said.endswith("Des acteurs ensemble.")


def test_alliances_of_a_region_are_listed_or_said_to_be_none(published: Store) -> None:
    names = vocabulary(published)
    own = of_territory(figures.alliance_figures(published), "44")
    table = alliance_words.alliance_table(own, names)
    assert len(table) == len(own) > 0
    # Never one label for two numbers: who was asked is in it.
    country = alliance_words.alliance_table(of_territory(figures.alliance_figures(published), "FR"), names)
    assert not country.duplicated(["Acteur", "Ce qui est publié"]).any()
    assert table["Ce qui est publié"].str.contains("Grand Est").all()
    assert f"{len(own)}\u00a0chiffres" in alliance_words.alliance_finding(len(own), 83)
    assert "aucun chiffre publié pour cette région, 83 pour la France" in alliance_words.alliance_finding(
        0, 83
    )
    # « Associations, 38 %, 53 %, 35 % »: each is told with whose it is.
    country = alliance_words.alliance_table(of_territory(figures.alliance_figures(published), "FR"), names)
    assert country["Acteur"].eq("Associations").sum() > 3
    assert not country.duplicated(["Acteur", "Ce qui est publié"]).any()


def test_the_synthesis_has_five_of_each_with_their_interval(published: Store) -> None:
    labels = words(structure.domains(published), "domain_code", "short_label")
    table = synthesis.strength_table(Results(published).strengths("32"), labels)
    assert table["Dans la région"].value_counts().max() <= 5
    assert (
        table["Rang parmi les régions"]
        .str.fullmatch(r"\d+\D+ sur 13.régions|\d+\D+, entre \d+\D+ et \d+\D+, sur 13.régions")
        .all()
    )
    names = words(structure.regions(published), "region_code", "name")
    for basis in similarity.Basis:
        near = similarity.similar_regions(published, "32", basis)
        assert names[near.iloc[0]["region_code"]] in synthesis.similar_sentence(near, names, basis)
        assert "trop peu" in synthesis.similar_sentence(near.iloc[:0], names, basis)
    placed = synthesis.initiative_table(initiatives.initiatives(published), "44")
    assert placed["Source"].all()
    for row, told in zip(
        placed.to_numpy().tolist(), synthesis.sheet_table(placed)["Précisions"], strict=True
    ):
        assert told == "\u202f; ".join(text for text in row[1:] if text)


def test_worries_blind_spots_and_bounds_are_named(published: Store) -> None:
    labels = words(structure.domains(published), "domain_code", "short_label")
    the = {"citoyens": "les citoyens"}
    spots = quadrants.spots(surveys.quadrants(published, "citoyens", draws=100))
    corsican = spots[spots["region_code"] == "94"]
    (said,) = synthesis.spot_sentences({"citoyens": corsican}, labels, the)
    assert said.startswith("Inquiétude des citoyens")
    assert "périmètre de l’enquête" in said
    bound = pd.DataFrame({"stated_sign": ["negative"], "domain_code": ["sante"], "objective_rank": [1],
                          "objective_rank_low": [1], "objective_rank_high": [2], "objective_ranked": [16],
                          "perceived_rank_low": [4], "wave": ["PHARE 2015"]})  # fmt: skip
    (told,) = synthesis.unnamed_sentences({"citoyens": bound}, labels, the)
    assert told.startswith("Mesuré plus haut que cité par les citoyens (PHARE 2015)\u202f: ")
    assert "mesuré 1ᵉʳ, entre 1ᵉʳ et 2ᵉ, des 16\u00a0domaines, ressenti 4ᵉ au mieux" in told


def test_of_each_actor_the_latest_survey_alone_speaks_once_for_a_kind() -> None:
    results = opened.invented()
    labels, told = results.vocabulary().domains, report(results, "94").spots
    heads = [text.partition("\u202f: ")[0] for text in told]
    kinds = [
        f"{kind} des {actor} (IMPACT 2019)"
        for actor in fictional.ACTORS
        for kind in ("Angle mort", "Inquiétude")
    ]
    assert heads == [kind for kind in kinds if kind in heads]
    for actor in fictional.ACTORS:
        found = results.crossed(actor).spots
        latest = found[(found["region_code"] == "94") & (found["wave"] == "IMPACT 2019")]
        own = " ".join(text for text in told if f" des {actor} " in text)
        inside = latest[latest["among"] == "domaines"]
        assert inside["domain_code"].nunique() == own.count("«") > 0
        assert all(f"«\u00a0{labels[code]}\u00a0»" in own for code in inside["domain_code"])


def test_what_is_not_published_is_listed(published: Store) -> None:
    rows, card = lines_of(published, "94"), identity.identity(published, "94")
    told = synthesis.unpublished(card, rows, {"Citoyens": 3, "Maires": 0, "Entreprises": 16}, 16)
    assert any("Part du budget de l’innovation" in text for text in told)
    assert any("13\u00a0domaines sur 16" in text for text in told)
    assert any("aucun domaine pour les maires" in text for text in told)
    assert not any("Entreprises" in text for text in told)
    # A value that is published and has no rank (every region alike) is not said to be missing.
    level = synthesis.unpublished(card, rows.assign(rank=MISSING), {}, 16)
    assert any(text.startswith("Domaines publiés, mais sans rang") for text in level)
    gone = synthesis.unpublished(card, rows.assign(rank=MISSING, status="missing"), {}, 16)
    assert any(text.startswith("Domaines sans rang") for text in gone)
    assert not any(text.startswith("Domaines publiés") for text in gone)


def test_a_complete_survey_fills_every_line() -> None:
    store = opened.invented().store
    labels = words(structure.domains(store), "domain_code", "short_label")
    gaps = surveys.gaps(store, "maires", draws=50)
    table = felt_words.felt_table(of_region(gaps, "53"), labels, {})
    assert set(table["Domaine"]) == set(labels.values())
    assert table["Rang mesuré"].all()
    assert not table["Rang ressenti"].str.contains("sans").any()


def test_the_drawn_lines_have_both_ranks_and_one_survey(published: Store) -> None:
    gaps = surveys.gaps(published, "citoyens", draws=50)
    labels = words(structure.domains(published), "domain_code", "short_label")
    mine = of_region(gaps, "93")
    drawn = felt_lines.felt_lines(mine, labels)
    assert drawn["felt_low"].tolist() == [1, 2, 3]
    assert set(drawn["wave"]) == {"PHARE 2015"}
    for row in drawn.itertuples():
        (gap,) = [gap for gap in mine if labels[gap["domain_code"]] == row.short_name]
        assert (row.measured, row.verdict) == (gap["objective_rank"], gap["stated_sign"])
        assert str(row.label).startswith(
            f"{row.short_name}\u202f: mesuré {row.measured}ᵉ des 16\u00a0domaines, "
        )
    assert felt_lines.felt_lines([], labels).empty
    assert felt_lines.felt_lines([gap | {"perceived_rank_low": None} for gap in mine], labels).empty


def test_the_overall_rank_comes_with_the_doubt_that_decides_it() -> None:
    results = opened.published()
    every = results.doubts()
    for region, name in results.vocabulary().regions.items():
        said = report(results, region).doubted
        rows = every[(every["code"] == "ensemble") & (every["region_code"] == region)]
        largest = max(rows["first"])
        assert ("tient surtout à la moyenne" in said) == (
            round(100 * largest) >= 50 and rows.set_index("source")["first"].idxmax() == "moyenne"
        ), name
        assert said.endswith(".")
    # The doubts of another method are drawn for who asks.
    ranked = Method(Normalisation.RANK)
    assert report(results, "94", ranked).doubted == ""
