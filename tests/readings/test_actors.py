"""« Regards croisés »: the sections, each figure found again in the workbook with plain Python."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
import pytest

from indicators.agreement import agreement
from indicators.results import Results
from loaders.store import FRANCE, Store
from readings.actors.context import Voices, asked, changed, voices
from readings.actors.page import Crossing, crossing
from readings.actors.part import Part
from tests import fictional, opened
from wording.numbers import number

NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"
HOLE = "non publié"
_RAW = {"perception": "SELECT * FROM mart.perception", "alliance": "SELECT * FROM mart.alliance"}


@pytest.fixture(scope="module")
def heard(published: Store) -> Voices:
    return voices(Results(published))


@pytest.fixture(scope="module")
def agreements(published: Store) -> pd.DataFrame:
    return agreement(published)


@pytest.fixture(scope="module")
def invented() -> tuple[Voices, pd.DataFrame]:
    results = opened.invented()
    places = [agreement(results.store, "IMPACT 2019", place) for place in (FRANCE, "53")]
    return voices(results), pd.concat(places, ignore_index=True)


@pytest.fixture(scope="module")
def france(heard: Voices, agreements: pd.DataFrame) -> Crossing:
    return crossing(heard, agreements, "citoyens")


def part(page: Crossing, kind: str) -> Part:
    return next(one for one in page.parts if one.kind == kind)


def only(voiced: Voices, **changes: object) -> Voices:
    return Voices(**(vars(voiced) | changes))


def alone(*codes: str) -> pd.Series:
    """A column of one row that holds these codes together."""
    return pd.Series([codes], dtype=object)


def usable(store: Store, table: str) -> list[dict[Hashable, Any]]:
    """The raw figures that may be used, read without any of the functions under test."""
    rows = store.frame(_RAW[table])
    kept = rows[rows["reliability"].isin(["confirme", "publie"])]
    return kept.to_dict("records")


def test_the_title_says_what_comes_first_and_who_is_not_heard(france: Crossing) -> None:
    assert france.title.startswith(
        "Emploi\u202f: première fragilité ressentie par les citoyens, les entreprises"
    )
    assert "les associations (à égalité)" in france.title
    assert france.title.endswith("\u202f; sur la fragilité ressentie, rien de publié pour les maires")


def test_each_actor_is_drawn_on_one_measure_and_the_silent_one_is_a_hole(france: Crossing) -> None:
    rows = part(france, "priorites").rows
    assert rows.groupby("actor_code")["measure"].nunique().max() == 1
    assert rows.groupby("actor_code")["label"].nunique().max() <= 6
    silent = rows[rows["actor_code"] == "maires"]
    assert silent["text"].tolist() == [HOLE]
    assert silent["share"].isna().all()


def test_first_places_are_those_of_the_workbook(france: Crossing, published: Store) -> None:
    raw = [
        row
        for row in usable(published, "perception")
        if row["region_code"] == "FR" and row["wave"] == "PHARE 2015" and row["subpopulation"] == ""
    ]
    rows = part(france, "priorites").rows
    for actor, measure, scale in (
        ("citoyens", NOTE, 10),
        ("entreprises", NOTE, 10),
        ("associations", SHARE, 100),
    ):
        values = sorted(
            (
                float(str(row["value"]))
                for row in raw
                if (row["actor_code"], row["measure"]) == (actor, measure)
            ),
            reverse=True,
        )
        drawn = rows.loc[rows["actor_code"] == actor, "share"] * scale
        assert drawn.tolist() == pytest.approx(values[:6])


def test_notes_and_shares_are_never_in_one_figure(france: Crossing, published: Store) -> None:
    figures = {
        (row["actor_code"], row["measure"], float(str(row["value"])))
        for row in usable(published, "perception")
        if row["region_code"] == "FR" and row["wave"] == "PHARE 2015" and row["value"] == row["value"]
    }
    for measure in (NOTE, SHARE):
        rows = part(france, measure).rows
        known = rows[rows["value"].notna()]
        assert {(row.series, measure, row.value) for row in known.itertuples()} <= figures


def test_a_hole_is_never_zero(france: Crossing) -> None:
    rows = part(france, NOTE).rows
    holes = rows[rows["text"] == HOLE]
    assert not holes.empty
    assert holes["value"].isna().all()
    assert (rows["value"].dropna() > 0).all()
    assert HOLE in " ".join(part(france, NOTE).table["Chiffres publiés"])


def test_the_chosen_actor_orders_the_domains(heard: Voices, agreements: pd.DataFrame) -> None:
    rows = part(crossing(heard, agreements, "entreprises"), NOTE).rows
    own = rows[(rows["series"] == "entreprises") & rows["value"].notna()]["value"].tolist()
    assert own == sorted(own, reverse=True)
    assert rows["line"].iloc[0] == "Emploi"


def test_agreement_is_not_stated_when_chance_does_as_well(france: Crossing) -> None:
    accord = part(france, "accord")
    assert accord.sentences[0].startswith(
        "Accord non établi\u202f: 0,78 sur 1 entre les citoyens et les entreprises"
    )
    assert "« Pauvreté »".replace(" ", "\u00a0") in accord.sentences[1]
    assert set(accord.rows["series"]) == {"observe", "hasard"}


def test_agreement_is_stated_when_chance_does_not(invented: tuple[Voices, pd.DataFrame]) -> None:
    accord = part(crossing(*invented, "citoyens"), "accord")
    assert accord.sentences[0].startswith("Accord\u202f: ")
    assert "moins de 1\u202f%" in accord.sentences[0]
    assert accord.rows["line"].iloc[0] == "Les 4 acteurs"


def test_the_same_order_is_said(heard: Voices, agreements: pd.DataFrame) -> None:
    told = heard.told[heard.told["actor_code"] == "citoyens"]
    both = pd.concat([told, told.assign(actor_code="entreprises")], ignore_index=True)
    pair = agreements.iloc[[0]].assign(
        measures=alone(NOTE, NOTE), domains=alone("emploi", "securite", "pauvrete"), domain_count=3, w=1.0
    )
    accord = part(crossing(only(heard, told=both), pair, "citoyens", wave="PHARE 2015"), "accord")
    assert "Tous les mettent dans le même ordre." in accord.sentences


def test_published_ranks_serve_where_there_is_no_value(heard: Voices, agreements: pd.DataFrame) -> None:
    told = heard.told[heard.told["region_code"] == FRANCE]
    ranks = told[told["rank_low"].notna() & told["actor_code"].isin(["citoyens", "entreprises"])]
    ranks = ranks[ranks["wave"] == "PHARE 2015"].assign(value=float("nan"), kind="rang")
    third = ranks["domain_code"] == "pouvoir_achat"
    ranks = ranks.assign(domain_code=ranks["domain_code"].mask(third, "pauvrete"))
    ranks = ranks.drop_duplicates(["actor_code", "domain_code"])
    pair = agreements.iloc[[0]].assign(
        measures=alone("rang", "rang"), domains=alone("emploi", "pauvrete"), domain_count=2, w=0.5
    )
    page = crossing(only(heard, told=ranks), pair, "citoyens")
    assert "4ᵉ" not in " ".join(part(page, "accord").sentences)
    first = part(page, "priorites").rows
    assert first["share"].isna().all()
    assert first["text"].iloc[0] == "1ᵉʳ"


def test_the_conviction_has_each_published_figure_once(france: Crossing, published: Store) -> None:
    raw = [
        (row["actor_code"], row["region_code"], row["value"])
        for row in usable(published, "alliance")
        if row["measure"] == "innovation_pct" and row["region_code"] is not None
    ]
    conviction = part(france, "conviction")
    assert sorted(conviction.rows["value"]) == sorted(float(str(value)) for _, _, value in raw)
    assert len(conviction.table) == len(raw)


def test_local_elected_officials_never_stand_for_mayors(france: Crossing) -> None:
    rows = part(france, "conviction").rows
    assert "92\u202f%" in set(rows.loc[rows["line"] == "Élus locaux", "text"])
    assert "92\u202f%" not in set(rows.loc[rows["line"] == "Maires", "text"])


def test_the_chosen_region_has_its_own_mark(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(heard, agreements, "citoyens", "27")
    conviction = part(page, "conviction")
    own = conviction.rows[conviction.rows["series"] == "Bourgogne-Franche-Comté"]
    assert own["value"].tolist() == [75, 82, 95]
    assert any(
        said.startswith("En Bourgogne-Franche-Comté\u202f: 75\u202f%") for said in conviction.sentences
    )
    chosen = part(page, "pratiques").rows.query("chosen")
    assert chosen["text"].tolist() == ["44\u202f%", "34\u202f%"]


def test_a_region_without_a_figure_is_said(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(heard, agreements, "citoyens", "94")
    assert any(
        "rien n’est publié sur cette conviction\u202f; 5\u00a0autres régions" in said
        for said in part(page, "conviction").sentences
    )
    assert any(
        "Sur les pratiques, rien n’est publié en Corse" in said for said in part(page, "pratiques").sentences
    )


def test_the_perimeter_of_the_survey_is_written(heard: Voices, agreements: pd.DataFrame) -> None:
    told = " ".join(part(crossing(heard, agreements, "citoyens", "93"), "region").table["Chiffre publié"])
    assert "PACA-Corse (périmètre de l’enquête)" in told


def test_a_region_where_nothing_is_felt(heard: Voices, agreements: pd.DataFrame) -> None:
    told = heard.told[heard.told["region_code"] != "53"]
    region = part(crossing(only(heard, told=told), agreements, "citoyens", "53"), "region")
    assert region.why == "Aucun chiffre de fragilité ressentie n’est publié en Bretagne."


def test_practices_keep_who_was_asked(france: Crossing) -> None:
    labels = " ".join(part(france, "pratiques").rows["label"])
    assert "associations employeuses" in labels
    assert any("les citoyens et les maires" in said for said in part(france, "pratiques").sentences)


def test_doubtful_roles_are_counted_and_not_shown(france: Crossing, published: Store) -> None:
    every = published.frame("SELECT * FROM mart.alliance WHERE measure = 'role_attendu_pct'")
    sure = every[every["reliability"] != "a_verifier"]
    roles = part(france, "roles")
    assert roles.table["Part"].tolist() == [f"{number(value)}\u202f%" for value in sure["value"]]
    assert f"{len(every) - len(sure)}\u00a0autres chiffres" in roles.sentences[1]
    assert "Q8" not in " ".join(roles.table["Réponse"])
    assert set(roles.table["Enquête"]) == set(sure["wave"])
    assert all(", ".join(filter(None, row)) in roles.alternative for row in roles.table.to_numpy().tolist())


def test_changes_are_those_of_the_two_surveys(france: Crossing, published: Store) -> None:
    raw = {
        (row["wave"], row["domain_code"]): row["value"]
        for row in usable(published, "perception")
        if (row["actor_code"], row["region_code"], row["measure"]) == ("citoyens", "FR", NOTE)
    }
    table = part(france, f"evolution_{NOTE}").table
    assert len(table) == 5
    before, after = raw["PHARE 2015", "emploi"], raw["IMPACT 2019", "emploi"]
    said = f"{number(float(str(before)), 1)} puis {number(float(str(after)), 1)}"
    assert table.set_index("Domaine").loc["Emploi", "Deux enquêtes"] == said


def test_the_margin_of_an_evolution_bounds_what_is_not_published(france: Crossing) -> None:
    """Recomputed by hand: deviations of 5 at most, 2,000 (« plus de ») then 2,400 people, two roundings."""
    margin = 0.1 + 1.96 * (25 / 2000 + 25 / 2400) ** 0.5
    assert round(margin, 2) == 0.40
    one = part(france, f"evolution_{NOTE}")
    verdicts = one.table.set_index("Domaine")["Évolution"]
    assert verdicts.to_dict() == {
        "Emploi": "−0,7\u00a0point, moins haut",
        "Développement économique": "−0,6\u00a0point, moins haut",
        "Sécurité": "−0,6\u00a0point, moins haut",
        "Environnement": "−0,4\u00a0point, à la limite de la marge d’erreur",
        "Pouvoir d’achat": "−0,3\u00a0point, dans la marge d’erreur",
    }
    said = " ".join(one.sentences)
    assert "±\u202f0,40\u00a0point au plus" in said
    assert "plus de 2\u202f000\u00a0personnes puis 2\u202f400\u00a0personnes" in said
    assert "taille d’échantillon" not in said


def test_domains_on_a_par_are_all_named(france: Crossing, heard: Voices, agreements: pd.DataFrame) -> None:
    said = part(france, NOTE).sentences[0]
    assert "«\u00a0Emploi\u00a0» (7,1 pour les citoyens et 5,6 pour les entreprises)" in said
    assert "«\u00a0Environnement\u00a0» (6,3 pour les citoyens et 4,8 pour les entreprises)" in said
    level = heard.changed.assign(change=-0.5)
    moved = crossing(only(heard, changed=level), agreements, "citoyens").parts[-1]
    assert any(said.startswith("Les plus grands mouvements") for said in moved.sentences)


def test_evolutions_on_alliances_are_those_of_the_sheet(france: Crossing, published: Store) -> None:
    """Every pair found again with plain Python: same actor, question and people in two surveys of France."""
    table = part(france, "mouvements_alliances").table
    moves = dict(zip(table["Chiffres publiés"], table["Évolution"], strict=True))
    for ends, move in (
        ("28,5\u202f%, ARPEA 2011, puis 37\u202f%, PHARE 2015", "+8,5\u00a0points"),
        ("46\u202f%, ARPEA 2009, puis 53\u202f%, PHARE 2015", "+7\u00a0points"),
        ("69\u202f%, PHARE 2015, puis 74\u202f%, IMPACT 2019", "+5\u00a0points"),
        ("81\u202f%, PHARE 2015, puis 83\u202f%, IMPACT (date non publiée)", "+2\u00a0points"),
        ("86\u202f%, PHARE 2015, puis 97\u202f%, IMPACT (date non publiée)", "+11\u00a0points"),
        ("86\u202f%, ARPEA 2008, puis 84\u202f%, ARPEA 2012", "−2\u00a0points"),
    ):
        assert moves[ends].startswith(f"{move}, ")
    told = [row for row in usable(published, "alliance") if row["unit"] == "points"]
    assert [row["value"] for row in told] == [8.5, 7.0]
    assert len(table) == 6 + len(told)
    margin = 1 + 1.96 * (69 * 31 / 2000 + 74 * 26 / 2400) ** 0.5
    assert (
        f"±\u202f{number(margin, 1)} au plus" in moves["69\u202f%, PHARE 2015, puis 74\u202f%, IMPACT 2019"]
    )


def test_nothing_said_of_a_region_is_said_of_fragility_only(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(heard, agreements, "citoyens", "44")
    said = part(page, "region").sentences
    assert said[0].startswith("Sur la fragilité ressentie, rien n’y est publié pour les entreprises")
    assert said[1].endswith("«\u00a0Emploi\u00a0», 1ᵉʳ rang (PHARE 2016).")
    aside = part(page, "a_part").table
    assert aside["Qui"].tolist().count("Les acteurs ensemble") == 1
    shown = part(crossing(heard, agreements, "citoyens"), "a_part").table
    assert "Les acteurs ensemble" not in set(shown["Qui"])


def test_a_question_nobody_printed_is_said_wherever_its_share_goes(
    heard: Voices, agreements: pd.DataFrame
) -> None:
    table = part(crossing(heard, agreements, "citoyens", "93"), "region").table.set_index("Domaine")
    assert "intitulé exact de la question inconnu" in str(table.loc["Pouvoir d’achat", "Chiffre publié"])
    assert table.loc["Emploi", "Chiffre publié"] == "1ᵉʳ rang, PHARE 2015"
    labels = heard.told[heard.told["region_code"] == "93"].set_index("domain_code")["measure_label"]
    assert labels["emploi"] == "Rang publié, sans part ni note"
    assert labels["pouvoir_achat"].endswith("(intitulé exact de la question inconnu)")


def test_an_actor_asked_once_has_no_change(heard: Voices, agreements: pd.DataFrame) -> None:
    changes = crossing(heard, agreements, "maires").parts[-1]
    assert (
        changes.why == "Aucune question sur la fragilité ressentie n’est publiée deux fois pour les maires."
    )
    assert "Choisissez les citoyens" in changes.remedy
    nobody = only(heard, changed=heard.changed.iloc[:0])
    assert crossing(nobody, agreements, "maires").parts[-1].remedy.startswith("Une seconde enquête")


def test_a_survey_without_a_ranking_says_what_can_be_done(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(heard, agreements, "citoyens", wave="PHARE 2016")
    assert page.title.startswith("Aucun acteur n’a de classement publié")
    assert "Toutes les enquêtes" in part(page, "priorites").remedy
    assert part(page, "accord").why


def test_one_survey_asked_for_is_the_one_drawn(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(heard, agreements, "citoyens", wave="IMPACT 2019")
    assert "IMPACT 2019" in part(page, "priorites").lead
    assert page.title.startswith(
        "Emploi\u202f: première fragilité ressentie par les citoyens\u202f; sur la fragilité"
    )


def test_no_alliance_figure_at_all(heard: Voices, agreements: pd.DataFrame) -> None:
    silent = only(heard, alliances=heard.alliances.iloc[:0], doubtful=())
    page = crossing(silent, agreements, "citoyens", "53")
    assert all(part(page, kind).why for kind in ("conviction", "pratiques", "roles"))


def test_a_complete_survey_is_drawn_for_the_region(invented: tuple[Voices, pd.DataFrame]) -> None:
    page = crossing(*invented, "maires", "53")
    rows = part(page, NOTE).rows
    assert len(rows) == 4 * 16
    for row in rows.itertuples():
        code = next(code for code, label in invented[0].domains.items() if label == row.line)
        assert row.value == fictional.mean(str(row.series), "IMPACT 2019", "53", code)
    assert all(one.kind != "region" for one in page.parts)
    share = part(page, SHARE)
    assert share.rows.loc[share.rows["series"] == "entreprises", "value"].notna().all()
    assert "rien à croiser" in share.sentences[0]
    assert any("non publié" in said for said in page.parts[-1].sentences) is False
    (margin,) = [said for said in page.parts[-1].sentences if said.startswith("Marge à 95\u202f%")]
    assert margin.endswith("le hasard en ferait sortir un domaine sur\u00a020 au plus, en moyenne.")


def test_different_first_domains_are_said(invented: tuple[Voices, pd.DataFrame]) -> None:
    told = invented[0].told
    here = told[(told["region_code"] == FRANCE) & (told["wave"] == "IMPACT 2019") & (told["measure"] == NOTE)]
    cut = here[~((here["actor_code"] == "entreprises") & (here["domain_code"] == "emploi"))]
    tops = {"citoyens": "emploi", "entreprises": "culture", "associations": "sante", "maires": "mobilite"}
    for actor, domain in tops.items():
        chosen = (cut["actor_code"] == actor) & (cut["domain_code"] == domain)
        cut = cut.assign(value=cut["value"].where(~chosen, 10.0))
    page = crossing(only(invented[0], told=cut), invented[1].iloc[:0], "citoyens")
    assert page.title == "Chaque acteur place un autre domaine en tête"


def test_nothing_felt_at_all(heard: Voices, agreements: pd.DataFrame) -> None:
    page = crossing(only(heard, told=heard.told.iloc[:0]), agreements.iloc[:0], "citoyens", "53")
    assert page.title == "Aucun acteur n’a de classement publié des domaines en France"


def test_two_actors_without_a_domain_in_common(heard: Voices, agreements: pd.DataFrame) -> None:
    citizens = (heard.told["actor_code"] == "citoyens") & (heard.told["domain_code"] == "securite")
    others = (heard.told["actor_code"] == "entreprises") & (heard.told["domain_code"] != "securite")
    page = crossing(only(heard, told=heard.told[citizens | others]), agreements.iloc[:0], "citoyens")
    assert "Aucun domaine n’a de chiffre pour deux acteurs à la fois." in part(page, NOTE).sentences


def test_two_actors_with_the_same_figures(heard: Voices, agreements: pd.DataFrame) -> None:
    told = heard.told[heard.told["actor_code"] == "citoyens"]
    both = pd.concat([told, told.assign(actor_code="entreprises")], ignore_index=True)
    page = crossing(only(heard, told=both), agreements, "citoyens")
    assert any(said.startswith("Partout où deux acteurs") for said in part(page, NOTE).sentences)


def test_the_alternative_holds_every_number(france: Crossing) -> None:
    for one in france.parts:
        for cell in one.table.to_numpy().ravel() if len(one.table) else []:
            assert str(cell) in one.alternative


def test_a_single_published_extent(heard: Voices, agreements: pd.DataFrame) -> None:
    figures = heard.alliances
    one = figures[(figures["measure"] == "innovation_pct") & (figures["actor_code"] == "maires")]
    country = one[one["region_code"] == FRANCE]
    page = crossing(only(heard, alliances=country), agreements, "citoyens")
    assert part(page, "conviction").sentences[0] == "87\u202f% en France."
    regions = only(heard, alliances=one[one["region_code"] != FRANCE])
    assert "en France." not in part(crossing(regions, agreements, "citoyens"), "conviction").sentences[0]


def test_asking_chooses_the_region_only_when_two_actors_can_be_crossed(
    heard: Voices, invented: tuple[Voices, pd.DataFrame]
) -> None:
    assert asked(heard, "citoyens", "53").place == FRANCE
    assert asked(invented[0], "citoyens", "53").place == "53"
    assert asked(invented[0], "citoyens", "53", "PHARE 2015").wave == "PHARE 2015"


def test_one_survey_has_no_change(heard: Voices) -> None:
    assert changed(heard.told[heard.told["wave"] == "PHARE 2015"]).empty


def test_a_section_that_compares_surveys_says_that_it_shows_them_all(
    heard: Voices, agreements: pd.DataFrame
) -> None:
    page = crossing(heard, agreements, "citoyens", wave="IMPACT 2019")
    for kind in ("conviction", "pratiques", "roles", f"evolution_{NOTE}"):
        assert part(page, kind).sentences[-1].endswith("pas seulement IMPACT 2019.")
