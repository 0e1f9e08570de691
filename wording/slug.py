"""Labels and published codes as an address writes them."""

import re
import unicodedata


def slug(text: str) -> str:
    """Write a label as a code of the address: « PHARE 2015 » gives « phare-2015 »."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
