"""The runs of AppTest without what it does again at each: tests run pages a thousand times."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

# Streamlit looks for components among all installed packages at every run: a third of the time of a view.
_components = cache(manifest_scanner.scan_component_manifests)
_found_at_its_end = local_script_runner.require_widgets_deltas


@contextmanager
def light() -> Iterator[None]:
    """Look once for Streamlit's components, and wait for the end of a run as for that of any thread."""
    with (
        patch.object(manifest_scanner, "scan_component_manifests", _components),
        patch.object(local_script_runner, "require_widgets_deltas", _ended),
    ):
        yield


def _ended(runner: LocalScriptRunner, timeout: float) -> None:
    """Wait for the end of a run; raises AppTest's own error when it is late.

    AppTest reads all that a run has said a thousand times a second, and takes the processor from it for that.
    """
    run = runner._script_thread
    if run:
        run.join(timeout)
    _found_at_its_end(runner, 0 if run and run.is_alive() else timeout)
