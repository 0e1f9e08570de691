"""The first page: 13 rows, what explains them, and a title that is true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd
import pytest

from indicators.results import Results
from indicators.structure import UnknownCode, domains
from loaders.edition import LoadedEdition
from loaders.records import Indicator, SurveyFigure
from loaders.store import Store
from readings.overview import door
from readings.overview import overview as product
from readings.overview.finding import Kind
from readings.overview.overview import Measure, Overview, Quantity, View
from tests import boring, fictional, made, opened

COLUMNS = [
    *("region_code", "name", "short_name", "value", "low", "high", "status", "rank", "label_value"),
    *("objective_rank", "perceived_rank_low", "perceived_rank_high"),
    *("perimeter", "sheet", "cell", "corrected", "raw", "note", "mark", "said", "details"),
    *("measured_said", "felt_said", "value_said", "reason_said"),
]
_results = cache(Results)


def overview(store: Store, *choice: Any, **more: Any) -> Overview:
    """Ask for a view, with what is computed kept for the next one."""
    return product.overview(_results(store), *choice, **more)


# How a gap is marked, by its sign.
SIGNS = {"+": "positive", "−": "negative", "0": "nul", "?": "indetermine"}
# A gap never says that people are wrong.
NEVER_SAID_OF_PEOPLE = (
    "erreur",
    "tort",
    "exagér",
    "à raison",
    "surestim",
    "sous-estim",
    "faux",
    "irrationnel",
)


@pytest.mark.parametrize("view", list(View))
def test_every_domain_and_actor_has_its_13_rows_and_its_words(published: Store, view: View) -> None:
    choices = [(domain, "citoyens") for domain in domains(published)["domain_code"]]
    for domain, actor in [*choices, ("emploi", "maires"), ("pauvrete", "entreprises")]:
        shown = overview(published, domain, view, actor)
        frame = table(shown)
        assert frame.columns.tolist() == COLUMNS
        assert sorted(frame["region_code"]) == sorted(boring.REGIONS)
        has_value = frame["status"] == "value"
        assert frame["value"].notna().equals(has_value)
        assert frame["label_value"].equals(frame["value"])
        assert frame["rank"].notna().equals(has_value)
        assert frame.loc[has_value, "cell"].ne("").all() or view is View.RANK
        assert frame["rank"].dropna().is_monotonic_increasing
        assert shown.meta.published_count == frame["status"].isin(["value", "undetermined"]).sum()
        _check_typography([shown.title, *shown.sentences])
        assert not shown.title.endswith(".")
        assert all(sentence.endswith(".") for sentence in shown.sentences)
        said = " ".join([shown.title, *shown.sentences]).lower()
        assert not any(word in said for word in NEVER_SAID_OF_PEOPLE)


def table(shown: Overview) -> Any:
    """Return the 13 rows, as the tests take them apart."""
    return shown.frame


def _check_typography(texts: list[str]) -> None:
    for text in texts:
        assert re.search(r"[^\u202f][;:!?%]", text) is None, text
        assert re.search(r"«[^\u00a0\u202f]|[^\u00a0\u202f]»", text) is None, text
        assert re.search(r"\d\.\d|\s-\d|nan|None|<NA>", text) is None, text
        outside_quotes = re.sub("«.*?»", "", text)
        assert "'" not in outside_quotes, text


def test_objective_values_are_those_of_the_workbook(published: Store) -> None:
    for row in boring.rows():
        if row.label == "Handicap":
            continue
        shown = overview(published, row.domain, View.OBJECTIVE)
        found = dict(zip(table(shown)["region_code"], table(shown)["value"], strict=True))
        assert found == {code: row.numbers[code] for code in boring.REGIONS}
        assert shown.meta.benchmark == row.numbers["FR"]
        assert shown.meta.indicator_label == row.label
        best = table(shown).iloc[0]["value"]
        worst = (max if row.direction == 1 else min)(row.numbers[code] for code in boring.REGIONS)
        assert best == worst


def test_ranks_and_gaps_are_those_of_plain_loops(published: Store) -> None:
    ranks = boring.domain_ranks()
    shown = table(overview(published, "sante", View.RANK))
    found = dict(zip(shown["region_code"], shown["value"], strict=True))
    assert found == {region: ranks[region, "sante"] for region in boring.REGIONS}
    gaps = {key[0]: bounds[1] for key, bounds in boring.gaps("citoyens").items() if key[1] == "environnement"}
    shown = table(overview(published, "environnement", View.GAP)).dropna(subset="value")
    # In Corse the supposed error of measure leaves the sign open: a gap without sign is not shown.
    assert dict(zip(shown["region_code"], shown["value"], strict=True)) == {
        region: gap for region, gap in gaps.items() if region != "94"
    }


def test_titles_of_the_published_workbook(published: Store) -> None:
    def title(domain: str, view: View, actor: str = "citoyens") -> str:
        return overview(published, domain, view, actor).title.replace("\u202f", " ").replace("\u00a0", " ")

    assert title("emploi", View.OBJECTIVE) == (
        "Emploi (taux de chômage) : les Hauts-de-France sont la région la plus touchée, "
        "10,8 % contre 8,4 % en France"
    )
    assert title("mal_logement", View.OBJECTIVE) == (
        "Mal-logement (nombre de logements par habitant, résidences secondaires comprises) : l’Île-de-France "
        "et les Hauts-de-France sont les régions au chiffre le plus défavorable à égalité, 0,47 contre 0,54 "
        "en France"
    )
    assert title("sante", View.OBJECTIVE) == (
        "Santé (professionnels de santé) : le Centre-Val de Loire est la région la plus fragile, "
        "265 pour 100 000 hab. contre 339 en France"
    )
    assert title("diversite_handicap", View.OBJECTIVE) == (
        "Diversité et handicap (part des personnes immigrées, lue par convention comme un enjeu d’inclusion) "
        ": "
        "l’Île-de-France est la région où l’enjeu d’inclusion est le plus fort, 19,2 % contre 9,5 % en France"
    )
    assert title("emploi", View.RANK) == (
        "Emploi : premier domaine de fragilité mesurée en Occitanie et dans les Hauts-de-France"
    )
    assert title("education", View.RANK) == (
        "Éducation : au plus haut 2ᵉ domaine de fragilité mesurée, dans les Hauts-de-France"
    )
    assert (
        title("emploi", View.PERCEIVED) == "Emploi : première préoccupation des citoyens dans les 13 régions"
    )
    assert title("education", View.PERCEIVED) == (
        "Éducation : troisième préoccupation des citoyens en Île-de-France, seule région publiée"
    )
    assert title("environnement", View.PERCEIVED) == (
        "Environnement : troisième préoccupation des citoyens dans les 4 régions publiées sur 13"
    )
    assert (
        title("culture", View.PERCEIVED, "maires")
        == "Culture : aucun chiffre publié sur le ressenti des maires"
    )
    assert title("culture", View.PERCEIVED, "associations") == (
        "Culture : ressenti des associations publié pour la France entière seulement (5,2 sur 10)"
    )
    assert title("emploi", View.GAP) == (
        "Emploi : première préoccupation des citoyens dans les 13 régions (PHARE 2015), mais la fragilité "
        "mesurée (2019, T1) n’y est au premier rang que dans 2 régions"
    )
    assert title("securite", View.GAP) == (
        "Sécurité : deuxième préoccupation des citoyens dans les 3 régions publiées sur 13 (PHARE 2015) ; la "
        "fragilité mesurée (2018) y va du 4ᵉ au 10ᵉ rang des 16 domaines"
    )
    assert title("pauvrete", View.GAP) == (
        "Pauvreté : troisième préoccupation des citoyens dans les Pays de la Loire, seule région publiée "
        "(PHARE 2015) ; la fragilité mesurée (2015) y est au 15ᵉ rang des 16 domaines"
    )
    assert title("culture", View.GAP) == (
        "Culture : écart non calculable, aucun rang publié par région pour les citoyens"
    )


def test_who_may_be_first_too_is_said_where_the_figure_is_the_score(published: Store) -> None:
    shown = overview(published, "environnement", View.OBJECTIVE)
    assert shown.meta.rivals == ("44", "94")
    told = "Compte tenu de l’incertitude des chiffres, le Grand Est et la Corse peuvent aussi être au premier"
    assert any(said.startswith(told) for said in shown.sentences)
    assert overview(published, "emploi", View.OBJECTIVE).meta.rivals == ()
    # Turned by the reader, another order is shown than the one whose intervals are known.
    flipped = Measure(flipped=(shown.meta.indicator_code or "",))
    assert overview(published, "environnement", View.OBJECTIVE, measure=flipped).meta.rivals == ()
    # One indicator of several is not the score of its domain.
    large = opened.large()
    assert (large.scored_indicators()["domain_code"] == "environnement").sum() > 1
    several = product.overview(large, "environnement", View.OBJECTIVE)
    assert several.finding.kind is Kind.MOST_FRAGILE
    assert several.meta.rivals == ()


def test_sentences_of_the_published_workbook(published: Store) -> None:
    def words(domain: str, view: View, actor: str = "citoyens") -> str:
        text = " ".join(overview(published, domain, view, actor).sentences)
        return text.replace("\u202f", " ").replace("\u00a0", " ")

    assert words("emploi", View.OBJECTIVE) == (
        "De 7,2 % à 10,8 % selon les régions ; 5 régions sur 13 sont au-dessus de la France (8,4 %). "
        "Une valeur élevée signale plus de fragilité."
    )
    assert "5 valeurs distinctes pour 13 régions : la plupart des rangs sont partagés." in words(
        "pouvoir_achat", View.OBJECTIVE
    )
    assert "« Handicap » n’a aucune valeur utilisable : le domaine est mesuré à 50 % de son poids." in words(
        "diversite_handicap", View.OBJECTIVE
    )
    assert "jamais comme une fragilité des personnes" in words("diversite_handicap", View.OBJECTIVE)
    gap = words("emploi", View.GAP)
    assert (
        "Ressenti plus fort que la position relative dans 11 régions ; sens non établi dans 2 régions." in gap
    )
    assert "l’écart ne peut être que positif ou nul" in gap
    assert "Un rang mesuré tiré au hasard donnerait +7,5 rangs en moyenne" in gap
    assert "la moyenne est de +8,3, rien qui dépasse le hasard." in gap
    proved = words("diversite_handicap", View.GAP)
    assert "Le classement publié ne cite pas ce domaine : c’est assez pour établir" in proved
    alone = words("pouvoir_achat", View.GAP, "entreprises")
    assert alone.startswith("Sens de l’écart non établi.")
    assert "hasard" not in alone
    assert "une difficulté que tout le pays partage est ressentie partout" in gap
    assert "7,1 sur 10, 1ᵉʳ rang (PHARE 2015)" in gap
    partial = words("pouvoir_achat", View.GAP)
    assert "Rang publié pour 2 régions sur 13 ; rien n’est estimé pour les autres." in partial
    assert (
        "« PACA-Corse (périmètre de l'enquête) », montré en Provence-Alpes-Côte d’Azur et en Corse."
        in partial
    )
    surveys = "Enquêtes qui parlent de fragilité pour les citoyens : IMPACT 2019 et PHARE 2015."
    assert words("culture", View.GAP) == surveys
    assert words("culture", View.GAP, "maires") == (
        "Aucune fragilité ressentie n’est publiée pour les maires, quel que soit le domaine."
    )


@pytest.mark.parametrize("complete", [False, True])
def test_the_first_page_states_only_the_signs_of_the_rule(published: Store, complete: bool) -> None:
    """For every domain and actor, against `gap_signs`: nothing more, and nothing else, is said."""
    results = _results(opened.invented().store if complete else published)
    said = 0
    for actor in fictional.ACTORS:
        signs: Any = results.crossed(actor).gaps
        for domain in results.domains()["domain_code"]:
            shown = product.overview(results, domain, View.GAP, actor)
            here = signs[(signs["domain_code"] == domain) & (signs["wave"] == shown.meta.wave)]
            rule = here[here["measure"] == shown.meta.measure].groupby("region_code")["stated_sign"].agg(set)
            counted = dict.fromkeys(("positive", "negative", "nul", "indetermine"), 0)
            for row in table(shown).itertuples():
                if row.status in ("value", "undetermined"):
                    sign = SIGNS[row.mark[0]]
                    assert sign in rule[row.region_code]
                    counted[sign] += 1
            if shown.finding.kind is Kind.RANK_GAPS:
                names = ("more_felt", "less_felt", "same", "undetermined")
                assert [shown.finding.numbers[name] for name in names] == list(counted.values())
                said += sum(counted.values()) - counted["indetermine"]
    assert said == (315 if complete else 23)


def test_meta_explains_the_gap(published: Store) -> None:
    meta = overview(published, "environnement", View.GAP).meta
    assert (meta.quantity, meta.unit, meta.direction, meta.ranked_domains) == (Quantity.GAP, "rangs", 1, 16)
    assert (meta.wave, meta.measure, meta.surveys) == ("PHARE 2015", "part_priorite_pct", ("PHARE-Citoyens",))
    assert [(perimeter.region_codes) for perimeter in meta.perimeters] == [("84",), ("93", "94")]
    assert [(figure.value, figure.rank_low) for figure in meta.france] == [(5.9, 4), (6.3, None)]
    assert {"Perceptions!K12", "Données territoriales!V33"} <= set(meta.cells)
    assert (meta.published_count, meta.territory_count) == (4, 13)


def test_unknown_codes(published: Store) -> None:
    with pytest.raises(UnknownCode):
        overview(published, "nulle_part", View.OBJECTIVE)
    with pytest.raises(UnknownCode):
        overview(published, "emploi", View.GAP, "personne")
    assert overview(published, "emploi", View.GAP, wave="PHARE 1900").meta.published_count == 0
    shown = overview(published, "emploi", View.OBJECTIVE, measure=Measure("inconnu"))
    assert shown.meta.indicator_code == "Freco.1"
    asked = overview(published, "diversite_handicap", View.OBJECTIVE, measure=Measure("handicap"))
    assert asked.meta.indicator_code == "handicap"
    assert asked.finding.kind is Kind.NOT_PUBLISHED
    assert asked.title.endswith("aucune valeur publiée par région")


def small(
    columns: Mapping[str, Mapping[str, object]],
    *figures: SurveyFigure,
    indicators: list[Indicator] | None = None,
    **changes: Any,
) -> Store:
    """Put columns a, b, c in the domains emploi, sante, culture."""
    names = ["emploi", "sante", "culture", "mobilite"]
    rows = indicators or [made.indicator(code, names[place], place + 5) for place, code in enumerate(columns)]
    edition: LoadedEdition = made.edition(columns, rows, figures)
    return Store.in_memory(replace(edition, **changes))


def plain(store: Store, view: View, **choice: str) -> str:
    shown = overview(store, "emploi", view, **choice)
    _check_typography([shown.title, *shown.sentences])
    return " | ".join([shown.title, *shown.sentences]).replace("\u202f", " ").replace("\u00a0", " ")


def test_constant_values_are_not_ranked() -> None:
    text = plain(small({"a": {"FR": 3, "11": 3, "24": 3}}), View.OBJECTIVE)
    assert text.startswith(
        "Emploi (indicateur a) : même valeur publiée dans les 2 régions (3,0 %), sans classement possible"
    )
    text = plain(small({"a": {"FR": 3, "11": 3, "24": 3, "27": None, "28": None}}), View.OBJECTIVE)
    assert "même valeur publiée dans les 2 régions publiées sur 4 (3,0 %)" in text
    assert "Valeur publiée pour 2 régions sur 4." in text


def test_values_without_a_direction_are_not_ranked() -> None:
    rows = [made.indicator("a", "emploi", 5, direction=None, unit="")]
    shown = overview(small({"a": {"11": 3, "24": 5}}, indicators=rows), "emploi", View.OBJECTIVE)
    assert shown.title.endswith("de 3,0 à 5,0 selon les régions, sans sens de lecture défini")
    assert table(shown)["rank"].isna().all()
    assert shown.meta.direction is None


def test_many_leaders_and_no_benchmark() -> None:
    text = plain(small({"a": {"11": 5, "24": 5, "27": 5, "28": 5, "32": 1}}), View.OBJECTIVE)
    assert text.startswith(
        "Emploi (indicateur a) : 4 régions à égalité au premier rang de fragilité, 5,0 % | De 1,0 % "
        "à 5,0 % selon"
    )
    assert "France" not in text


def test_nobody_beyond_france() -> None:
    text = plain(small({"a": {"FR": 9, "11": 5, "24": 4}}), View.OBJECTIVE)
    assert "aucune n’est au-dessus de la France (9,0 %)" in text
    text = plain(small({"a": {"FR": 4, "11": 5, "24": 4}}), View.OBJECTIVE)
    assert "1 région sur 2 est au-dessus de la France (4,0 %)" in text
    text = plain(small({"a": {"FR": 4.55, "11": 5, "24": 4}}), View.OBJECTIVE)
    assert "1 région sur 2 est au-dessus de la France (4,55 %)" in text


def test_a_range_is_shown_but_not_ranked() -> None:
    shown = overview(small({"a": {"FR": 9, "11": (4, 6), "24": 4, "27": 7}}), "emploi", View.OBJECTIVE)
    assert table(shown)["status"].tolist() == ["value", "range", "value"]
    assert table(shown).loc[1, ["low", "high"]].tolist() == [4, 6]
    assert table(shown)["rank"].fillna(0).tolist() == [1, 0, 2]
    assert shown.meta.published_count == 3


def test_a_corrected_value_says_so() -> None:
    corrected = replace(
        made.value("a", "11", 5, 5, 9),
        corrected=True,
        published_raw="50",
        correction_reason="une virgule manque",
    )
    store = small({"a": {"11": 4, "24": 4}}, values=(corrected, made.value("a", "24", 4, 5, 10)))
    shown = overview(store, "emploi", View.OBJECTIVE)
    assert [(cell.region_code, cell.published) for cell in shown.meta.corrections] == [("11", "50")]
    assert table(shown)["corrected"].tolist() == [True, False]
    assert "Valeur corrigée en 11 : la cellule J5 porte « 50 »." in plain(store, View.OBJECTIVE)


def test_a_domain_without_any_indicator() -> None:
    store = small({"a": {"11": 1, "24": 2}}, indicators=[made.indicator("a", "emploi", 5, weight=0)])
    assert plain(store, View.RANK).startswith("Emploi : aucun rang calculable, faute de valeurs publiées")
    assert overview(store, "emploi", View.RANK).meta.coverage == 0
    empty = small({}, indicators=[], domains=(made.edition({}, [made.indicator("a", "emploi", 5)]).domains))
    assert plain(empty, View.OBJECTIVE) == "Emploi : aucune valeur publiée par région"


def test_first_domain_in_many_regions() -> None:
    numbers = {str(code): place for place, code in enumerate(range(11, 17))}
    store = small({"a": numbers})
    assert plain(store, View.RANK).startswith(
        "Emploi : premier domaine de fragilité mesurée dans 6 régions sur 6"
    )


def two_domains(*figures: SurveyFigure) -> Store:
    """`emploi` is measured first in regions 11 and 24, second in 27."""
    return small(
        {"a": {"FR": 2, "11": 6, "24": 5, "27": 1}, "b": {"FR": 2, "11": 1, "24": 2, "27": 9}}, *figures
    )


def test_perceived_ranks_that_differ() -> None:
    store = two_domains(
        made.figure(2, ["11"], "emploi"),
        made.figure(3, ["24"], "emploi", rank_low=2, rank_high=3),
        made.figure(4, ["27"], "emploi", rank_low=4, rank_high=4),
    )
    shown = overview(store, "emploi", View.PERCEIVED)
    assert table(shown)["status"].tolist() == ["value", "range", "value"]
    assert table(shown).loc[1, ["low", "high"]].tolist() == [2, 3]
    assert plain(store, View.PERCEIVED) == (
        "Emploi : entre la 1ʳᵉ et la 4ᵉ préoccupation des citoyens dans les 3 régions"
    )
    text = plain(store, View.GAP)
    assert text.startswith(
        "Emploi : entre la 1ʳᵉ et la 4ᵉ préoccupation des citoyens dans les 3 régions (PHARE 2015) ; la "
        "fragilité mesurée (2019) y va du 1ᵉʳ au 2ᵉ rang des 2 domaines"
    )
    assert "au même rang dans 1 région et moins fort que la position relative dans 2 régions." in text


def test_a_gap_that_may_be_either_has_no_sign() -> None:
    store = two_domains(made.figure(2, ["27"], "emploi", rank_low=1, rank_high=3))
    shown = overview(store, "emploi", View.GAP)
    row = table(shown).iloc[0]
    assert (row["status"], row["low"], row["high"]) == ("undetermined", -1, 1)
    assert pd.isna(row["value"])
    assert shown.sentences[0] == "Sens de l’écart non établi."


@pytest.mark.parametrize(
    ("regions", "rank", "felt", "measured"),
    [
        (["11"], 1, "première|en 11, seule région publiée", " et aussi première fragilité mesurée (2019)"),
        (
            ["11", "24"],
            1,
            "première|dans les 2 régions publiées sur 3",
            " et aussi première fragilité mesurée (2019)",
        ),
        (
            ["11", "24", "27"],
            1,
            "première|dans les 3 régions",
            ", mais la fragilité mesurée (2019) n’y est au premier rang que dans 2 régions",
        ),
        (
            ["27"],
            1,
            "première|en 27, seule région publiée",
            " ; la fragilité mesurée (2019) y est au 2ᵉ rang des 2 domaines",
        ),
        (
            ["11", "27"],
            2,
            "deuxième|dans les 2 régions publiées sur 3",
            " ; la fragilité mesurée (2019) y va du 1ᵉʳ au 2ᵉ rang des 2 domaines",
        ),
        (
            ["11", "24"],
            2,
            "deuxième|dans les 2 régions publiées sur 3",
            " ; la fragilité mesurée (2019) y est au 1ᵉʳ rang des 2 domaines",
        ),
    ],
)
def test_what_is_measured_beside_what_is_felt(
    regions: list[str], rank: int, felt: str, measured: str
) -> None:
    store = two_domains(made.figure(2, regions, "emploi", rank_low=rank, rank_high=rank))
    concern = felt.replace("|", " préoccupation des citoyens ")
    assert plain(store, View.GAP).split(" | ")[0] == f"Emploi : {concern} (PHARE 2015){measured}"


def test_felt_first_and_measured_first_nowhere() -> None:
    columns: dict[str, dict[str, object]] = {
        "a": {"11": 1, "24": 2, "27": 9},
        "b": {"11": 8, "24": 7, "27": 1},
        "c": {"11": 7, "24": 8, "27": 1},
        "d": {"11": 1.5, "24": 2, "27": 9},
    }
    store = small(columns, made.figure(2, ["11", "24"], "emploi"))
    ranks = table(overview(store, "emploi", View.GAP))["objective_rank"].dropna()
    assert 1 not in set(ranks)
    assert len(set(ranks)) == 2
    assert "mais la fragilité mesurée (2019) n’y est nulle part au premier rang" in plain(store, View.GAP)


def test_notes_and_shares_are_shown_when_no_rank_is_published() -> None:
    store = two_domains(
        made.note(2, ["11"], "emploi", 7.2, decimals=1),
        made.note(3, ["24"], "emploi", 7, decimals=0),
        made.note(4, ["FR"], "emploi", 6.6, decimals=1),
    )
    shown = overview(store, "emploi", View.PERCEIVED)
    meta = shown.meta
    assert (meta.quantity, meta.unit, meta.decimals, meta.direction) == (
        Quantity.PERCEIVED_VALUE,
        "note moyenne sur 10",
        1,
        1,
    )
    assert (meta.benchmark, meta.benchmark_cell) == (6.6, "Perceptions!J4")
    assert table(shown)["region_code"].tolist() == ["11", "24", "27"]
    assert table(shown)["status"].tolist() == ["value", "value", "not_published"]
    assert plain(store, View.PERCEIVED).startswith(
        "Emploi : note la plus élevée en 11, 7,2 sur 10 pour les citoyens (2 régions sur 3) | Chiffre "
        "publié pour "
        "2 régions sur 3 ; rien n’est estimé pour les autres. | Pour la France entière : 6,6 sur 10 "
        "(PHARE 2015)."
    )
    shares = two_domains(
        made.figure(
            2, ["11"], "emploi", value=48, status="value", rank_low=None, rank_high=None, raw_value="48"
        ),
        made.figure(
            3, ["24"], "emploi", value=30, status="value", rank_low=None, rank_high=None, raw_value="30"
        ),
    )
    assert "part la plus élevée en 11, 48 % pour les citoyens" in plain(shares, View.PERCEIVED)
    alone = two_domains(made.note(2, ["11"], "emploi", 7.2, decimals=1))
    assert plain(alone, View.PERCEIVED).startswith(
        "Emploi : 7,2 sur 10 pour les citoyens en 11, seule région publiée"
    )


def test_two_kinds_or_two_waves_never_share_a_picture() -> None:
    store = two_domains(
        made.figure(2, ["11"], "emploi", wave="PHARE 2015"),
        made.figure(3, ["24"], "emploi", wave="IMPACT 2019", survey_date="2019-10"),
        made.note(4, ["24"], "emploi", 7),
        made.note(5, ["27"], "emploi", 8),
    )
    assert set(table(overview(store, "emploi", View.PERCEIVED))["status"]) == {"value", "not_published"}
    shown = overview(store, "emploi", View.PERCEIVED)
    assert shown.meta.quantity is Quantity.PERCEIVED_VALUE
    assert shown.meta.published_count == 2
    gap = overview(store, "emploi", View.GAP)
    assert (gap.meta.wave, gap.meta.published_count) == ("IMPACT 2019", 1)
    assert table(overview(store, "emploi", View.GAP, wave="PHARE 2015")).loc[0, "region_code"] == "11"


def test_a_figure_on_its_own_territory_wins_over_one_of_a_wider_perimeter() -> None:
    store = two_domains(
        made.figure(2, ["11", "24"], "emploi", perimeter="Nord", rank_low=3, rank_high=3),
        made.figure(3, ["11"], "emploi", rank_low=1, rank_high=1),
    )
    frame = table(overview(store, "emploi", View.PERCEIVED)).set_index("region_code")
    assert frame.loc["11", ["value", "perimeter"]].tolist() == [1, ""]
    assert frame.loc["24", ["value", "perimeter"]].tolist() == [3, "Nord"]


def test_a_felt_domain_that_is_not_measured() -> None:
    store = small({"a": {"11": 1, "24": 1}}, made.figure(2, ["11"], "emploi"))
    shown = overview(store, "emploi", View.GAP)
    assert table(shown)["status"].tolist() == ["missing", "not_published"]
    assert shown.title.endswith("écart non calculable, la fragilité mesurée n’a pas de rang")
    assert shown.sentences == (
        "Un rang ressenti est publié (PHARE 2015), sans rang mesuré auquel le comparer.",
    )


def test_a_rank_range_for_the_whole_country() -> None:
    store = two_domains(made.figure(2, ["FR"], "emploi", rank_low=2, rank_high=3))
    assert plain(store, View.PERCEIVED).startswith(
        "Emploi : ressenti des citoyens publié pour la France entière seulement (entre le 2ᵉ et le 3ᵉ rang)"
    )


def test_the_first_sentence_names_only_those_of_whom_something_is_published() -> None:
    said = door.what(opened.published()).split(". ")
    assert said[0].endswith("ce que les citoyens, les entreprises et les associations disent ressentir")
    assert said[1] == "Rien n’est publié du ressenti des maires et des élus locaux."
    nobody = door.what(
        Results(Store.in_memory(made.edition({"a": {"11": 1, "24": 2}}, [made.indicator("a", "emploi", 5)])))
    )
    assert "disent ressentir" not in nobody
    assert "Rien n’est publié du ressenti des citoyens, des entreprises" in nobody
