"""Perceived scores and ranks: what an actor said, by wave, region and domain, and how sure the figure is.

Three kinds of figures are published: notes out of 10, shares of answers, bare ranks. A ranking is always of
one kind, from one survey, on one territory.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import Floats
from indicators.noise import SEED, Noise
from indicators.steps import chain
from indicators.structure import actors
from loaders.store import FRANCE, Store

# One ranking of domains: the same people, the same question, the same territory.
VECTOR = ("survey", "wave", "region_code", "perimeter", "measure")
# One comparison of regions.
ACROSS = ("survey", "wave", "measure", "domain_code")


def perceived_scores(store: Store, actor: str, wave: str | None = None) -> pd.DataFrame:
    """Return one row a usable figure x region, France included, ranked among the figures of its kind.

    The columns of `indicators.perception.perceived`, and: kind ('note' | 'part' | 'rang'), precision
    (decimals of the survey's figures of that measure), value_rank and value_ranked (among the domains
    published with it), region_rank, region_ranked and region_figures (among the regions published for the
    domain), standard_error (same unit as value; missing when the sample size
    or the deviation is not published), sampling_known (whether the figure has one).
    """
    frame = store.frame(chain("territory", "perceived", last="perceived_score"), {"actor": actor})
    if wave is not None:
        frame = frame[frame["wave"] == wave].reset_index(drop=True)
    frame["region_codes"] = [tuple(codes) for codes in frame["region_codes"]]
    frame["standard_error"] = _standard_errors(frame)
    frame["sampling_known"] = frame["standard_error"].notna().astype("boolean")
    return frame


def everyone(store: Store, wave: str | None = None) -> pd.DataFrame:
    """Return the rows of `perceived_scores` of every actor who is published to say something."""
    known = actors(store)
    heard = (
        known.loc[known["perceived_figures"] > 0, "actor_code"].tolist() or known["actor_code"].tolist()[:1]
    )
    return pd.concat([perceived_scores(store, code, wave) for code in heard], ignore_index=True)


def _standard_errors(frame: pd.DataFrame) -> Floats:
    """Return sd / sqrt(n); a share says its own deviation, p(1 - p), when none is published."""
    size = frame["sample_size"].astype("float64").to_numpy()
    value = frame["value"].to_numpy(np.float64)
    percent = (frame["kind"] == "part").to_numpy()
    own = np.where(percent, np.sqrt(np.clip(value * (100 - value), 0, None)), np.nan)
    published = frame["standard_deviation"].to_numpy(np.float64)
    return np.asarray(np.where(np.isnan(published), own, published) / np.sqrt(size), np.float64)


def with_benchmark(figures: pd.DataFrame) -> pd.DataFrame:
    """Add `benchmark`, what the same survey publishes for France on the domain (unit of value, or missing).

    `figures`: rows of `perceived_scores`, France included.
    """
    country = figures[(figures["region_code"] == FRANCE) & figures["value"].notna()]
    known = country.drop_duplicates(list(ACROSS))[[*ACROSS, "value"]].rename(columns={"value": "benchmark"})
    return figures.merge(known, on=list(ACROSS), how="left")


def of_regions(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave France out: it is a benchmark."""
    return frame[frame["region_code"] != FRANCE].reset_index(drop=True)


def drawn_values(frame: pd.DataFrame, noise: Noise, draws: int) -> Floats:
    """Return rows x draws values: in the rounding interval, then normal around the published mean."""
    rounding, sampling = (np.random.default_rng(seed) for seed in np.random.SeedSequence(SEED).spawn(4)[2:])
    values = np.repeat(frame["value"].to_numpy(np.float64)[:, None], draws, axis=1)
    if noise >= Noise.ROUNDING:
        half = 0.5 * 10.0 ** -frame["precision"].to_numpy(np.float64, na_value=np.nan)
        values += (2 * rounding.random(values.shape) - 1) * half[:, None]
    if noise >= Noise.SAMPLING:
        error = np.nan_to_num(frame["standard_error"].to_numpy(np.float64))
        values += sampling.standard_normal(values.shape) * error[:, None]
    return values


def groups(frame: pd.DataFrame, by: list[str]) -> list[npt.NDArray[np.intp]]:
    """Return the row numbers of each group, in the order of the frame."""
    numbers = frame.groupby(by, sort=False, dropna=False).ngroup().to_numpy()
    return [np.flatnonzero(numbers == number) for number in range(numbers.max() + 1)] if len(frame) else []
