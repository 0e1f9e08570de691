"""The debate of a region, made from its own figures and findings; what has no data is left out, and said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from hall.book.steps import Kind, Step
from hall.stage.participants import ACTORS
from hall.stage.plan.afterwards import NOTHING, already, onwards
from hall.stage.screen.mirrors import FACE, SURVEYS
from indicators import plain_names
from indicators.method import Method
from indicators.plain_names import is_share, plain, unit_beside
from indicators.results import REFERENCE, Results
from indicators.rows import records
from readings.debate import facts, gaps, voices
from readings.debate.debate import debate
from readings.debate.facts import Ground
from readings.territory import line_words
from wording.lists import join
from wording.typography import quoted

Made = tuple[Kind, dict[str, Any]]
_ASKED = "\u202f?"
# Asked alike everywhere, but for the name of the place: what two rooms may be compared on.
_FIRST = f"Quels domaines sont les plus fragiles {{lieu}}{_ASKED} Trois au plus."
_NOTED = f"Quelle est la fragilité de chaque domaine {{lieu}}{_ASKED}"


def sequence(results: Results, region: str, method: Method = REFERENCE) -> tuple[tuple[Step, ...], list[str]]:
    """Return the steps of a region (INSEE code), and why one is not there; raises `MethodError`."""
    left: list[str] = []
    made = [*_opening(results, region), *_guesses(results, region, method, left)]
    made += [*_closing(results, region, method, left)]
    return tuple(Step(rank, kind, subject) for rank, (kind, subject) in enumerate(made)), left


def _opening(results: Results, region: str) -> Iterator[Made]:
    """Who is there and what they think, before any figure."""
    words = results.vocabulary()
    inside = words.names[region].name_in
    yield Kind.WELCOME, {"titre": f"Les fragilités {inside}", "region": words.regions[region]}
    yield Kind.PRESENT, {"titre": "Qui est là" + _ASKED}
    yield (
        Kind.PRIORITIES,
        {
            "titre": "Vos trois priorités",
            **_asked(_FIRST, inside),
            "domaines": dict(words.domains),
        },
    )
    for subject in notes(results, region):
        yield Kind.NOTES, subject


def notes(results: Results, region: str) -> list[dict[str, Any]]:
    """Return what is asked to note the domains of a region, an axis at a time."""
    words = results.vocabulary()
    domains = records(results.domains())
    inside = words.names[region].name_in
    return [
        {
            "titre": f"Vos notes\u202f: {name}",
            **_asked(_NOTED, inside),
            "echelle": "De 0, pas fragile du tout, à 10, très fragile.",
            "domaines": {
                str(row["domain_code"]): words.domains[row["domain_code"]]
                for row in domains
                if row["axis_code"] == axis
            },
        }
        for axis, name in words.axes.items()
    ]


def _asked(model: str, inside: str) -> dict[str, str]:
    return {"question": model.format(lieu=inside), "modele": model}


def _guesses(results: Results, region: str, method: Method, left: list[str]) -> Iterator[Made]:
    """Guess a domain, a figure, a rank: told only afterwards."""
    words = results.vocabulary()
    inside = words.names[region].name_in
    found = debate(results, region, method)
    frail, beside = line_words.foremost(results.strengths(region, method))
    if frail:
        yield (
            Kind.DOMAIN,
            {
                "titre": "Devinez\u202f: le domaine le plus fragile",
                "question": f"Quel domaine est le plus fragile {inside}, comparé au reste du pays{_ASKED}",
                "domaines": dict(words.domains),
                "verite": _frailest(words.domains, frail, beside),
                "justes": [*frail, *beside],
            },
        )
    else:
        left.append(
            "Deviner un domaine\u202f: aucun domaine de la région n’est à coup sûr dans la moitié la plus "
            "fragile."
        )
    solid = facts.grounds(results, region, method)
    if solid:
        yield Kind.NUMBER, _number(results, region, solid[0])
    else:
        left.append("Deviner un chiffre\u202f: " + found.facts_note)
    told = {*frail, *beside, *(ground.place["code"] for ground in solid[:1])}
    if (ranked := _untold(results, region, method, told)) is not None:
        yield Kind.RANK, _rank(results, region, ranked)
    else:
        left.append(
            "Deviner un rang\u202f: aucun autre chiffre de la région n’est assez solide sans qu’une autre "
            "devinette le dise."
        )


def _frailest(names: Mapping[str, str], frail: Collection[str], beside: Collection[str]) -> str:
    """Tell the domains that the measures put first; of those `beside`, that they may be there too."""
    first, others = (join(quoted(names[code]) for code in codes) for codes in (frail, beside))
    told = "Le plus fragile" if len(frail) == 1 else "Les plus fragiles"
    if not beside:
        return f"{told} selon les mesures\u202f: {first}."
    return f"Parmi les plus fragiles selon les mesures\u202f: {first}\u202f; peut-être aussi {others}."


def _untold(results: Results, region: str, method: Method, told: Collection[str]) -> Ground | None:
    """Return the last marked figure, else the next solid one, of a domain that no guess has told."""
    marked = facts.grounds(results, region, method)
    every = (*marked[::-1], *facts.every_ground(results, region, method))
    return next((ground for ground in every if ground.place["code"] not in told), None)


def _number(results: Results, region: str, ground: Ground) -> dict[str, Any]:
    words = results.vocabulary()
    told = facts.point(ground, words, region)
    figure = ground.figure
    label = plain(figure["label"])
    unit = unit_beside(label, figure["unit"])
    return {
        "titre": "Devinez\u202f: un chiffre",
        "question": f"Quel est le chiffre\u202f: {plain_names.inside(figure['label'])} "
        f"{words.names[region].name_in}{_ASKED}",
        "unite": "" if unit == "%" else unit,
        "symbole": "%" if figure["unit"] == "%" else "",
        "part": is_share(label, figure["unit"]),
        "lieu": words.regions[region],
        "valeur": figure["value"],
        "france": figure["benchmark"],
        "verite": told.text,
        "detail": told.detail,
    }


def _rank(results: Results, region: str, ground: Ground) -> dict[str, Any]:
    words = results.vocabulary()
    told = facts.point(ground, words, region)
    code, among = str(ground.place["code"]), int(ground.place["ranked"])
    measure = results.measured_by().get(code, "")
    domain = quoted(words.domains[code]) + (f" ({measure})" if measure else "")
    return {
        "titre": "Devinez\u202f: un rang",
        "question": f"À quel rang des {among} régions {'sont' if words.names[region].is_plural else 'est'} "
        f"{words.names[region].name_the} pour {domain}{_ASKED}",
        "echelle": f"1ʳᵉ\u202f: la plus fragile\u202f; {among}ᵉ\u202f: la moins fragile.",
        "domaine": code,
        "source": facts.ranked_by(ground),
        "parmi": among,
        "valeur": int(ground.place["rank"]),
        "verite": facts.placed(ground, words.domains[code]),
        "detail": f"{told.text}{facts.stands_for(ground)}{facts.origin(ground)}",
    }


def _mirror(results: Results, region: str, method: Method) -> dict[str, Any]:
    """Return what stands beside the room: the measures, and each survey with its wave, place and size."""
    return {
        "domaines": dict(results.vocabulary().domains),
        "mesures": {code: asdict(rank) for code, rank in voices.measured(results, region, method).items()},
        SURVEYS: [
            {"acteur": one.actor, "vague": one.wave, "rangs": one.ranks}
            | {"perimetre": one.where, "taille": one.size}
            for one in voices.surveys(results, region, method)
        ],
    }


def _closing(results: Results, region: str, method: Method, left: list[str]) -> Iterator[Made]:
    """The five voices, what nobody says, and what comes next."""
    words = results.vocabulary()
    found = debate(results, region, method)
    mirror = _mirror(results, region, method)
    yield Kind.MIRROR, {"titre": "Le miroir\u202f: la salle et les mesures"} | mirror
    if mirror[SURVEYS]:
        titled = {"titre": "Le miroir\u202f: la salle et les enquêtes", FACE: SURVEYS}
        yield Kind.MIRROR, titled | mirror
    else:
        left.append("Le miroir des enquêtes\u202f: aucune n’est publiée pour la région.")
    stated = gaps.gaps(results, region, method)
    if stated:
        points = [[gap.point.text, gap.point.detail] for gap in stated]
        # Among them may be a domain that is felt at the very rank that is measured.
        title = "Le ressenti à côté des mesures"
        yield Kind.VIEW, {"titre": title, "points": points, "acteur": stated[0].actor_code}
    else:
        left.append("Les écarts publiés\u202f: " + found.gaps_note)
    if found.questions:
        asked = [[point.text, point.detail] for point in found.questions]
        yield Kind.VIEW, {"titre": "Questions ouvertes", "points": asked}
    done = already(results, region)
    if done:
        yield Kind.VIEW, done
    else:
        left.append(NOTHING)
    yield (
        Kind.NEXT,
        {
            "titre": "Et maintenant" + _ASKED,
            "question": "Avec qui commencer" + _ASKED,
            "acteurs": {code: label for code, label in words.actors.items() if code in ACTORS},
        },
    )
    yield Kind.VIEW, onwards(region)
