"""What one question gave, as the lines of a sheet: only what was shown, each number with how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.room import Part
from hall.book.steps import Kind, Step
from hall.stage.participants import GROUPS
from hall.stage.reveal import Content
from hall.stage.screen.mirrors import ranks_of, side_by_side
from readings.room import words
from wording.lists import join
from wording.numbers import counted, number, ordinal
from wording.typography import capital

_NONE = "moins de cinq"
_OF_ALL = "tous groupes de cinq ou plus ensemble"


@dataclass(frozen=True)
class Told:
    """What a step gave in one of its rounds."""

    step: Step
    turn: int
    found: Content

    @property
    def title(self) -> str:
        """« Vos trois priorités, 2ᵉ tour »."""
        return words.titled(str(self.step.subject["titre"]), self.turn, self.step.round)


def answered(every: Sequence[Told]) -> Part:
    """Say how many answered each question, by actor."""
    rows = [(one.title, _people(_counts(one)), _by_actor(one)) for one in every]
    return Part("Qui a répondu", heads=("Question", "Réponses", "Par acteur"), rows=rows)


def most(every: Sequence[Told]) -> str:
    """« 84 réponses à la question la plus suivie. »; nothing where nobody is heard."""
    count = max((count for one in every for count in _counts(one)), default=0)
    return f"{counted(count, 'réponse', 'réponses')} à la question la plus suivie." if count else ""


def chosen(one: Told, what: words.First, name: str) -> Part:
    """Count what was chosen; `what` came first, `name`: where the subject holds what could be."""
    names, found = one.step.subject[name], one.found
    sentence = words.first(found, names, what)
    groups = {who: found["groups"][who] for who in GROUPS if who in found["groups"]}
    order = sorted(found["counts"], key=lambda code: (-found["counts"][code], list(names).index(code)))
    rows = [
        (names[code], *(number(voice["counts"].get(code, 0), 0) for voice in (found, *groups.values())))
        for code in order
    ]
    heads = (
        "",
        _headed("Salle", found["people"]),
        *(_headed(_named(who), groups[who]["people"]) for who in groups),
    )
    return Part(one.title, [sentence], heads, rows)


def noted(every: Sequence[Told]) -> Part:
    """Put the notes of all the steps together: each domain was asked by one of them."""
    names = {code: name for one in every for code, name in one.step.subject["domaines"].items()}
    whole = {code: note for one in every for code, note in one.found["whole"]["notes"].items()}
    groups = {
        who: _notes_of(every, who) for who in GROUPS if any(who in one.found["groups"] for one in every)
    }
    order = words.highest(whole, len(whole))
    heads = ("Domaine", "Moyenne", "La moitié au moins", "Réponses", *(_named(who) for who in groups))
    rows = [
        (names[code], *_note(whole[code]), *(_mean(own.get(code)) for own in groups.values()))
        for code in order
    ]
    sentences = [words.noted(names[order[0]], whole[order[0]]), _READ] if order else [words.NOBODY]
    return Part("Les notes, de 0 (pas fragile du tout) à 10 (très fragile)", sentences, heads, rows)


_READ = (
    "Entre crochets\u202f: où serait la moyenne avec d’autres personnes du même public, donné à partir de 30 "
    "réponses. Entre parenthèses\u202f: combien de réponses. «\u00a0La moitié au moins\u00a0»\u202f: entre "
    "quelles notes est la moitié des réponses au moins."
)


_RANKS = (
    "1ᵉʳ\u202f: le plus fragile des domaines de la région. Entre parenthèses\u202f: entre quels rangs il "
    "peut être."
)


def mirrored(one: Told) -> Part:
    """Put the ranks of the room beside those of the measures and of each survey."""
    subject = one.step.subject
    places = ranks_of(one.found["whole"], subject["domaines"])
    order = sorted(places, key=lambda code: places[code]["rank"])
    felt = (f"{_named(told['acteur'])}, {told['vague']}" for told in subject["enquetes"])
    made = (side_by_side(subject, code, places[code]) for code in order)
    rows = [(row.label, *row.values) for row in made]
    sentences = [_RANKS if places else words.NO_RANKS]
    return Part(
        "Les rangs\u202f: la salle, les mesures, les enquêtes",
        sentences,
        ("Domaine", "Salle", "Mesures", *felt),
        rows,
    )


def guessed(every: Sequence[Told]) -> Part:
    """Put each guess beside what is published."""
    return Part("Ce que la salle a deviné, et ce qui est publié", points=[_guess(one) for one in every])


def aloud(every: Sequence[Told]) -> Part:
    """Put what was asked aloud beside what is published: nothing is known of the answers."""
    points = [(str(one.step.subject["question"]), _truth(one)) for one in every]
    return Part("Ce qui a été demandé à voix haute, et ce qui est publié", points=points)


def _guess(one: Told) -> tuple[str, str]:
    subject, found = one.step.subject, one.found
    if one.step.kind is Kind.DOMAIN:
        said = words.first(found, subject["domaines"], words.DOMAIN)
    else:
        ranked = one.step.kind is Kind.RANK
        told = words.ranked(found) if ranked else words.guessed(found, str(subject["symbole"]))
        said = f"{told} {words.count(found)}".rstrip()
    turn = "" if one.step.round == 1 else f" ({ordinal(one.turn)} tour)"
    return f"{subject['question']}{turn} {said}", _truth(one)


def _truth(one: Told) -> str:
    subject = one.step.subject
    return f"Publié\u202f: {subject['verite']} {subject.get('detail', '')}".strip()


def _counts(one: Told) -> list[int]:
    """Return how many are behind each number of a question: of notes, one count a domain."""
    if one.step.kind is Kind.NOTES:
        return [note["count"] for note in one.found["whole"]["notes"].values()]
    return [count for count in [one.found.get("people", one.found.get("count", 0))] if count]


def _by_actor(one: Told) -> str:
    groups: Mapping[str, Content] = one.found.get("groups", {})
    if not groups:
        return _OF_ALL if _counts(one) else ""
    return join(f"{_people(_of(groups[who]))} {GROUPS[who]}" for who in GROUPS if who in groups)


def _of(group: Content) -> list[int]:
    return [note["count"] for note in group["notes"].values()] if "notes" in group else [group["people"]]


def _people(counts: Sequence[int]) -> str:
    return words.many(counts) if counts else _NONE


def _notes_of(every: Sequence[Told], who: str) -> dict[str, Content]:
    groups = (one.found["groups"].get(who) for one in every)
    return {code: note for group in groups if group for code, note in group["notes"].items()}


def _note(note: Content) -> tuple[str, str, str]:
    mean, low, high = number(note["mean"], 1), note["low"], note["high"]
    end = "" if low is None else f" [{number(low, 1)}\u2013{number(high, 1)}]"
    half = dict.fromkeys(number(note[quarter]) for quarter in ("first_quarter", "third_quarter"))
    return f"{mean}{end}", " à ".join(half), number(note["count"], 0)


def _mean(note: Content | None) -> str:
    return _NONE if note is None else f"{number(note['mean'], 1)} ({number(note['count'], 0)})"


def _named(who: str) -> str:
    return capital(GROUPS[who])


def _headed(name: str, people: int) -> str:
    return f"{name} ({number(people, 0)})"
