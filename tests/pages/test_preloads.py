"""The scripts of what every page draws are fetched ahead, all of them and once; a moved one is logged."""

import re
from pathlib import Path

import pytest

from pages.framework_files import files
from pages.preloads import added, scripts
from pages.shell import page

HREF = re.compile(r'(?:href|src)="\.(/static/js/[^"]+)"')


def test_what_a_figure_needs_is_fetched_ahead_once(caplog: pytest.LogCaptureFixture) -> None:
    assert scripts.__wrapped__() == scripts()
    ahead = HREF.findall(added(page()))
    assert not caplog.records
    assert len(ahead) == len(set(ahead))
    assert set(HREF.findall(page())) < set(ahead) <= set(files())
    names = " ".join(ahead)
    for drawn in ("ArrowVegaLiteChart.", "embed.", "Selectbox.", "BidiComponent.", "Button.", "Spinner."):
        assert f"/{drawn}" in names
    # Nothing more than that: neither tables nor the drawings of other libraries.
    for heavy in ("PlotlyChart.", "DeckGlJsonChart.", "arrowFormatUtils.", "DataFrame."):
        assert f"/{heavy}" not in names


def test_the_font_of_the_text_is_not_fetched_before_the_scripts(caplog: pytest.LogCaptureFixture) -> None:
    assert "SourceSans" in page()
    assert "SourceSans" not in added(page())
    assert not caplog.records
    added("<head></head>")
    assert "0 fonts fetched" in caplog.text


def test_a_script_that_has_moved_is_logged_and_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("streamlit.file_util.get_static_dir", lambda: str(tmp_path))
    assert scripts.__wrapped__() == ()
    assert sum("not fetched ahead" in record.getMessage() for record in caplog.records) == 5
