"""Ask the package index for known vulnerabilities of what the locks name: `python -m tests.setup.audit`.

An index out of reach, or one that tells nothing of vulnerabilities, is said and is no failure: nobody should
be unable to work on a train. A vulnerability that the index knows is a failure.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

from tests.rules.tree import ROOT
from tests.setup.needed import framed

LOCK = ROOT / "tests" / "requirements.lock"
NOT_AUDITED = "The package index told nothing of vulnerabilities: THE DEPENDENCIES WERE NOT AUDITED."
REMEDY = "Try again where the index can be reached: make audit"


@dataclass(frozen=True)
class Audit:
    """What the index answered: how many packages it knows, and its warnings, a line each."""

    known: int
    warnings: tuple[str, ...]


def read(answer: str) -> Audit:
    """Read the JSON of pip-audit; an answer that is not JSON (no network) knows no package."""
    try:
        dependencies = json.loads(answer)["dependencies"]
    except json.JSONDecodeError:
        return Audit(0, ())
    told = [entry for entry in dependencies if "skip_reason" not in entry]
    warnings = [
        f"{entry['name']} {entry['version']}: {fault['id']}, mended in {fault['fix_versions']}"
        for entry in told
        for fault in entry["vulns"]
    ]
    return Audit(len(told), tuple(warnings))


def asked() -> str:
    """Return what pip-audit prints for the lock of the tests, which holds the application's."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    choice = ["--disable-pip", "--require-hashes", "--requirement", str(LOCK)]
    return subprocess.run([*command, *choice], capture_output=True, text=True, check=False).stdout


def main() -> int:
    """Print the vulnerabilities; 1 when there are some."""
    audit = read(asked())
    if not audit.known:
        print(framed(NOT_AUDITED, REMEDY))
    else:
        print(
            f"{audit.known} packages audited, {len(audit.warnings)} known vulnerabilities",
            *audit.warnings,
            sep="\n",
        )
    return 1 if audit.warnings else 0


if __name__ == "__main__":
    sys.exit(main())
