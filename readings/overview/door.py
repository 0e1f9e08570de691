"""The front door in words: what the site is, who made the figures and when."""

from collections.abc import Iterable

from indicators.results import Results
from wording.lists import join

TITLE = "Les fragilités de votre territoire, mesurées et ressenties"
QUESTION = "Quel est votre territoire\u202f?"


def what(results: Results) -> str:
    """Say what the site compares, in one sentence, and whose feelings nothing is published of, in another."""
    return results.once("door", lambda: _what(results))


def _what(results: Results) -> str:
    known, felt = results.vocabulary(), set(results.everyone()["actor_code"])
    said = [the for actor, the in known.actors_the.items() if actor in felt]
    silent = [f"des {the.removeprefix('les ')}" for the in known.actors_the.values() if the not in said]
    sides = ["les statistiques mesurent", *([f"{join(said)} disent ressentir"] if said else [])]
    compared = (
        f"L’Observatoire des partenariats met en regard, dans {len(known.domains)} domaines et "
        f"{len(known.regions)} régions, {join(f'ce que {side}' for side in sides)}."
    )
    return f"{compared} Rien n’est publié du ressenti {join(silent)}." if silent else compared


def made(span: str, waves: Iterable[str]) -> str:
    """Say who made the figures and when; `span`: years of what is measured; `waves`: the surveys."""
    asked = sorted(set(waves))
    surveys = f"\u202f; ressenti\u202f: {'enquêtes' if len(asked) > 1 else 'enquête'} {join(asked)}" * bool(
        asked
    )
    return f"Mesures publiées {span}{surveys}. Ce qui n’est pas publié n’est pas estimé."
