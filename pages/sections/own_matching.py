"""What each column of a survey is: proposed, and corrected by whoever knows the survey."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.facade import own_survey
from pages.facade.own_survey import Matching, SurveyFile

NONE = "(aucune)"
WHOLE = "(le même pour tout le fichier)"
SPREAD = "(une colonne par domaine)"
SUBJECTS = {"actor": "Acteur", "region": "Région", "domain": "Domaine"}
_SPREAD = "\u0000"
_LONGEST = 60


@dataclass(frozen=True)
class Form:
    """The questions about one file; `key` starts the key of each widget, so that another file starts anew."""

    survey: SurveyFile
    key: str

    def draw(self) -> Matching:
        """Ask everything, two questions a line, and return the answers."""
        words = own_survey.options(self.survey)
        proposal = self.survey.proposal
        left, right = st.columns(2)
        with left:
            kind = self._one("Une ligne du fichier est", own_survey.KINDS, str(proposal.kind), "kind")
            programme = self._text("Nom de l’enquête (PHARE, IMPACT…)", "programme")
            source = self._text("Source (facultatif)", "source")
        with right:
            measure = self._one("Ce que la valeur mesure", words["measure"], proposal.measure, "measure")
            date = self._text("Date (2025, ou 2025-09)", "date")
        answers: dict[str, Any] = {}
        for subject, label in SUBJECTS.items():
            answers |= self._subject(subject, label, words[subject])
        if answers.get("domain_column") == _SPREAD:
            answers["domain_column"] = ""
            answers["domain_columns"] = self._spread(words["domain"])
        else:
            answers["value_column"] = self._column("Valeur", "value_column")
        answers |= self._numbers(kind, spread="domain_columns" in answers)
        if kind == own_survey.ANSWERS and measure == own_survey.SHARE:
            answers["empty_is_no"] = st.checkbox(
                f"{own_survey.EMPTY_IS_NO} (cases à cocher)", key=f"{self.key}_empty_is_no"
            )
        return Matching(
            kind=type(proposal.kind)(kind),
            measure=measure,
            programme=programme,
            date=date,
            source=source,
            reliability=proposal.reliability,
            **answers,
        )

    def _subject(self, subject: str, label: str, codes: Mapping[str, str]) -> dict[str, str]:
        """Ask in which column an actor, a region or a domain is, or which one the whole file is about."""
        left, right = st.columns(2)
        with left:
            column = self._column(label, f"{subject}_column", WHOLE, spread=subject == "domain")
        if column:
            return {f"{subject}_column": column}
        with right:
            return {subject: self._one(f"{label} de tout le fichier", {"": NONE} | dict(codes), "", subject)}

    def _numbers(self, kind: str, *, spread: bool) -> dict[str, str]:
        """Ask for the columns that go with the values: weights of answers, or what is known of a mean."""
        left, right = st.columns(2)
        if kind == own_survey.ANSWERS:
            with left:
                return {"weight_column": self._column("Poids de chaque réponse", "weight_column")}
        if spread:
            return {}
        with left:
            size = self._column("Effectif", "size_column")
        with right:
            return {"size_column": size, "deviation_column": self._column("Écart-type", "deviation_column")}

    def _spread(self, domains: Mapping[str, str]) -> dict[str, str]:
        """Ask for the column of each domain."""
        known = {code: heading for heading, code in self.survey.proposal.domain_columns.items()}
        columns = st.columns(2)
        found = {}
        for place, (code, label) in enumerate(domains.items()):
            with columns[place % 2]:
                heading = self._one(label, self._headings(NONE), known.get(code, ""), f"domain_{code}")
            if heading:
                found[heading] = code
        return found

    def _column(self, label: str, name: str, empty: str = NONE, *, spread: bool = False) -> str:
        many = bool(self.survey.proposal.domain_columns) and spread
        proposed = _SPREAD if many else getattr(self.survey.proposal, name)
        options = self._headings(empty) | ({_SPREAD: SPREAD} if spread else {})
        return self._one(f"{label}\u202f: colonne", options, proposed, name)

    def _headings(self, empty: str) -> dict[str, str]:
        return {"": empty} | {heading: _short(heading) for heading in self.survey.headings}

    def _one(self, label: str, options: Mapping[str, str], proposed: str, name: str) -> str:
        codes = list(options)
        place = codes.index(proposed) if proposed in options else 0
        return str(
            st.selectbox(
                label,
                codes,
                index=place,
                format_func=options.__getitem__,
                key=f"{self.key}_{name}",
                placeholder="Choisir",
            )
        )

    def _text(self, label: str, name: str) -> str:
        proposed = str(getattr(self.survey.proposal, name))
        return st.text_input(label, proposed, key=f"{self.key}_{name}", max_chars=200)


def _short(heading: str) -> str:
    """Keep the two ends of a question: what it asks, and of what."""
    half = _LONGEST // 2
    return heading if len(heading) <= _LONGEST else f"{heading[:half]}…{heading[-half:]}"
