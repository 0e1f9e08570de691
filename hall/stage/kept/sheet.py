"""The sheet of a room: who answered, what they said, what is published beside it, what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exports.room import Part, Sheet
from hall.book.rooms import Room
from hall.book.steps import GUESSES, Kind
from hall.stage.kept import surveys, told
from hall.stage.kept.told import Told
from hall.stage.participants import ALOUD
from hall.stage.reveal import Content
from readings.room import words

_SIDE_BY_SIDE = (
    "La salle, les enquêtes et les mesures n’ont ni la même date, ni la même question, ni les mêmes "
    "personnes\u202f: elles se lisent côte à côte, sans moyenne ni soustraction."
)
_HIDDEN = (
    "Les réponses d’un groupe de moins de cinq, et celles sans acteur, ne sont montrées nulle part, pas même "
    "dans l’ensemble."
)
_BALLOTS = "Ce sont des réponses envoyées par des téléphones, non des personnes comptées une à une."
_TABLETS = "Des tablettes ont pu passer d’une personne à l’autre."
_INVITED = "Cette fiche ne sait pas comment les personnes ont été invitées\u202f: ce qu’elle dit en dépend."
_ALONE = "Écran sans téléphones"
_NOTHING = "Rien n’a encore été révélé dans cette salle."


def sheet(room: Room, found: Mapping[tuple[int, int], Content]) -> Sheet:
    """Return the sheet of a room from what was revealed, by rank and round (`hall.stage.reveal.frozen`)."""
    every = [
        Told(step, turn, found[rank, turn])
        for step in room.progress.steps
        for rank, turn in sorted(found)
        if rank == step.rank
    ]
    place = room.progress.steps[0].subject.get("region", "")
    *_, mention, edition = ("", "", *room.footer)
    where = f"{', ' * bool(place)}{place}, {room.day:%d/%m/%Y}"
    asked, alone = [one for one in every if one.step.asked], room.progress.alone
    parts = (told.aloud(asked),) * bool(asked) if alone else tuple(_parts(every, asked))
    parts = parts or (Part("Ce que l’écran a dit" if alone else "Ce que la salle a dit", [_NOTHING]),)
    return Sheet(
        name=room.title,
        finding=f"{_ALONE if alone else surveys.named(room)}{where}.",
        overall=told.most(asked),
        parts=(*parts, limits(room)),
        edition=edition,
        mention=mention,
        fictional=surveys.is_fictional(room),
    )


def _parts(every: Sequence[Told], asked: Sequence[Told]) -> Iterator[Part]:
    """Tell what was revealed, in the order of a debate: every round; of notes and mirrors, the last one."""
    by_kind: dict[Kind, list[Told]] = {}
    for one in every:
        by_kind.setdefault(one.step.kind, []).append(one)
    if asked:
        yield told.answered(asked)
    for one in by_kind.get(Kind.PRIORITIES, []):
        yield told.chosen(one, words.PRIORITY, "domaines")
    if notes := {one.step.rank: one for one in by_kind.get(Kind.NOTES, [])}:
        yield told.noted(list(notes.values()))
    # Its two screens are of the same notes.
    for one in by_kind.get(Kind.MIRROR, [])[-1:]:
        yield told.mirrored(one)
    if guesses := [one for one in every if one.step.kind in GUESSES]:
        yield told.guessed(guesses)
    for one in by_kind.get(Kind.NEXT, []):
        yield told.chosen(one, words.ACTOR, "acteurs")


def limits(room: Room) -> Part:
    """Return what cannot be concluded from a room; from a screen alone, anything of who was there."""
    said = (
        [ALOUD]
        if room.progress.alone
        else [
            words.NOT_A_SAMPLE,
            _INVITED,
            _BALLOTS,
            *([_TABLETS] if room.shared else []),
            _HIDDEN,
            _SIDE_BY_SIDE,
        ]
    )
    return Part("Ce que cette salle ne permet pas de conclure", points=[(one, "") for one in said])
