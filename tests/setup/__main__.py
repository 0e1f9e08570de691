"""Find or install what the tests need beside Python: `python -m tests.setup`."""

import sys

from tests.setup.everything import NEEDED

if __name__ == "__main__":
    sys.exit(max([needed.provide() for needed in NEEDED]))
