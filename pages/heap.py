"""What the collector of garbage looks through: not what is there for good, and not at every thousand objects.

To read a workbook of 350 indicators makes half a million objects, none of them garbage: with Python's own
thresholds (3.11: 700, 10, 10) a fifth of the time goes to look through them again and again. What a session
leaves is garbage, though, that only a whole collection finds: under a crowd, one every few minutes.
"""

import gc

THRESHOLDS = (10_000, 20, 10)


def settle() -> None:
    """Leave what exists out of every later collection, and collect less often; for a process that serves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
