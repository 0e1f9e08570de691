"""Several drawings as one: under one another, side by side; whole, or a few lines at a time for a screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from charts.screen_look import LINES
from exports.cuts import Cut, Part, parts
from exports.drawn import Room, drawn
from exports.poster import Drawn, placed, whole

_GAP = 24
# Narrower, a drawing that stretches says nothing: it goes under the one beside it.
_LEAST = 120


@dataclass(frozen=True)
class Leaf:
    """One drawing, and where it may be cut."""

    drawn: Drawn
    cut: Cut | None

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.drawn.height

    def parts(self, height: float) -> list[Part]:
        """Return it whole, or in parts that are no higher."""
        return parts(self.drawn, self.cut, height) if self.cut else [Part(self.drawn)]


@dataclass(frozen=True)
class _Several:
    """Drawings together."""

    inside: "Sequence[Tree]"

    @property
    def cut(self) -> bool:
        """Whether one of them may be cut."""
        return any(part.cut for part in self.inside)


class Column(_Several):
    """Drawings under one another."""

    @property
    def height(self) -> float:
        """Their height in pixels."""
        return sum(part.height for part in self.inside)

    def parts(self, height: float) -> list[Part]:
        """Return them whole, or in parts that are no higher: what cannot be cut goes with each part."""
        rest = height - sum(part.height for part in self.inside if not part.cut)
        return _together([part.parts(rest) for part in self.inside], stacked)


class Row(_Several):
    """Drawings side by side."""

    @property
    def height(self) -> float:
        """The height in pixels of the highest."""
        return max(part.height for part in self.inside)

    def parts(self, height: float) -> list[Part]:
        """Return them whole, or in parts that are no higher."""
        return _together([part.parts(height) for part in self.inside], aligned)


Tree = Leaf | Column | Row


def composed(drawing: dict[str, Any], room: Room) -> Tree:
    """Draw a specification; several (`vconcat`, `hconcat`) whose width is « container » share the room."""
    if "vconcat" in drawing and _stretches(drawing):
        return Column([composed(part, room) for part in drawing["vconcat"]])
    if "hconcat" in drawing and _stretches(drawing):
        return _beside(drawing["hconcat"], room)
    made, told = drawn(drawing, room), drawing.get("usermeta", {}).get(LINES)
    return Leaf(made, Cut.of(made, told) if told else None)


def in_one(tree: Tree) -> Drawn:
    """Return a whole tree as one drawing."""
    return tree.parts(float("inf"))[0].drawn


def stacked(drawings: Sequence[Drawn]) -> Drawn:
    """Put drawings under one another."""
    tops = accumulate((part.height for part in drawings), initial=0.0)
    placings = [placed(part, 0, top) for part, top in zip(drawings, tops, strict=False)]
    width, height = max(part.width for part in drawings), sum(part.height for part in drawings)
    return Drawn(whole(placings, width, height), width, height)


def aligned(drawings: Sequence[Drawn]) -> Drawn:
    """Put drawings side by side, from the left."""
    lefts = accumulate((part.width + _GAP for part in drawings), initial=0.0)
    placings = [placed(part, left, 0) for part, left in zip(drawings, lefts, strict=False)]
    width = sum(part.width for part in drawings) + _GAP * (len(drawings) - 1)
    height = max(part.height for part in drawings)
    return Drawn(whole(placings, width, height), width, height)


def _beside(drawings: Sequence[dict[str, Any]], room: Room) -> Tree:
    """Share the room: those that stretch have what a fixed width leaves, or go under it."""
    fixed = [_fixed(drawing) for drawing in drawings]
    made = [
        composed(one, replace(room, width=own)) if own else None
        for one, own in zip(drawings, fixed, strict=True)
    ]
    left = room.width - sum(in_one(tree).width for tree in made if tree) - _GAP * (len(drawings) - 1)
    share = left / max(1, fixed.count(0))
    if 0 in fixed and share < _LEAST:
        return Column([composed(drawing, room) for drawing in drawings])
    narrower = replace(room, width=share)
    return Row([tree or composed(one, narrower) for tree, one in zip(made, drawings, strict=True)])


def _stretches(drawing: dict[str, Any]) -> bool:
    """Tell a drawing whose width is its container's, or that holds one."""
    inside = [*drawing.get("vconcat", ()), *drawing.get("hconcat", ())]
    return drawing.get("width") == "container" or any(_stretches(part) for part in inside)


def _fixed(drawing: dict[str, Any]) -> float:
    """Return the width that a drawing or one of its floors imposes, 0 when it stretches."""
    own = drawing.get("width", 0)
    return max([0 if own == "container" else own, *(_fixed(part) for part in drawing.get("vconcat", ()))])


def _together(several: Sequence[list[Part]], put: Any) -> list[Part]:  # noqa: ANN401
    """Put the first parts of each together, then the second ones; one that is whole goes with each."""
    count = max(len(found) for found in several)
    rows = [[found[min(number, len(found) - 1)] for found in several] for number in range(count)]
    return [
        Part(put([one.drawn for one in row]), next((one.said for one in row if one.said), "")) for row in rows
    ]
