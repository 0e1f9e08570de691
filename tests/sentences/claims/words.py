"""What a sentence may not say whatever its numbers, and the counts that it gives of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.sentences.grammar import pattern
from tests.sentences.rule import Rule, ViewRule, at, in_row
from tests.sentences.said import Said

_SUM = re.compile(r"(\d+)\u00a0écarts? établis? \(([^)]*)\)")


def computed(said: Said) -> Iterator[str]:
    """Refuse « publié » of a gap: it is computed from two published sides."""
    gaps = any(head.startswith("Écart") for head, _ in said.row)
    if gaps and re.match(r"publiée?s?\b", said.text) and not said.column().startswith("Écart"):
        yield "a gap is computed, nobody publishes it"
    if re.search(r"[Éé]carts? publiés?", said.text):
        yield "a gap is computed, nobody publishes it"


def sums(said: Said) -> Iterator[str]:
    """Refuse a count of gaps whose parts do not add up."""
    for whole, parts in _SUM.findall(said.text):
        added = sum(int(number) for number in re.findall(r"\d+", parts))
        if added != int(whole):
            yield f"{parts} make {added}, not {whole}"


def colons(said: Said) -> Iterator[str]:
    """Refuse a title with two colons in one clause."""
    if said.kind == "titre" and re.search(r"\u202f: [^.;«»()]*\u202f: ", said.text):
        yield "two colons"


_GAP_SAID = re.compile(
    r"ressenti (?:des \w+ )?(?:plus|moins) fort|au même rang que la position|[+\u2212]\d+\u00a0rangs?"
)
_FELT_WHEN = re.compile(r"\b(?:PHARE|IMPACT)[ \u00a0](?:20\d\d|\(date non publiée\))")
_MEASURED_WHEN = re.compile(
    r"mesurée?s?[^.]{0,90}?\b20\d\d\b|\b20\d\d\b[^.]{0,60}?\bmesurée?s?|indicateurs?[^.]{0,60}\b20\d\d\b",
    re.IGNORECASE,
)
# Where the gap is what a page is about; other pages only lead to it.
_OF_GAPS = (
    "/ecarts",
    "/par-domaine",
    "/mon-territoire",
    "fiche-papier",
    "fiche-web",
    "rapport",
    "diapositives",
)


def both_dates(view: Sequence[Said]) -> Iterator[str]:
    """Refuse a view that states a gap without saying when each side was published."""
    place = view[0].place
    about = place.page in _OF_GAPS or (
        place.page == "/vue-d-ensemble" and place.get("afficher") in {"", "ecart"}
    )
    texts = [one.text for one in view if one.kind != "choix"]
    gap = next((text for text in texts if _GAP_SAID.search(text)), "")
    if about and gap:
        if not any(_FELT_WHEN.search(text) for text in texts):
            yield f"« {gap[:80]} »: no survey and year on the page"
        if not any(_MEASURED_WHEN.search(text) for text in texts):
            yield f"« {gap[:80]} »: no year of what is measured on the page"


# A rank or a figure beside a domain measured by convention, and what says how it is read.
_NUMBER = r"[^.;]{0,90}?(?:\d(?:ᵉ|ʳᵉ)|\d,\d)"
_CAUTIONED = {
    re.compile(
        rf"Diversité (?:et|/) handicap{_NUMBER}|immigr[^.]{{0,60}}\d,\d|\d,\d[^.]{{0,40}}immigr"
    ): re.compile(r"jamais comme une fragilité des personnes|lue? par convention comme un enjeu d’inclusion"),
    re.compile(rf"Mal-logement{_NUMBER}|\d,\d\d\u00a0logements? par habitant"): re.compile(
        r"résidences? secondaires"
    ),
}
# What people feel of a domain owes nothing to what measures it.
_FELT_PAGES = ("/regards-croises", "/alliances")


def cautions(view: Sequence[Said]) -> Iterator[str]:
    """Refuse a domain measured by convention with its rank or figure on a page that gives no caution."""
    if view[0].place.page in _FELT_PAGES:
        return
    texts = [one.text for one in view if one.kind != "choix"]
    texts += [" ".join(cell for _, cell in row) for row in {one.row for one in view if one.row}]
    for figure, caution in _CAUTIONED.items():
        found = next((text for text in texts if figure.search(text)), "")
        if found and not any(caution.search(one.text) for one in view if one.kind not in {"choix", "dessin"}):
            yield f"« {found[:100]} » without its caution"


_FIGURE = re.compile(r"\d[\d\u202f]*(?:,\d+)?[\u202f\u00a0][^,;]{1,25} contre \d")
_OF_WHAT = re.compile(
    r"chômage|entreprises|revenu|pauvreté|logements?|immigr|actifs|retrait|[Aa]ge|monoparent"
    r"|[Nn]i en emploi|NEET|professionnel"
    r"|[Mm]édecin|4G|[Cc]oups|transports?|équipements|CO2|CO₂|déchets|couverture|dépendan|indice",
    re.IGNORECASE,
)


def named(said: Said) -> Iterator[str]:
    """Refuse a published figure against France's in a title that does not say of what."""
    if _FIGURE.search(said.text) and "en France" in said.text and not _OF_WHAT.search(said.text):
        yield "of what is this figure?"


