"""Production settings: in force for the ordinary command, each one an option that exists."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WANTED = {
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "client.showErrorLinks": False,
    "browser.gatherUsageStats": False,
    "server.fileWatcherType": "none",
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.headless": True,
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
}
ASK = (
    "import json, sys; from streamlit import config; "
    "print(json.dumps({name: config.get_option(name) for name in sys.argv[1:]}))"
)


def in_force(*names: str) -> dict[str, object]:
    command = [sys.executable, "-W", "error", "-c", ASK, *names]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "not a valid config option" not in answer.stderr
    return json.loads(answer.stdout)


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    return in_force(*WANTED, "server.maxUploadSize", "browser.serverAddress")


def test_production_settings_are_in_force(settings: dict[str, object]) -> None:
    assert {name: settings[name] for name in WANTED} == WANTED


def test_nothing_large_can_be_sent_to_the_server(settings: dict[str, object]) -> None:
    assert settings["server.maxUploadSize"] == 5


def test_the_server_asks_nobody_for_its_address(settings: dict[str, object]) -> None:
    assert settings["browser.serverAddress"] == "localhost"


def test_every_option_written_exists() -> None:
    written = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    names = [f"{section}.{name}" for section, options in written.items() for name in options]
    flat = [name for name in names if not name.startswith(("theme.light", "theme.dark"))]
    assert set(in_force(*flat)) == set(flat)
