"""The only place where the parts of the site are joined."""

from __future__ import annotations

import logging

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

from decision_aid.resources import resource_dir
from decision_aid.settings import Settings, settings_from
from decision_aid.web import (
    about,
    aftercare,
    compare,
    compression,
    errors,
    health,
    kept,
    languages,
    library,
    matters,
    overview,
    pages,
    places,
    questionnaire,
    ready,
    reasons,
    second_pain,
    security,
    sheet,
    style,
    surroundings,
)
from decision_aid.web.knowledge import EXTENSION, Knowledge
from decision_aid.web.sealed_session import SealedSessionInterface

PARTS = (
    pages,
    about,
    places,
    questionnaire,
    second_pain,
    overview,
    reasons,
    matters,
    library,
    compare,
    sheet,
    ready,
    aftercare,
    kept,
    style,
    health,
    languages,
)


def create_app(settings: Settings | None = None, known: Knowledge | None = None) -> Flask:
    """Return a site that is ready to serve.

    Args:
        settings: how it runs; read from the environment if left out.
        known: the knowledge base; loaded and compiled if left out.

    Raises:
        SettingsError: for settings that cannot be used.
        RulebookError: for rules that cannot be used.
    """
    settings = settings or settings_from()
    known = known or Knowledge.of(settings.rules or resource_dir("rules"))
    app = Flask(__name__, template_folder=str(resource_dir("templates")))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions[EXTENSION] = known
    app.secret_key = settings.secret_keys[0]
    # The token of a form lives as long as the session that it belongs to, which can be renewed.
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    app.session_interface = SealedSessionInterface(
        settings.secret_keys, settings.session_minutes * 60
    )
    languages.init_app(app)  # before whatever may refuse a request, and says why in words
    CSRFProtect(app)
    compression.init_app(app)
    security.init_app(app, settings)
    errors.init_app(app)
    surroundings.init_app(app, known, settings)
    for part in PARTS:
        app.register_blueprint(part.bp)
    logging.getLogger("decision_aid").setLevel(logging.INFO)
    return app
