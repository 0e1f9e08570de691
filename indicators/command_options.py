"""What the command line is asked for, checked: a wrong word gets one French sentence, never a traceback."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import pandas as pd

from indicators.method import Aggregation, Method, MethodError, Outliers, Weighting
from indicators.normalisation import Normalisation
from indicators.perception import waves
from indicators.similarity import Basis
from indicators.structure import actors, catalogue, domains, regions
from loaders.command_line import CommandError, Parser, add_workbook
from loaders.store import Store
from wording.lists import join, joined
from wording.typography import quoted

FORMATS = ("csv", "json")
# What makes the method of a score; what its draws need besides.
METHOD = ("normalisation", "aggregation", "weights", "coverage", "outliers", "goalposts", "flipped")
DRAWN = (*METHOD, "error", "draws")
_EVERYWHERE = ("command", "workbook", "format")
_MOST_DRAWS = 100_000  # beyond, the intervals no longer move and the memory does


@dataclass(frozen=True, slots=True)
class Question:
    """One command: what it gives, in words, the frame that answers it, and the options that it reads."""

    words: str
    answer: Callable[[Store, argparse.Namespace, Method], pd.DataFrame]
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A room that answers questions: `python -m NAME`."""

    name: str
    description: str
    questions: Mapping[str, Question]


def parse(program: Program, arguments: Sequence[str]) -> argparse.Namespace:
    """Read the words of a command line; raises `CommandError`."""
    whole = parser(program)
    options = whole.parse_intermixed_args(arguments)
    _known("--format", options.format, FORMATS)
    read = {*_EVERYWHERE, *program.questions[options.command].reads}
    unread = [
        f"--{name}"
        for name, given in vars(options).items()
        if name not in read and given != whole.get_default(name)
    ]
    if unread:
        way_out = "retirez cette option" if len(unread) == 1 else "retirez ces options"
        raise CommandError(f"{quoted(options.command)} ne lit pas {join(unread, 'ni')}", way_out)
    return options


def only_one(options: argparse.Namespace, *names: str) -> tuple[str, str]:
    """Return which of these options was given, and its code (two empty texts for none).

    Raises `CommandError` where more than one was: the others would be passed over.
    """
    given = [(name, getattr(options, name)) for name in names if getattr(options, name)]
    if len(given) > 1:
        together = join(f"--{name}" for name, _ in given)
        raise CommandError(f"{together} ne vont pas ensemble", "gardez l’une de ces options")
    return given[0] if given else ("", "")


def parser(program: Program) -> Parser:
    """Return the parser of a program."""
    whole = Parser(
        prog=f"python -m {program.name}",
        description=program.description,
        allow_abbrev=False,
    )
    listed = joined(f"{name}\u202f: {asked.words}" for name, asked in program.questions.items())
    whole.add_argument("command", choices=program.questions, metavar="commande", help=listed)
    add = whole.add_argument
    add_workbook(whole)
    add("--format", default="csv", help="csv (par défaut) ou json")
    add("--normalisation", default=str(Normalisation.ZSCORE), help=join(Normalisation, "ou"))
    add("--aggregation", default=str(Aggregation.ARITHMETIC), help=join(Aggregation, "ou"))
    add(
        "--weights",
        default=str(Weighting.EQUAL_DOMAINS),
        help="domaines_egaux, axes_egaux, priorites_acteur:citoyens ou emploi:2,sante:1",
    )
    add("--coverage", default="0.5", help="part du poids sous laquelle un score n’est pas donné")
    add("--outliers", default=str(Outliers.KEPT), help=f"{join(Outliers, 'ou')}, pour les valeurs extrêmes")
    add("--goalposts", default="", help="bornes du 0 et du 10, code:3:20, séparées par des virgules (minmax)")
    add("--flipped", default="", help="codes des indicateurs lus à l’envers, séparés par des virgules")
    add("--error", default="0.1", help="erreur supposée si aucune n’est publiée, en écarts-types des régions")
    add("--region", default="", help="code INSEE")
    add("--regions", default="", help="deux codes INSEE ou plus, séparés par des virgules (dominance)")
    add("--domain", default="", help="code d’un domaine")
    add("--axis", default="", help="code d’un axe (provenance)")
    add("--indicator", default="", help="code d’un indicateur (past, provenance)")
    add("--basis", default=str(Basis.PROFILE), help=f"{join(Basis, 'ou')} (similar)")
    add("--actor", default="", help="code d’un acteur")
    add("--wave", default="", help="vague d’enquête, par exemple PHARE 2015")
    add("--draws", default="0", help="tirages pour les intervalles (0, sans)")
    return whole


