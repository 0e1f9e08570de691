"""A text that does not change, answered compressed to the browsers that read it so."""

import gzip
import hashlib

from starlette.datastructures import Headers
from starlette.responses import Response

# In the words of Cache-Control: the address of such a text changes when it does.
FOR_EVER = "public, max-age=31536000, immutable"


class Zipped:
    """A text, compressed once; `kept`: what a browser may keep of it, in the words of Cache-Control.

    `name`: of its content, for an address that changes with it.
    """

    def __init__(self, plain: bytes, media_type: str, *, kept: str) -> None:
        self._zipped = gzip.compress(plain, mtime=0)
        self._media_type = media_type
        digest = hashlib.sha256(plain).hexdigest()
        self.name = digest[:16]
        self._etag = f'"{digest[:32]}"'
        self._headers = {"ETag": self._etag, "Cache-Control": kept, "Vary": "Accept-Encoding"}

    def answer(self, asked: Headers) -> Response:
        """Answer a request by its headers: the text, or that it has not changed."""
        if self._etag in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=self._headers)
        if "gzip" not in asked.get("accept-encoding", ""):
            # Hardly anybody: the text itself is not kept beside.
            plain = gzip.decompress(self._zipped)
            return Response(plain, headers=self._headers, media_type=self._media_type)
        zipped = self._headers | {"Content-Encoding": "gzip"}
        return Response(self._zipped, headers=zipped, media_type=self._media_type)
