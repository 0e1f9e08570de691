"""Check boxes: where nobody wrote « non », an empty cell is a question to the reader, never 100 %."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from loaders.naming import quote
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.rows import Told
from loaders.survey.texts import chosen
from wording.lists import join
from wording.numbers import counted, percent

EMPTY_IS_NO = "Une case vide veut dire «\u00a0non\u00a0»"
_SHOWN = 3


def unticked(told: Iterable[Told], matching: Matching, remarks: Remarks) -> frozenset[str]:
    """Return the headings where an empty cell is a « non », because the reader says so.

    Raises `SurveyRefused`, with the question, when a column holds « oui » and no « non » and the reader says
    nothing; and when no cell at all could mean « non ».
    """
    ticked: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    empty: Counter[str] = Counter()
    for cell in told:
        said = chosen(cell.text)
        ticked[cell.heading] += bool(said)
        refused[cell.heading] += said == 0
        empty[cell.heading] += not cell.text
    doubtful = [heading for heading in ticked if ticked[heading] and not refused[heading]]
    if not doubtful or (not empty.total() and refused.total()):
        return frozenset()
    if not empty.total():
        raise remarks.refuse(
            "aucun_non",
            f"Toutes les réponses sont des «\u00a0oui\u00a0»\u202f: la part serait de {percent(100)} "
            "partout, sans dire combien de personnes n’ont pas choisi.",
            "Exporter aussi les personnes, ou les domaines, qui n’ont pas été choisis.",
        )
    asked = [heading for heading in doubtful if empty[heading] or not refused.total()]
    if asked and not matching.empty_is_no:
        shown = [quote(heading) for heading in asked[:_SHOWN]]
        more = [f"{len(asked) - _SHOWN} autres"] if len(asked) > _SHOWN else []
        raise remarks.refuse(
            "cases_vides",
            f"Colonne{'s' if len(asked) > 1 else ''} {join([*shown, *more])}\u202f: aucun «\u00a0non\u00a0». "
            "Une case vide est-elle un «\u00a0non\u00a0»\u202f?",
            f"Si oui, le dire («\u00a0{EMPTY_IS_NO}\u00a0», ou --empty-is-no)\u202f: la part sera celle des "
            "personnes interrogées. Sinon, retirer ces colonnes.",
        )
    return frozenset(heading for heading in ticked if matching.empty_is_no and not refused[heading])


def say_unticked(count: int, remarks: Remarks) -> None:
    """Count the empty cells that are read as « non »."""
    if count:
        cells = counted(count, "case vide lue", "cases vides lues")
        remarks.info("cases_vides_non", f"{cells} comme «\u00a0non\u00a0», à votre demande.")
