"""Benchmarks by name, and the lines they give."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measured quantity; `target` is the most it may be, in the same unit, None for information only."""

    what: str
    value: float
    unit: str
    target: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        """Whether there is a target and the value is over it."""
        return self.target is not None and not self.value <= self.target


Benchmark = Callable[[], Iterable[Line]]
BENCHMARKS: dict[str, Benchmark] = {}


def benchmark(name: str) -> Callable[[Benchmark], Benchmark]:
    """Register a function under the name that `--only` takes; two of one name are a mistake."""

    def register(function: Benchmark) -> Benchmark:
        if name in BENCHMARKS:
            raise ValueError(f"two benchmarks named {name}")
        BENCHMARKS[name] = function
        return function

    return register
