"""Spelling and typography: what a French reader would correct without looking at a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.sentences.rule import Rule, at
from tests.sentences.said import Said
from tests.sentences.source import quoted

# The very text of a cell, which provenance quotes.
_CELL = r"«\u00a0-?[\d,. ]+%?\u00a0»"
_SPACE = "[ \u00a0\u202f]"
# A word that a plural or a singular must agree with, in the singular.
_COUNTED = (
    "région|domaine|rang|place|écart|chiffre|point|initiative|département|enquête|acteur|indicateur|essai|valeur"
    "|question|cellule|fait|angle mort|inquiétude|fragilité|score|commune|alerte|nature|réponse|personne"
    "|habitant|association|entreprise|citée|concernée|établi|calculable|fois"
)
_PLACE = r"\d+(?:ᵉʳ|ʳᵉ|ᵉ)(?!\w)(?:, entre \d+(?:ᵉʳ|ʳᵉ|ᵉ) et \d+(?:ᵉʳ|ʳᵉ|ᵉ)(?!\w))?+"
_VOWEL = "aàâeéèêëiîïoôuûœAÀÂEÉÈÊËIÎÏOÔUÛŒ"


def pattern(
    name: str, wrong: str, caught: Sequence[str], passed: Sequence[str] = (), *, free: str = ""
) -> Rule:
    """Make the rule that refuses a pattern, but inside words of the workbook or where `free` matches.

    `caught`, `passed`: the texts that prove it.
    """
    compiled, allowed = re.compile(wrong), re.compile(free) if free else None

    def check(said: Said) -> Iterator[str]:
        for found in compiled.finditer(said.text):
            here = said.text[max(0, found.start() - 20) : found.end() + 20]
            if allowed and allowed.search(here):
                continue
            if not quoted(said.text, found.start(), found.end(), said.place.data):
                yield f"« {found.group().strip()} »"
                return

    return Rule(name, check, [at(text) for text in caught], [at(text) for text in passed])


TYPOGRAPHY = (
    pattern("double-space", rf"{_SPACE}{{2,}}", ["Un  mot", "Un \u202fmot"], ["Un mot"]),
    pattern(
        "space-before-sign",
        r"(?<![\u202f\u00a0])[;!?](?=\s|$)|(?<![\u202f\u00a0\d]):(?=\s|$)",
        ["Source : une", "Vraiment ?", "un; deux", "Emploi: rang"],
        [
            "Source\u202f: une",
            "à 10:30",
            "Corse ? (\u22121 à +2)",
            "0, +2, ?\u202f: sens non établi",
            "Corse ?\u202f; PACA",
            "= même rang, ? sens non établi",
        ],
        # The mark of a gap without a sign, beside its bounds.
        free=r"\? \([+\u2212\d]|\?[ \u202f][;.]|(?:^|, )\?(?:\u202f:)? sens",
    ),
    pattern(
        "space-before-comma",
        rf"{_SPACE}[,.](?!\d)",
        ["un , deux", "fin ."],
        ["un, deux."],
        free=r" \.\w{2,5}\b",
    ),
    pattern(
        "doubled-sign",
        r",,|\.\.|,\.|\.,|;\.|:\.|\(\s*\)|«\s*»|;\s*;",
        ["Bonjour..", "vide ()"],
        ["hab., 2019", "OECD et coll., 2008."],
        free=r"hab\.,|coll\.,|\.\.\.|etc\.,",
    ),
    pattern("straight-apostrophe", r"(?<=\w)'(?=\w)", ["l'emploi"], ["l’emploi"]),
    pattern("straight-quote", r'"', ['le mot "emploi"'], ["le mot «\u00a0emploi\u00a0»"]),
    pattern("guillemets", r"«(?!\u00a0)|(?<!\u00a0)»", ["« Emploi »", "«Emploi»"], ["«\u00a0Emploi\u00a0»"]),
    pattern(
        "hyphen-as-minus",
        r"(?<![\w\d])-\d",
        ["(-2,2\u202f%)", "de -3 rangs"],
        ["2013-2017", "\u22123 rangs"],
        free=_CELL,
    ),
    pattern("decimal-point", r"(?<![\w.])\d+\.\d+(?![\w.])", ["8.4 sur 10"], ["8,4 sur 10", "fin. 3 rangs"]),
    pattern("percent-space", r"\d ?%", ["12%", "12 %"], ["12\u202f%"], free=_CELL),
    pattern(
        "thousands",
        r"(?<![\w,.=/-])\d{5,}(?![\w-])",
        ["29754,1 habitants"],
        ["29\u202f754,1 habitants", "2019"],
        # The very text of a cell.
        free="«\u00a0\\d+",
    ),
)

AGREEMENT = (
    pattern(
        "elision",
        rf"\b([Dd]e|[Ll]e|[Ll]a|[Qq]ue|[Nn]e|[Ss]e|[Jj]usque|[Ll]orsque|[Pp]uisque) (?=[{_VOWEL}])",
        ["de Île-de-France", "le Occitanie", "que elle"],
        ["d’Île-de-France", "de Bretagne"],
        free=r"(?:[Dd]e|[Ll]e|[Qq]ue) (?:onz|oui\b|un à|un sur|à\b)",
    ),
    pattern(
        "contraction",
        r"\b([Dd]e|à) (le|les)\b(?! \w+(?:er|ir|re|oir)\b)",
        ["de le Grand Est", "à les Pays de la Loire", "des écarts de les domaines"],
        ["du Grand Est", "de les comparer"],
    ),
    pattern(
        "plural-of-one",
        rf"(?<![\d,\u202f\u00a0])[01]{_SPACE}(?:{_COUNTED})s\b(?<!fois)",
        ["1\u00a0régions", "0 rangs"],
        ["1 région", "0\u00a0rang", "11\u00a0régions", "1 fois", "2,1\u00a0points"],
    ),
    pattern(
        "plural-under-two",
        rf"(?<![\d,\u202f\u00a0])[01],\d+{_SPACE}(?:point|rang|place|habitant)s\b",
        ["1,9\u00a0points"],
        ["1,9\u00a0point", "21,9\u00a0points"],
    ),
    pattern(
        "plural-of-many",
        rf"(?<![\d,])(?:[2-9]|[1-9][\d\u202f]*\d){_SPACE}(?:{_COUNTED})\b(?!s|s?\u00a0»|-)(?<!fois)",
        ["12\u00a0région", "3 rang"],
        ["12\u00a0régions", "3 fois", "0,12 point"],
    ),
    pattern(
        "places-more-fragile",
        r"\b(?:places?|rangs?) (?:plus|moins) fragiles?\b",
        ["2 places plus fragile"],
        ["plus fragile de 2 places"],
    ),
    pattern(
        "repeated-word",
        r"\b(\w{2,}) \1\b",
        ["de de la", "pour pour"],
        ["vous vous"],
        free=r"\b([nv]ous) \1\b",
    ),
    pattern(
        "nested-brackets",
        r"\([^()«»]*(?:«[^»]*»[^()«»]*)*\([^()]*\)",
        ["(rang publié (2015))"],
        ["(rang) (2015)", "(chiffre publié pour «\u00a0PACA (périmètre)\u00a0»)"],
        # A quarter of a year, as its cell writes it.
        free=r"\(T\d\)",
    ),
    pattern(
        "unbalanced",
        r"^[^()]*\)|\([^()]*$|^[^«»]*»|«[^«»]*$",
        ["fin) de", "(début"],
        ["(a)", "1) a"],
        free=r"\b\w\)|^\d\)",
    ),
    pattern("standard-deviation", r"\b[éÉ]carts? types?\b", ["écart type de 2"], ["écart-type de 2"]),
    pattern(
        "mixed-ordinals",
        r"\b(?:première|deuxième|troisième|quatrième) et la \d"
        r"|(?<!\d)(?<!et )(?<!la )\d+(?:ᵉʳ|ʳᵉ|ᵉ), sur \d",
        ["entre la deuxième et la 7ᵉ", "1ʳᵉ, sur 13 régions"],
        ["entre la 2ᵉ et la 7ᵉ", "1ʳᵉ sur 13"],
    ),
    # The rank of a region and the rank of a domain never look alike.
    pattern(
        "rank-among-what",
        rf"{_PLACE},? sur \d+(?!\d|[\u00a0 ]régions?)"
        rf"|\bmesurée? {_PLACE}(?!,? des \d+[\u00a0 ]domaines|,? sur \d+[\u00a0 ]régions?| domaine|\d)"
        r"|1ʳᵉ[^;.:]{0,30} des \d+[\u00a0 ]domaines|1ᵉʳ[^;.:]{0,30} sur \d+[\u00a0 ]régions",
        [
            "la région est 7ᵉ, entre 2ᵉ et 8ᵉ, sur 13",
            "4ᵉ sur 16\u00a0domaines",
            "Emploi\u202f: mesuré 9ᵉ, ressenti 1ᵉʳ",
            "1ʳᵉ des 16\u00a0domaines",
            "1ᵉʳ sur 13\u00a0régions",
        ],
        [
            "7ᵉ, entre 2ᵉ et 8ᵉ, sur 13\u00a0régions",
            "mesuré 9ᵉ, entre 8ᵉ et 10ᵉ, des 16\u00a0domaines",
            "mesurée 1ʳᵉ sur 13\u00a0régions\u202f; ressentie 2ᵉ sur 5\u00a0régions",
        ],
    ),
    pattern(
        "unit-ratio", r"\d\u00a0rapport \d{4}/\d{4}", ["1,03\u00a0rapport 2016/2012"], ["rapport de 1,03"]
    ),
    pattern(
        "doubled-unit",
        r"\([^()]{1,25}\) \((?:kg|t|hab|%|pour)[^()]*",
        ["(kg / hab) (kg/hab."],
        ["(kg/hab.), 2015"],
    ),
    pattern(
        "superlative-of-one",
        r"les plus \w+s\u202f?: [^,;.()]+ \(1\)",
        ["Natures les plus citées\u202f: Don (1)"],
        ["Domaines les plus cités\u202f: Éducation (3) et Numérique (1)."],
    ),
)

# « rien », « code » and the like are French; these never are.
_ENGLISH = (
    "the and with value values missing gap gaps rank ranks error warning undefined null true false unknown "
    "click download upload loading search clear select choose results file browse deploy rerun settings of is"
).split()
_CODES = (
    "securite education sante numerique mobilite pauvrete diversite_handicap mal_logement lien_social "
    "pouvoir_achat developpement_economique transition_energetique indetermine inquietude angle_mort"
).split()

CODES = (
    pattern(
        "missing-value", r"\b(?:None|nan|NaN|NaT|inf|null|undefined)\b|<NA>", ["rang nan", "None"], ["naname"]
    ),
    pattern(
        "raw-code",
        rf"\b[a-z]+(?:_[a-z]+)+\b|\b(?:{'|'.join(_CODES)})\b",
        ["angle_mort", "securite"],
        ["sécurité", "indicateurs_regionaux.xlsx"],
        free=r"\w+_\w+\.(?:xlsx|csv|json|py)|[`=?&]\w*|formation_FICTIF",
    ),
    pattern("english", rf"\b(?:{'|'.join(_ENGLISH)})\b", ["the gap", "missing"], ["le gain"]),
)

_REGIONS = {  # in, of: the forms that French allows; the subject, and whether it is plural
    "Grand Est": ("dans le", "du", "le"),
    "Nouvelle-Aquitaine": ("en", "de|de la", "la"),
    "Auvergne-Rhône-Alpes": ("en", "d’|de l’", "l’"),
    "Normandie": ("en", "de|de la", "la"),
    "Bourgogne-Franche-Comté": ("en", "de|de la", "la"),
    "Bretagne": ("en", "de|de la", "la"),
    "Centre-Val de Loire": ("en|dans le", "du", "le"),
    "Île-de-France": ("en", "d’|de l’", "l’"),
    "Occitanie": ("en", "d’|de l’", "l’"),
    "Hauts-de-France": ("dans les", "des", "les"),
    "Pays de la Loire": ("dans les", "des", "les"),
    "Provence-Alpes-Côte d’Azur": ("en", "de|de la", "la"),
    "Corse": ("en", "de|de la", "la"),
}
_BEFORE = re.compile(
    r"\b(en|dans les|dans le|dans la|dans l’|dans|au|aux|à la|à l’|à|du|des|de les|de le|de la|de l’|de|d’"
    r"|les|le|la|l’) ?"
    rf"({'|'.join(_REGIONS)})(?![\w-])( sont| est| ont| a)?\b",
    re.IGNORECASE,
)


def regions(said: Said) -> Iterator[str]:
    """Refuse the wrong preposition, article or number of the verb with the name of a region."""
    for before, name, verb in _BEFORE.findall(said.text):
        known = next((forms for region, forms in _REGIONS.items() if region.lower() == name.lower()), None)
        if known is None:
            continue
        inside, of, the = known
        allowed = {*inside.split("|"), *of.split("|"), the, "à la", "à l’" if the == "l’" else "à"} - {"à"}
        if the in {"le", "les"}:
            allowed |= {"au" if the == "le" else "aux"}
            allowed.discard("à la")
        if before.lower() not in allowed:
            yield f"« {before} {name} »"
        # Several regions before a verb in the plural are right: only « les Hauts-de-France est » cannot be.
        if verb.strip() in {"est", "a"} and before.lower() == the == "les":
            yield f"« {before} {name}{verb} »"


_OUT_OF_TEN = re.compile(r"(\d+(?:,\d+)?)(?: et |, |\u202f; | contre | à )?(?= ?sur 10\b)")
_AGAINST = re.compile(
    r"(\d[\d\u202f]*(?:,\d+)?)([\u202f\u00a0 ][^\d,;.()]{1,30})? contre (\d[\d\u202f]*(?:,\d+)?)"
)


def decimals(said: Said) -> Iterator[str]:
    """Refuse two numbers that are compared and not written to the same decimal."""
    pairs = [(one, other) for one, _, other in _AGAINST.findall(said.text)]
    notes = _OUT_OF_TEN.findall(said.text)
    pairs += [(notes[0], note) for note in notes[1:]]
    for one, other in pairs:
        if _after_comma(one) != _after_comma(other):
            yield f"« {one} » beside « {other} »"
            return


def _after_comma(text: str) -> int:
    return len(text.partition(",")[2])


_ORDINAL = r"(\d+)(?:ᵉʳ|ʳᵉ|ᵉ)"
_PLACED = re.compile(rf"{_ORDINAL}, entre (?:la )?{_ORDINAL} et (?:la )?{_ORDINAL}")
_RANKS = r"([+\u2212]?\d+)(?:[\u00a0 ]rangs?)?"
_GAP = re.compile(rf"{_RANKS}, (?:de|entre) {_RANKS} (?:à|et) {_RANKS}")


def intervals(said: Said) -> Iterator[str]:
    """Refuse an interval that is empty, upside down, or without the number it is about."""
    for match in [*_PLACED.finditer(said.text), *_GAP.finditer(said.text)]:
        point, low, high = (int(text.replace("\u2212", "-")) for text in match.groups())
        if not (low <= point <= high and low < high):
            yield f"« {match.group()} »"


RULES = (
    *TYPOGRAPHY,
    *AGREEMENT,
    *CODES,
    Rule(
        "regions",
        regions,
        [
            at("en Hauts-de-France"),
            at("dans la Bretagne"),
            at("de Grand Est"),
            at("les Hauts-de-France est première"),
        ],
        [
            at("dans les Hauts-de-France"),
            at("la Bretagne est"),
            at("l’écart du Grand Est"),
            at("de l’Île-de-France"),
        ],
    ),
    Rule(
        "decimals",
        decimals,
        [at("6 sur 10 et 5,8 sur 10"), at("8,4\u202f% contre 8\u202f% en France")],
        [
            at("6,0 sur 10 et 5,8 sur 10"),
            at("8,4\u202f% contre 8,0\u202f%"),
            at("17 entreprises, 8,4 sur 10"),
        ],
    ),
    Rule(
        "intervals",
        intervals,
        [at("3ᵉ, entre 4ᵉ et 6ᵉ"), at("3ᵉ, entre 3ᵉ et 3ᵉ"), at("+13 rangs, entre +14 et +15")],
        [at("3ᵉ, entre 2ᵉ et 6ᵉ"), at("+13\u00a0rangs, entre +6 et +14"), at("\u22122, de \u22123 à +1")],
    ),
)
