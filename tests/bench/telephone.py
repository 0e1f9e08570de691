"""A telephone without a browser: plain HTTP over a socket of its own, with the headers of a browser."""

from __future__ import annotations

import asyncio
import gzip
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.bench.server import LOOPBACK

ANSWER_SECONDS = 60
_TOKEN = re.compile(r'name="jeton" value="(\w+)"')
_FILE = re.compile(r'(?:href|src)="(/salle/fichiers/[^"]+)"')
_COOKIE = re.compile(r"set-cookie: ([^;]+)", re.IGNORECASE)
_LENGTH = re.compile(r"content-length: (\d+)", re.IGNORECASE)
_ZIPPED = re.compile(r"content-encoding: gzip", re.IGNORECASE)
_TAKEN = re.compile(r"content-disposition: attachment", re.IGNORECASE)
_LOCATION = re.compile(r"location: (\S+)", re.IGNORECASE)
# What a telephone sends with every request, in the length in which it sends it.
_HEADERS = (
    "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
    "Accept-Encoding: gzip, deflate\r\nAccept-Language: fr-FR,fr;q=0.9\r\n"
)


class RefusedError(Exception):
    """The answer is not the one that an honest telephone gets."""


@dataclass
class Answer:
    """What was answered to one request."""

    status: int
    head: str
    text: str

    def says(self, text: str, status: int = 200) -> None:
        """Check what was answered; raises `RefusedError`."""
        if self.status != status or text not in self.text:
            raise RefusedError(f"{self.status} without « {text} »")


@dataclass
class Telephone:
    """One device. `exchanged`: bytes sent and received, headers included; `files`: kept once fetched.

    `again`: requests that were sent a second time, since the socket was closed.
    """

    port: int
    exchanged: int = 0
    again: int = 0
    text: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page; raises OSError, EOFError or TimeoutError."""
        return await self._asked("GET", path, "", headers)

    async def send(self, path: str, **fields: object) -> Answer:
        """Send a form, with the token of the page before; what it leads to is not asked for."""
        found = _TOKEN.search(self.text)
        given = ({"jeton": found[1]} if found else {}) | fields
        return await self._asked("POST", path, urlencode(given, doseq=True), {})

    async def follow(self, answer: Answer) -> Answer:
        """Ask for where an answer leads."""
        found = _LOCATION.search(answer.head)
        return await self.get(found[1]) if answer.status == 303 and found else answer

    async def fetch_files(self) -> None:
        """Ask for the style and the script of the page that is not kept yet."""
        page = self.text
        for path in _FILE.findall(page):
            if path not in self.files:
                self.files.add(path)
                await self.get(path)
        self.text = page

    async def leave(self) -> None:
        """Close the socket."""
        streams, self._streams = self._streams, None
        if streams:
            streams[1].close()

    async def _asked(self, method: str, path: str, body: str, headers: dict[str, str]) -> Answer:
        lines = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        lines |= {name.replace("_", "-"): value for name, value in headers.items()}
        if method == "POST":
            lines |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": f"{len(body)}"}
            lines |= {"Origin": f"http://{LOOPBACK}:{self.port}"}
        told = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
        sent = f"{method} {path} HTTP/1.1\r\nHost: {LOOPBACK}:{self.port}\r\n{_HEADERS}{told}\r\n{body}"
        async with asyncio.timeout(ANSWER_SECONDS):
            head, content = await self._exchange(sent.encode())
        self.exchanged += len(sent) + len(head) + len(content)
        said = head.decode("latin-1")
        zipped = _ZIPPED.search(said)
        # What is taken away may be no text.
        text = "" if _TAKEN.search(said) else (gzip.decompress(content) if zipped else content).decode()
        answer = Answer(int(head[9:12]), said, text)
        for cookie in _COOKIE.findall(answer.head):
            name, _, value = cookie.partition("=")
            self.cookies[name] = value
        self.text = answer.text
        return answer

    async def _exchange(self, sent: bytes) -> tuple[bytes, bytes]:
        """Send a request; once more where the server has closed a socket that was idle, as browsers do."""
        kept = self._streams is not None
        try:
            return await self._once(sent)
        except (EOFError, ConnectionError):
            await self.leave()
            if not kept:
                raise
            self.again += 1
            return await self._once(sent)

    async def _once(self, sent: bytes) -> tuple[bytes, bytes]:
        self._streams = self._streams or await asyncio.open_connection(LOOPBACK, self.port)
        reader, writer = self._streams
        writer.write(sent)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head.decode("latin-1"))
        return head, await reader.readexactly(int(length[1])) if length else b""
