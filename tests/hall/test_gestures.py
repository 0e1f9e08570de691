"""Where a debate goes: whatever a presenter does, nothing is shown before its time, nothing is taken back."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.book.drawings import SQUARE, WIDE
from hall.book.errors import GestureRefusedError
from hall.book.gestures import Gesture, after, onward, possible
from hall.book.steps import Kind, Progress, RoomState, Step, StepState
from tests.hall.conftest import STEPS

_ORDER = [StepState.PREPARED, StepState.OPEN, StepState.CLOSED, StepState.REVEALED]


def played(gestures: list[Gesture]) -> list[Progress]:
    """Return every place of a debate; a refused gesture leaves it where it was."""
    found = [Progress(STEPS)]
    for gesture in gestures:
        try:
            found.append(after(found[-1], gesture))
        except GestureRefusedError:
            continue
    return found


@given(st.lists(st.sampled_from(Gesture), max_size=60))
def test_a_question_is_revealed_after_it_was_closed_and_stays_so(gestures: list[Gesture]) -> None:
    for before, now in pairwise(played(gestures)):
        for old, new in zip(before.steps, now.steps, strict=True):
            assert (old.rank, old.kind, old.subject) == (new.rank, new.kind, new.subject)
            if old.state is StepState.REVEALED and new.state is not StepState.REVEALED:
                # Only a second round, which leaves the first as it was shown.
                assert new.round == old.round + 1
                assert new.state is StepState.OPEN
            else:
                assert new.round == old.round
            if new.asked and new.state is StepState.REVEALED and old.state is not StepState.REVEALED:
                assert old.state is StepState.CLOSED
        assert 0 <= now.at < len(STEPS)


@given(st.lists(st.sampled_from(Gesture), max_size=60))
def test_no_question_opens_before_its_room_and_nothing_moves_after_the_end(gestures: list[Gesture]) -> None:
    places = played(gestures)
    for place in places:
        if place.state is RoomState.PREPARED:
            assert all(not step.asked or step.state is StepState.PREPARED for step in place.steps)
    ended = [place for place in places if place.state is RoomState.ENDED]
    assert len(ended) <= 1
    assert not ended or places[-1] is ended[0]


def test_next_goes_through_every_state_of_every_question_in_order() -> None:
    place, seen = Progress(STEPS), []
    while True:
        try:
            place = after(place, Gesture.NEXT)
        except GestureRefusedError:
            break
        seen.append((place.at, place.step.state))
    asked = [step.rank for step in STEPS if step.asked]
    for rank in asked:
        assert [state for at, state in seen if at == rank] == _ORDER
    assert all(step.state is StepState.REVEALED for step in place.steps if step.rank)


@given(st.lists(st.sampled_from(Gesture), max_size=60))
def test_what_a_desk_offers_does_something_and_the_first_of_it_leads_on(
    gestures: list[Gesture],
) -> None:
    for place in played(gestures):
        offered = possible(place)
        assert all(after(place, gesture) != place for gesture in offered)
        if place.state is RoomState.ENDED:
            assert not offered
            continue
        assert onward(place) in offered
        if Gesture.NEXT in offered:
            assert after(place, Gesture.NEXT) == after(place, onward(place))


@pytest.mark.parametrize(
    ("gestures", "said"),
    [
        ([Gesture.CLOSE], "«\u00a0Ouvrir\u00a0» d’abord"),
        ([Gesture.OPEN, Gesture.OPEN], "Cette étape ne pose pas de question"),
        ([Gesture.OPEN, Gesture.BACK], "C’est la première étape"),
        ([Gesture.OPEN, Gesture.NEXT, Gesture.NEXT, Gesture.REVEAL], "Clore\u00a0» d’abord"),
        ([Gesture.OPEN, Gesture.NEXT, Gesture.NEXT, Gesture.AGAIN], "après la révélation"),
        ([Gesture.END, Gesture.OPEN], "terminée"),
    ],
)
def test_a_gesture_without_sense_says_why(gestures: list[Gesture], said: str) -> None:
    place = Progress(STEPS)
    for gesture in gestures[:-1]:
        place = after(place, gesture)
    with pytest.raises(GestureRefusedError, match=said):
        after(place, gestures[-1])


def test_a_figure_is_turned_screen_by_screen_as_its_shape_asks() -> None:
    figure = Step(1, Kind.FIGURE, {"titre": "Figure", "figure": "1", "ecrans": {WIDE: 2, SQUARE: 3}})
    place = Progress((STEPS[0], figure, replace(STEPS[1], rank=2)), RoomState.OPEN)

    def turned(shape: str, *gestures: Gesture) -> tuple[int, int]:
        found = place
        for gesture in gestures:
            found = after(found, gesture, shape)
        return found.at, found.step.round

    onward = (Gesture.NEXT,) * 4
    assert [turned(WIDE, *onward[:count]) for count in (1, 2, 3)] == [(1, 1), (1, 2), (2, 1)]
    assert [turned(SQUARE, *onward[:count]) for count in (3, 4)] == [(1, 3), (2, 1)]
    # Back on the screen that was left, then to the one before; from the start when one comes to it again.
    assert turned(SQUARE, *onward, Gesture.BACK) == (1, 3)
    assert turned(SQUARE, *onward, Gesture.BACK, Gesture.BACK) == (1, 2)
    assert turned(SQUARE, *onward, Gesture.HOME, Gesture.NEXT) == (1, 1)
    assert turned(SQUARE, *onward[:2], Gesture.DARK) == (1, 2)
    # A screen that takes fewer leaves from its last one.
    shown = after(after(place, Gesture.NEXT, SQUARE), Gesture.NEXT, SQUARE)
    assert after(after(shown, Gesture.NEXT, SQUARE), Gesture.NEXT, WIDE).at == 2
