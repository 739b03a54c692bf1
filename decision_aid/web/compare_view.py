"""A comparison as its page shows it: for each option the same rows, with pictures of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decision_aid.language import gettext as _
from decision_aid.overview.comparison import Compared, Comparison, Side
from decision_aid.overview.numbers import CERTAINTY_NAMES, Numbers, in_short
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import Option
from decision_aid.web.icon_array import IconArray, icon_array
from decision_aid.web.option_view import KINDS, StanceView, places_of, stances_of
from decision_aid.web.words import Words

#: Numbers, or sentences, of one side that are shown at first, as many of one side as of the other.
SHOWN_AT_FIRST = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its picture; none where nobody was compared."""

    numbers: Numbers
    picture: IconArray | None

    @property
    def says(self) -> str:
        """Return both arms in one or two sentences."""
        return in_short(self.numbers.outcome)


@dataclass(frozen=True, slots=True)
class Column:
    """One option of a comparison, ready to be shown."""

    option: Option
    kind: str
    places: str
    counted: Mapping[Side, tuple[Counted, ...]]
    stances: tuple[StanceView, ...]

    @property
    def certainties(self) -> tuple[tuple[str, int], ...]:
        """Return how sure the numbers are, and how many are that sure; the surest first."""
        names = [one.numbers.certainty for side in self.counted.values() for one in side]
        ordered = map(_, CERTAINTY_NAMES.values())
        return tuple((name, names.count(name)) for name in ordered if name in names)

    def gap(self, side: Side) -> str | None:
        """Return the word that a side has no reliable number, where it is so."""
        gaps = self.option.no_number
        return gaps.benefit if side == "benefit" else gaps.harm


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A comparison, ready to be shown.

    Attributes:
        words: the words of the page that are explained at its end.
    """

    comparison: Comparison
    columns: tuple[Column, ...]
    words: Words

    @property
    def at_first(self) -> int:
        """Return how many numbers or sentences of a side are shown before the rest unfolds."""
        return SHOWN_AT_FIRST


def comparison_view(comparison: Comparison, rulebook: Rulebook) -> ComparisonView:
    """Prepare a comparison."""
    columns = tuple(_column(compared, rulebook) for compared in comparison.compared)
    return ComparisonView(comparison, columns, Words(rulebook.glossary, "compare"))


def _column(compared: Compared, rulebook: Rulebook) -> Column:
    option = compared.option
    counted: dict[Side, tuple[Counted, ...]] = {
        side: tuple(Counted(one, icon_array(one.groups)) for one in numbers)
        for side, numbers in compared.numbers.items()
    }
    return Column(
        option, _(KINDS[option.kind]), places_of(option, rulebook), counted, stances_of(option)
    )
