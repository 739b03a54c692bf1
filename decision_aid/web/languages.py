"""Which language the pages speak: the one that was chosen, else the one the browser asks for.

The choice lives in the sealed session. It is read only when a page first asks for words,
so static files and health checks still read no session.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g, redirect, request, session, url_for
from flask_babel import Babel, force_locale, get_locale, get_translations, refresh
from markupsafe import Markup, escape
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from decision_aid import language
from decision_aid.language import NAMES, SOURCE, Untranslated

bp = Blueprint("languages", __name__, url_prefix="/language")

#: Where a language is written in more than one way.
LOCALES = {SOURCE: "en_GB"}
#: The key of the session under which the choice is kept.
CHOSEN = "language"


def as_shown(text: str) -> Markup:
    """Return a text of the rules for a page: marked as English where it is not translated."""
    return in_english(escape(str(text))) if isinstance(text, Untranslated) else escape(text)


def in_english(written: Markup) -> Markup:
    """Return a piece of a page marked as English, and remember that the page holds some."""
    g.english_is_shown = True
    return Markup('<span lang="en">{}</span>').format(written)


class _OfRequest(NullTranslations):
    """The words of the request's language, looked up when the first one is asked for."""

    def gettext(self, message: str) -> str:
        return str(get_translations().gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return str(get_translations().ngettext(msgid1, msgid2, n))

    def info(self) -> dict[str, str]:
        return {"language": get_locale().language}


def init_app(app: Flask) -> None:
    """Make a site speak the languages there are, in its pages and in all that they show."""
    app.jinja_env.finalize = _finalized
    app.jinja_env.filters["plain"] = str
    app.jinja_env.tests["untranslated"] = lambda text: isinstance(text, Untranslated)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        language.gettext, language.ngettext, newstyle=True
    )
    Babel(app, configure_jinja=False, locale_selector=_locale)

    @app.before_request
    def speak() -> None:
        g.speech = language.speaking(_OfRequest())
        g.speech.__enter__()

    @app.teardown_request
    def fall_silent(_error: BaseException | None) -> None:
        if "speech" in g:
            g.pop("speech").__exit__(None, None, None)

    @app.context_processor
    def languages() -> dict[str, Any]:
        return {
            "language": language.spoken(),
            "other_languages": others(_this_page()),
            "english_is_shown": lambda: "english_is_shown" in g,
        }


def _finalized(value: object) -> object:
    """Return what a template writes down; it is asked for every value."""
    return as_shown(value) if isinstance(value, Untranslated) else value


@bp.get("/<name>")
def choose(name: str) -> Response:
    """Speak another language from now on, and go back to the page it was chosen on."""
    if name not in NAMES:
        abort(404)
    session[CHOSEN] = name
    return redirect(_page_of_this_site(request.args.get("back", "")))


def take_switch() -> bool:
    """Speak another language if that is what a form was sent for, and tell whether it was.

    A script sends a form so when somebody goes to another language in the midst of it. The
    form is then shown again as it was filled in, and nothing of it is lost.
    """
    name = request.form.get("speak")
    if name not in NAMES:
        return False
    session[CHOSEN] = name
    refresh()
    return True


@contextmanager
def speaking_in(name: str) -> Iterator[None]:
    """Speak one of the languages inside a block, whatever the pages speak."""
    with force_locale(LOCALES.get(name, name)):
        yield


def _locale() -> str:
    chosen = session.get(CHOSEN)
    if chosen not in NAMES:
        chosen = request.accept_languages.best_match(NAMES, default=SOURCE)
    return LOCALES.get(chosen, chosen)


def others(back: str) -> dict[str, tuple[str, str]]:
    """Return the other languages: their own names, and the addresses that choose them."""
    return {
        name: (own_name, url_for("languages.choose", name=name, back=back))
        for name, own_name in NAMES.items()
        if name != language.spoken()
    }


def _this_page() -> str:
    """Return the address of the shown page without what somebody else may have put into it.

    Words from an address beside answers would let an eavesdropper guess them by the length
    of the compressed page (decision 0016).
    """
    if request.url_rule is None or request.endpoint is None:
        return url_for("pages.start")
    change = 1 if "change" in request.args else None
    return url_for(request.endpoint, change=change, **request.view_args or {})


def _page_of_this_site(address: str) -> str:
    """Return the address if a page of this site can be opened there, else the first page's."""
    path = address.partition("?")[0]
    if not path.startswith("/") or path.startswith("//"):
        return url_for("pages.start")
    try:
        current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return url_for("pages.start")
    return address
