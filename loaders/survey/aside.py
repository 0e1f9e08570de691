"""What a survey file holds that cannot count: left aside, counted by reason, and said. Never dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.file.addresses import address
from loaders.findings import NOTHING_TO_DO, Finding, Level
from loaders.naming import quote
from wording.numbers import counted, plural

# Of each reason, so many texts are told apart; the others are counted together.
_MOST_TEXTS = 20
_OTHERS = "autres textes"


class Reason(StrEnum):
    """Why a row, an answer or a mean counts for nothing. The codes are stable: programs read them."""

    NO_REGION = "sans_region"
    OVERSEAS = "outre_mer"
    UNKNOWN_REGION = "region_inconnue"
    FORMER_REGION = "ancienne_region"
    NO_ACTOR = "sans_acteur"
    UNKNOWN_ACTOR = "acteur_inconnu"
    NO_DOMAIN = "sans_domaine"
    UNKNOWN_DOMAIN = "domaine_inconnu"
    NO_WEIGHT = "sans_poids"
    BAD_WEIGHT = "poids_illisible"
    ZERO_WEIGHT = "poids_nul"
    EMPTY = "case_vide"
    NO_ANSWER = "sans_reponse"
    UNREADABLE = "illisible"
    DATE = "date_au_lieu_d_un_nombre"
    OUT_OF_SCALE = "hors_echelle"
    BAD_SIZE = "effectif_ou_ecart_type_illisible"
    FEW = "moins_de_cinq_reponses"
    FEW_WEIGHTED = "moins_de_cinq_reponses_une_fois_ponderees"


_ROW, _VALUE, _MEAN = ("ligne", "lignes"), ("valeur", "valeurs"), ("moyenne", "moyennes")
# What is counted, why in French, and whether a reader must look at it.
_SAID: dict[Reason, tuple[tuple[str, str], str, Level]] = {
    Reason.NO_REGION: (_ROW, "sans région", "alerte"),
    Reason.OVERSEAS: (_ROW, "outre-mer, hors des treize régions", "info"),
    Reason.UNKNOWN_REGION: (_ROW, "dont la région n’est pas un nom connu", "alerte"),
    Reason.FORMER_REGION: (_ROW, "d’une ancienne région, plus petite que celle d’aujourd’hui", "alerte"),
    Reason.NO_ACTOR: (_ROW, "sans acteur", "alerte"),
    Reason.UNKNOWN_ACTOR: (_ROW, "dont l’acteur n’est pas un nom connu", "alerte"),
    Reason.NO_DOMAIN: (_ROW, "sans domaine", "alerte"),
    Reason.UNKNOWN_DOMAIN: (_ROW, "dont le domaine n’est pas un nom connu", "alerte"),
    Reason.NO_WEIGHT: (_ROW, "sans poids", "alerte"),
    Reason.BAD_WEIGHT: (_ROW, "dont le poids n’est pas un nombre positif", "alerte"),
    Reason.ZERO_WEIGHT: (_ROW, "de poids nul", "info"),
    Reason.EMPTY: (("case vide", "cases vides"), "", "info"),
    Reason.NO_ANSWER: (("case", "cases"), "où personne ne répond", "info"),
    Reason.UNREADABLE: (("valeur illisible", "valeurs illisibles"), "avec cette mesure", "alerte"),
    Reason.DATE: (_VALUE, "avec une date d’Excel à la place d’un nombre", "alerte"),
    Reason.OUT_OF_SCALE: (_VALUE, "hors de l’échelle", "alerte"),
    Reason.BAD_SIZE: (_ROW, "dont l’effectif ou l’écart-type n’est pas un nombre possible", "alerte"),
    Reason.FEW: (_MEAN, "de moins de cinq réponses", "alerte"),
    Reason.FEW_WEIGHTED: (_MEAN, "dont les réponses, pondérées, en valent moins de cinq", "alerte"),
}


@dataclass(frozen=True, slots=True)
class LeftAside:
    """One reason and one text. `count`: how many `what` (lignes, cases…); `cell`: the first of them."""

    reason: Reason
    what: str
    why: str
    text: str
    count: int
    cell: str

    def sentence(self) -> str:
        """« 16 lignes sans région », « 3 valeurs hors de l’échelle : « 99 » »."""
        told = counted(self.count, *_SAID[self.reason][0])
        text = f"\u202f: {quote(self.text)}" if self.text else ""
        return f"{told} {self.why}".rstrip() + text

    def finding(self, sheet: str) -> Finding:
        """Return the same as a finding of the file."""
        level = _SAID[self.reason][2]
        counts = plural(self.count, "elle doit", "elles doivent")
        action = f"Corriger le fichier si {counts} compter." if level == "alerte" else NOTHING_TO_DO
        kind = f"laisse_de_cote_{self.reason}"
        return Finding(level, kind, sheet, self.cell, f"Laissé de côté\u202f: {self.sentence()}.", action)


class Aside:
    """Counts what is left aside while a file is read."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Reason, str]] = Counter()
        self._texts: Counter[Reason] = Counter()
        self._cells: dict[tuple[Reason, str], str] = {}
        self._rows: set[int] = set()

    def add(self, reason: Reason, row: int, column: int, text: str = "") -> None:
        """Count one. `row`, `column`: from 1."""
        seen = (reason, text)
        if seen not in self._counts:
            seen = seen if self._texts[reason] < _MOST_TEXTS else (reason, _OTHERS)
            self._texts[reason] += seen not in self._counts
            self._cells.setdefault(seen, address(row, column))
        self._counts[seen] += 1
        if _SAID[reason][0] is _ROW:
            self._rows.add(row)

    def total(self, *reasons: Reason) -> int:
        """Count what was left aside for some reasons."""
        return sum(count for (reason, _), count in self._counts.items() if reason in reasons)

    @property
    def rows(self) -> int:
        """How many whole rows count for nothing."""
        return len(self._rows)

    def __iter__(self) -> Iterator[LeftAside]:
        """In the order of the reasons, the most frequent text first."""
        order = list(Reason)
        for (reason, text), count in sorted(
            self._counts.items(), key=lambda item: (order.index(item[0][0]), -item[1])
        ):
            (_, many), why, _ = _SAID[reason]
            yield LeftAside(reason, many, why, text, count, self._cells[reason, text])
