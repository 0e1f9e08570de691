"""The main effect of an element on a score: the share of its variance that the element alone foretells.

S = Var(E(whole | element)) / Var(whole), Pearson's correlation ratio (Paruolo, Saisana and Saltelli,
« Ratings and rankings: voodoo or science? », Journal of the Royal Statistical Society A 176, 2013). E is a
curve through the regions: a local linear regression with a Gaussian kernel, whose width is the one that
foretells best each region left out in turn. The widest is the straight line: S is then r², which is all that
a dozen regions often allow.
"""

from __future__ import annotations

import numpy as np

from indicators.correlation import standard
from indicators.draw_table import Flags, Floats

# Widths of the kernel, in standard deviations of the element, the straight line first; none under a half,
# where a curve goes through two or three regions.
WIDTHS = (np.inf, 2.0, 1.0, 0.5)
# Of fewer regions no curve is drawn.
FEWEST = 10
# A variance under this is that of a single place.
_NONE = 1e-12


def main_effects(own: Floats, whole: Floats) -> Floats:
    """Return K main effects (0 to 1) of R x K scores on the R scores of the whole.

    A region counts where it has both. NaN for fewer than `FEWEST` regions, and where one of the two has the
    same score in all of them.
    """
    known = ~np.isnan(own) & ~np.isnan(whole)[:, None]
    x = standard(np.where(known, own, np.nan))
    y = standard(np.where(known, whole[:, None], np.nan))
    drawn = (known.sum(axis=0) >= FEWEST) & x.any(axis=0) & y.any(axis=0)
    found = np.full(own.shape[1], np.nan)
    if drawn.any():
        found[drawn] = _foretold(x[:, drawn], y[:, drawn], known[:, drawn])
    return found


def _foretold(x: Floats, y: Floats, known: Flags) -> Floats:
    """Return the variance of the curve that foretells best, that of the whole being 1."""
    every = np.broadcast_to(known, (len(x), *known.shape))
    others = every & ~np.eye(len(x), dtype=bool)[:, :, None]
    missed = [((y - _curve(x, y, others, width)) ** 2).sum(axis=0, where=known) for width in WIDTHS]
    drawn = [_curve(x, y, every, width).var(axis=0, where=known) for width in WIDTHS]
    best = np.argmin(missed, axis=0)
    chosen: Floats = np.array(drawn)[best, np.arange(x.shape[1])]
    return np.clip(chosen, 0, 1)


def _curve(x: Floats, y: Floats, among: Flags, width: float) -> Floats:
    """Return at each x the line through the others nearest to it (R x K); `among`: R x R x K, which count."""
    apart = np.where(among, (x[:, None] - x[None]) ** 2 / (2 * width**2), np.inf)
    # Told from the nearest on: far from all, every weight would be 0.
    weight = np.exp(apart.min(axis=1, keepdims=True) - apart)
    total = weight.sum(axis=1)
    middle, level = ((weight * of[None]).sum(axis=1) / total for of in (x, y))
    spread = (weight * x[None] ** 2).sum(axis=1) / total - middle**2
    common = (weight * (x * y)[None]).sum(axis=1) / total - middle * level
    slope = np.where(spread > _NONE, common / np.where(spread > _NONE, spread, 1), 0)
    return np.asarray(level + slope * (x - middle), np.float64)
