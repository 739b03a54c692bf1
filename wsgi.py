"""The site for a WSGI server: ``granian --interface wsgi wsgi:app``."""

import sys

from decision_aid.app import create_app
from decision_aid.rulebook.problems import RulebookError
from decision_aid.settings import SettingsError

try:
    app = create_app()
except (RulebookError, SettingsError) as error:
    sys.exit(f"The site does not start. {error}")
