"""What really decides, said in words: each sentence against a plain recount, the published to the letter."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from indicators import coherence
from indicators.importance import importance
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.results import Results
from indicators.rows import records
from indicators.score_table import groups
from readings.settings import coherence as together
from readings.settings import importance as words
from readings.settings import importance_tables as tables
from readings.settings.profile import profiled
from tests import opened
from wording.numbers import number

METHODS = [
    Method(),
    Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
    Method(Normalisation.RANK, Weighting.EQUAL_AXES),
    Method(weighting=Weighting.READER, domain_weights=(("sante", 1), ("emploi", 2))),
]


def frames(results: Results, method: Method | None = None) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    chosen = method or Method()
    made = groups(results.store, chosen, results.index_scores(chosen))
    return importance(made), coherence.coherence(made), coherence.pairs(made)


def elements(**columns: list[Any]) -> pd.DataFrame:
    """Rows of `deciding`, a letter each."""
    count = len(columns["share"])
    given = {
        "code": list("abcdefghij"[:count]),
        "weight": [1 / max(count, 1)] * count,
        "correlation": [0.5] * count,
    }
    frame = pd.DataFrame(given | columns)
    return frame.assign(r2=frame["correlation"] ** 2)


def pairs(*rows: tuple[str, str, float]) -> pd.DataFrame:
    found = [("domaine", *row) for row in sorted(rows, key=lambda row: row[2])]
    return pd.DataFrame(found, columns=["level", "first", "second", "correlation"])


LETTERS = {letter: letter.upper() for letter in "abcdefghij"} | {"x": "Axe un", "y": "Axe deux"}
NONE = coherence.coherence([])


def test_the_published_edition_is_told_to_the_letter() -> None:
    results = opened.published()
    every, table, found = frames(results)
    known = results.vocabulary()
    rows = words.deciding(words.ordered(every, "domaine"))
    assert words.finding(rows, known.levels) == (
        "5\u00a0domaines sur 16, 31\u202f% du poids, font 83\u202f% des différences d’ensemble"
    )
    assert " ".join(words.told(rows, known.levels)) == (
        "Ce sont, dans l’ordre, «\u00a0Emploi\u00a0», «\u00a0Éducation\u00a0», «\u00a0Pauvreté\u00a0», "
        "«\u00a0Sécurité\u00a0» et «\u00a0Lien social\u00a0»\u202f: on ne peut en faire 80\u202f% avec "
        "moins. 3\u00a0domaines vont contre l’ensemble\u202f: «\u00a0Vieillissement\u00a0» "
        "(r\u00a0=\u00a0−0,20), «\u00a0Pouvoir d’achat\u00a0» (r\u00a0=\u00a0−0,13) et "
        "«\u00a0Santé\u00a0» (r\u00a0=\u00a0−0,11). Le lien y est presque nul\u202f: r² de 0,10 au plus. Le "
        "score d’ensemble ne dit presque rien de 11\u00a0domaines\u202f: r² de 0,10 "
        "au plus."
    )
    assert together.heading(table) == (
        "Les domaines mesurent des choses différentes\u202f: α\u00a0=\u00a00,27"
    )
    told = together.told(table, found, coherence.mean_correlations(found), known.levels)
    assert " ".join(told) == (
        "Leur α de Cronbach est de 0,27, au-dessous du 0,7 usuel, leur corrélation moyenne de 0,02. Un seul "
        "nombre les résume donc mal. Deux domaines d’un même axe ne se ressemblent pas plus que deux "
        "domaines d’axes différents\u202f: r de 0,01 en moyenne, contre 0,03. Les axes les plus "
        "opposés\u202f: axe économique et axe environnemental (r\u00a0=\u00a0−0,50). Deux profils "
        "opposés\u202f: là où "
        "«\u00a0Lien social\u00a0» (avec «\u00a0Pauvreté\u00a0», «\u00a0Sécurité\u00a0», "
        "«\u00a0Éducation\u00a0» et 2\u00a0autres) signale le plus de fragilité, "
        "«\u00a0Vieillissement\u00a0» en signale plutôt le moins (r\u00a0=\u00a0−0,85). Presque en double "
        "(r de 0,80 au moins)\u202f: «\u00a0Pauvreté\u00a0» et «\u00a0Lien social\u00a0» (0,94)\u202f; "
        "«\u00a0Mal-logement\u00a0» et «\u00a0Culture\u00a0» (0,87)\u202f; «\u00a0Emploi\u00a0» et "
        "«\u00a0Éducation\u00a0» (0,87)\u202f; et 2\u00a0autres paires."
    )
    assert not words.several(every)


FAINTLY = "lien est presque nul (r² de 0,10 au plus)"


@pytest.mark.parametrize(
    ("correlations", "told"),
    [
        ([0.9, -0.31, -0.2], "Le lien y est presque nul\u202f: r² de 0,10 au plus."),
        ([0.9, -0.33, -0.2], f"Sauf là où le {FAINTLY}, une région y est plutôt moins fragile"),
        ([0.9, -0.33, -0.5], "Une région y est plutôt moins fragile"),
    ],
)
def test_a_link_that_is_next_to_nothing_is_not_read_as_one(correlations: list[float], told: str) -> None:
    said = words.against(elements(share=[0.5, 0.3, 0.2], correlation=correlations), LETTERS, "domaine")
    assert told in said
    assert ("plutôt" in said) == ("plutôt" in told)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("level", ["domaine", "indicateur"])
def test_a_title_counts_the_fewest_that_make_most(method: Method, level: str) -> None:
    every, *_ = frames(opened.large(), method)
    rows = words.deciding(words.ordered(every, level))
    known = opened.large().vocabulary()
    names = {**known.levels, **known.indicators}
    told = words.finding(rows, names, level)
    shares, weights = rows["share"].tolist(), rows["weight"].tolist()
    assert shares == sorted(shares, reverse=True)
    count, made = 0, 0.0
    while made < 0.8:
        made += shares[count]
        count += 1
    if count == len(shares):
        assert told == f"Il faut les {count}\u00a0domaines pour faire 80\u202f% des différences d’ensemble"
        return
    found = re.findall(r"\d+", told.replace("\u202f", ""))
    assert found == [str(round(each)) for each in (count, len(rows), 100 * sum(weights[:count]), 100 * made)]
    against = sum(round(row["correlation"], 2) < 0 for row in records(rows))
    said = words.against(rows, names, level)
    assert said.startswith(f"{against}\u00a0{level}" if against else "Aucun")
    for row in records(rows.nsmallest(3, "correlation")) if against > 3 else []:
        assert names[row["code"]] in said


def test_indicators_against_the_whole_and_their_own_domain_are_counted() -> None:
    every, *_ = frames(opened.large())
    known = opened.large().vocabulary()
    rows = words.deciding(words.ordered(every, "indicateur"))
    most, against, own = words.told_of_indicators(rows, every, known.indicators)
    assert words.several(every)
    assert [most.index(known.indicators[code]) for code in rows["code"][:3]] == sorted(
        most.index(known.indicators[code]) for code in rows["code"][:3]
    )
    assert ", surtout «" in against
    inside = [
        row for row in records(every) if row["in_level"] == "domaine" and round(row["correlation"], 2) < 0
    ]
    assert own.startswith(f"{len(inside)}\u00a0indicateurs vont contre leur propre domaine")


def test_titles_of_few_elements() -> None:
    assert words.finding(elements(share=[]), LETTERS) == words.NOTHING
    assert words.told(elements(share=[]), LETTERS) == ()
    one = elements(share=[1.0])
    assert words.finding(one, LETTERS) == "Un seul domaine fait le score d’ensemble\u202f: «\u00a0A\u00a0»"
    assert words.told(one, LETTERS) == ("Aucun domaine ne va contre l’ensemble.",)
    first = elements(share=[0.9, 0.1], correlation=[0.95, 0.1])
    assert words.finding(first, LETTERS) == (
        "1\u00a0domaine sur 2, 50\u202f% du poids, fait 90\u202f% des différences d’ensemble"
    )
    assert words.told(first, LETTERS)[0].startswith("C’est «\u00a0A\u00a0»")
    assert words.told(first, LETTERS)[2].startswith("Le score d’ensemble ne dit presque rien d’un domaine")
    missing = elements(share=[0.5, 0.5], correlation=[float("nan")] * 2)
    assert words.told(missing, LETTERS) == ()
    faint = elements(share=[0.6, 0.4], correlation=[0.5, -0.004])
    assert "Aucun domaine ne va contre l’ensemble." in words.told(faint, LETTERS), "0,00 as it is written"
    many = elements(share=[0.1] * 10)
    assert words.told(many, LETTERS)[0].startswith("Les premiers sont «\u00a0A\u00a0», «\u00a0B\u00a0» et")
    assert words.told_of_indicators(first, elements(share=[0.1]).assign(in_level="domaine"), LETTERS)[1:] == (
        "Aucun indicateur ne va contre l’ensemble.",
    )
    assert words.here("Corse", (0, 5), None, "Un titre") == (
        "Corse\u202f: un titre\u202f; dans la moitié la plus fragile pour aucun de ces 5\u00a0domaines, sans "
        "rang d’ensemble"
    )
    assert words.here("Corse", (1, 1), 7, "Un titre").endswith("fragile pour ce domaine, 7ᵉ de l’ensemble")
    assert profiled(0, 1) == "dans l’autre moitié pour le seul domaine"
    assert profiled(0, 0) == "classée dans aucun domaine"


def test_opposed_profiles_are_told_from_a_strong_correlation_only() -> None:
    strong = pairs(("a", "b", -0.8), ("a", "c", 0.7), ("b", "c", -0.1), ("b", "d", 0.9), ("a", "d", 0.1))
    (said, double) = together.told(NONE, strong, {}, LETTERS)
    assert said == (
        "Deux profils opposés\u202f: là où «\u00a0A\u00a0» (avec «\u00a0C\u00a0») signale le plus de "
        "fragilité, «\u00a0B\u00a0» en signale plutôt le moins (r\u00a0=\u00a0−0,80)."
    )
    assert double == (
        "Presque en double (r de 0,80 au moins)\u202f: «\u00a0B\u00a0» et «\u00a0D\u00a0» (0,90)."
    )
    assert together.told(NONE, pairs(("a", "b", -0.79), ("a", "c", 0.79)), {}, LETTERS) == ()


def test_alpha_is_told_against_the_usual_and_not_without_a_value() -> None:
    high = pd.DataFrame([["ensemble", "ensemble", 3, 3, 0.44, 0.7]], columns=NONE.columns)
    assert together.heading(high) == "Les domaines vont dans le même sens\u202f: α\u00a0=\u00a00,70"
    (alpha, axes) = together.told(high, pairs(), {True: 0.5, False: 0.1}, LETTERS)
    assert "à partir du 0,7 usuel" in alpha
    assert axes.startswith("Deux domaines d’un même axe se ressemblent plus que")
    assert together.heading(NONE) == together.HEADING
    assert together.heading(high.assign(alpha=float("nan"))) == together.HEADING
    alike = pairs(("x", "y", 0.3)).assign(level="axe")
    assert together.told(NONE, alike, {}, LETTERS) == ()


def test_the_tables_have_every_number_and_say_what_has_none() -> None:
    results = opened.published()
    every, table, found = frames(results)
    known = results.vocabulary()
    rows = words.ordered(every, "domaine")
    for line, row in zip(records(tables.domains_table(rows, known.levels)), records(rows), strict=True):
        assert list(line.values()) == [
            known.levels[row["code"]],
            "6,3\u202f%",
            f"{number(100 * row['share'], 1)}\u202f%",
            number(row["r2"], 2),
            "avec" if row["correlation"] > 0 else "contre",
            number(row["main_effect"], 2),
            "13",
        ]
    hole = rows.head(1).assign(share=float("nan"), r2=float("nan"), correlation=float("nan"))
    assert list(tables.domains_table(hole, known.levels).iloc[0])[2:5] == ["non calculable"] * 3
    even = tables.domains_table(rows.head(1).assign(correlation=-0.004), known.levels)
    assert even["Sens"].tolist() == ["aucun"]
    scores = tables.coherence_table(table, known.levels)
    assert scores.iloc[0].tolist() == ["Les 16 domaines ensemble", "16\u00a0domaines", "0,27", "0,02"]
    assert tables.pairs_table(found, known.levels).iloc[0].tolist() == [
        "Vieillissement",
        "Lien social",
        "le même",
        "−0,85",
        "13",
    ]


def test_the_table_of_indicators_has_their_part_of_their_own_domain() -> None:
    results = opened.large()
    every, table, _ = frames(results)
    known = results.vocabulary()
    rows = words.ordered(every, "indicateur").head(3)
    told = tables.indicators_table(rows, every, known.indicators, dict.fromkeys(rows["code"], "Emploi"))
    own = every[every["in_level"] == "domaine"].set_index("code")["share"]
    assert told["Part dans son domaine"].tolist() == [words.share_words(own[code]) for code in rows["code"]]
    assert tables.coherence_table(table, known.levels)["Fait de"].tolist()[-1].endswith("indicateurs")
