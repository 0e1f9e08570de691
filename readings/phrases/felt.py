"""What is felt next to what is measured, in French: gaps, blind spots, worries, agreement, evolution.

« Ressenti plus fort que la position relative » is about a position among the regions, never about who is
right. A sign that is not stated has a sentence of its own, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from indicators.facts import Fact, FactKind
from indicators.vocabulary import Vocabulary
from readings.phrases.reasons import gap_reason
from readings.phrases.sampling import NO_DEVIATION, NO_SIZE
from readings.phrases.words import compared, measured, nth, of
from wording.lists import join
from wording.numbers import counted, number, percent
from wording.perimeter import asked_territory
from wording.typography import quoted

Wording = Callable[[Fact, Vocabulary], str]
_KINDS = {"note_fragilite_sur_10": "note", "part_priorite_pct": "part", "rang": "rang"}
_COLON = "\u202f: "


def _gap(verdict: str) -> Wording:
    def write(fact: Fact, words: Vocabulary) -> str:
        return f"{_place(fact, words)}{_felt(fact, words)} {verdict} {_position(fact)}{_perimeter(fact)}."

    return write


def _undetermined(fact: Fact, words: Vocabulary) -> str:
    """No sign, but both sides: a reader may look, the sentence does not conclude."""
    text = f"sens de l’écart non établi entre le {_felt(fact, words)} et {_position(fact)}{_perimeter(fact)}"
    return f"{_place(fact, words)}{text}, car {gap_reason(fact.reason)}."


def _blind_spot(fact: Fact, words: Vocabulary) -> str:
    return _spot(fact, words, "angle mort", ("haute", "basse"), ("au-dessus", "en dessous"))


def _worry(fact: Fact, words: Vocabulary) -> str:
    return _spot(fact, words, "inquiétude", ("basse", "haute"), ("en dessous", "au-dessus"))


def _spot(fact: Fact, words: Vocabulary, what: str, halves: tuple[str, str], sides: tuple[str, str]) -> str:
    """Say both sides."""
    start = f"{_place(fact, words)}{what}, "
    felt = _felt(fact, words)
    if fact.among == "regions":
        text = f"fragilité mesurée {sides[0]} de la médiane des régions, {felt} {sides[1]} de la leur"
    else:
        text = f"{_measured(fact)} dans la moitié {halves[0]} des domaines, {felt} dans la moitié {halves[1]}"
    return f"{start}{text}{_perimeter(fact)}."


def agreed(w: float) -> str:
    """« Accord », or a weak one: W nearer to 0 (no order in common) than to 1 (the same)."""
    return "Accord" if w >= 0.5 else "Accord faible"


def _agreement(fact: Fact, words: Vocabulary) -> str:
    return f"{_who_agrees(fact, words, agreed(fact.numbers['w']))}{_COLON}{_concordance(fact)}."


def _agreement_undetermined(fact: Fact, words: Vocabulary) -> str:
    start = _who_agrees(fact, words, "Accord non établi")
    if "w" not in fact.numbers:
        return f"{start}{_COLON}chacun met tous les domaines au même niveau."
    share = 100 * fact.numbers["chance"]
    odds = f"des classements au hasard s’accordent autant dans {percent(share, 0)} des cas"
    return f"{start}{_COLON}{_concordance(fact)}, mais {odds}."


def _who_agrees(fact: Fact, words: Vocabulary, start: str) -> str:
    """« Accord entre les citoyens (note) et les entreprises (note) sur l’ordre de 9 domaines (…) »."""
    pairs = zip(fact.codes, fact.measures, strict=True)
    who = join(f"{words.actors_the[code]} ({_KINDS[measure]})" for code, measure in pairs)
    what = counted(int(fact.numbers["domains"]), "domaine", "domaines")
    return f"{start} entre {who} sur l’ordre de {what} ({fact.wave}, {words.names[fact.region_code].name_in})"


def _concordance(fact: Fact) -> str:
    return f"W de Kendall {number(fact.numbers['w'], 2)} sur 1"


# Why no sign is stated of a change: what is at the limit is explained by nothing.
_DOUBTS = {"a_la_limite": "à la limite de ce que l’incertitude des chiffres explique"}
_EXPLAINED = "l’incertitude des chiffres suffit à l’expliquer"


def _evolution(fact: Fact, words: Vocabulary) -> str:
    found, decimals = fact.numbers, int(fact.numbers["decimals"])
    before = compared(found["before"], fact.unit, decimals)
    after = measured(found["after"], fact.unit, decimals)
    what = "part" if fact.unit == "%" else "note"
    change = f"reste à {after}" if found["change"] == 0 else f"passe de {before} à {after}"
    text = f"la {what} {of(words.actors_the[fact.actor_code])} {change} entre {fact.since} et {fact.wave}"
    doubt = f" (évolution non établie, {_DOUBTS.get(fact.reason, _EXPLAINED)})" if fact.reason else ""
    sample = "" if found["sampling_known"] else f", {NO_SIZE}"
    if found.get("sampling_bounded"):
        sample = f", {NO_DEVIATION} (l’erreur de sondage est comptée à son maximum)"
    return f"{_place(fact, words)}{text}{doubt}{sample}{_perimeter(fact)}."


def _place(fact: Fact, words: Vocabulary) -> str:
    """« Emploi, dans les Hauts-de-France : »."""
    return f"{words.domains[fact.domain_code]}, {words.names[fact.region_code].name_in}{_COLON}"


def _felt(fact: Fact, words: Vocabulary) -> str:
    """« ressenti des citoyens (1ᵉʳ rang, PHARE 2015) »; the value itself without a rank, or among regions."""
    found = fact.numbers
    if "perceived_low" not in found or fact.among == "regions":
        said = measured(found["perceived_value"], fact.unit, int(found["decimals"]))
    else:
        ends = dict.fromkeys([nth(found["perceived_low"]), nth(found["perceived_high"])])
        said = f"{' à '.join(ends)} rang"
    return f"ressenti {of(words.actors_the[fact.actor_code])} ({said}, {fact.wave})"


def _position(fact: Fact) -> str:
    """« la position relative (15ᵉ des 16 domaines mesurés) »."""
    found = fact.numbers
    if "objective_rank" not in found:
        return "la position relative, sans rang mesuré"
    return f"la position relative ({_inside(found)})"


def _measured(fact: Fact) -> str:
    """« fragilité mesurée (3ᵉ des 16 domaines mesurés) »."""
    return f"fragilité mesurée ({_inside(fact.numbers)})"


def _inside(found: Mapping[str, float]) -> str:
    """« 15ᵉ des 16 domaines mesurés »."""
    return f"{nth(found['objective_rank'])} des {number(found['objective_ranked'], 0)}\u00a0domaines mesurés"


def _perimeter(fact: Fact) -> str:
    """Say the survey's own territory each time it is not today's region."""
    return f", périmètre de l’enquête {quoted(asked_territory(fact.text))}" if fact.text else ""


SENTENCES: Mapping[FactKind, Wording] = MappingProxyType(
    {
        FactKind.GAP_MORE_FELT: _gap("plus fort que"),
        FactKind.GAP_LESS_FELT: _gap("moins fort que"),
        FactKind.GAP_NONE: _gap("au même rang que"),
        FactKind.GAP_UNDETERMINED: _undetermined,
        FactKind.BLIND_SPOT: _blind_spot,
        FactKind.WORRY: _worry,
        FactKind.AGREEMENT: _agreement,
        FactKind.AGREEMENT_UNDETERMINED: _agreement_undetermined,
        FactKind.EVOLUTION: _evolution,
    }
)
