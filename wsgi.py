"""The site for a WSGI server: ``granian --interface wsgi wsgi:app``."""

from decision_aid.app import create_app

app = create_app()
