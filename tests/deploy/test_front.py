"""The nginx of `deploy/` in front of two real servers: what readers get, what is kept or lost."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

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


@pytest.mark.parametrize("tls", [False, True])
def test_nginx_takes_the_files_with_tls_or_without(tmp_path: Path, tls: bool) -> None:
    nginx.laid(tmp_path, free_port(), tls=tls)
    certificate(tmp_path)
    assert nginx.refused(tmp_path) == ""


def test_what_nginx_says_itself_is_in_french_and_asks_for_nothing(tmp_path: Path) -> None:
    port = free_port()
    with nginx.running(tmp_path, port, (free_port(), free_port())):
        for sent, status, told in (
            (b"GET /mon-territoire HTTP/1.1\r\nHost: a\r\n", 503, "Le tableau de bord redémarre"),
            (b"POST /salle/AAAAAA/2 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n", 503, "compte une fois"),
            (b"GET /ready HTTP/1.1\r\nHost: a\r\n", 503, "redémarre"),
            (b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n", 413, "5\u00a0Mo au plus"),
            (b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: a\r\n", 400, "ne peut pas être lue"),
            (b"GET / HTTP/1.1\r\nHost: a b\r\n", 400, "ne peut pas être lue"),
            (b"\xff\xfe\r\n", 400, "ne peut pas être lue"),
        ):
            answer = said(port, sent)
            assert f" {status} " in answer.partition("\r\n")[0] + " "
            assert told in answer
            assert 'lang="fr"' in answer
            assert "default-src 'none'" in answer
            assert "<center>" not in answer


def said(port: int, request: bytes) -> str:
    """Send a request as it is, and return all that is answered."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(request + b"Connection: close\r\n\r\n")
        return b"".join(iter(lambda: line.recv(65536), b"")).decode()


def test_a_reader_who_came_by_tls_is_told_to_come_back_by_it(tmp_path: Path) -> None:
    certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=tmp_path / "fullchain.pem")
    trusting.check_hostname = False  # it is a name's, and asked for by its number
    # As a server: what is proxied must say it too, beside the cookie of that location.
    with answering() as served:
        port = free_port()
        with nginx.running(tmp_path, port, (served, served), tls=True):
            for path in ("/mon-territoire", "/salle/AAAAAA", "/ready", "/nginx/personne"):
                told = headers(f"https://127.0.0.3:{port}{path}", trusting)
                assert "max-age=31536000" in told["Strict-Transport-Security"]
            assert "; Secure" in headers(f"https://127.0.0.3:{port}/", trusting)["Set-Cookie"]
            assert "Strict-Transport-Security" not in headers(f"http://127.0.0.1:{port}/", trusting)


class Nothing(BaseHTTPRequestHandler):
    """Has nothing to say, and says so."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[int]:
    """Answer with nothing, until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Nothing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


def headers(address: str, trusting: ssl.SSLContext) -> Message:
    """Return the headers of an answer."""
    try:
        with urllib.request.urlopen(address, context=trusting, timeout=30) as answer:
            found: Message = answer.headers
    except urllib.error.HTTPError as error:
        found = error.headers
    return found


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
