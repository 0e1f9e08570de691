"""The numbers our conventions are made of, read where the computation reads them.

The page that explains the method takes them from here: a convention that changes changes its explanation.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators import doubts, noise
from indicators.gap_draws import FIGURES_NEEDED
from indicators.method import Method
from indicators.structure import actors, domains, measured_with_error, regions, scored_indicators
from loaders.store import Store


@dataclass(frozen=True, slots=True)
class Conventions:
    """How many there are of each; actors as « les maires »; draws; shares are 0 to 1.

    errors: scored indicators whose error of measure is published; supposed_error: of the others, in standard
    deviations between the regions.
    """

    regions: int
    domains: int
    axes: int
    actors: tuple[str, ...]
    minimum_coverage: float
    figures_needed: int
    draws_page: int
    draws_report: int
    doubt_draws: int
    seed: int
    tail: float
    concentration: float
    indicators: int
    errors: int
    supposed_error: float


def conventions(store: Store) -> Conventions:
    """Return the conventions in force for an edition."""
    frame = domains(store)
    return Conventions(
        regions=len(regions(store)),
        domains=len(frame),
        axes=frame["axis_code"].nunique(),
        actors=tuple(actors(store)["label_the"]),
        minimum_coverage=Method().minimum_coverage,
        figures_needed=FIGURES_NEEDED,
        draws_page=noise.DRAWS_PAGE,
        draws_report=noise.DRAWS_REPORT,
        doubt_draws=doubts.DRAWS,
        seed=noise.SEED,
        tail=noise.TAIL,
        concentration=noise.CONCENTRATION,
        indicators=len(scored_indicators(store)),
        errors=len(measured_with_error(store)),
        supposed_error=Method().error,
    )
