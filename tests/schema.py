"""The Vega-Lite schema, which every chart that a test draws must follow."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import altair as alt
import pytest
from altair.vegalite.v6.schema import core
from jsonschema_rs import Draft7Validator

from charts import palette


@pytest.fixture(scope="session", autouse=True)
def by_the_schema() -> Iterator[None]:
    """Check every chart that is drawn against the Vega-Lite schema, as the product does not."""
    make = alt.TopLevelMixin.to_dict

    def checked(chart: Any, *, validate: bool = True, **asked: Any) -> Any:
        # A part of a chart is checked with the whole.
        whole = (asked.get("context") or {}).get("top_level", True)
        drawn = make(chart, validate=False, **asked)
        if whole:
            check(drawn)
        return drawn

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alt.TopLevelMixin, "to_dict", checked)
        yield


def check(specification: dict[str, Any]) -> None:
    """Raise `ValidationError` when a specification does not follow the schema."""
    _validator().validate(specification)


def specified(text: str) -> dict[str, Any]:
    """Read a specification as it is sent, its rows too."""
    read: dict[str, Any] = json.loads(text, object_hook=_rows)
    return read


def _rows(part: dict[str, Any]) -> dict[str, Any]:
    rows = part.get("values")
    return {"values": json.loads(rows)} if isinstance(rows, str) else part


def layers(specification: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the marks of a drawing, each with the rows that it reads, its own or those of its group."""
    held = {"data": specification["data"]} if "data" in specification else {}
    inside = specification.get("layer")
    return (
        [held | specification] if inside is None else [one for part in inside for one in layers(held | part)]
    )


def framed(specification: dict[str, Any]) -> list[str]:
    """Return the names whose line or column a drawing frames: those of what is chosen."""
    frames = [
        layer["data"]["values"]
        for layer in layers(specification)
        if layer["mark"]["type"] == "rect" and layer["mark"].get("stroke") == palette.CHOSEN
    ]
    return [str(name) for rows in frames for row in rows for name in row.values()]


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(_addressed(core.load_schema()))


def _addressed(node: Any) -> Any:
    """The schema with names that an address may hold: the published one names types « A<B|C> »."""
    if isinstance(node, list):
        return [_addressed(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        re.sub(r"[^\w$-]", "_", name): re.sub(r"[^\w#/]", "_", item) if name == "$ref" else _addressed(item)
        for name, item in node.items()
    }
