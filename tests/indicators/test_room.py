"""The voices of a room, against plain loops; and no group under five, by any subtraction."""

from __future__ import annotations

import itertools
import random
import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.room import groups
from indicators.room.choices import chosen
from indicators.room.guesses import guesses
from indicators.room.spread import FEW
from indicators.room.voices import voices

DOMAINS = ("a", "b", "c", "d")
ACTORS = ("maires", "citoyens", "associations", groups.UNHEARD)
_PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(ACTORS), st.dictionaries(st.sampled_from(DOMAINS), st.integers(0, 10).map(float))
    ),
    max_size=40,
)


def a_room(people: int, seed: int = 7) -> list[tuple[str, dict[str, float]]]:
    """Return the complete notes of so many mayors."""
    drawn = random.Random(seed)
    return [("maires", {code: float(drawn.randint(0, 10)) for code in DOMAINS}) for _ in range(people)]


@given(_PEOPLE)
def test_each_voice_is_made_of_five_notes_a_domain_and_the_whole_of_what_is_shown(
    people: list[tuple[str, dict[str, float]]],
) -> None:
    of_groups, whole = voices(people, DOMAINS)
    for domain in DOMAINS:
        by_actor: dict[str, list[float]] = {}
        for actor, notes in people:
            if domain in notes:
                by_actor.setdefault(actor, []).append(notes[domain])
        shown = {
            actor: notes for actor, notes in by_actor.items() if len(notes) >= 5 and actor != groups.UNHEARD
        }
        assert {actor for actor, voice in of_groups.items() if domain in voice.notes} == set(shown)
        for actor, given_notes in shown.items():
            told = of_groups[actor].notes[domain]
            assert told.count == len(given_notes)
            assert told.mean == pytest.approx(statistics.fmean(given_notes))
            assert told.median == pytest.approx(statistics.median(given_notes))
        together = [note for given_notes in shown.values() for note in given_notes]
        if together:
            assert whole.notes[domain].count == len(together)
            assert whole.notes[domain].mean == pytest.approx(statistics.fmean(together))
        else:
            assert domain not in whole.notes


@given(_PEOPLE)
def test_no_sum_of_what_is_shown_gives_a_group_under_five(people: list[tuple[str, dict[str, float]]]) -> None:
    """Take away from the whole any of the groups shown: what is left is nobody, or five people or more."""
    of_groups, whole = voices(people, DOMAINS)
    for domain in DOMAINS:
        if domain not in whole.notes:
            continue
        counts = {
            actor: voice.notes[domain].count for actor, voice in of_groups.items() if domain in voice.notes
        }
        for size in range(len(counts) + 1):
            for taken in itertools.combinations(counts, size):
                left = whole.notes[domain].count - sum(counts[actor] for actor in taken)
                assert left == 0 or left >= groups.FEWEST


def test_a_few_answers_are_shown_one_by_one_and_many_have_an_interval() -> None:
    few, many = a_room(FEW - 1), a_room(FEW)
    _, voice = voices(few, DOMAINS)
    assert voice.notes["a"].low is None
    assert voice.alone["a"] == dict(Counter(int(notes["a"]) for _, notes in few))
    assert voice.places["a"].low is None
    _, voice = voices(many, DOMAINS)
    told = voice.notes["a"]
    assert told.low is not None
    assert told.high is not None
    assert told.low < told.mean < told.high
    assert not voice.alone
    for place in voice.places.values():
        assert place.low is not None
        assert place.high is not None
        assert 1 <= place.low <= place.rank <= place.high <= len(DOMAINS)


def test_the_order_of_the_answers_changes_nothing() -> None:
    people = a_room(60)
    assert voices(people, DOMAINS) == voices(people[::-1], DOMAINS)


def test_the_interval_of_a_mean_is_that_of_a_plain_bootstrap() -> None:
    people = a_room(80)
    values = sorted(notes["a"] for _, notes in people)
    drawn = random.Random(1)
    means = sorted(statistics.fmean(drawn.choices(values, k=len(values))) for _ in range(4_000))
    told = voices(people, DOMAINS)[1].notes["a"]
    assert told.low == pytest.approx(means[200], abs=0.08)
    assert told.high == pytest.approx(means[3_800], abs=0.08)


def test_domains_are_ranked_by_their_mean_when_each_has_five_notes() -> None:
    people = a_room(40)
    means = {code: statistics.fmean(notes[code] for _, notes in people) for code in DOMAINS}
    _, voice = voices(people, DOMAINS)
    assert {code: place.rank for code, place in voice.places.items()} == {
        code: 1 + sum(other > means[code] for other in means.values()) for code in DOMAINS
    }
    holes = [(actor, {code: note for code, note in notes.items() if code != "d"}) for actor, notes in people]
    assert voices(holes, DOMAINS)[1].places == {}
    # Domains that all have one mean share the first place.
    same = [("maires", dict.fromkeys(DOMAINS, 5.0))] * 40
    assert {place.rank for place in voices(same, DOMAINS)[1].places.values()} == {1}


def test_choices_are_counted_among_those_who_are_heard() -> None:
    answers = [("maires", ["a", "b"])] * 5 + [("citoyens", ["a"])] * 4 + [(groups.UNHEARD, ["c"])] * 9
    found = chosen(answers)
    assert (found.people, found.counts) == (5, {"a": 5, "b": 5})
    assert set(found.groups) == {"maires"}
    assert chosen([]).people == 0


def test_guesses_have_a_median_and_a_middle_half() -> None:
    answers = [("maires", float(guess)) for guess in range(1, 10)] + [("citoyens", 900.0)] * 4
    found = guesses(answers)
    assert found
    told, values = found
    assert (told.median, told.first_quarter, told.third_quarter) == (5.0, 3.0, 7.0)
    # Between 2,25 and 4,75 are two of six answers: quarters are answers.
    few, _ = guesses([("maires", float(guess)) for guess in range(1, 7)]) or (None, ())
    assert few
    assert (few.median, few.first_quarter, few.third_quarter) == (3.5, 2.0, 5.0)
    assert values == tuple(float(guess) for guess in range(1, 10))
    assert guesses(answers[-4:]) is None
