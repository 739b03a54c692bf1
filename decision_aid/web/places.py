"""A page for each place of pain: what is known, which signs need help, which options there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.overview.model import URGENCIES
from decision_aid.rulebook.evaluate import holds
from decision_aid.rulebook.model import PLACE, Rulebook, Sign
from decision_aid.rulebook.records import Option, PainPlace, Source, Urgency
from decision_aid.web.knowledge import knowledge
from decision_aid.web.option_view import ANYWHERE, KIND_HEADINGS
from decision_aid.web.words import Words

bp = Blueprint("places", __name__, url_prefix="/places")

URGENCY_WORDS: dict[Urgency, str] = {
    "emergency": mark("Ring the emergency number now"),
    "same_day": mark("Get checked today"),
    "soon": mark("See a doctor soon"),
}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place of pain, ready to be shown.

    Attributes:
        signs: the signs that are asked about there, the most urgent first.
        options: the options by kind; those for any place come after those for this one.
    """

    place: PainPlace
    words: Words
    sources: tuple[Source, ...]
    signs: tuple[tuple[str, tuple[Sign, ...]], ...]
    options: tuple[tuple[str, tuple[Option, ...]], ...]


@bp.get("")
def index() -> str:
    """List every place of pain."""
    return render_template("places/index.html", places=knowledge().rulebook.places.values())


@bp.get("/<name>")
def place(name: str) -> str | Response:
    """Show what is known of pain in one place."""
    rulebook = knowledge().rulebook
    if name in rulebook.places:
        return render_template("places/place.html", view=_view(rulebook.places[name], rulebook))
    near = get_close_matches(name.lower(), rulebook.places, n=1, cutoff=0.6)
    if near:
        return redirect(url_for(".place", name=near[0]))
    raise NotFound


def _view(place: PainPlace, rulebook: Rulebook) -> PlaceView:
    statements = (*place.what_it_can_be, *place.how_it_goes)
    cited = dict.fromkeys(name for statement in statements for name in statement.cites)
    signs = tuple(_signs(place.id, rulebook))
    return PlaceView(
        place,
        Words(rulebook.glossary, place.id),
        tuple(rulebook.sources[name] for name in cited),
        tuple(
            (_(URGENCY_WORDS[urgency]), tuple(sign for sign in signs if sign.urgency == urgency))
            for urgency in URGENCIES
            if any(sign.urgency == urgency for sign in signs)
        ),
        tuple(_options(place.id, rulebook)),
    )


def _signs(place: str, rulebook: Rulebook) -> Iterator[Sign]:
    """Yield the signs of the lists that are asked because of the place."""
    lists = {
        question.id
        for question in rulebook.questions
        if question.urgent_list and question.when and holds(question.when, {PLACE: place})
    }
    for sign in rulebook.signs.values():
        if sign.asked_in in lists:
            yield sign


def _options(place: str, rulebook: Rulebook) -> Iterator[tuple[str, tuple[Option, ...]]]:
    by_name = sorted(rulebook.options.values(), key=lambda option: option.name.lower())
    for kind, heading in KIND_HEADINGS.items():
        fitting = [
            option
            for option in by_name
            if option.kind == kind and {place, ANYWHERE}.intersection(option.sites)
        ]
        if fitting:
            yield _(heading), tuple(sorted(fitting, key=lambda option: ANYWHERE in option.sites))
