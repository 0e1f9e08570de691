"""How many files and sockets the server may have open.

A visitor takes four: the socket of the page, and three for the loop that Streamlit gives each session, kept
two minutes after he left (`disconnectedSessionTTL`). Many systems let a process open 1,024 until it asks for
more, and the 250th visitor would find a page that never comes.
"""

import logging
import sys

# 2,500 visitors.
WANTED = 10_000
logger = logging.getLogger("observatoire")


def ask_for_more() -> None:
    """Ask the system for as many as are wanted, or as it grants; for a process that serves."""
    if sys.platform == "win32":  # which has no such limit
        return
    import resource  # noqa: PLC0415 - Unix only

    granted, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if most == resource.RLIM_INFINITY else min(WANTED, most)
    if granted != resource.RLIM_INFINITY and granted < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    if wanted < WANTED:
        logger.warning("%d files at most may be open here: about %d visitors", wanted, wanted // 4)
