"""The gaps on one domain, in words: verdict of each region, finding, what each actor allows to say."""

from __future__ import annotations

import pandas as pd

from indicators.gap_chance import Chance, Side, chance
from indicators.gap_signs import Sign
from indicators.quadrants import Quadrant
from indicators.rows import Row, records
from readings.gaps import own_words
from readings.gaps.chance_words import sentence
from readings.gaps.columns import WHY
from readings.phrases.reach import measured_place
from readings.phrases.reasons import gap_reason
from readings.phrases.words import nth, of, out_of, regions
from wording.lists import join, joined
from wording.perimeter import asked_territory
from wording.reading import GAP_LINES
from wording.signs import WHOLE, at_least, whole
from wording.typography import quoted, unbroken

_RELATIVE = "que la position relative"
# The name of each corner, and what it says of the place.
CORNERS = {
    Quadrant.RECOGNISED: ("Fragilité reconnue", "mesurée et ressentie dans la moitié haute des domaines"),
    Quadrant.BLIND_SPOT: ("Angle mort", "mesuré dans la moitié haute et ressenti dans la moitié basse"),
    Quadrant.WORRY: ("Inquiétude", "mesurée dans la moitié basse et ressentie dans la moitié haute"),
    Quadrant.STRENGTH: ("Point d’appui", "mesuré et ressenti dans la moitié basse des domaines"),
}
_PLACES = {
    Quadrant.RECOGNISED: "Mesuré et ressenti dans la moitié haute des domaines",
    Quadrant.BLIND_SPOT: "Mesuré dans la moitié haute, ressenti dans la moitié basse",
    Quadrant.WORRY: "Mesuré dans la moitié basse, ressenti dans la moitié haute",
    Quadrant.STRENGTH: "Mesuré et ressenti dans la moitié basse des domaines",
}
_CORNER = ["region_code", "quadrant", "strength", "verdict"]
_UNNAMED = (
    "Une barre au contour tireté couvre les rangs encore possibles d’un domaine que l’enquête ne cite pas."
)
_NOBODY_ERRS = "La position relative compare la région aux autres, un écart ne dit donc jamais qui a raison."


def notes(rows: pd.DataFrame) -> list[str]:
    """Say how the gaps are drawn, then what chance gives; `rows`: see `gap_rows`."""
    return [*GAP_LINES, *[_UNNAMED] * bool(rows["unnamed"].any()), _NOBODY_ERRS, *by_chance(rows)]


def gap_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Add to the rows of `gap_rows`: said (the verdict), notes (both sides), label (all in one sentence)."""
    found = records(rows)
    worded = rows.assign(said=[_said(row) for row in found], notes=[_notes(row) for row in found])
    return worded.assign(label=worded["name"] + "\u202f: " + worded["said"] + " (" + worded["notes"] + ")")


def gap_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a region; `rows`: see `gap_words`.

    Région, Écart, Dont propre à la région, Rang mesuré, Rang ressenti, Enquête, Périmètre de l’enquête,
    Pourquoi aucun sens.
    """
    found = records(rows)
    return pd.DataFrame(
        {
            "Région": rows["name"].tolist(),
            "Écart": rows["said"].tolist(),
            own_words.OWN: [own_words.brief(own_words.own_of(row, "gap")) for row in found],
            "Rang mesuré": list(map(_measured_rank, found)),
            "Rang ressenti": [_felt_rank(row) for row in found],
            "Enquête": [unbroken(row["wave"] or "") for row in found],
            "Périmètre de l’enquête": [asked_territory(row["perimeter"] or "") for row in found],
            WHY: list(map(_reason, found)),
        }
    )


def gap_title(rows: pd.DataFrame, actor_the: str) -> str:
    """« Écart en rangs : ressenti des citoyens plus fort que la position relative dans 11 régions… »."""
    verdicts = rows["verdict"].value_counts()
    if set(verdicts.index) == {Sign.NONE}:
        return f"Écart\u202f: rien à comparer par région pour {actor_the}"
    stated = [
        (verdicts.get(sign, 0), words)
        for sign, words in (
            (Sign.MORE, f"plus fort {_RELATIVE}"),
            (Sign.LESS, f"moins fort {_RELATIVE}"),
            (Sign.SAME, "au même rang"),
        )
    ]
    found = join(f"{words} dans {out_of(count, len(rows))}" for count, words in stated if count)
    if not found:
        return f"Écart\u202f: aucun sens établi pour {actor_the}"
    return f"Écart en rangs\u202f: ressenti {of(actor_the)} {found}"


def balance(rows: pd.DataFrame, label: str) -> str:
    """Say in one sentence what the gaps of one actor give: « Citoyens (PHARE 2015) : plus fort dans … »."""
    verdicts = rows["verdict"].value_counts()
    if set(verdicts.index) == {Sign.NONE}:
        return f"{label}\u202f: aucun écart calculable, faute de chiffre publié par région sur ce domaine."
    unproved = rows["unnamed"] & (rows["verdict"] == Sign.UNDETERMINED)
    verdicts = rows["verdict"].mask(unproved, str(Sign.NONE)).value_counts()
    waves = join(dict.fromkeys(rows["wave"].dropna()))
    told = [
        f"{text} dans {regions(verdicts[sign])}" for sign, text in WHOLE.items() if sign in verdicts.index
    ]
    return f"{label} ({waves})\u202f: {join(told)}."


