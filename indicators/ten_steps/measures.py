"""The measures of the ten steps, by our starting method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from indicators.gap_signs import STATED, Sign
from indicators.quality import to_verify
from indicators.results import Results
from indicators.ten_steps import analysed, described, doubted, linked
from indicators.ten_steps.step import Measure, Step, Unit


def measures(results: Results) -> pd.DataFrame:
    """Return one row a number: step, measure, code, value (NaN: cannot be computed), unit.

    The steps are in the order of the Handbook; `indicators.ten_steps.step` names steps and units. Raises
    `MethodError` where our starting method cannot read the edition.
    """
    return pd.concat([of_step(results, step) for step in Step], ignore_index=True)


def of_step(results: Results, step: Step) -> pd.DataFrame:
    """Return the rows of `measures` of one step, computed once for an edition."""
    return results.once(("ten_steps", step), lambda: _typed(_MEASURED[step](results)))


def _typed(rows: Iterator[Measure]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(Measure._fields))
    return frame.astype({"step": "str", "measure": "str", "code": "str", "unit": "str", "value": "float64"})


def _shown(results: Results) -> Iterator[Measure]:
    """Count the gaps, those whose sign is stated, and the figures that are shown on one page only."""
    gaps = pd.concat([results.crossed(actor).gaps for actor in results.actors()["actor_code"]])
    signs = gaps["stated_sign"]
    counts = {
        "gaps": int((signs != Sign.NONE).sum()),
        "gaps_stated": int(signs.isin(STATED).sum()),
        "to_verify": len(to_verify(results.store)),
    }
    for name, count in counts.items():
        yield Measure(Step.SHOWN, name, "", count, Unit.COUNT)


_MEASURED: Mapping[Step, Callable[[Results], Iterator[Measure]]] = {
    Step.FRAMEWORK: described.framework,
    Step.DATA: described.data,
    Step.MISSING: described.missing,
    Step.ANALYSIS: analysed.analysis,
    Step.NORMALISATION: analysed.normalisation,
    Step.AGGREGATION: analysed.aggregation,
    Step.UNCERTAINTY: doubted.uncertainty,
    Step.BACK: doubted.back,
    Step.LINKS: linked.linked,
    Step.SHOWN: _shown,
}
