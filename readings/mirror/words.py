"""What a person's notes have in common with the measures and the surveys, and where they part.

Never who is right. « First » is the third of a list that is the most fragile, « last » its other half: a rank
counts by its worse end, so that ties and intervals never make a sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readings.debate.voices import Rank, Survey
from readings.mirror.practices import Practice
from wording.lists import join, joined
from wording.numbers import ordinal
from wording.ranks import placed_short
from wording.typography import capital, quoted

# Fewer notes than this have no first third to speak of.
FEWEST = 5
_COLON = "\u202f: "
Ends = tuple[int, int]
UNKNOWN = "non publié"


@dataclass(frozen=True)
class Line:
    """One domain in words: its name, its note, the rank it gives, the measures, each survey in its order."""

    code: str
    name: str
    note: str
    own: str
    measured: str
    felt: tuple[str, ...]


@dataclass(frozen=True)
class Answered:
    """One answer about co-building: its words, whether it is this person's, who gave it before."""

    label: str
    own: bool
    published: str


@dataclass(frozen=True)
class Sides:
    """The domains that a voice puts in the most fragile third of its list, and in the least fragile half."""

    first: frozenset[str]
    last: frozenset[str]


def places(notes: Mapping[str, int]) -> dict[str, Ends]:
    """Return the ranks that each note may have, 1 the highest: equal notes share them all."""
    given = list(notes.values())
    return {
        code: (1 + sum(other > note for other in given), sum(other >= note for other in given))
        for code, note in notes.items()
    }


def sides(ranks: Mapping[str, Ends], among: int) -> Sides:
    """Return what is first and last of a list of `among` domains, whatever end of its rank is true."""
    return Sides(
        frozenset(code for code, (_, high) in ranks.items() if high <= among // 3),
        frozenset(code for code, (low, _) in ranks.items() if low > among / 2),
    )


def sentences(
    notes: Mapping[str, int],
    measured: Mapping[str, Rank],
    surveys: Sequence[Survey],
    names: Mapping[str, str],
    actors: Mapping[str, str],
) -> list[str]:
    """Say where the notes meet the measures and where they part, then the same of each survey.

    `actors`: every actor with its article, « les citoyens »; who publishes nothing is named.
    """
    if len(notes) < FEWEST:
        return [f"Notez au moins cinq domaines\u202f: avec {len(notes)}, rien ne se compare."]
    own = sides(places(notes), len(notes))
    ranks = {code: (rank.low, rank.high) for code, rank in measured.items()}
    found = list(_of_the_measures(own, sides(ranks, len(ranks)), notes, names)) or [_apart(own)]
    for survey in surveys:
        felt = sides(survey.ranks, len(names))
        found += _of_a_survey(own, felt, survey, names, actors[survey.actor])
    return [*found, *_silent(surveys, actors)]


def _of_the_measures(
    own: Sides, known: Sides, notes: Collection[str], names: Mapping[str, str]
) -> Iterator[str]:
    told = (
        ("En commun", own.first & known.first, "parmi les plus fragiles dans vos notes et dans les mesures"),
        (
            "Vous, plus que les mesures",
            own.first & known.last,
            "parmi les plus fragiles dans vos notes, dans la moitié la moins fragile des mesures",
        ),
        (
            "Les mesures, plus que vous",
            known.first & own.last,
            "parmi les plus fragiles dans les mesures, dans la moitié la moins fragile de vos notes",
        ),
        (
            "Sans avis de votre part",
            known.first - set(notes),
            "parmi les plus fragiles dans les mesures",
        ),
    )
    for title, codes, what in told:
        if codes:
            yield f"{title}{_COLON}{_named(codes, names)}, {what}."


def _apart(own: Sides) -> str:
    """Say why nothing of the measures is met nor opposed."""
    if not own.first:
        return "Vos notes les plus hautes sont à égalité\u202f: aucun domaine ne s’en détache."
    return "Vos domaines les plus fragiles et ceux des mesures ne se rejoignent ni ne s’opposent nettement."


def _of_a_survey(
    own: Sides, felt: Sides, survey: Survey, names: Mapping[str, str], actor: str
) -> Iterator[str]:
    """Say what an actor and these notes both put first, and what one puts first and the other last."""
    told = (
        (felt.first & own.first, "parmi les plus fragiles, comme vous"),
        (felt.first & own.last, "parmi les plus fragiles, vous dans votre moitié la moins fragile"),
        (own.first & felt.last, "dans leur moitié la moins fragile, vous parmi les plus fragiles"),
    )
    said = [f"{_named(codes, names)} {what}" for codes, what in told if codes]
    if said:
        yield f"{capital(actor)} ({survey.wave}) mettent {joined(said)}."


def _silent(surveys: Iterable[Survey], actors: Mapping[str, str]) -> Iterator[str]:
    heard = {survey.actor for survey in surveys}
    silent = [name for actor, name in actors.items() if actor not in heard]
    if silent:
        yield f"Rien n’est publié, dans la région, sur ce que ressentent {join(silent)}."


def lines(
    notes: Mapping[str, int],
    measured: Mapping[str, Rank],
    surveys: Sequence[Survey],
    names: Mapping[str, str],
) -> list[Line]:
    """Return the domains in the order of the notes, then those that were not noted."""
    own = places(notes)
    order = sorted(names, key=lambda code: (own.get(code, (len(names) + 1,))[0], list(names).index(code)))
    return [
        Line(
            code,
            names[code],
            f"{notes[code]}/10" if code in notes else "sans avis",
            ranked(own[code]) if code in own else "",
            _measured(measured.get(code)),
            tuple(ranked(survey.ranks.get(code)) for survey in surveys),
        )
        for code in order
    ]


def answered(asked: Practice, given: Collection[str]) -> list[Answered]:
    """Put each published answer to a question beside this person's."""
    return [Answered(label, code in given, asked.published[code]) for code, label in asked.choices.items()]


def ranked(ends: Sequence[int] | None) -> str:
    """« 3ᵉ », « 2ᵉ–5ᵉ » of ranks that several hold, « non publié »."""
    if not ends:
        return UNKNOWN
    low, high = ends
    return ordinal(low) if low == high else f"{ordinal(low)}\u2013{ordinal(high)}"


def _named(codes: Collection[str], names: Mapping[str, str]) -> str:
    return join(quoted(name) for code, name in names.items() if code in codes)


def _measured(rank: Rank | None) -> str:
    return "non mesuré" if rank is None else placed_short(rank.rank, rank.low, rank.high)
