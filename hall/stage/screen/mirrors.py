"""The mirror on the projector: the room beside the measures, then each group beside the survey of its actor.

Two screens, since five voices with their intervals do not hold on one; no number of any mixes two voices.
"""

from __future__ import annotations

from collections.abc import Mapping

from hall.book.steps import Step
from hall.stage.participants import GROUPS
from hall.stage.screen.view import Content, Row, View, ranked_mark
from indicators.gap_signs import STATED
from indicators.room.gaps import RoomGap, room_gap
from readings.mirror.words import ranked
from readings.room import mirror_words as words
from readings.room.words import NOT_A_SAMPLE
from wording.numbers import ordinal
from wording.ranks import placed_short
from wording.signs import SHORT

# Which of the two screens a step is.
FACE, SURVEYS = "face", "enquetes"
_MOST, _MOST_OF_TWO_LINES = 6, 5
# As many actors and the measures, from the last row of a room.
_WIDEST = 4


def mirrored(made: View, step: Step, found: Content) -> None:
    """Show one of the two screens of the mirror."""
    tell = _beside_surveys if step.subject.get(FACE) == SURVEYS else _beside_measures
    tell(made, step.subject, found)
    made.state = words.heard(found)


def ranks_of(voice: Content, names: Mapping[str, str]) -> Mapping[str, Content]:
    """Return the ranks that a voice gives; none unless it is heard on every domain of the mirror."""
    places: Mapping[str, Content] = voice["places"]
    return places if set(places) == set(names) else {}


def side_by_side(subject: Content, code: str, place: Content | None) -> Row:
    """Put the rank that the room gives to a domain beside that of the measures and of each survey."""
    felt = (one["rangs"].get(code) for one in subject["enquetes"])
    row = _of_both(subject, code, place)
    return Row(row.label, (*row.values, *map(ranked, felt)), row.marks)


def _beside_measures(made: View, subject: Content, found: Content) -> None:
    names, measured = subject["domaines"], subject["mesures"]
    places = ranks_of(found["whole"], names)
    gaps = _gaps(places, measured)
    stated = {code: gap for code, gap in gaps.items() if gap.sign in STATED}
    if not places:
        said = words.NO_RANKS
    elif stated:
        far = max(stated, key=lambda code: stated[code].least)
        said = words.apart(names[far], places[far], measured[far], len(measured), stated[far].sign)
    else:
        said = words.no_sign(places)
    made.sentences = [said, f"{NOT_A_SAMPLE} {words.READING}"]
    made.ends = (ordinal(len(names)), "1ᵉʳ, le plus fragile")
    made.columns = ["salle", "mesures", *(["ressenti"] if stated else [])]
    made.legend = [("salle", "la salle"), ("mesures", "les mesures")]
    for code in _first_of_both(places, measured, names):
        row = _of_both(subject, code, places.get(code))
        sign = (SHORT[gaps[code].sign] if code in gaps else "",) if stated else ()
        made.rows.append(Row(row.label, (*row.values, *sign), row.marks))


def _of_both(subject: Content, code: str, place: Content | None) -> Row:
    measured, among = subject["mesures"].get(code), len(subject["domaines"])
    marks = tuple(
        ranked_mark(voice, one["rank"], one["low"], one["high"], among)
        for voice, one in (("salle", place), ("mesures", measured))
        if one
    )
    told = (
        _placed(place) if place else words.UNRANKED,
        _placed(measured) if measured else "non mesuré",
    )
    return Row(subject["domaines"][code], told, marks)


def _gaps(places: Mapping[str, Content], measured: Mapping[str, Content]) -> dict[str, RoomGap]:
    """Return the gap of each domain whose two ranks have an interval."""
    return {
        code: room_gap((place["low"], place["high"]), (measured[code]["low"], measured[code]["high"]))
        for code, place in places.items()
        if place["low"] is not None and code in measured
    }


def _first_of_both(
    places: Mapping[str, Content], measured: Mapping[str, Content], names: Mapping[str, str]
) -> list[str]:
    """Return what is first for the room and what is first for the measures, as many of each."""
    by_room = sorted(places, key=lambda code: places[code]["rank"])
    by_measures = sorted(measured, key=lambda code: measured[code]["rank"])
    half = _MOST // 2 if places else 0
    chosen = [*by_room[: _MOST - half], *by_measures[: _MOST if not places else half]]
    chosen = list(dict.fromkeys([*chosen, *by_room]))[:_MOST]
    order = by_room or by_measures
    return sorted(chosen or list(names)[:_MOST], key=lambda code: order.index(code) if code in order else 99)


def _beside_surveys(made: View, subject: Content, found: Content) -> None:
    names, groups = subject["domaines"], found["groups"]
    surveys = {one["acteur"]: one for one in subject["enquetes"]}
    actors = [actor for actor in GROUPS if actor in surveys or actor in groups]
    ranks = {actor: ranks_of(groups[actor], names) for actor in actors if actor in groups}
    narrow = len(actors) > _WIDEST
    made.corner = words.CORNER
    made.columns = [
        *([] if narrow else ["mesures"]),
        *(words.head(GROUPS[actor], groups.get(actor)) for actor in actors),
    ]
    asked = words.surveys(subject["enquetes"], ranks, groups, names, GROUPS)
    made.sentences = [f"{asked} {words.SIDE_BY_SIDE}"]
    for code in _compared(subject, ranks_of(found["whole"], names)):
        measured = subject["mesures"].get(code)
        first = [] if narrow else [ordinal(measured["rank"]) if measured else "non mesuré"]
        cells = [
            f"{_of_group(actor, ranks, code)}\n{ranked(surveys.get(actor, {}).get('rangs', {}).get(code))}"
            for actor in actors
        ]
        made.rows.append(Row(names[code], (*first, *cells)))


def _compared(subject: Content, places: Mapping[str, Content]) -> list[str]:
    """Return the domains that short lists of surveys name, then those that the room puts first."""
    ranked: Mapping[str, Content] = places or subject["mesures"]
    order = sorted(ranked or subject["domaines"], key=lambda code: ranked[code]["rank"] if ranked else 0)
    short = [one["rangs"] for one in subject["enquetes"] if len(one["rangs"]) < len(subject["domaines"])]
    named = [code for rangs in short for code in sorted(rangs, key=lambda code: rangs[code][0])]
    chosen = list(dict.fromkeys([*named, *order]))[:_MOST_OF_TWO_LINES]
    return sorted(chosen, key=lambda code: order.index(code) if code in order else len(order))


def _of_group(actor: str, ranks: Mapping[str, Mapping[str, Content]], code: str) -> str:
    if actor not in ranks:
        return words.HIDDEN
    return _placed(ranks[actor][code]) if ranks[actor] else words.UNRANKED


def _placed(place: Content) -> str:
    return placed_short(place["rank"], place["low"], place["high"])
