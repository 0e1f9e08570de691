"""Which result is followed: its trail, and the example taken when no region is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.method import Method
from indicators.provenance import provenance
from indicators.provenance_felt import gap_provenance, perceived_provenance
from indicators.structure import UnknownCode
from loaders.store import FRANCE, Store

INDICATOR, DOMAIN, WHOLE, FELT, GAP = "indicateur", "domaine", "ensemble", "ressenti", "ecart"


@dataclass(frozen=True)
class Subject:
    """A result of one region ('' for none chosen): `kind` is a constant above or 'axe'.

    `code` is that of the indicator, of the domain, of the axis or 'ensemble'; actor and wave ('' for every
    wave) matter to what is felt.
    """

    region: str
    kind: str
    code: str
    actor: str = ""
    wave: str = ""


def trail(store: Store, subject: Subject, method: Method) -> pd.DataFrame:
    """Return the steps of a result (see `indicators.provenance`); no row where nothing is published."""
    try:
        return _trail(store, subject, method)
    except UnknownCode:
        return pd.DataFrame()


def example(subject: Subject, scores: pd.DataFrame, gaps: pd.DataFrame) -> str:
    """Return the region to follow when none is chosen: the most fragile one, France for what is felt.

    `scores`: see `indicators.index`; `gaps`: see `indicators.gap_signs` (read for a gap only). `""` when
    nothing can be followed.
    """
    if subject.kind == FELT:
        return FRANCE
    if subject.kind == GAP:
        mine = gaps[(gaps["domain_code"] == subject.code) & (gaps["readings"] > 0)]
        return next(iter(mine.sort_values("objective_rank")["region_code"]), "")
    scored = subject.kind != INDICATOR
    level, code = (subject.kind, subject.code) if scored else (WHOLE, WHOLE)
    found = scores[(scores["level"] == level) & (scores["code"] == code)]
    return next(iter(found.sort_values("rank", kind="stable")["region_code"]), "")


def _trail(store: Store, subject: Subject, method: Method) -> pd.DataFrame:
    place = (store, subject.region, subject.code, subject.actor, subject.wave)
    if subject.kind == FELT:
        return perceived_provenance(*place)
    if subject.kind == GAP:
        return gap_provenance(*place, method)
    return provenance(store, subject.region, subject.kind, subject.code, method)
