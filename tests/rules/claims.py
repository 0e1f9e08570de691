"""Words that state more than the numbers carry, wherever they are written."""

from __future__ import annotations

import re

# Each was on a screen or on paper; the reason is what proved it wrong.
_FALSE = {
    "the Observatory publishes no formula: our conventions are ours": re.compile(
        r"(?:méthode|poids|réglages?|conventions?) de l[’']observatoire", re.IGNORECASE
    ),
    "a measurement error is never published, and would move any rank": re.compile(
        r"rien ne (?:le|la|les) déplace|sans intervalle, rien", re.IGNORECASE
    ),
    "what each doubt adds depends on the order in which the doubts are let loose": re.compile(
        r"doutes\W{1,3}arrondis|places qu[’']il doit", re.IGNORECASE
    ),
    "taking an element out measures what is not redundant, not what weighs": re.compile(
        r"décide(?:nt)? (?:le plus|des rangs|du classement)|l[’']élément décide", re.IGNORECASE
    ),
    "an interval is a hull: it holds at least 90 % of the trials, and often more": re.compile(
        r"(?<!au moins )\b90\s?(?:\\u202f)?% (?:des|de nos) (?:essais|rangs)", re.IGNORECASE
    ),
    "coverage is a share of our weights, not of what could be measured": re.compile(
        r"(?:couvrent|de) .{0,20}ce qui devrait être mesuré", re.IGNORECASE
    ),
    "one indicator alone never depends on the choice of the method": re.compile(
        r"ne tien(?:t|nent) pas au choix du calcul", re.IGNORECASE
    ),
}


def claims(path: str, text: str) -> list[str]:
    """Refuse the words of a claim that was proved wrong, line breaks and quotes of the source apart."""
    joined = re.sub(r"[\"'\s]*\n[f\"'\s]*", " ", text)
    return [
        f"{path}: {why}: {found[0]!r}" for why, wrong in _FALSE.items() for found in wrong.finditer(joined)
    ]
