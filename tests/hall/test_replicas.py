"""Two real servers over one store: a telephone goes from one to the other, and one of them is killed."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hall.book import codes
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.place import SECRET_VARIABLE, VARIABLE
from hall.book.rooms import Room
from tests.asgi import apart
from tests.bench.telephone import Answer, Telephone
from tests.browser.conftest import running
from tests.hall.conftest import NEW, NOW, TODAY, led_to
from tests.setup import postgres

SECRET = "x" * 32
PHONES = 40
# The server is killed once so many are acknowledged; so many more come to it when it is dead.
BEFORE, AFTER = 10, 5


@dataclass
class Replicas:
    """A debate on two servers: the ports, and how one is killed."""

    room: Room
    dies: int
    stays: int
    dying: ExitStack
    acknowledged: set[str] = field(default_factory=set)

    async def enter(self, place: int) -> Telephone:
        """Come by one of the servers; the page that follows is of the other."""
        phone = Telephone((self.dies, self.stays)[place % 2])
        await phone.get(f"/salle/{self.room.code}")
        sent = await phone.send(f"/salle/{self.room.code}/acteur", acteur="maires")
        sent.says("", 303)
        await phone.leave()
        phone.port = (self.stays, self.dies)[place % 2]
        (await phone.follow(sent)).says("Envoyer")
        return phone

    async def vote(self, phone: Telephone) -> None:
        """Vote; where the server has died, again by the other."""
        try:
            sent = await self._sent(phone)
        except (OSError, EOFError):
            await phone.leave()
            phone.port = self.stays
            sent = await self._sent(phone)
        sent.says("", 303)
        self.acknowledged.add(codes.device(SECRET.encode(), self.room.id, phone.cookies["salle"]))
        if len(self.acknowledged) == BEFORE:
            self.dying.close()

    async def _sent(self, phone: Telephone) -> Answer:
        return await phone.send(f"/salle/{self.room.code}/2", tour=1, domaine=["sante", "emploi"])


async def debated(replicas: Replicas) -> str:
    """Have every telephone enter, then vote; returns the page of the last one."""
    phones = [await replicas.enter(place) for place in range(PHONES)]
    await asyncio.gather(*map(replicas.vote, phones[:-AFTER]))
    assert replicas.dies in {phone.port for phone in phones[-AFTER:]}
    for phone in phones[-AFTER:]:
        await replicas.vote(phone)
    told = await phones[-1].get(f"/salle/{replicas.room.code}")
    for phone in phones:
        await phone.leave()
    return told.text


async def looked(replicas: Replicas) -> str:
    """Return what a telephone is told of where the debate stands."""
    phone = Telephone(replicas.stays)
    state = await phone.get(f"/salle/{replicas.room.code}/etat")
    await phone.leave()
    return state.text


@pytest.mark.postgres
def test_two_servers_share_a_debate_and_one_of_them_is_killed(postgresql: str, tmp_path: Path) -> None:
    where = postgres.apart(postgresql)
    settings = {VARIABLE: where, SECRET_VARIABLE: SECRET}
    with ExitStack() as both, ExitStack() as dying:
        ledger = both.enter_context(closing(opened(where)))
        book = Book(ledger)
        room = led_to(book, book.create(NEW, TODAY), 2, Gesture.OPEN)
        stays = both.enter_context(running(tmp_path, settings=settings))
        dies = dying.enter_context(running(tmp_path, killed=True, settings=settings))
        replicas = Replicas(room, _port(dies), _port(stays), dying)
        assert "Votre réponse est enregistrée" in apart(debated(replicas))
        # Each once, whichever server took it.
        kept = Box(ledger).ballots(room.id)
        assert len(kept) == PHONES
        assert {ballot.device for ballot in kept} == replicas.acknowledged
        # The desk of one machine leads the telephones of the other.
        book.move(room.id, Gesture.CLOSE, NOW)
        assert "close" in apart(looked(replicas))


def _port(address: str) -> int:
    return urlsplit(address).port or 0
