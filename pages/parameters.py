"""What the reader chooses, as codes in the address: `?domaine=emploi&region=32&afficher=ecart`.

Pure functions: no Streamlit here. A code is only ever compared with the known ones, never evaluated.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wording.lists import join

_SHOWABLE = re.compile(r"[\w.-]{1,30}", re.ASCII)


@dataclass(frozen=True)
class Parameter:
    """One choice: its name in the address, its label, the words of each code, and the code chosen at first.

    The code `""` stands for « no choice » and is not written in the address.
    """

    name: str
    label: str
    options: Mapping[str, str]
    default: str


def read(parameters: Iterable[Parameter], query: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the code of every parameter, and one French sentence for each that the address gets wrong."""
    chosen, problems = {}, []
    for parameter in parameters:
        code = query.get(parameter.name, parameter.default)
        if code not in parameter.options:
            problems.append(_unknown(parameter, code))
            code = parameter.default
        chosen[parameter.name] = code
    return chosen, problems


def write(chosen: Mapping[str, str]) -> dict[str, str]:
    """Return what the address must hold to open this very view again."""
    return {name: code for name, code in chosen.items() if code}


def _unknown(parameter: Parameter, code: str) -> str:
    """Name what is unknown; text that could be anything else than a code is not repeated on the page."""
    named = (
        f"«\u00a0{parameter.name}={code}\u00a0»"
        if _SHOWABLE.fullmatch(code)
        else f"«\u00a0{parameter.name}\u00a0»"
    )
    known = join([f"`{option}`" for option in parameter.options if option][:4])
    return (
        f"L’adresse demande {named}, qui n’existe pas\u202f: la page montre "
        f"«\u00a0{parameter.options[parameter.default]}\u00a0» à la place. "
        f"Codes possibles, par exemple\u202f: {known}."
    )