def quadrant_sentences(quadrants: pd.DataFrame, rows: pd.DataFrame, domain: str) -> list[str]:
    """Say which regions stand in each corner, in the survey of the gaps; none for an empty corner.

    `quadrants`: see `indicators.quadrants`; `rows`: see `gap_rows`. A place without a verdict stays a place.
    """
    named = dict(zip(rows["region_code"], rows["name"], strict=True))
    survey = rows["wave"].dropna().head(1).to_list()
    mine = (quadrants["among"] == "domaines") & (quadrants["domain_code"] == domain)
    here = quadrants.loc[mine & quadrants["wave"].isin(survey), _CORNER].drop_duplicates("region_code")
    placed = records(here.sort_values("strength", ascending=False, kind="stable"))
    told = []
    for corner, words in CORNERS.items():
        found = [row for row in placed if row["quadrant"] == corner]
        for head, firm in ((", ".join(words), True), (f"{_PLACES[corner]}, sans verdict", False)):
            codes = [row["region_code"] for row in found if (row["verdict"] is not None) is firm]
            if codes:
                told.append(f"{head}\u202f: {join(named[code] for code in codes)}.")
    return told


def _said(row: Row) -> str:
    """« +14 rangs, ressenti plus fort que la position relative »."""
    if row["verdict"] == Sign.NONE:
        return WHOLE[Sign.NONE]
    if row["unnamed"]:
        # Where the places left prove no sign, nothing was computed: the word of *Écarts*.
        proved = row["verdict"] == Sign.LESS
        return f"{at_least(row['gap_high']) if proved else WHOLE[Sign.NONE]}, domaine non cité par l’enquête"
    return whole(row["verdict"], row["gap"], row["gap_low"], row["gap_high"])


BAND = (
    "Bande grise\u202f: où le hasard seul mettrait la moyenne des rangs mesurés, neuf fois sur dix\u202f; "
    "trait pointillé\u202f: où elle est."
)


def by_chance(rows: pd.DataFrame) -> list[str]:
    """Say what chance gives where one rank is felt everywhere; `rows`: see `gap_rows`."""
    found = chance_of(rows)
    return [sentence(found), BAND] if found else []


def chance_of(rows: pd.DataFrame) -> Chance | None:
    """Return what chance gives where one rank is felt everywhere; `rows`: see `gap_rows`."""
    told = [row for row in records(rows) if row["felt_low"] is not None and not row["unnamed"]]
    return chance(
        Side(int(row["measured"]), int(row["measured_ranked"]), (int(row["felt_low"]), int(row["felt_high"])))
        for row in told
        if row["measured"] is not None
    )


def centred(rows: pd.DataFrame, domain: str, region: str, inside: str) -> list[str]:
    """Say the mean gap of the regions, who leaves it, then what is the chosen region’s own.

    `domain`: its label; `region`: the chosen code, or `""`; `inside`: « en Bretagne ». Nothing where no gap
    is centred.
    """
    known = {row["region_code"]: (row, own) for row in records(rows) if (own := own_words.own_of(row, "gap"))}
    if not known:
        return []
    constant = len({(row["felt_low"], row["felt_high"]) for row, _ in known.values()}) == 1
    by_name = {row["short_name"]: own for row, own in known.values()}
    told = [own_words.of_domain(by_name, domain, constant=constant)]
    if region in known:
        told.insert(0, own_words.sentence(known[region][1], domain, inside))
    return [*told, own_words.RULE]


def _notes(row: Row) -> str:
    """Give both sides, then why no sign is stated, then the survey's own territory."""
    parts = [_measured(row), _felt(row), _reason(row)]
    if row["perimeter"]:
        parts.append(f"périmètre de l’enquête\u202f: {quoted(asked_territory(row['perimeter']))}")
    return joined(part for part in parts if part)


def _reason(row: Row) -> str:
    """Say why no sign is stated; of bounds, that the place that is measured is among them."""
    if not row["reason"]:
        return ""
    if row["unnamed"] and row["measured"] is not None:
        return "le même rang reste possible"
    return gap_reason(row["reason"])


def _measured(row: Row) -> str:
    place = _measured_rank(row)
    return place if row["measured"] is None else f"mesuré {place}"


def _measured_rank(row: Row) -> str:
    ends = ("measured", "measured_low", "measured_high", "measured_ranked")
    return measured_place([row[end] for end in ends], row["measured_reach"])


def _felt(row: Row) -> str:
    return ", ".join(filter(None, [f"ressenti {_felt_rank(row)}", row["wave"]]))


def _felt_rank(row: Row) -> str:
    """« 1ᵉʳ », « 2ᵉ ou 3ᵉ », « 3ᵉ au mieux », or what there is instead."""
    if row["wave"] is None:
        return "non publié"
    if row["felt_low"] is None:
        return "sans rang"
    low, high = int(row["felt_low"]), int(row["felt_high"])
    return f"{nth(low)} au mieux" if row["unnamed"] else " ou ".join(dict.fromkeys([nth(low), nth(high)]))
