"""Pages for what goes wrong: what happened, what is kept, what to do. Never an answer in a log."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError, default_exceptions

from decision_aid.engine.run import EngineError
from decision_aid.language import gettext as _
from decision_aid.pipeline import ReadingsDiffer
from decision_aid.web.languages import others
from decision_aid.web.visit import visit

log = logging.getLogger("decision_aid")

PAGES = frozenset({400, 404, 405, 413, 500})

Page = tuple[str, int] | tuple[str, int, dict[str, str]]


def init_app(app: Flask) -> None:
    """Give every error of a site a page of its own."""
    for code in default_exceptions:
        app.register_error_handler(code, http_error)
    app.register_error_handler(CSRFError, form_expired)
    app.register_error_handler(SecurityError, other_host)
    app.register_error_handler(ReadingsDiffer, readings_differ)
    app.register_error_handler(EngineError, engine_failed)
    app.register_error_handler(Exception, unexpected)


def http_error(error: HTTPException) -> Page:
    """Show the page of a status code, or the general one."""
    code = error.code or 500
    page = code if code in PAGES else (400 if code < HTTPStatus.INTERNAL_SERVER_ERROR else 500)
    names = getattr(error, "names", ())
    allowed = {name: value for name, value in error.get_headers() if name == "Allow"}
    # The way to another language repeats the address of its page, and nobody knows this one.
    away = others(back=url_for("pages.start"))
    shown = render_template(f"errors/{page}.html", names=names, other_languages=away)
    return shown, code, allowed


def other_host(_error: SecurityError) -> Page:
    """Refuse a host name that is not this site's. No address can be built for it, so no page."""
    return _("This site does not answer to that name."), 400


def form_expired(_error: CSRFError) -> Page:
    """Say that a form was open for too long, and whether the answers are still there."""
    return render_template("errors/400.html", expired=True, gone=not visit().seen), 400


def readings_differ(error: ReadingsDiffer) -> Page:
    """Show no overview at all, and log the rules, which say nothing about the person."""
    log.error("the two readings of the rules differ on: %s", ", ".join(sorted(error.rules)))
    return render_template("errors/readings_differ.html"), 500


def engine_failed(error: EngineError) -> Page:
    """Show no overview at all, and log which ruleset failed."""
    log.error("the engine failed: %s", error)
    return render_template("errors/readings_differ.html"), 500


def unexpected(error: Exception) -> Page:
    """Log the kind of error and where it arose, never its text, which may hold answers."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "unknown place"
    log.error("%s at %s while serving %s", type(error).__name__, where, request.endpoint)
    return render_template("errors/500.html"), 500
