"""Every published figure that can answer, read once, and what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import pandas as pd

from indicators.alliance_pairs import paired
from indicators.evolution import evolved
from indicators.quality import to_verify
from indicators.results import Results
from indicators.rows import Fields, each
from indicators.vocabulary import Vocabulary
from loaders.store import FRANCE
from readings.actors import alliance_rows

# The four the observatory listens to. IMPACT asks « élus locaux » instead of mayors: other people, shown
# under their own name wherever a figure of theirs is published, and never put in the mayors' place.
FOUR = ("citoyens", "entreprises", "associations", "maires")
# With two domains there is nothing to rank; with one actor there is nothing to cross.
_DOMAINS, _ACTORS = 3, 2
# What is shown, and taken away, of forty columns.
_SHOWN = [
    *("actor_code", "domain_code", "region_code", "wave", "survey", "perimeter", "base", "remark", "source"),
    *("measure", "measure_label", "kind", "unit", "value", "precision", "rank_low", "rank_high"),
    *("sample_size", "sampling_known", "sheet", "cell", "rank_cell"),
]
_COUNTED = ["wave", "actor_code", "measure", "domain_code", "figure_id", "survey_date"]


@dataclass(frozen=True)
class Voices:
    """All that is published, whatever is asked.

    `told`: what is felt (see `felt.everyone`); `alliances`: see `alliance_rows.published`, `alliance_pairs`:
    see `indicators.alliance_pairs`; `changed`: values of the same question in two dated surveys (see
    `evolution`); `aside`: what is told of no actor of its own (see `indicators.apart`); `doubtful`: measures
    of the figures left out because they remain to be verified, one a figure; `domains`: short labels,
    `actors`: labels, by code.
    """

    told: pd.DataFrame
    alliances: pd.DataFrame
    alliance_pairs: pd.DataFrame
    changed: pd.DataFrame
    aside: pd.DataFrame
    doubtful: tuple[str, ...]
    words: Vocabulary
    domains: Mapping[str, str]
    actors: Mapping[str, str]

    def the(self, actor: str) -> str:
        """« les maires »."""
        return self.words.actors_the[actor]


@dataclass(frozen=True)
class Context(Voices):
    """What is asked: `actor`, `region` (`""`: none), and what can be drawn.

    `wave`: the survey asked for, or the one that makes most actors heard; `place`: the region asked for where
    at least two actors can be ranked in that survey, else France. `survey_asked`: the reader chose a survey.
    """

    actor: str
    region: str
    wave: str
    place: str
    survey_asked: bool

    def of_measure(self, measure: str) -> pd.DataFrame:
        """Return the figures of a measure on alliances, in the order of the actors."""
        return alliance_rows.of_measure(self.alliances, measure, list(self.words.actors_the))

    @cached_property
    def here(self) -> pd.DataFrame:
        """What is felt in the territory and the survey drawn."""
        told = self.told
        return told.loc[(told["region_code"] == self.place) & (told["wave"] == self.wave), _SHOWN]

    @property
    def where(self) -> str:
        """« en Bretagne », « en France »."""
        return self.words.names[self.place].name_in

    @property
    def every_survey(self) -> list[str]:
        """What a section that compares the surveys says when the reader chose one of them."""
        return [f"Cette figure montre toutes les enquêtes, pas seulement {self.wave}."] * self.survey_asked

    @property
    def when(self) -> str:
        """« en Bretagne (PHARE 2015) », « en France » when no survey is known."""
        return f"{self.where} ({self.wave})" if self.wave else self.where


def voices(results: Results) -> Voices:
    """Read all that the page needs of an edition."""
    told, words = results.everyone(), results.vocabulary()
    heard = set(told["actor_code"]) | set(FOUR)
    alliances = alliance_rows.published(results.alliance_figures())
    return Voices(
        told=told,
        alliances=alliances,
        alliance_pairs=paired(alliances),
        changed=changed(told),
        aside=results.apart_rows(),
        doubtful=tuple(to_verify(results.store)["measure"]),
        words=words,
        domains=words.domains,
        actors={code: name for code, name in words.actors.items() if code in heard},
    )


def asked(heard: Voices, actor: str, region: str = "", wave: str = "") -> Context:
    """Choose what can be drawn; `region` (a code) and `wave` (a name) are `""` for no choice."""
    survey, place = _scope(heard.told, region, wave)
    return Context(
        **vars(heard), actor=actor, region=region, wave=survey, place=place, survey_asked=bool(wave)
    )


def changed(told: pd.DataFrame) -> pd.DataFrame:
    """Return `evolved` of every two dated surveys, values only: a rank may move because of another one."""
    dated = told[told["survey_date"] != ""].sort_values("survey_date", kind="stable")
    waves = list(dict.fromkeys(dated["wave"]))
    every = [evolved(told, before, after) for before, after in combinations(waves, 2)]
    if not every:
        return pd.DataFrame(columns=["actor_code", "region_code"])
    found = pd.concat(every, ignore_index=True)
    return found[found["change"].notna()]


def _scope(told: pd.DataFrame, region: str, wave: str) -> tuple[str, str]:
    """Choose survey and territory: the region when two actors can be crossed there, else France."""
    chosen = told[told["wave"] == wave] if wave else told
    for place, needed in ((region, _ACTORS), (FRANCE, 1)):
        survey, actors = _most_heard(chosen[chosen["region_code"] == place])
        if actors >= needed:
            return survey, place
    return wave, FRANCE


def _most_heard(told: pd.DataFrame) -> tuple[str, int]:
    """Return the survey that makes most actors heard, then figures, then the latest; and how many actors.

    An actor is heard who orders enough domains. In plain loops: to count in groups costs pandas more.
    """
    measured: dict[tuple[str, ...], list[Fields]] = {}
    for row in each(told[_COUNTED]):
        measured.setdefault((row.wave, row.actor_code, row.measure), []).append(row)
    heard: dict[str, list[Fields]] = {}
    for (wave, *_), rows in measured.items():
        if len({row.domain_code for row in rows}) >= _DOMAINS:
            heard.setdefault(wave, []).extend(rows)

    def order(wave: str) -> tuple[int, int, str]:
        rows = heard[wave]
        actors, figures = ({getattr(row, name) for row in rows} for name in ("actor_code", "figure_id"))
        return len(actors), len(figures), max(row.survey_date for row in rows)

    best = max(sorted(heard), key=order, default="")
    return best, order(best)[0] if best else 0
