"""Where the files that a click makes wait until the browser has come for them.

Streamlit gives a browser the address of such a file, and takes the file away when any two runs of anybody's
page have ended since: under a crowd, before the browser has asked for it. It asks twice: to see whether it
is there, and to take it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from time import monotonic

from streamlit.runtime import memory_media_file_storage as framework
from streamlit.runtime.media_file_storage import MediaFileKind

# A browser comes at once; one on a slow network, or before a busy server, within this.
PROMISED_SECONDS = 60.0
TIMES = 2
# What files that nobody came for may hold meanwhile; the oldest promise goes first.
MOST_BYTES = 64 * 1024 * 1024


@dataclass
class _Promise:
    size: int
    times: int = 0
    until: float = 0.0
    # Streamlit has asked to take the file away.
    gone: bool = False


class PromisedFiles(framework.MemoryMediaFileStorage):
    """The files of Streamlit, in memory; one to take away stays until those who were given its address came.

    `clock`: seconds, from any start.
    """

    def __init__(self, media_endpoint: str, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(media_endpoint)
        self._clock = clock
        self._promises: dict[str, _Promise] = {}
        self._lock = RLock()

    def load_and_get_id(
        self, path_or_data: str | bytes, mimetype: str, kind: MediaFileKind, filename: str | None = None
    ) -> str:
        """Keep a file, and return its name; one that was about to go stays."""
        with self._lock:
            file_id = super().load_and_get_id(path_or_data, mimetype, kind, filename)
            if promise := self._promises.get(file_id):
                promise.gone = False
        return file_id

    def get_url(self, file_id: str) -> str:
        """Return the address of a file, which is promised once more where it is one to take away.

        One content has one name: those who take the same file have a promise each.
        """
        with self._lock:
            # Streamlit looks at the file to make its address: that is nobody who comes for it.
            promise = self._promises.pop(file_id, None)
            address, file = super().get_url(file_id), super().get_file(file_id)
            if file.kind == MediaFileKind.DOWNLOADABLE:
                promise = promise or _Promise(file.content_size)
                promise.times += TIMES
                promise.until = self._clock() + PROMISED_SECONDS
                self._promises[file_id] = promise
                self._let_go()
        return address

    def get_file(self, filename: str) -> framework.MemoryFile:
        """Return a file that is asked for, by its name in the address; raises `MediaFileStorageError`."""
        file = super().get_file(filename)
        with self._lock:
            if promise := self._promises.get(filename.partition(".")[0]):
                promise.times -= 1
                self._let_go()
        return file

    def delete_file(self, file_id: str) -> None:
        """Take a file away: now, or when it has been asked for, or in a minute."""
        with self._lock:
            if promise := self._promises.get(file_id):
                promise.gone = True
                self._let_go()
            else:
                super().delete_file(file_id)

    def _let_go(self) -> None:
        """Forget the promises that are kept, past, or too many; delete what Streamlit wanted to."""
        held, now = sum(promise.size for promise in self._promises.values()), self._clock()
        for file_id, promise in [*self._promises.items()]:
            if promise.times > 0 and now < promise.until and held <= MOST_BYTES:
                continue
            del self._promises[file_id]
            held -= promise.size
            if promise.gone:
                super().delete_file(file_id)


def keep_promises() -> None:
    """Have Streamlit keep its files here; before its server is made, for a process that serves."""
    framework.MemoryMediaFileStorage = PromisedFiles  # type: ignore[misc]
