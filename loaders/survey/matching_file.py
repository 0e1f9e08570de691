"""Matchings as a JSON file: the one of each survey file, by its name; written by whoever made the files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from loaders.naming import quote
from loaders.survey.findings import SurveyRefused, refused
from loaders.survey.matching import Kind, Matching
from wording.lists import join

_CODES = "domain_columns"


def as_json(matchings: Mapping[str, Matching]) -> str:
    """Write the matching of each file; what is not said is not written."""
    told = {name: _plain(matching) for name, matching in matchings.items()}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def matching_of(data: bytes, file_name: str) -> Matching:
    """Return the matching of a file by its name; raises `SurveyRefused`."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _wrong("Le fichier n’est pas du JSON.") from error
    if not isinstance(told, dict):
        raise _wrong("Le fichier ne nomme aucun fichier d’enquête.")
    if file_name not in told:
        names = join((quote(str(name)) for name in told), "ou")
        raise _wrong(f"Le fichier ne dit rien de {quote(file_name)}, mais de {names}." if names else "Vide.")
    return _matching(told[file_name])


def _plain(matching: Matching) -> dict[str, Any]:
    found = {
        field.name: getattr(matching, field.name)
        for field in fields(Matching)
        if field.name != _CODES
        and (field.default is MISSING or getattr(matching, field.name) != field.default)
    }
    return found | ({_CODES: dict(matching.domain_columns)} if matching.domain_columns else {})


def _matching(told: object) -> Matching:
    """Type what a file says; whether it is possible is asked later (`loaders.survey.choices`)."""
    known = {field.name: field.default for field in fields(Matching)}
    if not isinstance(told, dict) or not {*told} <= {*known}:
        raise _wrong("Une correspondance a des champs inconnus.")
    for name, value in told.items():
        whole = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
        kind = bool if known[name] is False else str
        if not (whole if name == _CODES else isinstance(value, kind)):
            raise _wrong(f"Le champ {quote(name)} n’a pas la forme attendue.")
    if not {"kind", "measure", "programme", "date"} <= {*told} or told["kind"] not in {*Kind}:
        raise _wrong("Une correspondance dit kind (reponses ou moyennes), measure, programme et date.")
    return Matching(**told | {"kind": Kind(told["kind"])})


def _wrong(why: str) -> SurveyRefused:
    return refused("correspondance", f"Correspondance refusée. {why}", "Prendre celle que la salle a écrite.")
