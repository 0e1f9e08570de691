"""What the tests need beside Python."""

from tests.setup.browser import CHROMIUM
from tests.setup.nginx import NGINX
from tests.setup.postgres import POSTGRES

NEEDED = (CHROMIUM, POSTGRES, NGINX)
