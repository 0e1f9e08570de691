"""The sentences of the mirror on the projector: the room beside the measures and the surveys, never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indicators.gap_signs import Sign
from readings.room import words
from wording.lists import joined
from wording.numbers import ordinal
from wording.signs import WHOLE
from wording.typography import quoted

Content = Mapping[str, Any]

NO_RANKS = f"{words.NO_RANKS} Voici ceux des mesures."
SIDE_BY_SIDE = "Deux questions, deux dates\u202f: à lire côte à côte, jamais en moyenne."
READING = "Rangs des domaines entre eux, dans la région\u202f; entre parenthèses, les rangs possibles."
# Of a group that is not heard on every domain, and of one that is not heard at all.
UNRANKED, HIDDEN = "sans rang", "moins de\u00a05"
CORNER = "la salle\nson enquête"
_COLON = "\u202f: "
_NO_SURVEY = "Aucune enquête n’est publiée pour la région."


def heard(found: Content) -> str:
    """« 138 réponses. », « 36 à 38 réponses. »: how many noted a domain, and that some are not shown."""
    counts = [note["count"] for note in found["whole"]["notes"].values()]
    return words.shown(f"{words.many(counts)} réponses", found) if counts else ""


def head(group: str, voice: Content | None) -> str:
    """Head the column of a group, with how many noted a domain where it is heard."""
    counts = [note["count"] for note in voice["notes"].values()] if voice else []
    return f"{group}\n{words.many(counts)} ici" if counts else group


def apart(name: str, room: Content, measured: Content, among: int, sign: Sign) -> str:
    """« Les mesures placent « Santé » 5ᵉ sur 16 (entre 4ᵉ et 7ᵉ) ; la salle, 1ᵉʳ (entre 1ᵉʳ et 2ᵉ) : … »."""
    return (
        f"Les mesures placent {quoted(name)} {ordinal(measured['rank'])} sur {among}{_between(measured)}"
        f"\u202f; la salle, {ordinal(room['rank'])}{_between(room)}\u202f: {WHOLE[sign]}."
    )


def no_sign(places: Mapping[str, Content]) -> str:
    """Say why the sign of no gap is stated."""
    if any(place["low"] is None for place in places.values()):
        why = "moins de trente participants ont noté tous les domaines"
    else:
        why = "les rangs possibles de la salle et des mesures se croisent"
    return f"Aucun sens d’écart n’est établi\u202f: {why}."


def surveys(
    found: Sequence[Content],
    ranks: Mapping[str, Mapping[str, Content]],
    voices: Mapping[str, Content],
    names: Mapping[str, str],
    groups: Mapping[str, str],
) -> str:
    """Put the first domain of the only survey beside the same group of the room; else name the surveys."""
    if not found:
        return _NO_SURVEY
    one = found[0]
    if len(found) > 1 or not ranks.get(one["acteur"]):
        return _named(found, groups)
    code = min(one["rangs"], key=lambda code: one["rangs"][code][0])
    group, count = groups[one["acteur"]], voices[one["acteur"]]["notes"][code]["count"]
    return (
        f"Les {group} interrogés ({one['vague']}, {one['perimetre']}, {one['taille']}) mettent "
        f"{quoted(names[code])} au {_rank(one['rangs'][code])} rang\u202f; les {count} {group} de la salle, "
        f"au {ordinal(ranks[one['acteur']][code]['rank'])}."
    )


def _named(found: Iterable[Content], groups: Mapping[str, str]) -> str:
    """« IMPACT 2019, Bretagne : citoyens (150 réponses), maires (270 réponses) »: a wave at once."""
    waves: dict[str, list[str]] = {}
    for one in found:
        asked = f"{groups[one['acteur']]} ({one['taille']})"
        waves.setdefault(f"{one['vague']}, {one['perimetre']}", []).append(asked)
    return f"{joined(_COLON.join((wave, ', '.join(asked))) for wave, asked in waves.items())}."


def _between(place: Content) -> str:
    low, high = place["low"], place["high"]
    return "" if low is None or low == high else f" (entre {ordinal(low)} et {ordinal(high)})"


def _rank(ends: Sequence[int]) -> str:
    return ordinal(ends[0]) if ends[0] == ends[1] else f"{ordinal(ends[0])} à {ordinal(ends[1])}"
