"""What no written file may name: places of one machine, and hosts that only a tool should know."""

import re

# Spelled in pieces, or this file would break its own rule.
_FOLDERS = ("work", "root", "home/[a-z]+", "Users/[A-Za-z]+", "tmp/[a-z]")
_HOSTS = ("pypi", "files.pythonhosted", "registry.npmjs", "deb.debian", "security.debian", "proxy.golang")
PLACES = re.compile(
    r"(?<![\w.:/*-])/(?:" + "|".join(_FOLDERS) + r")(?:/|\b)" + r"|\.\./" + "shared" + r"|\bC:\\Users",
)
HOSTS = re.compile("|".join(re.escape(host) + r"\.(?:org|net)" for host in _HOSTS))


def named_place(path: str, text: str) -> list[str]:
    """Refuse a path of one machine or the host of a package registry."""
    return [
        f"{path}:{number}: {found.group()} exists on one machine only"
        for number, line in enumerate(text.splitlines(), start=1)
        for found in [PLACES.search(line) or HOSTS.search(line)]
        if found
    ]
