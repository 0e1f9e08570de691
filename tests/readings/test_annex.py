"""The annex of a report: of each domain, both ends of what makes its score; none where one indicator does."""

from __future__ import annotations

from indicators.index import contributions
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.plain_names import plain
from indicators.rows import records
from readings.territory.annex import annex, said
from tests.opened import large, published


def test_of_each_domain_the_two_that_bring_most_then_the_two_that_bring_least() -> None:
    results = large()
    found = annex(results, "53", Method())
    told = [line.split("\n") for line in found["Domaine et indicateur"]]
    brought: dict[str, list[tuple[float, str]]] = {}
    values = {
        row["indicator_code"]: row for row in records(results.every_value()) if row["region_code"] == "53"
    }
    for row in records(contributions(results.store, Method(), "53")):
        if row["level"] == "domaine":
            brought.setdefault(row["code"], []).append((row["part"], row["indicator_code"]))
    words = results.vocabulary().domains
    assert len(told) == 4 * len(brought)
    for number, (code, parts) in enumerate(brought.items()):
        order = sorted(parts, reverse=True)
        chosen = [*order[:2], *order[-2:]]
        for (_, indicator), (domain, name) in zip(chosen, told[4 * number : 4 * number + 4], strict=True):
            assert domain == words[code]
            row = values[indicator]
            assert name == ", ".join(filter(None, (plain(row["label"]), row["year"])))
    assert f"{len(found)} sur {len(results.scored_indicators())}" in said(results, found)


def test_there_is_none_where_one_indicator_measures_each_domain_or_parts_do_not_add_up() -> None:
    assert annex(published(), "53", Method()).empty
    geometric = Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    assert annex(large(), "53", geometric).empty
