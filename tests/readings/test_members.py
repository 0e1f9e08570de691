"""The indicators of a domain in words: counts, signs, and what each brings to a region's score."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from indicators.index import contributions
from indicators.members import Link
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.rows import Row, records
from readings.domain import members as words
from tests.opened import large

DOMAIN, REGION = "education", "53"
ARITHMETIC = Method()
MINMAX = Method(normalisation=Normalisation.MINMAX)
GEOMETRIC = Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)


def parts(method: Method) -> pd.DataFrame:
    found = contributions(large().store, method, REGION)
    return found[(found["level"] == "domaine") & (found["code"] == DOMAIN)]


def names() -> Mapping[str, str]:
    return large().vocabulary().indicators


def linked(*links: Link) -> pd.DataFrame:
    return pd.DataFrame({"link": links, "agreement": [0.5] * len(links)})


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (
            (Link.WITH, Link.WITH, Link.AGAINST),
            "Ses 3\u00a0indicateurs\u202f: 2 rangent les régions comme les autres, 1 à l’inverse",
        ),
        (
            (Link.WITH, Link.OPEN),
            "Ses 2\u00a0indicateurs\u202f: 1 range les régions comme les autres, rien n’est établi pour 1",
        ),
        (
            (Link.OPEN, Link.OPEN),
            "Ses 2\u00a0indicateurs\u202f: 0 range les régions comme les autres, rien n’est établi pour 2",
        ),
    ],
)
def test_the_title_counts_each_kind(links: tuple[Link, ...], told: str) -> None:
    assert words.title(linked(*links)) == told


def test_those_that_go_with_the_others_come_first_then_those_of_which_nothing_is_known() -> None:
    rows = words.ordered(large().members(DOMAIN))
    assert [*dict.fromkeys(rows["link"])] == [link for link in words.SIGNS if link in set(rows["link"])]
    for _, group in rows.groupby("link"):
        assert group["agreement"].is_monotonic_decreasing


def test_the_parts_that_are_named_are_the_largest_of_each_side_and_all_add_up() -> None:
    rows = parts(ARITHMETIC)
    said = words.brought(rows, names(), "en Bretagne", ARITHMETIC)
    own = {row["indicator_code"]: row["part"] for row in records(rows)}
    assert sum(own.values()) == pytest.approx(rows["score"].iloc[0])
    up, down = said.split("vers plus de fragilité")[1].split("vers moins de fragilité")
    order = sorted(own, key=lambda code: -own[code])
    for code in own:
        name = f"«\u00a0{names()[code]}\u00a0»"
        assert (name in up) == (code in order[:2])
        assert (name in down) == (code in order[-2:])


def test_parts_of_one_sign_are_the_strongest_and_the_weakest() -> None:
    said = words.brought(parts(MINMAX), names(), "en Bretagne", MINMAX)
    assert "les plus forts, «" in said
    assert "les plus faibles, «" in said
    assert "vers" not in said.replace("inverse", "")


def test_a_geometric_mean_has_no_parts_to_add_and_an_absent_score_none() -> None:
    assert "se multiplient" in words.brought(parts(GEOMETRIC), names(), "en Bretagne", GEOMETRIC)
    assert words.brought(parts(ARITHMETIC).iloc[:0], names(), "en Bretagne", ARITHMETIC) == ""


def test_the_table_has_a_column_of_parts_only_where_they_add_up() -> None:
    values = large().region_values(DOMAIN)
    for method, given in ((ARITHMETIC, parts(ARITHMETIC)), (GEOMETRIC, parts(GEOMETRIC).iloc[:0])):
        rows = large().members(DOMAIN, method)
        table = words.table(rows, values, given, REGION, "Bretagne")
        assert ("Apport au score" in table) == (method is ARITHMETIC)
        assert len(table) == len(rows)
        missing = {
            row["indicator_code"]
            for row in records(values)
            if row["region_code"] == REGION and row["value"] is None
        }
        assert (table["Rang"] == "sans rang").sum() == len(missing & set(rows["indicator_code"]))
    assert "Bretagne" not in words.table(rows, values, given.iloc[:0], "", "")


def test_one_indicator_says_its_weight_and_its_link() -> None:
    row: Row = {"share": 0.5, "link": "avec", "agreement": 0.9166}
    assert words.standing(row, 2, "Emploi") == [
        "Un des 2\u00a0indicateurs du domaine «\u00a0Emploi\u00a0», 50,0\u202f% de son poids.",
        "Il range les régions comme la moyenne des autres (corrélation des rangs\u202f: 0,92).",
    ]
    assert len(words.standing(row | {"agreement": None, "link": "ouvert"}, 2, "Emploi")) == 1
    assert words.link_words(row) == "+ (0,92)"
    assert words.link_words({"link": "ouvert", "agreement": None}) == "?"
