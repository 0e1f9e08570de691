"""A visitor without a browser: speaks Streamlit's own messages over a real websocket.

A visitor does what the browser does: opens the socket, asks for a run of the page that the address names,
reads messages until the run is finished, and on the next run says which large elements it still has (the
server then sends references instead of the elements).
"""

import asyncio
import socket
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.bench.server import LOOPBACK

# The empty page under the defaults keeps the last of 200 visitors waiting for almost a minute.
RUN_SECONDS = 180
# Linux only; elsewhere a prompt visitor is like the others.
ACKNOWLEDGE_AT_ONCE: int | None = getattr(socket, "TCP_QUICKACK", None)
# A run that ends for a rerun (`st.rerun`, a widget touched during the run) is followed by another.
LAST_OF_RUN = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR}


@dataclass
class Run:
    """What one run of a page sent: its elements, its bytes, the pages of the menu, and what went wrong."""

    elements: int = 0
    size: int = 0
    pages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Visitor:
    """One open page.

    `page` is the last part of its address (empty for the home page), `query` what follows the question mark.
    With `prompt` each packet is acknowledged at once: a browser's system waits up to 40 ms for more, and a
    server that leaves Nagle's algorithm on holds its next small message until then. Without it that wait is
    measured too.
    `offered` are the files that the page makes on a click, by what the server calls them.
    `selects` are the options of each selectbox on the page by its identifier, `shown` what it says before
    anybody chose; `chosen` what the visitor took. `cookie`: sent with the request that opens the socket.
    """

    port: int
    page: str = ""
    query: str = ""
    prompt: bool = False
    cookie: str = ""
    selects: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    offered: dict[str, str] = field(default_factory=dict)
    _session: str = ""
    _socket: ClientConnection | None = None
    _script: str = ""
    _kept: set[str] = field(default_factory=set)

    async def open(self) -> None:
        """Open the socket. Raises OSError or a WebSocketException."""
        self._socket = await connect(
            f"ws://{LOOPBACK}:{self.port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            max_size=None,
            open_timeout=RUN_SECONDS,
            close_timeout=5,
            ping_interval=None,
        )

    async def leave(self) -> None:
        """Close the socket, opened or not."""
        if self._socket:
            await self._socket.close()

    async def run(self) -> Run:
        """Ask for a run and read to its end; TimeoutError, or ConnectionClosed when the server hangs up."""
        if not self._socket:
            raise RuntimeError("the visitor has no open socket")
        await self._socket.send(self._request())
        run = Run()
        async with asyncio.timeout(RUN_SECONDS):
            while True:
                data = await self._received(self._socket)
                message = ForwardMsg.FromString(data)
                run.size += len(data)
                self._note(message, run)
                if message.WhichOneof("type") == "script_finished" and message.script_finished in LAST_OF_RUN:
                    return run

    async def take(self, offered: str) -> str:
        """Have a file made and return its address; RuntimeError when it cannot be."""
        if not self._socket:
            raise RuntimeError("the visitor has no open socket")
        request = BackMsg()
        asked = request.backend_operation_request
        asked.request_id, asked.session_id = offered, self._session
        asked.deferred_file.file_id = self.offered[offered]
        await self._socket.send(request.SerializeToString())
        async with asyncio.timeout(RUN_SECONDS):
            while True:
                answer = ForwardMsg.FromString(await self._received(self._socket))
                if answer.WhichOneof("type") == "backend_operation_response":
                    made = answer.backend_operation_response
                    if made.error_msg:
                        raise RuntimeError(f"{offered}: {made.error_msg}")
                    return made.deferred_file.url

    async def _received(self, connection: ClientConnection) -> bytes:
        if self.prompt and ACKNOWLEDGE_AT_ONCE is not None:
            # The system forgets this wish after a while: it is said before each message.
            wire: socket.socket = connection.transport.get_extra_info("socket")
            wire.setsockopt(socket.IPPROTO_TCP, ACKNOWLEDGE_AT_ONCE, 1)
        data = await connection.recv()
        return data if isinstance(data, bytes) else data.encode()

    def _request(self) -> bytes:
        request = BackMsg()
        state = request.rerun_script
        state.query_string = self.query
        # The first run names the page as the address does; later ones by the code the server gave.
        state.page_script_hash, state.page_name = self._script, "" if self._script else self.page
        state.cached_message_hashes.extend(self._kept)
        for identifier, option in self.chosen.items():
            state.widget_states.widgets.add(id=identifier, string_value=option)
        state.context_info.timezone, state.context_info.locale = "Europe/Paris", "fr-FR"
        state.context_info.url = f"http://{LOOPBACK}:{self.port}/{self.page}"
        return request.SerializeToString()

    def _note(self, message: ForwardMsg, run: Run) -> None:
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self._kept.add(message.hash)
        if kind == "new_session":
            self._script = message.new_session.page_script_hash
            self._session = message.new_session.initialize.session_id
        elif kind == "page_not_found":
            run.errors.append(f"no page {self.page!r}")
        elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            run.errors.append("the page does not compile")
        elif kind == "navigation":
            # The session began before it knew of the pages: its own code is the first page's.
            self._script = message.navigation.page_script_hash
            run.pages = [
                "" if page.is_default else page.url_pathname for page in message.navigation.app_pages
            ]
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._note_element(message.delta.new_element, run)
        elif kind == "ref_hash":
            run.elements += 1

    def _note_element(self, element: Element, run: Run) -> None:
        run.elements += 1
        kind = element.WhichOneof("type")
        if kind == "exception":
            run.errors.append(element.exception.message or "exception")
        elif kind == "download_button" and element.download_button.deferred_file_id:
            self.offered[element.download_button.label] = element.download_button.deferred_file_id
        elif kind == "selectbox":
            select = element.selectbox
            self.selects[select.id] = list(select.options)
            self.shown[select.id] = select.raw_value or (
                select.options[select.default] if select.options else ""
            )


async def menu(port: int) -> list[str]:
    """Return the address of each page of the site's menu (the home page's is empty)."""
    scout = Visitor(port)
    await scout.open()
    run = await scout.run()
    await scout.leave()
    return run.pages or [""]
