"""Every option to read about, whatever was answered."""

from __future__ import annotations

from difflib import get_close_matches

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from decision_aid.language import gettext as _
from decision_aid.overview.model import Entry
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import Option, OptionKind
from decision_aid.web.knowledge import knowledge
from decision_aid.web.option_view import KIND_HEADINGS, option_view, places_of
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import visit

bp = Blueprint("library", __name__)


class OptionNotFound(NotFound):
    """There is no such option; ``names`` are those with a name close to it."""

    def __init__(self, names: tuple[Option, ...]) -> None:
        self.names = names
        super().__init__()


@bp.get("/options")
def index() -> str:
    """List every option by kind and name."""
    rulebook = knowledge().rulebook
    return render_template(
        "library/index.html", kinds=options_by_kind(rulebook), total=len(rulebook.options)
    )


def options_by_kind(
    rulebook: Rulebook,
) -> tuple[tuple[OptionKind, str, tuple[tuple[Option, str], ...]], ...]:
    """Return each kind with its heading and its options by name, each with its places."""
    options = sorted(rulebook.options.values(), key=lambda option: option.name.lower())
    return tuple(
        (kind, _(heading), tuple((o, places_of(o, rulebook)) for o in options if o.kind == kind))
        for kind, heading in KIND_HEADINGS.items()
        if any(o.kind == kind for o in options)
    )


@bp.get("/options/<name>")
def option(name: str) -> str:
    """Show all that is known of one option, and what the answers said about it."""
    found = option_named(name)
    view = option_view(found, knowledge().rulebook, _entry(name))
    return render_template("library/option.html", view=view)


def option_named(name: str) -> Option:
    """Return an option.

    Raises:
        OptionNotFound: when there is none of that name.
    """
    rulebook = knowledge().rulebook
    found = rulebook.options.get(name)
    if found is None:
        raise OptionNotFound(_near(name, rulebook))
    return found


def _near(name: str, rulebook: Rulebook) -> tuple[Option, ...]:
    near = get_close_matches(name.lower(), rulebook.options, n=3, cutoff=0.5)
    return tuple(rulebook.options[id_] for id_ in near)


def _entry(name: str) -> Entry | None:
    """Return what came out for an option; nothing before all answers are there, or when urgent.

    With two pains nothing either when a sign of the other one is urgent.
    """
    standing = standing_of(visit())
    if not standing.is_done or standing.most_urgent():
        return None
    return standing.overview().entry(name)
