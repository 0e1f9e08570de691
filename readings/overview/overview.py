"""The first page: one domain, one view, and all that the map, the bars, the table and the title need."""

from __future__ import annotations

from dataclasses import replace

from indicators.results import Results
from indicators.rows import of
from indicators.structure import domain_labels
from readings.overview import felt as overview_felt
from readings.overview import gap as overview_gap
from readings.overview import measured as overview_measured
from readings.overview.finding import Finding, Kind
from readings.overview.views import (
    FIRST,
    CorrectedCell,
    FranceFigure,
    Measure,
    Overview,
    OverviewMeta,
    Perimeter,
    Quantity,
    View,
)
from readings.phrases import details as phrases_details
from readings.phrases import titles as phrases
from readings.phrases.conventions import convention

__all__ = [
    "CorrectedCell",
    "FranceFigure",
    "Measure",
    "Overview",
    "OverviewMeta",
    "Perimeter",
    "Quantity",
    "View",
    "overview",
]


def overview(
    results: Results,
    domain: str,
    view: View,
    actor: str = "citoyens",
    wave: str | None = None,
    measure: Measure = FIRST,
) -> Overview:
    """Return the 13 rows of a view of a domain, what explains them, and the finding in French.

    `actor` and `wave` matter to the views `percu` and `ecart` (no wave: the one with most regions),
    `measure` to `objectif`: ranks inside a region are those of the reference method. Raises `UnknownCode` for
    an unknown domain or actor; a wave without figures gives 13 rows « not_published ».
    """
    store, crossed = results.store, None
    labels = domain_labels(store, domain)
    match view:
        case View.OBJECTIVE:
            frame, meta, finding = overview_measured.objective(store, labels, measure)
            meta = replace(meta, rivals=_rivals(results, meta, finding))
        case View.RANK:
            frame, meta, finding = overview_measured.rank(store, labels)
        case View.PERCEIVED:
            frame, meta, finding = overview_felt.perception(store, labels, actor, wave)
        case _:
            frame, meta, finding, crossed = overview_gap.gap(results, labels, actor, wave)
    words = results.vocabulary()
    title = phrases.title(finding, meta, words.names)
    sentences = phrases_details.sentences(finding, meta, words.names, convention(words, {domain}))
    return Overview(frame, meta, finding, title, sentences, crossed)


def _rivals(results: Results, meta: OverviewMeta, finding: Finding) -> tuple[str, ...]:
    """Return the regions whose interval reaches the first rank beside those that the finding puts there."""
    scored = results.scored_indicators()
    mine = scored.loc[scored["domain_code"] == meta.domain_code, "indicator_code"]
    if finding.kind is not Kind.MOST_FRAGILE or meta.turned or mine.tolist() != [meta.indicator_code]:
        return ()
    places = results.rank_intervals()
    here = of(places, among="regions", level="domaine", code=meta.domain_code)
    first = here.loc[here["low"] == 1, "region_code"].astype(str)
    return tuple(code for code in first if code not in finding.region_codes)
