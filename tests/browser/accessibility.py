"""axe-core on an open page: WCAG 2.2, levels A and AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What Streamlit itself draws wrongly and no setting changes: (rule, part of the element) and the reason, one
# by one. Empty today: every page passes whole.
FRAMEWORK: dict[tuple[str, str], str] = {}


def violations(page: Page) -> list[str]:
    """Run every rule on a page; returns one line for each element at fault."""
    # Of the elements that pass, axe would send every one with its markup: half of its time.
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:300]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
        if not any(rule == violation["id"] and part in node["html"] for rule, part in FRAMEWORK)
    ]
