"""How to name who is most or least fragile: the words depend on the domain, so that no person is judged.

They say what a high figure means, in the direction of the workbook. A reader who turns it (`turned`) puts
another region first: no word of touch or of stakes holds there, the figure is ranked as it is read.
"""

from __future__ import annotations

# Where « la plus fragile » would be clumsy, or would say something of people rather than of a territory.
_TOUCHED = ("la région la plus touchée", "les régions les plus touchées")
_MOST = {
    "emploi": _TOUCHED,
    "pauvrete": _TOUCHED,
    "securite": _TOUCHED,
    "diversite_handicap": (
        "la région où l’enjeu d’inclusion est le plus fort",
        "les régions où l’enjeu d’inclusion est le plus fort",
    ),
}
# What is measured there is far from the name of the domain: the figure is ranked, not the region.
_FIGURE = ("la région au chiffre le plus défavorable", "les régions au chiffre le plus défavorable")
_MOST |= {"mal_logement": _FIGURE, "pouvoir_achat": _FIGURE}
_TURNED = (f"{_FIGURE[0]} dans le sens choisi", f"{_FIGURE[1]} dans le sens choisi")
_MOST_FRAGILE = ("la région la plus fragile", "les régions les plus fragiles")


def most_fragile(domain_code: str, *, many: bool, turned: bool = False) -> str:
    """« la région la plus touchée », « la région au chiffre le plus défavorable dans le sens choisi »."""
    return (_TURNED if turned else _MOST.get(domain_code, _MOST_FRAGILE))[many]


def least_fragile(domain_code: str, *, many: bool, turned: bool = False) -> str:
    """« la région la moins touchée », « les régions les moins fragiles »."""
    text = most_fragile(domain_code, many=many, turned=turned)
    return text.replace(" plus ", " moins ")


# The same words when regions are counted: « plus touchée que 11 régions ».
_THAN = {
    "emploi": "plus touchée que",
    "pauvrete": "plus touchée que",
    "securite": "plus touchée que",
    "diversite_handicap": "enjeu d’inclusion plus fort que dans",
    "mal_logement": "chiffre plus défavorable que dans",
    "pouvoir_achat": "chiffre plus défavorable que dans",
}
_THAN_TURNED = "chiffre plus défavorable, dans le sens choisi, que dans"


def than(domain_code: str, *, more: bool, turned: bool = False) -> str:
    """« plus fragile que », « moins touchée que »: what stands before a number of regions."""
    text = _THAN_TURNED if turned else _THAN.get(domain_code, "plus fragile que")
    return text if more else text.replace("plus ", "moins ", 1)
