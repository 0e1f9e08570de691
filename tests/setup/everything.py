"""What the tests need beside Python."""

from tests.setup.browser import CHROMIUM
from tests.setup.postgres import POSTGRES

NEEDED = (CHROMIUM, POSTGRES)
