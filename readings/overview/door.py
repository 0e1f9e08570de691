"""The front door in words: what the site is, who made the figures and when."""

from collections.abc import Iterable

from indicators.vocabulary import Vocabulary
from wording.lists import join

TITLE = "Les fragilités de votre territoire, mesurées et ressenties"
QUESTION = "Quel est votre territoire\u202f?"


def what(known: Vocabulary) -> str:
    """Say what the site compares, in one sentence."""
    return (
        f"L’Observatoire des partenariats met en regard, dans {len(known.domains)} domaines et "
        f"{len(known.regions)} régions, ce que les statistiques mesurent et ce que "
        f"{join(known.actors_the.values())} disent ressentir."
    )


def made(span: str, waves: Iterable[str]) -> str:
    """Say who made the figures and when; `span`: years of what is measured; `waves`: the surveys."""
    asked = sorted(set(waves))
    surveys = f"\u202f; ressenti\u202f: {'enquêtes' if len(asked) > 1 else 'enquête'} {join(asked)}" * bool(
        asked
    )
    return f"Mesures publiées {span}{surveys}. Ce qui n’est pas publié n’est pas estimé."
