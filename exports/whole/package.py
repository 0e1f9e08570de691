"""`datapackage.json`: what any program needs to read the CSV files (Frictionless, tabular data package)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from exports.stamp import Stamp
from exports.whole.dictionary import Field, Table
from wording import mentions

_NAME = "observatoire-fragilites-territoriales"
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def datapackage(stamp: Stamp, files: Mapping[Table, tuple[str, bytes]]) -> bytes:
    """Describe the files: `files` gives the name and the content of each table's CSV."""
    fictional = "-fictif" if stamp.fictional else ""
    return _json(
        {
            "profile": "tabular-data-package",
            "name": f"{_NAME}{fictional}",
            "title": f"{mentions.FICTIONAL}. {stamp.title}" if stamp.fictional else stamp.title,
            "description": " ".join([f"{stamp.subtitle}.", *stamp.lines()]),
            "homepage": stamp.link,
            "keywords": ["fragilités", "régions", "perception", "partenariats"],
            "contributors": [{"title": mentions.OBSERVATORY, "role": "publisher"}],
            "resources": [_resource(table, *file) for table, file in files.items()],
        }
    )


def _json(described: dict[str, Any]) -> bytes:
    known = {name: value for name, value in described.items() if value}
    return (json.dumps(known, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: Table, path: str, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "title": table.heading,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    # The code of a table refers to another one, never to itself.
    codes = [field for field in table.fields if field.table not in {"", table.name}]
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [field.name for field in table.key]
    if codes:
        schema["foreignKeys"] = [_reference(field) for field in codes]
    return schema


def _field(field: Field) -> dict[str, str]:
    return {
        "name": field.name,
        "type": field.type,
        "title": field.heading,
        "description": field.description,
    }


def _reference(field: Field) -> dict[str, Any]:
    target = {"territoires": "code_region", "indicateurs": "code_indicateur"}
    target |= {"domaines": "code_domaine", "acteurs": "code_acteur", "mesures": "code_mesure"}
    return {"fields": field.name, "reference": {"resource": field.table, "fields": target[field.table]}}
