"""Where rooms are kept, and the secret that signs what telephones send back."""

import os
import secrets
from pathlib import Path

from hall.book.errors import PlaceError

VARIABLE = "OBSERVATOIRE_SALLES"
SECRET_VARIABLE = "OBSERVATOIRE_CLE"  # noqa: S105 - the name of a setting, not a secret
_FOLDER = Path(__file__).parents[2] / ".store" / "salles"
_BYTES = 32


def is_server(where: str) -> bool:
    """Tell the address of a PostgreSQL server from a folder."""
    return where.startswith(("postgresql://", "postgres://"))


def where() -> str:
    """Return the folder, or the address of the server, where rooms are kept."""
    return os.environ.get(VARIABLE) or str(_FOLDER)


def secret() -> bytes:
    """Return the signing secret: of the setting, or made once in the folder of the rooms.

    Raises `PlaceError` when several machines share the rooms and nobody has set the secret they must share.
    """
    given = os.environ.get(SECRET_VARIABLE, "")
    if given:
        if len(given) < _BYTES:
            raise PlaceError(f"{SECRET_VARIABLE}\u202f: {_BYTES} signes au moins.")
        return given.encode()
    if is_server(where()):
        raise PlaceError(
            f"Les salles sont gardées par un serveur PostgreSQL ({VARIABLE})\u202f: donnez la même valeur de "
            f"{SECRET_VARIABLE} à chaque machine."
        )
    return _kept(Path(where()))


def _kept(folder: Path) -> bytes:
    """Return the secret of a folder; two processes that start together keep one and the same."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "cle"
    draft = folder / f"cle.{secrets.token_hex(8)}"
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
