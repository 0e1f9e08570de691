"""The nginx of `deploy/` in front of two real servers: what readers get, what is kept or lost."""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from hall.book.rooms import Room
from tests.asgi import apart
from tests.bench.front import Front, front
from tests.bench.telephone import Telephone
from tests.hall.conftest import NEW, TODAY, led_to
from tests.setup import nginx, postgres
from tests.setup.ports import free_port

PHONES = 30
# Nobody else comes from there.
VISITOR = "203.0.113.9"
_COOKIE = re.compile(r"set-cookie: (noeud=.*)", re.IGNORECASE)
pytestmark = pytest.mark.nginx


@dataclass
class Debate:
    """A question that is open, behind the one address of two servers."""

    front: Front
    room: Room
    where: str

    @property
    def port(self) -> int:
        """Return the port of the one address."""
        return self.front.port


@pytest.fixture
def debate(postgresql: str, tmp_path: Path) -> Iterator[Debate]:
    """Two servers over one PostgreSQL, behind nginx."""
    where = postgres.apart(postgresql)
    with closing(opened(where)) as ledger:
        book = Book(ledger)
        room = led_to(book, book.create(NEW, TODAY), 2, Gesture.OPEN)
    with front(tmp_path, where) as both:
        yield Debate(both, room, where)


@pytest.mark.postgres
def test_readers_and_voters_keep_going_when_a_server_is_killed(debate: Debate) -> None:
    apart(asked(debate))
    with closing(opened(debate.where)) as ledger:
        # Each once, whichever server took it, and whoever asked it again.
        assert len(Box(ledger).ballots(debate.room.id)) == PHONES
    written = b"".join(file.read_bytes() for file in debate.front.folder.rglob("*") if file.is_file())
    assert VISITOR.encode() not in written
    assert not [*debate.front.folder.glob("*access*")]


async def asked(debate: Debate) -> None:
    """Read and vote through the one address, while a server dies."""
    await same_server(debate)
    phones = [await entered(debate) for _ in range(PHONES)]
    votes = [asyncio.create_task(voted(debate, phone)) for phone in phones[1:]]
    await voted(debate, phones[0])
    debate.front.kill("a")
    await asyncio.gather(*votes)
    for cookie in ("a", "b"):
        reader = Telephone(debate.port, cookies={"noeud": cookie})
        (await reader.get("/mon-territoire?region=32")).says("Hauts-de-France")
        await reader.leave()
    watch = Telephone(debate.port)
    (await watch.get("/ready")).says("true")
    await watch.leave()


async def same_server(debate: Debate) -> None:
    """A reader is given one of two servers, once."""
    reader = Telephone(debate.port)
    first = await reader.get("/", **{"X-Forwarded-For": VISITOR})
    first.says('<html lang="fr">')
    [given] = _COOKIE.findall(first.head)
    assert re.fullmatch(r"noeud=[ab]; Path=/; HttpOnly; SameSite=Lax", given.strip())
    assert not _COOKIE.search((await reader.get("/")).head)
    await reader.leave()


async def entered(debate: Debate) -> Telephone:
    """Come in by the code."""
    phone = Telephone(debate.port)
    await phone.get(f"/salle/{debate.room.code}")
    sent = await phone.send(f"/salle/{debate.room.code}/acteur", acteur="maires")
    (await phone.follow(sent)).says("Envoyer")
    return phone


async def voted(debate: Debate, phone: Telephone) -> None:
    """Vote once: nobody has to send again."""
    sent = await phone.send(f"/salle/{debate.room.code}/2", tour=1, domaine=["sante", "emploi"])
    sent.says("", 303)
    await phone.leave()


@pytest.mark.parametrize("entry", ["observatoire.entry.conf", "observatoire.entry-tls.conf"])
def test_nginx_takes_the_files_with_tls_or_without(tmp_path: Path, entry: str) -> None:
    nginx.laid(tmp_path, free_port())
    (tmp_path / entry).rename(tmp_path / "observatoire.entry.conf")
    certificate(tmp_path)
    assert nginx.refused(tmp_path) == ""


def certificate(folder: Path) -> None:
    """Make a certificate of nobody."""
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=localhost",
    ]
    named = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*made, *named], check=True, capture_output=True)
