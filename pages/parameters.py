"""What the reader chooses, as codes in the address: `?domaine=emploi&region=32&afficher=ecart`.

Pure functions: no Streamlit here. A code is only ever compared with the known ones, never evaluated.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wording.lists import join

_SHOWABLE = re.compile(r"[\w.,:-]{1,30}", re.ASCII)


@dataclass(frozen=True)
class Parameter:
    """One choice: its name in the address, its label, the words of each code, and the code chosen at first.

    The code `""` stands for « no choice » and is not written in the address.
    """

    name: str
    label: str
    options: Mapping[str, str]
    default: str

    def accepts(self, text: str) -> bool:
        """Say whether the address may hold this text."""
        return text in self.options

    def instead(self) -> str:
        """Say what is shown when the text is not accepted."""
        return f"montre «\u00a0{self.options[self.default]}\u00a0» à la place"


@dataclass(frozen=True)
class Several(Parameter):
    """Several of the codes at once, separated by commas, each once: `regions=32,53`."""

    most: int = 5

    def accepts(self, text: str) -> bool:
        """Say whether every part is a known code, none is there twice, and there are not too many."""
        codes = codes_of(text)
        return (
            len(codes) <= self.most
            and len(set(codes)) == len(codes)
            and all(code in self.options for code in codes)
        )

    def instead(self) -> str:
        """Say what is shown when the text is not accepted."""
        return f"ignore ce choix ({self.most} codes connus au plus, séparés par des virgules)"


@dataclass(frozen=True)
class Written(Parameter):
    """A text with a grammar of its own, read by whoever uses it (the reader's own weights)."""

    reads: Callable[[str], bool] = bool

    def accepts(self, text: str) -> bool:
        """Say whether the grammar reads this text; `""` always is."""
        return not text or self.reads(text)

    def instead(self) -> str:
        """Say what is shown when the text is not accepted."""
        return "n’en tient pas compte"


def codes_of(text: str) -> list[str]:
    """Split the text of a `Several`: `"32,53"` gives `["32", "53"]`, `""` gives nothing."""
    return text.split(",") if text else []


def read(parameters: Iterable[Parameter], query: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the code of every parameter, and one French sentence for each that the address gets wrong."""
    chosen, problems = {}, []
    for parameter in parameters:
        code = query.get(parameter.name, parameter.default)
        if not parameter.accepts(code):
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
        f"L’adresse demande {named}, qui n’existe pas\u202f: la page {parameter.instead()}. "
        f"Codes possibles, par exemple\u202f: {known}."
    )
