"""`python -m indicators scores|ranks|steps|gaps|past|…`: the same numbers without a browser."""

import sys
from collections.abc import Sequence

from indicators import command
from indicators.command_answers import PROGRAM


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question; returns the exit status."""
    return command.main(PROGRAM, arguments)


if __name__ == "__main__":
    sys.exit(main())
