"""Shapes that a browser asks for once: drawings name their address, pictures hold them.

Streamlit writes and reads a specification several times at every rerun: outlines do not go through it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

FOLDER = "/contours/"


@dataclass(frozen=True)
class Served:
    """Records of shapes, each with its `code`; their address changes when they do."""

    records: list[dict[str, Any]]

    @cached_property
    def body(self) -> bytes:
        """Return what the address answers: the records in JSON."""
        return json.dumps(self.records, separators=(",", ":")).encode()

    @cached_property
    def address(self) -> str:
        """Return where a browser finds the records."""
        return f"{FOLDER}{hashlib.sha256(self.body).hexdigest()[:16]}.json"

    @property
    def data(self) -> dict[str, Any]:
        """Return the records as the data of a Vega-Lite view."""
        return {"url": self.address}

    def joined(self, rows: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the records with the fields of rows of the same `code`, as the start of a Vega-Lite view."""
        fields = [name for name in rows[0] if name != "code"] if rows else []
        looked_up = {"data": {"values": rows}, "key": "code", "fields": fields}
        return {"data": self.data, "transform": [{"lookup": "code", "from": looked_up}]}


def feature(geometry: dict[str, Any]) -> dict[str, Any]:
    """Return a geometry as Vega fits and draws it when it is the field of a record."""
    return {"type": "Feature", "geometry": geometry}


def held(spec: Any, known: Mapping[str, Served]) -> Any:  # noqa: ANN401 - any part of a specification
    """Return a specification with the records where it names their address, for who asks nothing."""
    if isinstance(spec, dict):
        if spec.get("url") in known:
            return {"values": known[spec["url"]].records}
        return {name: held(part, known) for name, part in spec.items()}
    return [held(part, known) for part in spec] if isinstance(spec, list) else spec
