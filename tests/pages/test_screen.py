"""The map fits its window, whatever the browser says of it."""

import pytest

from pages.screen import LAPTOP, _whole, _written, fit


@pytest.mark.parametrize(
    ("window", "width", "height"),
    [((390, 844), 330, 330), ((1366, 768), 530, 360), ((1920, 1080), 780, 630), ((3840, 2160), 900, 900)],
)
def test_the_map_grows_with_the_window(window: tuple[int, int], width: int, height: int) -> None:
    found = fit(*window)
    assert found[0] == pytest.approx(width, abs=30)
    assert found[1] == pytest.approx(height, abs=30)


@pytest.mark.parametrize("window", [(0, 0), (-5, 10**9), (320, 480), (641, 400)])
def test_a_strange_window_still_gets_a_map(window: tuple[int, int]) -> None:
    width, height = fit(*window)
    assert 280 <= width <= 900
    assert 280 <= height <= 900


@pytest.mark.parametrize("sent", [None, "1366", [1366], ["a", "b"], {"width": 1}, [1.5, 2], [True, "x"]])
def test_what_the_browser_sends_may_be_anything(sent: object) -> None:
    assert _whole(sent) == tuple(LAPTOP)


NO_SIZES = ["", "1366", "1366x", "1x1", "-10x20", "1366x768x2", "1366X768", " 1366x768", "1366x768\n"]


@pytest.mark.parametrize("cookie", [*NO_SIZES, "९९९x९९९", "99999999x10", "<b>x10", "09x70", "1e3x7"])
def test_a_cookie_that_is_no_size_is_a_laptop(cookie: str) -> None:
    assert _written("1920x1080") == (1920, 1080)
    assert _written(cookie) == LAPTOP
