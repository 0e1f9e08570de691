"""What is made of an edition: made once however many ask, and gone with it."""

from __future__ import annotations

import gc
from weakref import ref

from hall.stage.edition_memory import EditionMemory
from indicators.results import Results
from tests.opened import published


def test_what_is_made_of_an_edition_is_made_once_and_goes_with_it() -> None:
    memory, made = EditionMemory(2), []

    def make() -> list[str]:
        made.append("fiche")
        return ["fiche"]

    one, other = Results(published().store), Results(published().store)
    assert memory.of(one).once("53", make) is memory.of(one).once("53", make)
    memory.of(other).once("53", make)
    assert made == ["fiche", "fiche"]
    kept, gone = ref(memory.of(one)), ref(one)
    del one
    gc.collect()
    assert (kept(), gone()) == (None, None)
