"""Why an option did not come up, as its page shows it.

It explains what was told. Nothing here invites a person to answer in another way.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from decision_aid.language import gettext as _
from decision_aid.overview.model import Entry
from decision_aid.questionnaire.journey import Journey
from decision_aid.reasons.nearest import Gap, Nearest
from decision_aid.rulebook.describe import ask_of
from decision_aid.rulebook.model import NOT_SURE, Rulebook
from decision_aid.rulebook.points import Points, points_of
from decision_aid.rulebook.records import Option
from decision_aid.web.answer_words import fitting, told_words
from decision_aid.web.option_view import ArgumentView, argument_view


@dataclass(frozen=True, slots=True)
class GapView:
    """One answer that differs: the question, what brings the option up, what was told."""

    ask: str
    fits: str
    told: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class WhyNotView:
    """Why one option did not come up.

    Attributes:
        elsewhere: it is about other places of pain.
        gaps: the answers in between; none when no rule ever brings the option up.
        others: whether other answers bring it up as well.
        first: why another step would still usually come first.
        rules: every rule that brings it up, with its id.
    """

    option: Option
    elsewhere: bool
    gaps: tuple[GapView, ...]
    others: bool
    first: tuple[str, ...]
    cautions: tuple[ArgumentView, ...]
    rules: tuple[tuple[str, Points], ...]


def why_not_view(
    entry: Entry, nearest: Nearest | None, journey: Journey, rulebook: Rulebook
) -> WhyNotView:
    """Prepare the reasons why an option did not come up."""
    rules = rulebook.rules_about(entry.option.id)
    asked = {f.id for s in journey.screens for q in s.questions for f in q.fields}
    return WhyNotView(
        option=entry.option,
        elsewhere=nearest is not None and nearest.elsewhere,
        gaps=tuple(_gap_view(gap, asked, rulebook) for gap in (nearest.gaps if nearest else ())),
        others=nearest is not None and nearest.others,
        first=tuple(r.because for r in rules if nearest and r.id in nearest.first),
        cautions=tuple(argument_view(a, rulebook) for a in entry.of_kind("caution")),
        rules=tuple((r.id, points_of(r.when, rulebook)) for r in rules if r.effect.value == "ask"),
    )


def _gap_view(gap: Gap, asked: Collection[str], rulebook: Rulebook) -> GapView:
    unsure = gap.answer in (NOT_SURE, (NOT_SURE,))
    if gap.field not in asked:
        told = _("We did not ask you this.")
    elif gap.answer is None:
        told = _("You left this out.")
    elif unsure:
        told = _("You are not sure.")
    else:
        told = told_words(gap.answer, rulebook.fields[gap.field], rulebook)
    return GapView(ask_of(gap.field, rulebook), fitting(gap, rulebook), told, unsure)
