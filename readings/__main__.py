"""`python -m readings findings`: what an edition says, a sentence a fact, with its numbers and its cells."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import pandas as pd

from indicators import command
from indicators.command_options import DRAWN, Program, Question, draws
from indicators.facts import Fact
from indicators.facts_all import facts
from indicators.method import Method
from indicators.noise import DRAWS_PAGE
from loaders.store import Store
from readings.phrases.facts import facts_table


def _findings(store: Store, options: argparse.Namespace, method: Method) -> pd.DataFrame:
    found = facts(store, method, draws(options.draws) or DRAWS_PAGE)
    return facts_table(store, [fact for fact in found if _about(fact, options)])


def _about(fact: Fact, options: argparse.Namespace) -> bool:
    """Keep the facts on what was asked for; a region may also be one of those that a fact names."""
    here = {fact.region_code, *fact.codes}
    wanted = (
        not options.region or options.region in here,
        not options.domain or options.domain in {fact.domain_code, *fact.codes},
        not options.actor or fact.actor_code == options.actor,
        not options.wave or fact.wave == options.wave,
    )
    return all(wanted)


PROGRAM = Program(
    "readings",
    "Ce que dit une édition, sans navigateur.",
    {
        "findings": Question(
            "constats rédigés, avec leurs nombres et leurs cellules",
            _findings,
            (*DRAWN, "region", "domain", "actor", "wave"),
        )
    },
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question; returns the exit status."""
    return command.main(PROGRAM, arguments)


if __name__ == "__main__":
    sys.exit(main())
