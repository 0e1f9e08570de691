"""What a server draws before anybody comes."""

from typing import Any

import altair as alt
import pytest

from pages import folds
from pages.facade import warm
from pages.menu import ENTRIES
from tests.pages.conftest import visited


@pytest.mark.parametrize("edition", ["browse", "whole"])
def test_a_page_that_opens_without_a_choice_is_drawn_before_anybody_comes(
    edition: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request.getfixturevalue(edition)
    warm.warm_up()
    drawn, opened, to_dict = set(), [""], alt.TopLevelMixin.to_dict

    def noted(chart: Any, *given: Any, **named: Any) -> dict[str, Any]:
        drawn.add(opened[0])
        return to_dict(chart, *given, **named)

    # What folds is drawn once it opens; these tests open it.
    monkeypatch.setattr(folds, "UNFOLDED", False)
    monkeypatch.setattr(alt.TopLevelMixin, "to_dict", noted)
    for entry in ENTRIES:
        opened[0] = entry.script.removesuffix(".py")
        assert not visited(opened[0]).exception
    assert drawn == set()
    # A region is drawn for whoever asks for it.
    visited("gaps", region="53")
    assert drawn
