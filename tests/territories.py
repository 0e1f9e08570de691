"""A store of any size, in the real schema, with drawn figures: what the same SQL costs for 35,000 communes.

Only keys are left out (indexes that no reading uses, and a minute to build): every table, column and view is
the product's, and so is every step that is then measured.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from loaders.store import Store, open_file
from loaders.store.recipe import recipe, schema, schema_version

_KEYS = (
    "    PRIMARY KEY (indicator_code, region_code),\n",
    "    FOREIGN KEY (indicator_code) REFERENCES clean.indicator (indicator_code),\n",
    "    FOREIGN KEY (region_code) REFERENCES clean.territory (territory_code),\n",
)
_ROWS = Path(__file__).with_name("territories.sql")


def drawn_store(path: Path, territories: int, indicators: int) -> Store:
    """Write a store of that size (one value in fifty missing, the same draw every time) and open it."""
    values = {
        "recipe": recipe(),
        "schema": schema_version(),
        "territories": territories,
        "indicators": indicators,
    }
    with duckdb.connect(":memory:") as connection:
        connection.execute("ATTACH ? AS edition", [str(path)])
        connection.execute("USE edition")
        connection.execute(schema("raw"))
        connection.execute(_without_keys(schema("clean")))
        for statement in connection.extract_statements(_ROWS.read_text(encoding="utf-8")):
            bound = {name: values[name] for name in statement.named_parameters}
            connection.execute(statement, bound)
        connection.execute(schema("mart"))
        connection.execute(schema("kept"))
        connection.execute("USE memory")
        connection.execute("DETACH edition")
    return open_file(path)


def _without_keys(text: str) -> str:
    for key in _KEYS:
        if key not in text:
            raise LookupError(f"the schema has changed: {key!r} is not in it any more")
        text = text.replace(key, "")
    return text
