"""Where a visit stands: what is still open, and what the answers say so far."""

from __future__ import annotations

from dataclasses import dataclass

from decision_aid.overview.model import URGENCIES, Overview
from decision_aid.pipeline import overview_of
from decision_aid.questionnaire.journey import Journey, journey_of
from decision_aid.questionnaire.pains import fields_of_one_pain
from decision_aid.rulebook.model import Screen
from decision_aid.web.knowledge import knowledge
from decision_aid.web.visit import Visit, place_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A visit on its way.

    Attributes:
        journey: the way that fits the answers given so far.
        open_screen: the first screen before the overview that holds something not seen yet,
            or whose required answers are missing; None when the questions are done.
    """

    visit: Visit
    journey: Journey
    open_screen: Screen | None

    @property
    def is_done(self) -> bool:
        """Tell whether the questions before the overview are done."""
        return self.open_screen is None

    @property
    def was_done(self) -> bool:
        """Tell whether the last screen before the overview was ever sent."""
        return self.visit.has_seen(self.journey.before_overview[-1])

    @property
    def place(self) -> str:
        """Return where the pain is, as it stands inside a sentence."""
        return place_of(self.visit, knowledge().rulebook)

    def of_pain_aside(self) -> Standing | None:
        """Return where the visit stands with the other pain; None when there is only one."""
        if self.visit.aside is None:
            return None
        own = fields_of_one_pain(knowledge().rulebook)
        return standing_of(self.visit.turned_to(self.visit.aside, own))

    def most_urgent(self) -> Standing | None:
        """Return where the visit stands with the pain whose signs are the most urgent.

        A crisis comes first, and of equals the pain that is shown; None when no sign of
        either pain is urgent.
        """
        urgent = [
            (not overview.crisis, URGENCIES.index(overview.urgency), one)
            for one in (self, self.of_pain_aside())
            if one and (overview := one.overview()).urgency
        ]
        return min(urgent, key=lambda found: found[:2])[2] if urgent else None

    @property
    def may_weigh(self) -> bool:
        """Tell whether options may be weighed: all is answered, and no sign or stop comes first.

        With two pains an urgent sign of the other one comes first too.
        """
        return self.is_done and self.most_urgent() is None and self.overview().is_open

    def overview(self) -> Overview:
        """Return what the answers say; what was not asked yet counts as nothing."""
        known = knowledge()
        return overview_of(
            self.visit.answers, known.rulebook, known.engine, so_far=not self.is_done
        )


def standing_of(visit: Visit) -> Standing:
    """Work out where a visit stands."""
    journey = journey_of(knowledge().rulebook, visit.answers, so_far=True)
    open_screen = next(
        (
            screen
            for screen in journey.before_overview
            if not visit.has_seen(screen) or not journey.is_answered(screen, visit.answers)
        ),
        None,
    )
    return Standing(visit, journey, open_screen)
