"""The mirror of one person, against plain loops."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readings.debate.voices import Rank, Survey
from readings.mirror import words

DOMAINS = {f"d{place}": f"Domaine {place}" for place in range(16)}
_NOTES = st.dictionaries(st.sampled_from(list(DOMAINS)), st.integers(0, 10))
_RANKS = st.permutations(list(DOMAINS)).map(
    lambda order: {code: Rank(place, place, place) for place, code in enumerate(order, start=1)}
)


@given(_NOTES, _RANKS)
def test_what_is_said_is_what_a_loop_finds(notes: dict[str, int], measured: dict[str, Rank]) -> None:
    said = " ".join(words.sentences(notes, measured, DOMAINS))
    if len(notes) < 5:
        assert "Notez au moins cinq domaines" in said
        return
    for code, name in DOMAINS.items():
        higher = sum(note > notes[code] for note in notes.values()) if code in notes else None
        mine, theirs = higher is not None and higher < 5, measured[code].rank
        told = {title for title in said.split(".") if f"«\u00a0{name}\u00a0»" in title}
        titles = {one.strip().split("\u202f:")[0] for one in told}
        wanted = set()
        if mine and theirs <= 5:
            wanted.add("En commun")
        if mine and theirs > 8:
            wanted.add("Vous, plus que les mesures")
        if higher is not None and higher + 1 > len(notes) / 2 and theirs <= 5:
            wanted.add("Les mesures, plus que vous")
        assert titles == wanted


def test_each_domain_has_its_line_noted_ones_first() -> None:
    notes = {"d3": 9, "d1": 9, "d2": 2}
    measured = {"d1": Rank(2, 1, 4)}
    surveys = [Survey("citoyens", "PHARE 2015", {"d1": (2, 3)})]
    lines = words.lines(notes, measured, surveys, DOMAINS, {"citoyens": "Citoyens"})
    assert [line.name for line in lines[:3]] == ["Domaine 1", "Domaine 3", "Domaine 2"]
    assert lines[0] == words.Line(
        "Domaine 1",
        "9 sur 10",
        "1ᵉʳ",
        "2ᵉ, entre 1ᵉʳ et 4ᵉ",
        "Citoyens (PHARE 2015), 2ᵉ ou 3ᵉ",
    )
    assert (lines[1].own, lines[1].measured, lines[1].felt) == ("1ᵉʳ", "non mesuré", "non publié")
    assert (lines[3].note, lines[3].own) == ("sans avis", "")
    assert len(lines) == len(DOMAINS)
