"""A step whole: its words, what it changes on an edition, and its measures in a title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from indicators.results import Results
from indicators.ten_steps.choices import choices
from indicators.ten_steps.measures import of_step
from indicators.ten_steps.step import Step
from indicators.vocabulary import Vocabulary
from readings.settings.conventions import conventions
from readings.ten_steps import analysed, described, doubted
from readings.ten_steps.numbers import Numbers
from readings.ten_steps.text import Text, texts
from wording.typography import uncapital


@dataclass(frozen=True, slots=True)
class Told:
    """A step: its words, then what its choices give on the edition, a sentence each, the main one first."""

    text: Text
    effects: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return the finding: « Normalisation : rendre les chiffres comparables autrement… »."""
        return f"{self.text.heading}\u202f: {uncapital(self.effects[0].removesuffix('.'))}"


def told(results: Results, step: Step) -> Told:
    """Return a step on an edition, by our starting method; raises `MethodError` where there is none."""
    said = results.once(("texts",), lambda: texts(conventions(results.store)))
    return Told(said[step], tuple(_effects(results, step)))


def _effects(results: Results, step: Step) -> list[str]:
    named = {f"{one.name}={one.code}": one.words for one in choices(results.store)}
    return _SAID[step](Numbers(of_step(results, step)), results.vocabulary(), named)


_Said = Callable[[Numbers, Vocabulary, Mapping[str, str]], list[str]]
# From the measures of a step, the words of the edition, those of the choices by « name=code ».
_SAID: Mapping[Step, _Said] = {
    Step.FRAMEWORK: lambda found, _words, _named: described.framework(found),
    Step.DATA: lambda found, _words, _named: described.data(found),
    Step.MISSING: lambda found, _words, _named: described.missing(found),
    Step.ANALYSIS: lambda found, _words, _named: analysed.analysis(found),
    Step.NORMALISATION: lambda found, _words, named: analysed.normalisation(found, named),
    Step.AGGREGATION: lambda found, _words, named: analysed.aggregation(found, named),
    Step.UNCERTAINTY: lambda found, _words, _named: doubted.uncertainty(found),
    Step.BACK: lambda found, words, _named: doubted.back(found, words.levels, words.axes),
    Step.LINKS: lambda found, words, _named: doubted.links(found, words.indicators),
    Step.SHOWN: lambda found, _words, _named: doubted.shown(found),
}
