"""Which doubt decides a rank, in words: the verdict follows the number as it is written."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from readings.settings import doubts
from tests import opened

CORSE, NORD = "94", "32"
NAN = float("nan")


def rows(**firsts: float) -> pd.DataFrame:
    """One region (Corse), the first order of each source; the total is a fifth more."""
    every = dict.fromkeys(doubts.NAMED, 0.0) | firsts
    return pd.DataFrame({"region_code": CORSE, "source": list(every), "first": list(every.values())}).assign(
        total=lambda frame: frame["first"] + 0.2
    )


@pytest.mark.parametrize(
    ("firsts", "expected"),
    [
        (
            {"moyenne": 0.523, "poids": 0.19},
            "tient surtout à la moyenne, simple ou géométrique (52\u202f% de ses variations à elle seule)",
        ),
        ({"poids": 0.4951}, "tient surtout aux poids (50\u202f% de ses variations à eux seuls)"),
        (
            {"poids": 0.4949, "chiffres": 0.2, "moyenne": -0.01},
            (
                "est partagé entre plusieurs doutes, aucun n’expliquant à lui seul la moitié de ses "
                "variations\u202f: les poids (49\u202f%) et les chiffres (20\u202f%)"
            ),
        ),
        (
            {"poids": 0.2, "chiffres": 0.2, "normalisation": 0.05},
            (
                "tient surtout à la rencontre de plusieurs doutes\u202f: chacun à part, ils n’expliquent "
                "ensemble que 45\u202f% de ses variations"
            ),
        ),
    ],
)
def test_the_sentence_of_a_region(firsts: dict[str, float], expected: str) -> None:
    names = opened.published().vocabulary().names
    assert doubts.said(rows(**firsts), names, CORSE) == f"En Corse, l’intervalle du rang {expected}"
    assert doubts.said(rows(**firsts), names, NORD) == ""


def test_a_rank_that_never_moves_has_no_doubt() -> None:
    names = opened.published().vocabulary().names
    still = rows(**dict.fromkeys(doubts.NAMED, NAN))
    assert doubts.said(still, names, CORSE) == "En Corse, le rang ne varie dans aucun essai"


def test_what_the_published_sentences_say_is_what_is_computed() -> None:
    """Each sentence against the numbers of the frame, read again by plain rules."""
    results = opened.published()
    frame, names = results.doubts(), results.vocabulary().names
    whole: Any = frame[frame["code"] == "ensemble"]
    for region in whole["region_code"].unique():
        own = whole[whole["region_code"] == region].set_index("source")["first"]
        shown = {source: max(0, round(100 * share)) for source, share in own.items()}
        said = doubts.said(whole, names, region)
        numbers = list(map(int, re.findall(r"(\d+)\u202f%", said)))
        if max(shown.values()) >= 50:
            assert numbers == [max(shown.values())]
            assert "tient surtout" in said
            assert "rencontre" not in said
        elif sum(shown.values()) < 50:
            assert numbers == [sum(shown.values())]
            assert "rencontre" in said
        else:
            assert numbers == sorted((share for share in shown.values() if share), reverse=True)
            assert "est partagé" in said


def test_the_takeaway_names_the_regions_that_one_doubt_decides() -> None:
    results = opened.published()
    frame, names = results.doubts(), results.vocabulary().regions
    whole = frame[frame["code"] == "ensemble"]
    decided = whole[(100 * whole["first"]).round() >= 50]
    said = doubts.takeaway(whole, names)
    assert sum(map(int, re.findall(r"dans (\d+)\u00a0région", said))) == len(decided) > 0
    assert all(names[code] in said for code in decided["region_code"])
    none = whole.assign(first=0.4)
    assert doubts.takeaway(none, names).startswith("Aucun doute n’explique à lui seul")


def test_the_table_has_a_line_a_region_and_a_column_a_doubt() -> None:
    table = doubts.table(rows(poids=0.43, moyenne=-0.02), {CORSE: "Corse", NORD: "Hauts-de-France"})
    assert table.to_dict("records") == [
        {
            "Région": "Corse",
            "Chiffres": "0\u202f% (20\u202f%)",
            "Poids": "43\u202f% (63\u202f%)",
            "Échelle commune": "0\u202f% (20\u202f%)",
            "Moyenne": "0\u202f% (18\u202f%)",
        }
    ]
    still = doubts.table(rows(**dict.fromkeys(doubts.NAMED, NAN)), {CORSE: "Corse"})
    assert set(still.iloc[0, 1:]) == {"le rang ne varie pas"}
