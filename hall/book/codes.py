"""The code that a room reads aloud, the keys, and what proves that a form was ours."""

import hashlib
import hmac
import re
import secrets

# Without I, L, O, 0 and 1, which are taken for one another on a screen seen from the back of the room.
SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 6
_CODE = re.compile(f"[{SIGNS}]{{{LENGTH}}}")
_BETWEEN = re.compile(r"[\s\-.\u2010-\u2015]+")
# A text longer than a code with its spaces is no code: nothing is searched in it.
_LONGEST = 32


def new_code() -> str:
    """Draw the code of a room: one of 31⁶, nearly 900 millions."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def written(code: str | None) -> str:
    """Return a code as it is shown: « KX7 M4P »; `""` for a room that has ended, which has none."""
    return f"{code[:3]}\u00a0{code[3:]}" if code else ""


def typed(text: str) -> str | None:
    """Return the code that somebody typed, in any case, with or without spaces; None when it is none."""
    if len(text) > _LONGEST:
        return None
    found = _BETWEEN.sub("", text).upper()
    return found if _CODE.fullmatch(found) else None


def new_key() -> str:
    """Draw a key of 128 bits, in letters that an address takes."""
    return secrets.token_urlsafe(16)


def fingerprint(key: str) -> str:
    """Return what is kept of a key: it can be checked, never read back."""
    return hashlib.sha256(key.encode()).hexdigest()


def device(secret: bytes, room: str, cookie: str) -> str:
    """Return the name of a telephone in one room: it changes with the room, and does not lead back to it."""
    return _signed(secret, "appareil", room, cookie)[:32]


def form_token(secret: bytes, room: str, device_name: str, question: str) -> str:
    """Return what a form of ours carries for one device and one question."""
    return _signed(secret, "bulletin", room, device_name, question)[:32]


def same(one: str, other: str) -> bool:
    """Compare two proofs without telling how much of them agrees."""
    return hmac.compare_digest(one.encode(), other.encode())


def _signed(secret: bytes, *parts: str) -> str:
    # Each part with its length: no two lists of parts are one text.
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
