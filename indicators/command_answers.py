"""One function a command: options in, the frame to print out."""

from __future__ import annotations

import argparse

import pandas as pd

from indicators import command_steps
from indicators.both_sides import both_sides
from indicators.command_options import DRAWN, METHOD, Program, Question, asked_regions, draws, only_one
from indicators.dimensions import dimensions
from indicators.dominance import dominance, of_regions
from indicators.doubts import DRAWS, doubts
from indicators.gap_signs import gaps
from indicators.importance import importance
from indicators.index import index_scores
from indicators.intervals import rank_intervals
from indicators.method import Method
from indicators.missing_bounds import missing_bounds
from indicators.noise import DRAWS_PAGE
from indicators.past import past
from indicators.provenance import WHOLE, provenance
from indicators.provenance_felt import gap_provenance, perceived_provenance
from indicators.results import Results
from indicators.scores import indicator_scores
from indicators.similarity import NEAREST, similar_to
from indicators.structure import UnknownCode, actors, regions
from indicators.treatment import flagged
from loaders.command_line import CommandError
from loaders.store import Store

# The options that name an element of a score, and its level.
_ELEMENTS = {"indicator": "indicateur", "domain": "domaine", "axis": "axe"}
_LEVELS = ("region", "domain", "axis")


def _scores(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """Indicators, domains, axes, whole: `value` (published, its own unit) for the indicators only."""
    scores = indicator_scores(store, method)
    scores = scores.rename(columns={"indicator_code": "code"}).assign(level="indicateur")
    index = index_scores(store, method).assign(value=float("nan"))
    columns = ["region_code", "level", "code", "value", "score"]
    whole = pd.concat([scores[columns], index[[*columns, "coverage"]]], ignore_index=True)
    return _asked(whole, options)


def _ranks(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """Ranks among the regions, and of the domains inside each; with --draws, their intervals.

    Without, `best` and `worst`: the ranks reachable whatever the values that are missing.
    """
    count = draws(options.draws)
    if count:
        return _asked(rank_intervals(store, method, count), options)
    if method.error != Method().error:
        raise CommandError("L’erreur supposée se tire au sort", "ajoutez --draws, ou retirez --error")
    ranks = missing_bounds(store, method).rename(columns={"low": "best", "high": "worst"})
    return _asked(ranks, options)


def _dominance(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row an ordered pair of regions x level; 1 000 draws unless --draws says otherwise."""
    codes = asked_regions(options)
    if codes and len(set(codes)) < 2:
        raise CommandError("Une dominance compare deux régions au moins", "donnez leurs codes à --regions")
    rows = dominance(store, method, draws(options.draws) or DRAWS_PAGE)
    return _asked(of_regions(rows, codes) if codes else rows, options)


def _doubts(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row a region x level x source; as many draws as the pages unless --draws says otherwise."""
    return _asked(doubts(store, method, draws(options.draws) or DRAWS), options)


def _asked(frame: pd.DataFrame, options: argparse.Namespace) -> pd.DataFrame:
    """Keep the region, the domain or the axis that was asked for."""
    if options.region:
        frame = frame[frame["region_code"] == options.region]
    _, code = only_one(options, *_ELEMENTS)
    return frame[frame["code"] == code] if code else frame


def _importance(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row an element of a score; an element that is named comes with what it is made of."""
    found = importance(Results(store).groups(method))
    _, code = only_one(options, *_ELEMENTS)
    return found[(found["code"] == code) | (found["in_code"] == code)] if code else found


def _gaps(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row a figure of a region: of one actor, or of all; 1 000 draws unless --draws says otherwise."""
    count = draws(options.draws) or DRAWS_PAGE
    asked = [options.actor] if options.actor else actors(store)["actor_code"].tolist()
    surveys = [both_sides(store, actor, None, method, count) for actor in asked]
    found = pd.concat([gaps(sides) for sides in surveys], ignore_index=True)
    if options.wave:
        # Drawn with the others, so that a gap has one sign whatever is asked.
        found = found[found["wave"] == options.wave]
    if options.region:
        found = found[found["region_code"] == options.region]
    return found[found["domain_code"] == options.domain] if options.domain else found


def _provenance(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    if not options.region:
        raise CommandError("Une provenance demande une région", "donnez son code INSEE à --region")
    only_one(options, "actor", "indicator", "axis")
    if options.wave and not options.actor:
        raise CommandError("Une vague interroge un acteur", "donnez son code à --actor, ou retirez --wave")
    try:
        if options.actor:
            return _felt(store, options, method)
        name, code = only_one(options, *_ELEMENTS)
        return provenance(store, options.region, _ELEMENTS.get(name, WHOLE), code or WHOLE, method)
    except UnknownCode as error:
        raise CommandError(
            f"Rien n’est publié pour cette demande ({error})", "changez-en un élément"
        ) from error


def _felt(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """Follow a gap; where nothing can be compared, what is felt alone."""
    if not options.domain:
        raise CommandError("La provenance d’un ressenti demande un domaine", "donnez son code à --domain")
    place = (store, options.region, options.domain, options.actor, options.wave)
    try:
        return gap_provenance(*place, method)
    except UnknownCode:
        return perceived_provenance(*place)


def _outliers(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row a value of an indicator that fails the rule, with what is made of it by --outliers."""
    found = flagged(store, method)
    if options.region:
        found = found[found["region_code"] == options.region]
    return found[found["indicator_code"] == options.indicator] if options.indicator else found


def _past(store: Store, options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    """One row a year x territory of what has an earlier year; no row where the workbook has none."""
    found = past(store, options.indicator)
    if options.region:
        found = found[found["region_code"] == options.region]
    return found[found["domain_code"] == options.domain] if options.domain else found


def _similar(store: Store, options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    """One row a region x similar one on a basis, nearest first: see `indicators.similarity`."""
    codes = [options.region] if options.region else regions(store)["region_code"].tolist()
    found = similar_to(store, codes, options.basis, NEAREST)
    return found.rename(columns={"own_code": "region_code", "region_code": "similar_code"})


def _dimensions(store: Store, _options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    return dimensions(store)


PROGRAM = Program(
    "indicators",
    "Les mêmes nombres que le tableau de bord, sans navigateur.",
    {
        "scores": Question(
            "scores des indicateurs, domaines, axes et de l’ensemble, par région",
            _scores,
            (*METHOD, "region", *_ELEMENTS),
        ),
        "ranks": Question(
            "rangs entre régions, et rangs des domaines dans chaque région", _ranks, (*DRAWN, *_LEVELS)
        ),
        "dominance": Question(
            "part des tirages où une région est plus fragile qu’une autre, deux à deux",
            _dominance,
            (*DRAWN, "regions", *_LEVELS),
        ),
        "doubts": Question(
            "ce que chaque doute explique de la variation d’un rang (Sobol)", _doubts, (*DRAWN, *_LEVELS)
        ),
        "importance": Question(
            "ce que chaque élément décide d’un score, à côté de son poids, toutes régions ensemble",
            _importance,
            (*METHOD, *_ELEMENTS),
        ),
        "outliers": Question(
            "valeurs des indicateurs hors de la règle usuelle",
            _outliers,
            ("outliers", "normalisation", "goalposts", "flipped", "region", "indicator"),
        ),
        "steps": Question(
            "les dix étapes de la méthode, une mesure par ligne, par notre réglage de départ",
            command_steps.steps,
        ),
        "alternatives": Question(
            "ce que chaque réglage déplace à lui seul dans les rangs d’ensemble", command_steps.alternatives
        ),
        "coherence": Question(
            "α de Cronbach et corrélation moyenne de chaque score", command_steps.alpha, METHOD
        ),
        "pairs": Question("corrélation des domaines deux à deux, et des axes", command_steps.pairs, METHOD),
        "links": Question(
            "corrélation du score d’ensemble avec le profil des régions, par notre réglage de départ",
            command_steps.links_of,
        ),
        "gaps": Question(
            "écarts entre ressenti et mesuré, avec leurs trois lectures",
            _gaps,
            (*DRAWN, "region", "domain", "actor", "wave"),
        ),
        "past": Question(
            "années antérieures des indicateurs, et ce dont ils ont changé depuis",
            _past,
            ("region", "domain", "indicator"),
        ),
        "similar": Question(
            "régions les plus semblables à chacune, par le profil ou les domaines",
            _similar,
            ("region", "basis"),
        ),
        "dimensions": Question(
            "chiffres de profil comparés, et ceux qui comptent avec un autre", _dimensions
        ),
        "provenance": Question(
            "les cellules derrière un résultat, étape par étape",
            _provenance,
            (*METHOD, "region", *_ELEMENTS, "actor", "wave"),
        ),
    },
)
