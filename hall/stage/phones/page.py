"""The page of a telephone: one decision, or what was decided, or that one looks at the screen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from hall.book import codes
from hall.book.rooms import Room
from hall.book.steps import Step, StepState
from hall.stage.addresses import is_local
from hall.stage.hall import Hall
from hall.stage.participants import NO_INTERNET, answering_as, promise
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


def shown(hall: Hall, room: Room, cookie: str, asked: Mapping[str, str], base: str) -> dict[str, Any] | None:
    """Return what the page of a telephone shows now; None where the door is closed to it.

    `asked`: of its address; `base`: the address of the server, as the telephone reaches it.
    """
    device = codes.device(hall.secret, room.id, cookie)
    held = hall.box.person(room.id, device)
    if held is None and room.progress.locked:
        return None
    step = room.progress.step
    own = _own(hall, room, device, held[0]) if held and step.asked else {}
    wanted = asked.get(ACTOR, "")
    data = _everywhere(room, step, base) | {"own": {}, "actor": held[1] if held else ""}
    data |= {"changing": bool(own), "answered": told.answered(step, own)}
    proof = partial(codes.form_token, hall.secret, room.id, device)
    data["next_token"] = proof(NEXT_PERSON)
    if held is None or wanted:
        chosen = "" if wanted == NEXT_PERSON else data["actor"]
        data |= {"form": ACTOR, "heading": told.WHO, "chosen": chosen, "then": entered(room)}
        return data | {"token": proof(ACTOR)}
    if step.asked and step.state is StepState.OPEN:
        if not own or asked.get(ANSWER) == CHANGE:
            then = f"{here(room)}?{ANSWER}={CHANGED}" if own else here(room)
            data |= {"form": "question", "heading": step.subject["titre"], "then": then, "own": own}
            return data | {"token": proof(f"{step.rank}")}
        heading, sentences = told.kept(changed=asked.get(ANSWER) == CHANGED)
        return data | {"form": "kept", "heading": heading, "sentences": sentences, "waiting": True}
    late = asked.get(LATE) == str(step.rank)
    heading, sentences = told.waiting(room, step, own, late=late)
    return data | {"heading": heading, "sentences": sentences, "waiting": True}


def _own(hall: Hall, room: Room, device: str, person: int) -> dict[str, Any]:
    step = room.progress.step
    return hall.box.own(room.id, device, person).get((step.rank, step.round), {})


def _everywhere(room: Room, step: Step, base: str) -> dict[str, Any]:
    return {
        "room": room,
        "step": step,
        "title": f"{room.title}, salle {room.code}",
        "actors": answering_as(room),
        "promise": promise(room),
        "help": NO_INTERNET if is_local(base) else "",
        "here": here(room),
        "code": codes.written(room.code or ""),
        "watched": f"{here(room)}/etat",
        "moment": room.moment,
        "refused": "",
        "form": "",
        "revealed": any(one.asked and one.state is StepState.REVEALED for one in room.progress.steps),
    }
