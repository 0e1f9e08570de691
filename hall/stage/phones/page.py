"""The page of a telephone: one decision, or what was decided, or that one looks at the screen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hall.book import codes
from hall.book.ballots import Answer
from hall.book.rooms import Room
from hall.book.steps import StepState
from hall.stage.addresses import is_local
from hall.stage.hall import Hall
from hall.stage.participants import NO_INTERNET, UNHEARD, answering_as, promise
from hall.stage.phones import told
from hall.stage.phones.reception import here

# What an address of a telephone's page may ask for.
ACTOR, ANSWER, LATE = "acteur", "reponse", "arrivee"
CHANGE, CHANGED, NEXT_PERSON = "changer", "changee", "suivante"


def entered(room: Room) -> str:
    """Return where who has just said who they are goes: a question that is over is told as missed."""
    step = room.progress.step
    over = step.asked and step.state in (StepState.CLOSED, StepState.REVEALED)
    return f"{here(room)}?{LATE}={step.rank}" if over else here(room)


@dataclass(frozen=True)
class Shown:
    """What the page of a telephone shows now.

    `host`: the server, as the telephone reaches it; `actor`: whom its holder answers as, "" before they said
    it; `own`: what they answered to the step; `wanted`, `asked`: of an actor, of an answer, by its address;
    `proofs`: what its forms carry, by name.
    """

    room: Room
    host: str
    actor: str
    own: Answer
    wanted: str
    asked: str
    late: bool
    proofs: Mapping[str, str]

    @property
    def alike(self) -> Hashable:
        """Return what this page has in common with those that are the same but for their proofs; or None."""
        same = (self.room.id, self.room.version, self.host, self.actor, self.wanted, self.late)
        return None if self.own else same

    def data(self) -> dict[str, Any]:
        """Return what the template says, its proofs left out."""
        room, step = self.room, self.room.progress.step
        data = self._everywhere()
        if not self.actor or self.wanted:
            chosen = "" if self.wanted == NEXT_PERSON else self.actor
            return data | {"form": ACTOR, "heading": told.WHO, "chosen": chosen, "then": entered(room)}
        if step.asked and step.state is StepState.OPEN:
            if not self.own or self.asked == CHANGE:
                then = f"{here(room)}?{ANSWER}={CHANGED}" if self.own else here(room)
                asked = {"heading": step.subject["titre"], "then": then, "own": self.own}
                return data | {"form": "question"} | asked
            heading, sentences = told.kept(changed=self.asked == CHANGED)
            return data | {"form": "kept", "heading": heading, "sentences": sentences, "waiting": True}
        heading, sentences = told.waiting(room, step, self.own, late=self.late)
        return data | {"heading": heading, "sentences": sentences, "waiting": True}

    def _everywhere(self) -> dict[str, Any]:
        room, step = self.room, self.room.progress.step
        return {
            "room": room,
            "step": step,
            "title": f"{room.title}, salle {room.code}",
            "actor": self.actor,
            "actors": answering_as(room),
            "promise": promise(room),
            "unheard": UNHEARD,
            "help": NO_INTERNET if is_local(f"//{self.host}") else "",
            "here": here(room),
            "code": codes.written(room.code),
            "watched": f"{here(room)}/etat",
            "moment": room.moment,
            "own": {},
            "changing": bool(self.own),
            "answered": told.answered(step, self.own),
            "refused": "",
            "form": "",
            "revealed": any(one.asked and one.state is StepState.REVEALED for one in room.progress.steps),
        }


def shown(hall: Hall, room: Room, cookie: str, asked: Mapping[str, str], host: str) -> Shown | None:
    """Return what the page of a telephone shows now; None where the door is closed to it.

    `asked`: of its address; `host`: the server, as the telephone reaches it.
    """
    device = codes.device(hall.secret, room.id, cookie)
    held = hall.box.person(room.id, device)
    if held is None and room.progress.locked:
        return None
    step = room.progress.step
    own = hall.box.own(room.id, device, held[0]).get((step.rank, step.round)) if held and step.asked else None
    wanted = asked.get(ACTOR, "") and (NEXT_PERSON if asked[ACTOR] == NEXT_PERSON else CHANGE)
    actor = held[1] if held else ""
    proof = partial(codes.form_token, hall.secret, room.id, device)
    proofs = {"token": proof(ACTOR if not actor or wanted else f"{step.rank}")}
    if room.shared:
        proofs["next_token"] = proof(NEXT_PERSON)
    late = asked.get(LATE) == f"{step.rank}"
    return Shown(room, host, actor, own or {}, wanted, asked.get(ANSWER, ""), late, proofs)
