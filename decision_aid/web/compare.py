"""Options side by side: choose some, and read the same rows for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from decision_aid.language import gettext as _
from decision_aid.overview.comparison import MOST_OPTIONS, comparison_of
from decision_aid.overview.matters import options_to_weigh
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import Option
from decision_aid.web.compare_view import comparison_view
from decision_aid.web.knowledge import knowledge
from decision_aid.web.option_view import KIND_HEADINGS, places_of
from decision_aid.web.standing import standing_of
from decision_aid.web.visit import visit

bp = Blueprint("compare", __name__)

#: Where the form points with what is wrong.
FIRST_GROUP = "pick"


@dataclass(frozen=True, slots=True)
class Pick:
    """An option that can be chosen."""

    option: Option
    places: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PickGroup:
    """Options that can be chosen and stand together."""

    id: str
    heading: str
    picks: tuple[Pick, ...]
    open: bool


@bp.get("/compare")
def show() -> str | tuple[str, int]:
    """Show the options that the address names, or let the person choose some.

    Names of options are no answers, so they may stand in an address. Which options came
    up for the person never does: without names in the address it is worked out here.
    """
    rulebook = knowledge().rulebook
    came_up = _came_up()
    named = tuple(dict.fromkeys(request.args.getlist("option")))
    known = [rulebook.options[name] for name in named if name in rulebook.options]
    chosen = tuple(option.id for option in known if option.kind != "no-procedure")
    fault = None
    if named or "sent" in request.args:
        fault = _fault(len(chosen), len(named) - len(known))
    elif len(came_up) <= MOST_OPTIONS:
        chosen = tuple(option.id for option in came_up)
    is_shown = chosen and not fault
    page = render_template(
        "compare/show.html",
        view=comparison_view(comparison_of(chosen, rulebook), rulebook) if is_shown else None,
        groups=tuple(_groups(chosen, came_up, rulebook)),
        most=MOST_OPTIONS,
        errors=((FIRST_GROUP, fault),) if fault else (),
        from_overview=bool(came_up),
    )
    return (page, 404 if len(known) < len(named) else 422) if fault else page


def _fault(count: int, unknown: int) -> str | None:
    if unknown:
        return _("The address names an option that is not in this aid. Choose from the list.")
    if count > MOST_OPTIONS:
        said = _("You chose {count} options. Choose {most} or fewer.")
        return said.format(count=count, most=MOST_OPTIONS)
    if not count:
        return _("Choose at least one option. No procedure is always there beside it.")
    return None


def _came_up() -> tuple[Option, ...]:
    """Return what came up for the person, apart from no procedure; nothing before all is told."""
    standing = standing_of(visit())
    if not standing.may_weigh:
        return ()
    options = options_to_weigh(standing.overview())
    return tuple(option for option in options if option.kind != "no-procedure")


def _groups(
    chosen: tuple[str, ...], came_up: tuple[Option, ...], rulebook: Rulebook
) -> Iterator[PickGroup]:
    """Yield what can be chosen: what came up for the person first, and then all others by kind."""

    def picks(options: list[Option]) -> tuple[Pick, ...]:
        return tuple(Pick(o, places_of(o, rulebook), o.id in chosen) for o in options)

    if came_up:
        yield PickGroup("came-up", _("Came up from your answers"), picks(list(came_up)), open=True)
    options = sorted(rulebook.options.values(), key=lambda option: option.name.lower())
    for kind, heading in KIND_HEADINGS.items():
        of_kind = [option for option in options if option.kind == kind and option not in came_up]
        if of_kind and kind != "no-procedure":
            is_open = any(option.id in chosen for option in of_kind)
            yield PickGroup(kind, _(heading), picks(of_kind), open=is_open)
