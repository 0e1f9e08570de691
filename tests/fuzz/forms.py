"""Bent requests to the rooms: never an error of ours, and no ballot but that of a form that was signed.

A small debate stands in this process: three telephones, a desk, one question open. Each request is one that
a telephone or a desk sends, bent; what it may change is said here from the request alone.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch
from urllib.parse import parse_qs, quote, unquote, unquote_plus, urlencode

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message

from hall.book import codes, place
from hall.book.ballots import Answer
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage.desk import COOKIE as DESK
from hall.stage.hall import Hall
from hall.stage.limits import Buckets
from hall.stage.plan import own_figures
from hall.stage.routes import FOLDERS, refused, routes
from pages.security import SecurityHeaders
from pages.shell import FrenchShell, page
from tests.asgi import Header, answer
from tests.fuzz.hostile import TEXTS, bent_text
from tests.fuzz.verdict import FAULTS, Verdict, verdict
from tests.hall.conftest import DOMAINS, NEW, NOW, TODAY, at_once, led_to
from tests.opened import published

_HOST = b"salle.test"
_COOKIE = "salle"
_JOINED = ("telephone-1", "telephone-2")
_NOTES = {f"{note}" for note in range(11)}
# The question that is open: notes.
_OPEN = 3
_LARGEST = 300_000
_METHODS = ("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "x" * 300, "post")
_TYPES = (
    b"application/x-www-form-urlencoded",
    b"multipart/form-data; boundary=x",
    b"application/json",
    b"",
    b"\xff",
)
_HOSTS = (
    *(
        b"",
        b"[",
        b"[::1",
        b"exemple.invalid",
        b"salle.test:99999",
        b"a@b",
        b"x" * 9_000,
        b"\xc3\xa9\xff",
        b"a b",
        b"/",
    ),
    *(b"salle.test:x", b"]", b"salle.test\\@exemple.invalid"),
)
_ORIGINS = (
    b"null",
    b"http://salle.test",
    b"http://exemple.invalid",
    b"",
    b"salle.test",
    b"://",
    b"\xff",
    b"null, null",
)
_PATHS = (
    *("/salle", "/salle/{code}", "/salle/{code}/etat", "/salle/{code}/miroir", "/miroir", "/fiche-debat"),
    *(
        "/ecran/{code}",
        "/ecran/{code}/vue",
        "/regie",
        "/regie/ouvrir",
        "/salle/{text}",
        "/salle/{text}/acteur",
    ),
    *(
        "/salle/fichiers/../../../etc/passwd",
        "/salle/fichiers/{text}",
        "/salle/{code}/../../etc",
        "/ecran/{text}",
    ),
    *(
        "/salle/{code}/{text}",
        "/regie/{code}/{text}",
        "/regie/{text}/geste",
        "/regie/{code}/",
        "/salle//{code}",
    ),
    *("/salle/{code}/99999", "/salle/{code}/-1", "/salle/{code}/" + "9" * 5_000, "/regie/{code}/semblable"),
    *("/regie/{code}/exporter", "/regie/{code}/fiche", "/regie/{code}/terminer", "/regie/{code}/effacer"),
    *("/regie/{code}/etat", "/regie/{code}/preter", "/regie/{code}/geste", "/regie/{code}"),
)
VISIT = 20
# How many of the requests are as a browser sends them.
_AS_IT_IS = 0.15


@dataclass
class Sent:
    """One request."""

    path: str
    method: str = "POST"
    query: bytes = b""
    fields: list[tuple[str, str]] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)
    body: bytes = b""
    parts: int = 1

    def pieces(self) -> list[bytes] | None:
        """Return the body in the parts in which it comes; None where there is none."""
        if self.method in {"GET", "HEAD"}:
            return None
        cuts = [len(self.body) * place // self.parts for place in range(self.parts + 1)]
        return [self.body[start:end] for start, end in pairwise(cuts)]


class Debate:
    """A room of this process, with those who take part."""

    def __init__(self, folder: Path) -> None:
        self.hall = Hall(str(folder))
        self.hall.rest = at_once
        # Who sends too fast is for another test: here each request is read.
        for name in ("ballots", "arrivals", "wrong_codes"):
            setattr(self.hall, name, Buckets(at_once=10**9, each_second=1e9))
        room = self.hall.book.create(NEW, TODAY)
        self.room: Room = led_to(self.hall.book, room, _OPEN, Gesture.OPEN)
        self.code = self.room.code or ""
        for cookie in _JOINED:
            self.hall.box.join(room.id, self.device(cookie), 1, "maires").result()
        taken = self.hall.book.take(self.hall.book.lend(room.id, NOW, 60.0), NOW)
        self.desk = f"{DESK}-{room.id}={taken[1] if taken else ''}"
        application = Starlette(
            routes=routes(self.hall, published), exception_handlers={HTTPException: refused}
        )
        # Under Streamlit's own routes an address of ours with one more slash is none.
        application.router.redirect_slashes = False
        shell = FrenchShell(application, others=FOLDERS)
        self.application: ASGIApp = SecurityHeaders(shell, page())

    def device(self, cookie: str) -> str:
        """Return the name of a telephone in the room."""
        return codes.device(self.hall.secret, self.room.id, cookie)

    def token(self, cookie: str, question: str) -> str:
        """Return what signs the form of a telephone."""
        return codes.form_token(self.hall.secret, self.room.id, self.device(cookie), question)

    def ballots(self) -> dict[str, Answer]:
        """Return what each telephone answered to the open question."""
        kept = self.hall.box.ballots(self.room.id)
        return {one.device if one.rank == _OPEN else f"{one.rank}": one.answer for one in kept}

    def state(self) -> object:
        """Return where the debate stands; None once it is erased."""
        found = self.hall.book.named(self.room.id)
        return found and (found.progress, found.title)


def judged(number: int) -> Verdict:
    """Send a visit of bent requests to a room of their own, by its number; stop at the first fault."""
    seed = random.Random(number)
    with _debate() as debate:
        sent = [_bent(debate, seed) for _ in range(VISIT)]
        ways: list[str] = []

        def visit() -> tuple[str, str]:
            for one in sent:
                ways[:] = [f"{one.method[:9]} {one.path[:50]}"]
                outcome, why = _outcome(debate, one)
                if outcome in FAULTS:
                    return outcome, f"{ways[0]}: {why}"
            return "right", ""

        found = verdict(number, "", visit)
        return replace(found, ways=" ".join(ways))


def _bent(debate: Debate, seed: random.Random) -> Sent:
    """Return a request that somebody of the room sends, bent or not."""
    sent = seed.choice((_vote, _vote, _vote, _enter, _notes, _gesture, _elsewhere))(debate, seed)
    if seed.random() > _AS_IT_IS:
        for way in seed.choices(WAYS, k=seed.choice((1, 1, 2, 3))):
            way(sent, seed)
    sent.body = sent.body or urlencode(sent.fields).encode()
    if seed.random() < 0.1:
        sent.body = seed.choice(_OF_BODY)(sent.body, seed)
    return sent


def _signed(debate: Debate, seed: random.Random, path: str, question: str) -> Sent:
    cookie = seed.choice((*_JOINED, "jamais-vu"))
    sent = Sent(f"/salle/{debate.code}/{path}", cookies=[f"{_COOKIE}={cookie}"])
    signs = seed.choice((cookie, cookie, cookie, cookie, "jamais-vu", _JOINED[0]))
    sent.fields = [("jeton", debate.token(signs, seed.choice((question, question, question, "4"))))]
    return sent


def _vote(debate: Debate, seed: random.Random) -> Sent:
    rank = seed.choice((_OPEN, _OPEN, _OPEN, 0, 2, 4, 77))
    sent = _signed(debate, seed, f"{rank}", f"{rank}")
    sent.fields += [("tour", "1"), *((f"note-{code}", f"{seed.randrange(11)}") for code in DOMAINS)]
    return sent


def _enter(debate: Debate, seed: random.Random) -> Sent:
    sent = _signed(debate, seed, "acteur", "acteur")
    sent.fields.append(("acteur", seed.choice(("maires", "citoyens", "autre"))))
    return sent


def _notes(debate: Debate, seed: random.Random) -> Sent:
    sent = _signed(debate, seed, "notes", "notes")
    sent.fields += [("region", "32"), ("acteur", "maires"), ("note-sante", "7"), ("code", debate.code)]
    sent.path = seed.choice((sent.path, sent.path, "/salle/rejoindre", "/miroir"))
    return sent


def _gesture(debate: Debate, seed: random.Random) -> Sent:
    fields = [("geste", seed.choice([*Gesture])), ("vu", "1")]
    cookies = [seed.choice((debate.desk, f"{debate.desk}x", debate.desk.partition("=")[0], "regie-=", ""))]
    return Sent(f"/regie/{debate.code}/geste", fields=fields, cookies=cookies)


def _elsewhere(debate: Debate, seed: random.Random) -> Sent:
    text = quote(seed.choice(TEXTS), safe="") if seed.random() < 0.5 else seed.choice(TEXTS)
    path = seed.choice(_PATHS).format(code=debate.code, text=text[:6_000])
    query = seed.choice(("code", "jeton", "salle", "region", "reponse", "x"))
    sent = Sent(path, seed.choice(("GET", "POST")), urlencode({query: seed.choice(TEXTS)}).encode())
    sent.cookies = [seed.choice((debate.desk, f"{_COOKIE}={_JOINED[0]}", ""))]
    return sent


def method(sent: Sent, seed: random.Random) -> None:
    """Send it by another method."""
    sent.method = seed.choice(_METHODS)


def host(sent: Sent, seed: random.Random) -> None:
    """Ask another host, or none, or two."""
    sent.headers.insert(0, (b"host", seed.choice(_HOSTS)))


def origin(sent: Sent, seed: random.Random) -> None:
    """Come from another site, or from none."""
    sent.headers.append((b"origin", seed.choice(_ORIGINS)))


def kind(sent: Sent, seed: random.Random) -> None:
    """Say another kind of content, a length that is not its own, or a header without sense."""
    name = seed.choice(
        (b"content-type", b"content-length", b"transfer-encoding", b"accept-encoding", b"if-none-match")
    )
    values = (*_TYPES, b"-1", b"9" * 40, b"chunked, chunked", b'"' * 99)
    sent.headers.append((name, seed.choice(values)))


def cookie(sent: Sent, seed: random.Random) -> None:
    """Bend the cookies, repeat them, lose them, send too many."""
    text = seed.choice(TEXTS).encode("utf-8", "replace").decode("latin-1")
    more = (
        f"{_COOKIE}={text}",
        f"{_COOKIE}=",
        text,
        f'{_COOKIE}="{text}',
        "=;=;",
        "a=b; " * 500,
        f"regie-{text}=x",
    )
    sent.cookies = seed.choice(([], [*sent.cookies, seed.choice(more)], [seed.choice(more), *sent.cookies]))


def value(sent: Sent, seed: random.Random) -> None:
    """Write something else in a field."""
    if sent.fields:
        place = seed.randrange(len(sent.fields))
        name, known = sent.fields[place]
        sent.fields[place] = name, bent_text(seed, [known])


def repeated(sent: Sent, seed: random.Random) -> None:
    """Repeat fields, or send hundreds."""
    if sent.fields:
        name, known = seed.choice(sent.fields)
        sent.fields += [(name, seed.choice((known, "3", "-1")))] * seed.choice((1, 2, 300))


def lost(sent: Sent, seed: random.Random) -> None:
    """Lose a field."""
    if sent.fields:
        sent.fields.pop(seed.randrange(len(sent.fields)))


def added(sent: Sent, seed: random.Random) -> None:
    """Add a field."""
    names = ("note-inconnu", "note-", "ecran", "retour", "geste", "tour", "domaine", "<b>", "jeton")
    sent.fields.append((seed.choice(names), seed.choice(TEXTS)))


def chunked(sent: Sent, seed: random.Random) -> None:
    """Send the body in many parts, empty ones too."""
    sent.parts = seed.choice((2, 7, 900))


def asked(sent: Sent, seed: random.Random) -> None:
    """Bend the query; the server itself refuses bytes that are no ASCII there."""
    sent.query = seed.choice(
        (b"%ff%fe", b"%ff", b"a=%00&a=<b>", b"=&=&", b"code=" + b"A" * 5_000, b"acteur=suivante")
    )


def path(sent: Sent, seed: random.Random) -> None:
    """Bend the path."""
    text = seed.choice(TEXTS)
    sent.path = seed.choice(
        (f"{sent.path}/", f"{sent.path}{text}", sent.path.lower(), f"/{sent.path}", f"{sent.path}/{text}")
    )


WAYS = (method, host, origin, kind, cookie, value, value, value, repeated, lost, added, chunked, asked, path)


def _cut(body: bytes, seed: random.Random) -> bytes:
    return body[: seed.randrange(len(body) + 1)]


def _grown(body: bytes, seed: random.Random) -> bytes:
    return body + seed.choice(
        (b"&x=" + b"y" * 9_000, b"&" * 200, b"&a" * 101, b"\xff", b"%", b"&x=%ff", b"\x00")
    )


def _changed(body: bytes, seed: random.Random) -> bytes:
    place = seed.randrange(len(body) + 1)
    return body[:place] + bytes([seed.randrange(256)]) + body[place + 1 :]


_OF_BODY = (_cut, _grown, _changed)


def _outcome(debate: Debate, sent: Sent) -> tuple[str, str]:
    """Send a request, and hold what was answered and what was changed against what it may do."""
    ballots, state = debate.ballots(), debate.state()
    may, leads = _may_cast(debate, sent), _may_lead(debate, sent)
    headers = [
        *sent.headers,
        (b"host", _HOST),
        *((b"cookie", one.encode("latin-1", "replace")) for one in sent.cookies),
    ]
    got = answer(
        debate.application, sent.path, query=sent.query, form=sent.pieces(), method=sent.method, bare=headers
    )
    now = debate.ballots()
    changed = {
        name: now.get(name) for name in now.keys() | ballots.keys() if now.get(name) != ballots.get(name)
    }
    if not leads and (debate.state() != state or not changed.items() <= may.items()):
        return "forged", f"{changed} for {may}"
    return _answered(sent, got)


def _answered(sent: Sent, got: list[Message]) -> tuple[str, str]:
    """Judge an answer by itself."""
    status, headers = got[0]["status"], Headers(raw=got[0]["headers"])
    body = b"".join(message.get("body", b"") for message in got)
    if status >= 500 or b"Traceback" in body:
        return "crash", f"{status} {body[:200]!r}"
    if len(body) > _LARGEST or headers.get("x-content-type-options") != "nosniff":
        return "unknown", f"{len(body)} bytes, {dict(headers)}"
    place = headers.get("location", "/")
    if any(sign in one for one in headers.values() for sign in "\r\n\0") or not re.match(r"/(?!/)|\.", place):
        return "written", repr(dict(headers))[:300]
    shown = body.decode(errors="replace")
    texts = [text for _, text in sent.fields] + [
        unquote_plus(sent.query.decode("latin-1")),
        unquote(sent.path),
    ]
    markup = [text for text in texts if "<" in text and text in shown]
    return ("written", repr(markup[0][:200])) if markup else ("right", "")


def _may_cast(debate: Debate, sent: Sent) -> dict[str, Answer]:
    """Return what the request alone may make of the answers: by the telephones whose cookie it has."""
    told = parse_qs(sent.body.decode("latin-1"), keep_blank_values=True)
    last = {name: values[-1] for name, values in told.items()}
    named = {
        one.strip().strip('"').removeprefix(f"{_COOKIE}=") for text in sent.cookies for one in text.split(";")
    }
    question = {f"/salle/{debate.code}/{_OPEN}": f"{_OPEN}", f"/salle/{debate.code}/notes": "notes"}.get(
        sent.path
    )
    notes = {code: last.get(f"note-{code}", "") for code in DOMAINS}
    given = {code: int(note) for code, note in notes.items() if note in _NOTES}
    # « Sans avis » everywhere is an answer to the question, and nothing to send from the mirror.
    touched = any(notes.values()) if question == f"{_OPEN}" else given
    whole = touched and all(note in {*_NOTES, "", "sans-avis"} for note in notes.values())
    if question is None or sent.method != "POST" or not whole or not _of_this_site(sent):
        return {}
    known = {one for one in named if last.get("jeton") == debate.token(one, question)}
    return {debate.device(one): {"notes": given} for one in known}


def _may_lead(debate: Debate, sent: Sent) -> bool:
    """Say whether the request has the key of the desk, and is a form of this site to it."""
    return (
        debate.desk in sent.cookies
        and sent.method == "POST"
        and sent.path.startswith("/regie/")
        and _of_this_site(sent)
    )


def _of_this_site(sent: Sent) -> bool:
    """Say whether a request says nothing of another site."""
    said = [text for name, text in sent.headers if name == b"origin"]
    asked_of = next((text for name, text in sent.headers if name == b"host"), _HOST)
    return all(text == b"null" or text.partition(b"://")[2] == asked_of for text in said)


@contextmanager
def _debate() -> Iterator[Debate]:
    """Keep the rooms of one visit in a folder of their own; no figure is drawn."""
    with (
        tempfile.TemporaryDirectory(prefix="salles-") as folder,
        patch.dict(os.environ, {place.VARIABLE: folder}),
        patch.object(own_figures, "screens", lambda *_, first: ["<svg/>"] * first),
    ):
        debate = Debate(Path(folder))
        try:
            yield debate
        finally:
            debate.hall.close()
