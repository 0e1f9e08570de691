"""Bent survey files: each figure that is read is the file's own, or the file is refused with a sentence."""

from __future__ import annotations

import json
import math
import random
from dataclasses import replace
from functools import cache

from loaders import place
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.survey.door import CsvColumns, SurveyRows, columns, proposed, read
from loaders.survey.listing import Look, as_json, as_text
from loaders.survey.matching import Matching
from loaders.survey.merge import with_survey
from tests.fuzz import plain_survey
from tests.fuzz.bent_survey import Written, bent
from tests.fuzz.plain_survey import Figure, Subject
from tests.fuzz.verdict import Verdict, hides, is_sentence, verdict

# A mean is published with two decimals.
_ROUNDED = 0.005 + 1e-9
_NAME = "enquete.csv"


def judged(number: int) -> Verdict:
    """Bend a survey by its number, read it as its proposal says, say what became of it."""
    seed = random.Random(number)
    data, file = bent(seed)
    as_workbook = seed.random() < 0.02
    return verdict(
        number, " ".join(file.ways), lambda: _as_workbook(data) if as_workbook else _outcome(data, file)
    )


def _as_workbook(data: bytes) -> tuple[str, str]:
    """Bring the file where a workbook is expected."""
    try:
        load(data, _NAME)
    except WorkbookRefused as refusal:
        return ("refused", str(refusal)) if is_sentence(str(refusal)) else ("mute", str(refusal))
    return "silent", "a CSV was read as a workbook"


def _outcome(data: bytes, file: Written) -> tuple[str, str]:
    edition = _edition()
    look = Look(_NAME, edition)
    try:
        look.found = columns(data)
        look.proposal = proposed(look.found, edition)
        look.used = replace(look.proposal, programme=look.proposal.programme or "Essai", date="2025-09")
        look.rows = read(data, look.used, edition, _NAME)
        with_survey(edition, look.rows)
    except WorkbookRefused as refusal:
        look.refusal = refusal
    # For a program, a text is told as it is.
    json.dumps(as_json(look))
    if hidden := [line for line in as_text(look) if any(map(hides, line.split("\n")))]:
        return "written", repr(hidden[0][:300])
    if look.refusal:
        wrong = [item.message for item in look.refusal.findings if not is_sentence(item.sentence())]
        said = str(look.refusal)
        return ("refused", said) if is_sentence(said) and not wrong else ("mute", repr([said, *wrong])[:300])
    assert look.found
    assert look.used
    assert look.rows
    return _compared(data, file, look.found, look.used, look.rows)


def _compared(
    data: bytes, file: Written, found: CsvColumns, matching: Matching, rows: SurveyRows
) -> tuple[str, str]:
    """Hold what was read against the file as it was written; as it says it was read, once bytes were bent."""
    ways = [(file.encoding, file.separator)]
    if not file.exact:
        ways += [
            (found.encoding, found.separator),
            (file.encoding, found.separator),
            (found.encoding, file.separator),
        ]
    got = {
        (item.actor_code or "", item.region_codes[0], item.domain_code or ""): Figure(
            float(item.value or 0),
            item.sample_size,
            None if item.standard_deviation is None else float(item.standard_deviation),
        )
        for item in rows.figures
    }
    why = ""
    for encoding, separator in dict.fromkeys(ways):
        cells = plain_survey.rows(data, encoding, separator)[found.table.heading_rows :]
        wanted = plain_survey.figures(cells, found.headings, matching)
        why = why or _differs(got, wanted, len(cells), rows)
        if not _differs(got, wanted, len(cells), rows):
            return "right" if not rows.left_aside else "told", ""
    return "silent", why


def _differs(got: dict[Subject, Figure], wanted: dict[Subject, Figure], count: int, rows: SurveyRows) -> str:
    if count != rows.row_count:
        return f"{rows.row_count} rows read of {count}"
    for subject in got.keys() | wanted.keys():
        one, other = got.get(subject), wanted.get(subject)
        if one is None or other is None or not _same(one, other):
            return f"{subject}: {one} for {other}"
    return ""


def _same(one: Figure, other: Figure) -> bool:
    spread = (one.deviation is None) == (other.deviation is None) and math.isclose(
        one.deviation or 0.0, other.deviation or 0.0, abs_tol=_ROUNDED
    )
    return abs(one.value - other.value) <= _ROUNDED and one.size == other.size and spread


@cache
def _edition() -> LoadedEdition:
    return load(place.workbook())
