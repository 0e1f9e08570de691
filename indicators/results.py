"""What several readings of one edition compute, computed once each: scores, intervals, gaps, quadrants.

The pages keep one `Results` an edition; a command or a report makes its own. What the store keeps of the
reference method (`indicators.kept`) is read there. Frames are shared and never changed: whoever wants another
one filters it into a frame of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TypeVar

import pandas as pd

from indicators import (
    agreement,
    alliance_figures,
    apart,
    dimensions,
    dominance,
    doubts,
    felt,
    index,
    initiatives,
    intervals,
    kept,
    members,
    missing_bounds,
    plain_names,
    similarity,
    structure,
    values,
)
from indicators.both_sides import both_sides
from indicators.crossed import Crossed, cross
from indicators.method import Method
from indicators.rows import of
from indicators.score_table import Group, groups
from indicators.vocabulary import Vocabulary, vocabulary
from loaders.store import Store
from loaders.store.memory import Memory
from wording.measurement import Errors

REFERENCE = kept.REFERENCE
_Result = TypeVar("_Result")
# Results are small (a few hundred rows) but the reader's own weights make any number of methods.
_MOST = 512


class Results:
    """The results of one store. `wave`: name of a wave, None for all. Columns: see each function called."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._memory = Memory(_MOST)
        self._has_kept = store.made_by == kept.made_by()

    def keeps(self, method: Method = REFERENCE) -> bool:
        """Say whether the store keeps the results of a method."""
        return self._has_kept and method == REFERENCE

    def once(self, key: Hashable, compute: Callable[[], _Result]) -> _Result:
        """Return what is computed once for this edition; `key`: the computation and its arguments."""
        return self._memory.once(("once", key), compute)

    def regions(self) -> pd.DataFrame:
        """Return the regions with the grammar of their names (see `indicators.structure`)."""
        return self._memory.once("regions", lambda: structure.regions(self.store))

    def domains(self) -> pd.DataFrame:
        """Return the domains with their axis."""
        return self._memory.once("domains", lambda: structure.domains(self.store))

    def actors(self) -> pd.DataFrame:
        """Return the actors with their labels."""
        return self._memory.once("actors", lambda: structure.actors(self.store))

    def findings(self) -> pd.DataFrame:
        """Return what the loader had to say about the workbook (see `indicators.structure`)."""
        return self._memory.once("findings", lambda: structure.findings(self.store))

    def initiatives(self) -> pd.DataFrame:
        """Return the initiatives (see `indicators.initiatives`)."""
        return self._memory.once("initiatives", lambda: initiatives.initiatives(self.store))

    def alliance_figures(self) -> pd.DataFrame:
        """Return the figures on alliances and practices (see `indicators.alliance_figures`)."""
        return self._memory.once("alliances", lambda: alliance_figures.alliance_figures(self.store))

    def apart_rows(self) -> pd.DataFrame:
        """Return the figures on fragility that no actor gives whole (see `indicators.apart`)."""
        return self._memory.once("apart", lambda: apart.apart_rows(self.store))

    def catalogue(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the indicators, with their direction as a method reads them."""
        found = self._memory.once("catalogue", lambda: structure.catalogue(self.store))
        return structure.directed(found, method.flipped)

    def turned(self, method: Method) -> frozenset[str]:
        """Return the domains of which a method reads an indicator the other way round."""
        rows = self.scored_indicators()
        return frozenset(rows.loc[rows["indicator_code"].isin(list(method.flipped)), "domain_code"])

    def errors(self, method: Method = REFERENCE) -> Errors:
        """Return what is known of the errors of measure of the scored indicators, and what is supposed."""
        return Errors(*self._measured, method.error)

    @cached_property
    def _measured(self) -> tuple[int, int]:
        """Count the scored indicators, and those of them whose error is published."""
        return len(self.scored_indicators()), len(structure.measured_with_error(self.store))

    def vocabulary(self) -> Vocabulary:
        """Return the words of every code (see `indicators.vocabulary`)."""
        return self._memory.once("vocabulary", lambda: vocabulary(self.store))

    def measured_by(self) -> dict[str, str]:
        """Return what the score of each domain rests on, in few words (see `indicators.plain_names`)."""
        return self._memory.once("measured_by", lambda: plain_names.measured_by(self.store, short=True))

    def edition(self) -> structure.Edition:
        """Return what identifies the edition."""
        return self._memory.once("edition", lambda: structure.edition(self.store))

    def index_scores(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return every score and rank (see `indicators.index`)."""
        return self._of_method("index_scores", method, index.index_scores)

    def contributions(self, region: str, method: Method = REFERENCE) -> pd.DataFrame:
        """Return what each indicator brings to each score of a region (see `indicators.index`)."""
        every = self._of_method("contributions", method, index.every_contribution)
        return of(every, region_code=region)

    def groups(self, method: Method = REFERENCE) -> list[Group]:
        """Return each score with its elements (see `indicators.score_table`)."""
        return self._memory.once(
            ("groups", method), lambda: groups(self.store, method, self.index_scores(method))
        )

    def rank_intervals(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return an interval on every rank (see `indicators.intervals`)."""
        return self._of_method("rank_intervals", method, intervals.rank_intervals)

    def missing_bounds(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the ranks that absent values leave open (see `indicators.missing_bounds`)."""
        return self._of_method("missing_bounds", method, missing_bounds.missing_bounds)

    def dominance(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return how often each region is more fragile than each other (see `indicators.dominance`)."""
        return self._of_method("dominance", method, dominance.dominance)

    def doubts(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return which doubt decides each rank (see `indicators.doubts`)."""
        return self._of_method("doubts", method, doubts.doubts)

    def region_values(self, domain: str, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the figures of a domain (see `indicators.values`), in the directions of a method."""
        return self._memory.once(
            ("values", domain, method.flipped),
            lambda: of(self.every_value(method), domain_code=domain).drop(columns="domain_code"),
        )

    def every_value(self, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the published figures of every domain, with `domain_code`, in the directions of a method."""
        if self.keeps() and not method.flipped:
            return self._kept("every_value")
        return self._memory.once(
            ("every_value", method.flipped), lambda: values.every_value(self.store, method)
        )

    def scored_indicators(self) -> pd.DataFrame:
        """Return the indicators that the scores of the domains rest on."""
        return self._memory.once("scored", lambda: structure.scored_indicators(self.store))

    def members(self, domain: str, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the indicators that make the score of a domain (see `indicators.members`)."""
        return self._memory.once(("members of", domain, method), lambda: self._members_of(domain, method))

    def crossed(self, actor: str, wave: str | None = None, method: Method = REFERENCE) -> Crossed:
        """Draw once what an actor feels against what is measured; the draws go, the frames stay."""
        if wave is not None:
            return self._memory.once(
                ("crossed", actor, wave, method), lambda: self.crossed(actor, None, method).of_wave(wave)
            )
        return self._memory.once(("crossed", actor, None, method), lambda: self._crossed(actor, method))

    def everyone(self, wave: str | None = None) -> pd.DataFrame:
        """Return what every actor is published to feel (see `indicators.felt`)."""
        return self._memory.once(("everyone", wave), lambda: self._everyone(wave))

    def agreements(self, wave: str | None = None, region: str | None = None) -> pd.DataFrame:
        """Return how far the actors rank the domains alike (see `indicators.agreement`)."""
        return self._memory.once(("agreements", wave, region), lambda: self._agreements(wave, region))

    def similar(self, region: str, basis: str, count: int = similarity.NEAREST) -> pd.DataFrame:
        """Return the regions nearest to one (see `indicators.similarity`)."""
        return self._memory.once(
            ("similar", region, basis, count), lambda: self._similar(region, basis, count)
        )

    def dimensions(self) -> pd.DataFrame:
        """Return what the profiles of regions are compared on (see `indicators.dimensions`)."""
        return self._memory.once("dimensions", lambda: dimensions.dimensions(self.store))

    def strengths(self, region: str, method: Method = REFERENCE) -> pd.DataFrame:
        """Return the five most and the five least fragile domains of a region (see `indicators.similarity`).

        And low and high: the interval of each rank.
        """
        return self._memory.once(("strengths", region, method), lambda: self._strengths(region, method))

    def _members_of(self, domain: str, method: Method) -> pd.DataFrame:
        return of(self._of_method("members", method, members.members), domain_code=domain)

    def _of_method(
        self, name: str, method: Method, make: Callable[[Store, Method], pd.DataFrame]
    ) -> pd.DataFrame:
        """Return what the store keeps of the reference method; of another one, what is made once."""
        if self.keeps(method):
            return self._kept(name)
        return self._memory.once((name, method), lambda: make(self.store, method))

    def _kept(self, name: str) -> pd.DataFrame:
        return self._memory.once(("kept", name), lambda: self.store.kept(name))

    def _everyone(self, wave: str | None) -> pd.DataFrame:
        if self.keeps():
            return of(self._kept("everyone"), wave=wave)
        return felt.everyone(self.store, wave)

    def _agreements(self, wave: str | None, region: str | None) -> pd.DataFrame:
        if self.keeps():
            return of(self._kept("agreements"), wave=wave, region_code=region)
        return agreement.agreement(self.store, wave, region)

    def _similar(self, region: str, basis: str, count: int) -> pd.DataFrame:
        if self.keeps() and 0 < count <= similarity.NEAREST:
            found = of(self._kept("similar"), own_code=region, basis=basis)
            if len(found):
                return found.drop(columns="own_code").iloc[:count]
        return similarity.similar_regions(self.store, region, basis, count)

    def _strengths(self, region: str, method: Method) -> pd.DataFrame:
        found = of(self._kept("strengths"), region_code=region) if self.keeps(method) else pd.DataFrame()
        if found.empty:
            found = similarity.strengths(self.store, region, method=method)
        ranks = of(self.rank_intervals(method), among="regions", region_code=region, level="domaine")
        return found.join(ranks.set_index("code")[["low", "high"]], on="domain_code")

    def _crossed(self, actor: str, method: Method) -> Crossed:
        if self.keeps(method):
            names = ("gaps", "quadrants", "unnamed")
            return Crossed.of(*(of(self._kept(name), actor_code=actor) for name in names))
        return cross(both_sides(self.store, actor, None, method), self.rank_intervals(method))