def method(options: argparse.Namespace) -> Method:
    """Turn the options into a method; raises `CommandError`."""
    try:
        return replace(
            _weighted(options.weights),
            normalisation=options.normalisation,
            aggregation=options.aggregation,
            minimum_coverage=number("--coverage", options.coverage),
            outliers=options.outliers,
            goalposts=tuple(map(_goalpost, _listed(options.goalposts))),
            flipped=_listed(options.flipped),
            error=number("--error", options.error),
        )
    except MethodError as error:
        raise CommandError(str(error)) from error


def _weighted(text: str) -> Method:
    """« axes_egaux », « priorites_acteur:maires » or « emploi:2,sante:1 »."""
    weighting, colon, actor = text.partition(":")
    if colon and weighting not in list(Weighting):
        pairs = (part.partition(":") for part in text.split(","))
        weights = tuple((code.strip(), number("--weights", weight)) for code, _, weight in pairs)
        return Method(weighting=Weighting.READER, domain_weights=weights)
    # A text that is no weighting is refused by `Method`, in French.
    return Method(weighting=cast("Weighting", weighting), actor=actor)


def _goalpost(text: str) -> tuple[str, float, float]:
    """« Freco.1:3:20 »; raises `CommandError`."""
    if text.count(":") < 2:
        raise CommandError(
            f"{quoted(text)} n’est pas une paire de bornes",
            "écrivez --goalposts code:plus-petite:plus-grande",
        )
    code, low, high = text.rsplit(":", 2)
    return code, number("--goalposts", low), number("--goalposts", high)


def _listed(text: str) -> tuple[str, ...]:
    """Cut a list at its commas, without the spaces around."""
    return tuple(filter(None, map(str.strip, text.split(","))))


def number(option: str, text: str) -> float:
    """Read a number with a decimal point or comma; raises `CommandError`."""
    try:
        return float(text.replace(",", "."))
    except ValueError as error:
        raise CommandError(f"{quoted(text)} n’est pas un nombre", f"corrigez l’option {option}") from error


def draws(text: str) -> int:
    """Read a number of draws, 0 for none; raises `CommandError`."""
    if not text.isdecimal() or int(text) > _MOST_DRAWS:
        raise CommandError(
            f"{quoted(text)} n’est pas un nombre de tirages",
            f"donnez à --draws un entier de 0 à {_MOST_DRAWS}",
        )
    return int(text)


def asked_regions(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the codes of `--regions`; none means all of them."""
    return _listed(options.regions)


def check_codes(options: argparse.Namespace, store: Store) -> None:
    """Refuse a code that the edition does not have; raises `CommandError`."""
    everybody = actors(store)["actor_code"].tolist()
    heard = everybody if options.wave else []
    known = {
        "region": regions(store)["region_code"].tolist(),
        "domain": domains(store)["domain_code"].tolist(),
        "axis": domains(store)["axis_code"].tolist(),
        "indicator": catalogue(store)["indicator_code"].tolist(),
        "actor": everybody,
        "wave": [wave for actor in heard for wave in waves(store, actor)["wave"]],
    }
    for option, codes in known.items():
        _known(f"--{option}", getattr(options, option), codes)
    for code in asked_regions(options):
        _known("--regions", code, known["region"])


def _known(option: str, given: str, known: Iterable[str]) -> None:
    codes = list(dict.fromkeys(known))
    if given and given not in codes:
        raise CommandError(f"{quoted(given)} n’existe pas pour {option}", f"choisissez {join(codes, 'ou')}")