RULES = (
    pattern(
        "conventions-of-ours",
        r"(?:méthode|poids|pondération|réglages?) (?:de référence )?de l’[Oo]bservatoire",
        ["Avec la méthode de l’Observatoire, la Corse est première", "les poids de l’observatoire"],
        ["le rapport de l’Observatoire"],
        free="n’est pas|ne sont pas|ne publie",
    ),
    pattern(
        "decides-most",
        r"[Cc]e qui décide le plus|décide du classement",
        ["Ce qui décide le plus des rangs"],
        [],
    ),
    pattern(
        "verdict-held",
        r"sans verdict dans \d",
        ["mesuré haut, ressenti bas, sans verdict dans 71\u202f% des calculs"],
        ["mesuré haut, ressenti bas dans 71\u202f% des calculs, sans verdict"],
    ),
    pattern("nothing-moves-it", r"rien ne le déplace", ["Sans intervalle, rien ne le déplace."], []),
    pattern(
        "no-gap-established",
        r"[Aa]ucun écart (?:établi )?entre",
        ["aucun écart établi entre le ressenti"],
        [],
    ),
    pattern(
        "doubts-by-order",
        r"arrondis \d+, poids \d+, calcul \d+",
        ["Doutes\u202f: arrondis 2, poids 0, calcul 0"],
        [],
    ),
    pattern(
        "perimeter-twice",
        r"périmètre de l['’]enquête[^»;]{0,30}«[^»]*périmètre de l['’]enquête",
        ["périmètre de l’enquête\u202f: «\u00a0PACA-Corse (périmètre de l'enquête)\u00a0»"],
        [],
    ),
    Rule(
        "published-of-a-gap",
        computed,
        [
            in_row("Précisions", {"Région": "Corse", "Écart": "+8\u00a0rangs", "Précisions": "publié"}),
            at("Les écarts publiés des citoyens"),
        ],
        [in_row("Précisions", {"Région": "Corse", "Valeur": "8,4\u202f%", "Précisions": "publié"})],
    ),
    Rule(
        "two-colons",
        colons,
        [at("Emploi, en Corse\u202f: 1ᵉʳ\u202f: rang ressenti, publié", kind="titre")],
        [at("Emploi\u202f: 1ᵉʳ\u202f; Culture\u202f: 2ᵉ", kind="titre")],
    ),
    Rule(
        "sum-of-gaps",
        sums,
        [at("10\u00a0écarts établis (5 plus forts, 4 moins forts), 6 au sens non établi.")],
        [at("10\u00a0écarts établis (5 plus forts, 5 moins forts), 6 au sens non établi.")],
    ),
    Rule(
        "figure-of-what",
        named,
        [at("Santé\u202f: le Centre-Val de Loire, 265\u00a0pour 100 000 hab. contre 339 en France")],
        [at("Taux de chômage\u202f: les Hauts-de-France, 10,8\u202f% contre 8,4\u202f% en France")],
    ),
)

VIEW_RULES = (
    ViewRule(
        "both-dates",
        both_dates,
        [
            [
                at("Emploi\u202f: ressenti plus fort que la position relative", page="/ecarts"),
                at("(PHARE 2015)", page="/ecarts"),
            ],
            [at("+8\u00a0rangs (mesuré en 2019)", page="/ecarts")],
        ],
        [
            [
                at("+8\u00a0rangs, PHARE 2015", page="/ecarts"),
                at("Mesuré\u202f: indicateurs de 2012 à 2019", page="/ecarts"),
            ]
        ],
    ),
    ViewRule(
        "caution",
        cautions,
        [
            [at("Diversité\u202f: 19,2\u202f% d’immigrés en Île-de-France")],
            [at("Corse\u202f: 0,74\u00a0logements par habitant")],
            [in_row("Rang", {"Domaine": "Diversité et handicap", "Rang": "1ʳᵉ"}, page="/mon-territoire")],
            [at("Mal-logement, en Corse\u202f: mesuré 16ᵉ", page="/ecarts")],
        ],
        [
            [at("19,2\u202f% d’immigrés"), at("jamais comme une fragilité des personnes.")],
            [at("Mal-logement\u202f: 2ᵉ domaine ressenti", page="/regards-croises")],
        ],
    ),
)
