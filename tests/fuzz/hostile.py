"""Texts that nobody of good faith writes where a code is expected: for addresses and for forms."""

from __future__ import annotations

import random

_MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "![x](http://exemple.invalid/x.png)",
    "[x](javascript:alert(1))",
    "{{7*7}}",
    "${7*7}",
    ":material/home: :red[x]",
)
_COMMANDS = (
    "'; DROP TABLE mart.region; --",
    "' OR '1'='1",
    "1 UNION SELECT 1",
    "__import__('os').system('true')",
    "$(id)",
    "=1+1",
    "%s%n%d",
    "../../../../etc/passwd",
    "..\\..\\win.ini",
    "file:///etc/passwd",
    "http://exemple.invalid/",
)
_SIGNS = (
    "\x00",
    "\r\nSet-Cookie: a=1",
    "\x1b[2J",
    "\u202e35",
    "\ufeff53",
    "５３",
    "\u0665\u0663",
    "É" * 40,
    "e\u0301mploi",
    "\ud7ff",
    "😀",
    "\uffff",
    "%",
    "%00",
    "%FF%FE",
    "&",
    ";",
    "+",
)
_NUMBERS = (
    *("-1", "0", "1e999", "NaN", "Infinity", "-0", "0x10", "1_0", "٣", "1.5", "99999999999999999999"),
    *("9" * 5_000, "0" * 4_400 + "53"),
)
_LONG = ("x" * 5_000, "53," * 2_000, "emploi:1," * 500, ":" * 3_000, "a:1:" * 1_000)
TEXTS = ("", " ", "None", "null", "true", *_MARKUP, *_COMMANDS, *_SIGNS, *_NUMBERS, *_LONG)


def bent_text(seed: random.Random, known: list[str]) -> str:
    """Return a hostile text, a known one, or a known one with something wrong in it."""
    if seed.random() < 0.4 or not known:
        return seed.choice(TEXTS)
    text = seed.choice(known)
    return seed.choice(
        (
            text,
            text.upper(),
            f" {text}",
            f"{text}\x00",
            f"{text},{text}",
            text[:-1],
            f"{text}{seed.choice(TEXTS)}",
            f"{text},{seed.choice(known)}",
            f"{text}:{seed.choice(TEXTS)}",
        )
    )
