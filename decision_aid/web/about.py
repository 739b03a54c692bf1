"""What the aid is, how it was made, and how it stands to the standards for decision aids."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median

from flask import Blueprint, render_template

from decision_aid.audit.content import Content
from decision_aid.audit.ipdas import Criterion, Status, criteria_of
from decision_aid.audit.plain_words import ANY_PAGE, MIDDLE, SAFETY, page_readings
from decision_aid.audit.readability import PageReading
from decision_aid.language import gettext as _
from decision_aid.language import mark
from decision_aid.web.knowledge import knowledge

bp = Blueprint("about", __name__, url_prefix="/about")

#: What stands above each group of criteria.
GROUPS = {
    "qualifying": mark("Needed to be called a decision aid at all"),
    "certification": mark("Needed so that the aid does not steer"),
    "quality": mark("Signs of quality"),
}
STATUSES: dict[Status, str] = {
    "met": mark("Met"),
    "partly": mark("Partly"),
    "not-yet": mark("Not yet"),
    "not-applicable": mark("Does not apply"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the content stands, worked out once for each process."""

    criteria: tuple[Criterion, ...]
    readings: tuple[PageReading, ...]


@cache
def _standing(folder: Path) -> Standing:
    content = Content.of(folder, datetime.now(UTC).date())
    return Standing(criteria_of(content), page_readings(content))


@bp.get("")
def index() -> str:
    """Say who made the aid, how it works, and what is not done yet."""
    rulebook = knowledge().rulebook
    return render_template(
        "about/index.html",
        options=len(rulebook.options),
        signed=sum(bool(option.reviewers) for option in rulebook.options.values()),
    )


@bp.get("/method")
def method() -> str:
    """Say how the evidence was found and judged, with dates."""
    rulebook = knowledge().rulebook
    sources = rulebook.sources.values()
    reviewed = [option.reviewed for option in rulebook.options.values()]
    return render_template(
        "about/method.html",
        options=len(rulebook.options),
        numbers=sum(len(option.outcomes) for option in rulebook.options.values()),
        positions=sum(len(option.positions) for option in rulebook.options.values()),
        kinds=sorted(Counter(source.kind for source in sources).items()),
        reads=Counter(source.read for source in sources),
        total=len(sources),
        first=min(reviewed),
        last=max(reviewed),
    )


@bp.get("/ipdas")
def ipdas() -> str:
    """Show the self-assessment against the checklist for decision aids."""
    criteria = _standing(knowledge().folder).criteria
    counts = Counter(criterion.status for criterion in criteria)
    groups = [
        (_(words), [criterion for criterion in criteria if criterion.record.group == group])
        for group, words in GROUPS.items()
    ]
    return render_template(
        "about/ipdas.html",
        groups=groups,
        statuses={status: _(words) for status, words in STATUSES.items()},
        counts=[(_(words), counts[status]) for status, words in STATUSES.items()],
        total=len(criteria),
    )


@bp.get("/intended-use")
def intended_use() -> str:
    """Say what the aid is for, for whom, and what it is not for."""
    return render_template("about/intended_use.html", options=len(knowledge().rulebook.options))


@bp.get("/updates")
def updates() -> str:
    """Say how the content is kept, and what changed in which edition."""
    rulebook = knowledge().rulebook
    return render_template(
        "about/updates.html",
        changes=rulebook.edition.changes,
        options=rulebook.options,
        next_review=min(option.review_by for option in rulebook.options.values()),
    )


@bp.get("/funding")
def funding() -> str:
    """Say who made the aid and who paid."""
    return render_template("about/funding.html")


@bp.get("/reading-level")
def reading_level() -> str:
    """Show how hard the pages are to read, by formula."""
    rulebook = knowledge().rulebook
    readings = _standing(knowledge().folder).readings
    names = {f"{option.id}.yaml": option.name for option in rulebook.options.values()}
    return render_template(
        "about/reading_level.html",
        middle=median(reading.raw.grade for reading in readings),
        limits=(MIDDLE, ANY_PAGE, SAFETY),
        pages=[(_page_name(reading.name, names), reading) for reading in readings],
    )


def _page_name(file: str, options: dict[str, str]) -> str:
    folder, name = file.split("/")[-2:]
    if ": " in name:
        return name.split(": ")[1]
    return options.get(name) or f"{folder}: {name.removesuffix('.yaml')}"
