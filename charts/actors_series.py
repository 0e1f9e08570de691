"""One shape and one colour for each voice, the same in every figure: never colour alone."""

from dataclasses import dataclass

from charts import palette

# 3:1 at least on white and on the dark background, and apart for colour-blind readers.
_TINTS = {
    "citoyens": ("circle", "#2c74b3"),
    "entreprises": ("square", "#c96c12"),
    "associations": ("triangle-up", "#7f6cc4"),
    "maires": ("diamond", "#0f8a7d"),
    "elus_locaux": ("cross", "#8a7a3c"),
}
_OTHER = ("circle", "#77768c")
_FIRST, _SECOND = "#77768c", "#2c74b3"


@dataclass(frozen=True)
class Series:
    """A voice: its code in the rows, its name, its mark; `joined`: the line between marks includes it."""

    code: str
    name: str
    shape: str
    colour: str
    filled: bool = True
    joined: bool = True


def tint(actor: str) -> str:
    """Return the colour of an actor."""
    return _TINTS.get(actor, _OTHER)[1]


def of_actors(names: dict[str, str]) -> tuple[Series, ...]:
    """Return the series of actors (name by code)."""
    return tuple(Series(code, name, *_TINTS.get(code, _OTHER)) for code, name in names.items())


def of_surveys(names: list[str]) -> tuple[Series, ...]:
    """Return the series of surveys, oldest first: hollow, then full."""
    shapes = [("circle", _FIRST, False), ("circle", _SECOND, True)]
    return tuple(
        Series(name, name, shape, colour, filled)
        for name, (shape, colour, filled) in zip(names, shapes, strict=False)
    )


def tick(code: str, name: str) -> Series:
    """Return a landmark: a light stroke, out of the line between marks."""
    return Series(code, name, "M0,-1L0,1", palette.OUTLINE, joined=False)


def chosen(code: str, name: str) -> Series:
    """Return the chosen region among others."""
    return Series(code, name, "diamond", palette.CHOSEN, joined=False)
