"""The last annex of a report: the ten steps of the method, and how the edition is cited."""

from __future__ import annotations

from typing import Any

from exports import citation
from indicators.results import Results
from indicators.ten_steps.step import Step
from readings.ten_steps.references import references
from readings.ten_steps.told import Told, told

TITLE = "Annexe\u202f: la méthode en dix étapes"
HEADS = ["Étape, et notre choix", "Ce que cela donne sur ces données"]
SAID = (
    "Les étapes sont celles du manuel de l’OCDE et de la Commission européenne (2008)\u202f; les mesures "
    "sont celles de notre réglage de départ. La section «\u00a0Dix étapes\u00a0» de «\u00a0Données et "
    "méthode\u00a0» dit pourquoi chaque choix, et mène aux autres."
)


def ten_steps(results: Results) -> dict[str, Any]:
    """Return the annex in words: title, said, table, cited (of the edition), references (a text each)."""
    every = results.once(("told",), lambda: [told(results, step) for step in Step])
    return {
        "title": TITLE,
        "said": SAID,
        "table": {"heads": HEADS, "rows": [_row(one) for one in every]},
        "cited": citation.apa(results.edition()),
        "references": [one.apa for one in references().values()],
    }


def _row(one: Told) -> list[str]:
    return [f"{one.text.number}. {one.text.heading}\n{one.text.choice}", " ".join(one.effects)]
