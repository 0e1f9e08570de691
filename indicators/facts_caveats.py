"""What a reader must know before trusting a number: ties, corrections, holes. Facts like the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indicators.facts import Fact, FactKind, numbers
from indicators.facts_cells import Told, told_cells
from indicators.method import Method
from indicators.scores import domain_scores
from indicators.structure import corrections, domains, missing_indicators, regions
from loaders.store import FRANCE, Store


def caveats(store: Store, method: Method, told: Told) -> Iterator[Fact]:
    """Yield every caveat on the edition, read by this method."""
    yield from _ties(store, method)
    yield from _partly_measured(store, method)
    yield from _corrected(store)
    yield from _top_ranks_only(told, len(domains(store)))
    yield from _sample_not_published(told)
    yield from _not_published(told)


def _ties(store: Store, method: Method) -> Iterator[Fact]:
    """Say where at most half of the scores are distinct. numbers: distinct, ranked."""
    scores = domain_scores(store, method)
    for domain in domains(store)["domain_code"]:
        here = scores.loc[scores["domain_code"] == domain, "score"].dropna().round(9)
        distinct, ranked = here.nunique(), len(here)
        if ranked > 1 and distinct * 2 <= ranked:
            found = numbers(distinct=distinct, ranked=ranked)
            yield Fact(FactKind.TIES, domain_code=domain, numbers=found, strength=1 - distinct / ranked)


def _partly_measured(store: Store, method: Method) -> Iterator[Fact]:
    """Name what lowers a domain's coverage. numbers: coverage (0 to 1) ; codes: the indicators."""
    missing = missing_indicators(store)
    coverage = (
        domain_scores(store, replace(method, minimum_coverage=0)).groupby("domain_code")["coverage"].max()
    )
    for domain, found in missing.groupby("domain_code", sort=False):
        covered = float(coverage[domain])
        yield Fact(
            FactKind.PARTLY_MEASURED,
            domain_code=str(domain),
            codes=tuple(found["indicator_code"]),
            numbers=numbers(coverage=covered),
            strength=1 - covered,
        )


def _corrected(store: Store) -> Iterator[Fact]:
    """Quote each declared correction that is in force. `text`: published ; `reason`: read instead."""
    found = corrections(store)
    count = len(regions(store))
    for row in found[found["state"] == "appliquee"].itertuples():
        yield Fact(
            FactKind.CORRECTED,
            region_code=str(row.region_code),
            codes=(str(row.indicator_code),),
            text=str(row.published),
            reason=str(row.corrected),
            strength=1 / count,
            cells=(f"{row.sheet}!{row.cell}",),
        )


def _top_ranks_only(told: Told, total: int) -> Iterator[Fact]:
    """Say where only the first ranks of a survey are published for the regions.

    A domain felt at one of the first places can hardly be measured higher: nearly every gap is then positive,
    and a blind spot cannot show. numbers: last (lowest rank published), domains ; strength: share unseen.
    """
    for actor, figures in told.items():
        ranked = figures[(figures["region_code"] != FRANCE) & figures["rank_high"].notna()]
        for wave, found in ranked.groupby("wave", sort=False):
            last = int(found["rank_high"].max())
            if last * 2 <= total:
                yield Fact(
                    FactKind.TOP_RANKS_ONLY,
                    actor_code=actor,
                    wave=str(wave),
                    numbers=numbers(last=last, domains=total),
                    strength=1 - last / total,
                    cells=told_cells(found),
                )


def _sample_not_published(told: Told) -> Iterator[Fact]:
    """Name the surveys without sample sizes, or whose notes have no deviation.

    numbers: figures, unknown (no size), undeviated (a size, no deviation) ; strength: share of both.
    """
    for actor, figures in told.items():
        for wave, found in figures.drop_duplicates("figure_id").groupby("wave", sort=False):
            sized = found["sample_size"].notna()
            noted = (found["measure"] == "note_fragilite_sur_10") & found["value"].notna()
            bare = sized & noted & found["standard_deviation"].isna()
            doubtful = found[~sized | bare]
            if len(doubtful):
                yield Fact(
                    FactKind.SAMPLE_NOT_PUBLISHED,
                    actor_code=actor,
                    wave=str(wave),
                    numbers=numbers(
                        figures=len(found), unknown=int((~sized).sum()), undeviated=int(bare.sum())
                    ),
                    strength=len(doubtful) / len(found),
                    cells=told_cells(doubtful),
                )


def _not_published(told: Told) -> Iterator[Fact]:
    """Name the actors without any usable figure for a region. numbers: country (figures on France)."""
    for actor, figures in told.items():
        country = figures["region_code"] == FRANCE
        if country.all():
            yield Fact(
                FactKind.NOT_PUBLISHED,
                actor_code=actor,
                numbers=numbers(country=country.sum()),
                strength=1.0 if figures.empty else 0.5,
                cells=told_cells(figures),
            )
