"""What can be chosen in an edition: the registry of every parameter of the address."""

import pandas as pd

from indicators import method_codes, option_codes, perception
from indicators.crossed import Crossed
from indicators.method import Method
from pages.facade import likeness, methods, sections, ten_steps
from pages.facade.edition import Edition, per_edition, results
from pages.parameters import Parameter, Several, Written
from readings.alliances import kinds
from readings.gaps.corner_words import READINGS
from readings.gaps.corners import AMONG_DOMAINS, AMONG_REGIONS
from readings.overview.views import View
from readings.territory.lines import ORDERS
from wording.lists import alphabetical
from wording.slug import slug

VIEWS = {
    View.OBJECTIVE: "Mesuré",
    View.RANK: "Rang mesuré",
    View.PERCEIVED: "Ressenti",
    View.GAP: "Écart",
}
# The whole country: the code `""`, which the address leaves out.
WHOLE = "France entière"
OVERALL = "ensemble"
FOLLOWED = {
    "": "Score d’un domaine",
    "indicateur": "Un indicateur",
    "ressenti": "Ressenti",
    "ecart": "Un écart",
}
DEFAULTS = {"domaine": "emploi", "region": "", "afficher": str(View.OBJECTIVE), "acteur": "citoyens"}


def wave(code: str) -> str | None:
    """Return the wave of a code (« phare-2015 » gives « PHARE 2015 »), None for the empty code."""
    return waves()[code] if code else None


def crossed(actor: str, wave_code: str, method: Method) -> Crossed:
    """Return what an actor feels against what is measured."""
    return results().crossed(actor, wave(wave_code), method)


def everyone(wave_code: str) -> pd.DataFrame:
    """Return what every actor is published to feel (see `indicators.felt`)."""
    return results().everyone(wave(wave_code))


def region_name(code: str) -> str:
    """Return the name of a region as tables write it, `""` for none."""
    return results().vocabulary().regions.get(code, "")


def label(name: str, code: str) -> str:
    """Return the words of a code of a parameter."""
    return parameters()[name].options[code]


@per_edition(max_entries=1)
def waves(edition: Edition) -> dict[str, str]:
    """Return the waves of any actor by their code, the latest first."""
    actors = edition.results.actors()["actor_code"]
    found = pd.concat([perception.waves(edition.store, str(actor)) for actor in actors])
    latest = found.sort_values("survey_date", ascending=False)["wave"].drop_duplicates()
    return {slug(str(name)): str(name) for name in latest}


@per_edition(max_entries=1)
def parameters(edition: Edition) -> dict[str, Parameter]:
    """Return what can be chosen in this edition, by its name in the address."""
    known = edition.results.vocabulary()
    named = alphabetical(known.regions)
    axes, short = dict(known.axes), dict(known.domains)
    shown = {str(view): label for view, label in VIEWS.items()}
    readings = {"": READINGS[AMONG_DOMAINS], "regions": READINGS[AMONG_REGIONS]}
    every = [
        Parameter("domaine", "Domaine", short, DEFAULTS["domaine"]),
        Parameter("region", "Région", {"": WHOLE, **named}, DEFAULTS["region"]),
        Parameter("afficher", "Afficher", shown, DEFAULTS["afficher"]),
        Parameter("acteur", "Ressenti de", known.actors, DEFAULTS["acteur"]),
        Parameter("niveau", "Niveau", {"": "Un domaine"} | axes | {OVERALL: known.overall}, ""),
        Parameter("vague", "Enquête", {"": "Toutes les enquêtes"} | waves(), ""),
        Parameter("methode", "Calcul des scores", method_codes.NORMALISATIONS, ""),
        Parameter("ponderation", "Poids des domaines", methods.weightings(), ""),
        Parameter("erreur", "Erreur de mesure, si rien n’est publié", option_codes.ERRORS, ""),
        Written("poids", "Mes poids", {"emploi:2": ""}, "", reads=methods.readable),
        Parameter(option_codes.OUTLIERS, "Valeurs extrêmes", option_codes.TREATMENTS, ""),
        Written(option_codes.GOALPOSTS, "Bornes fixées", {"freco-1:3:20": ""}, "", reads=methods.bounded),
        Parameter(option_codes.COVERAGE, "Un score demande", option_codes.COVERAGES, ""),
        Several(
            option_codes.FLIPPED, "Indicateurs lus à l’envers", methods.directions(), "", option_codes.MOST
        ),
        Parameter("lecture", "Lecture des quatre places", readings, ""),
        Several("regions", "Régions comparées", named, ""),
        # The provenance explorer: which result is followed; without an indicator, the chosen domain's first.
        Parameter("resultat", "Résultat suivi", FOLLOWED | axes | {OVERALL: known.overall}, ""),
        Parameter("indicateur", "Indicateur", {"": "Celui du domaine choisi"} | _indicators(edition), ""),
        Parameter("ordre", "Ordre des lignes", ORDERS, ""),
        Parameter("classement", "Classement montré", {"": "Les 16 domaines"} | axes, ""),
        # The domain of the initiatives: unlike `domaine`, it may be none.
        Parameter("theme", "Domaine", {"": "Tous les domaines"} | short, ""),
        Parameter("nature", "Nature", {"": "Toutes les natures"} | kinds.KINDS, ""),
        # One initiative shown before the others; one part of the method shown alone.
        Parameter("initiative", "Initiative", {"": "Toutes les initiatives"} | _initiatives(edition), ""),
        Parameter("partie", "Partie de la méthode", {"": "Toute la méthode"} | _parts(), ""),
        ten_steps.PARAMETER,
        likeness.PARAMETER,
        sections.PARAMETER,
    ]
    return {item.name: item for item in every}


@per_edition(max_entries=1)
def initiative_codes(edition: Edition) -> dict[int, str]:
    """Return the code of each initiative by its row in the workbook; those of one name have one code."""
    named = edition.results.initiatives()
    return {
        int(row): slug(name) or f"ligne-{row}"
        for row, name in zip(named["row_number"], named["name"], strict=True)
    }


def _initiatives(edition: Edition) -> dict[str, str]:
    named = edition.results.initiatives()
    return dict(zip(initiative_codes().values(), named["name"], strict=True))


def _parts() -> dict[str, str]:
    return {slug(part.heading): part.heading for part in methods.explained().parts}


def _indicators(edition: Edition) -> dict[str, str]:
    catalogue = edition.results.catalogue()
    codes = map(slug, catalogue["indicator_code"])
    return dict(zip(codes, catalogue["label"], strict=True))
