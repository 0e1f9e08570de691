"""Is a matching complete and possible? What is missing is said before any row is read."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.edition import LoadedEdition
from loaders.findings import Finding
from loaders.naming import quote
from loaders.records import Measure
from loaders.reference import FRANCE
from loaders.sheets.lines import MARKUP
from loaders.sheets.survey_columns import DATE
from loaders.survey.findings import SurveyRefused
from loaders.survey.matching import RELIABILITIES, Kind, Matching
from loaders.survey.names import of_departments

_LONGEST = {"programme": 120, "enquête": 300, "source": 1000}
FRAGILITY = "fragility"


def check(
    matching: Matching, headings: tuple[str, ...], edition: LoadedEdition, *, described: bool = True
) -> Measure:
    """Return the measure of a matching; raises `SurveyRefused` with everything that is missing or wrong.

    `described`: False as long as the survey may have no name and no date.
    """
    measures = {item.measure: item for item in edition.measures if item.kind == FRAGILITY}
    problems = [
        *_columns(matching, headings),
        *_departments(matching),
        *_codes(matching, edition),
        *_description(matching, needed=described),
        *_texts(matching),
        *([] if matching.measure in measures else ["Choisir ce que la valeur mesure."]),
        *(
            []
            if matching.reliability in RELIABILITIES
            else ["La fiabilité est «\u00a0publie\u00a0» ou «\u00a0salle\u00a0»."]
        ),
    ]
    if problems:
        raise SurveyRefused(
            [Finding("erreur", "correspondance", "", "", problem, "") for problem in dict.fromkeys(problems)]
        )
    return measures[matching.measure]


def _columns(matching: Matching, headings: tuple[str, ...]) -> Iterator[str]:
    used = matching.columns()
    for heading in used:
        if heading not in headings:
            yield f"La colonne {quote(heading)} n’est pas dans le fichier."
        elif used.count(heading) > 1:
            yield f"La colonne {quote(heading)} sert deux fois."
    if not matching.domain_columns and not matching.value_column:
        yield "Choisir la colonne des valeurs."
    if matching.kind is Kind.MEANS and matching.weight_column:
        yield "Une moyenne n’a pas de poids\u202f: retirer la colonne des poids."
    if matching.kind is Kind.ANSWERS and (matching.size_column or matching.deviation_column):
        yield "L’effectif et l’écart-type se calculent sur les réponses\u202f: retirer ces colonnes."
    if matching.domain_columns and (matching.size_column or matching.deviation_column):
        yield "Un effectif par ligne ne peut pas servir à plusieurs domaines\u202f: retirer ces colonnes."


def _departments(matching: Matching) -> Iterator[str]:
    if of_departments(matching.region_column):
        column = quote(matching.region_column)
        yield (
            f"La colonne {column} dit des départements, et plusieurs ont le code d’une région\u202f: choisir "
            "une colonne de régions."
        )


def _codes(matching: Matching, edition: LoadedEdition) -> Iterator[str]:
    """Check that each row can be about one actor, one territory and one domain."""
    regions = {FRANCE, *(region.region_code for region in edition.regions)}
    domains = {domain.domain_code for domain in edition.domains}
    if not matching.actor_column and matching.actor not in {actor.actor_code for actor in edition.actors}:
        yield "Choisir la colonne de l’acteur, ou un seul acteur pour tout le fichier."
    if not matching.region_column and matching.region not in regions:
        yield "Choisir la colonne de la région, ou un seul territoire pour tout le fichier."
    if matching.domain_columns:
        if not domains.issuperset(matching.domain_columns.values()):
            yield "Choisir un domaine connu pour chaque colonne de domaine."
        if len(set(matching.domain_columns.values())) < len(matching.domain_columns):
            yield "Deux colonnes ne peuvent pas être le même domaine."
    elif not matching.domain_column and matching.domain not in domains:
        yield "Choisir la colonne du domaine, ou un seul domaine pour tout le fichier."


def _description(matching: Matching, *, needed: bool) -> Iterator[str]:
    if needed and not matching.programme.strip():
        yield "Donner un nom à l’enquête\u202f: PHARE, IMPACT…"
    if (needed or matching.date) and not DATE.fullmatch(matching.date):
        yield "Écrire la date de l’enquête ainsi\u202f: 2015-09, ou 2015."


def _texts(matching: Matching) -> Iterator[str]:
    told = (matching.programme, matching.survey, matching.source)
    for (what, longest), text in zip(_LONGEST.items(), told, strict=True):
        wrong = not text.isprintable() or text.lstrip().startswith("=") or MARKUP.search(text)
        if len(text) > longest or wrong:
            yield f"Le texte «\u00a0{what}\u00a0» est trop long, ou contient une balise ou une formule."
