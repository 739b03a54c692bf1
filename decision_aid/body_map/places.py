"""Which places of the figure a pain is in, and how that is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from decision_aid.body_map.figure import figure
from decision_aid.language import gettext as _
from decision_aid.rulebook.describe import choice_text, inside_sentence
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import OTHER_PLACES, PLACE, Rulebook

#: Answers that are in every part of the figure.
EVERYWHERE = frozenset({"all_over", "much_of_body"})
#: Answers that no part of the figure shows: which limb it was is not asked.
NOT_DRAWN = frozenset({"missing_limb"})


@dataclass(frozen=True, slots=True)
class BodyMap:
    """Where one pain is, and where else it hurts, as ids of choices."""

    main: str
    others: tuple[str, ...]

    @classmethod
    def of(cls, main: Answer | None, others: Answer | None) -> BodyMap:
        """Return the map of two answers; what names no place, such as *not sure*, is left out."""
        shown = {*figure().regions, *EVERYWHERE, *NOT_DRAWN}
        told = others if isinstance(others, tuple) else ()
        return cls(
            main if isinstance(main, str) and main in shown else "",
            tuple(place for place in told if place in shown and place != main),
        )

    @classmethod
    def of_answers(cls, answers: Mapping[str, Answer]) -> BodyMap:
        """Return the map of everything that was answered."""
        return cls.of(answers.get(PLACE), answers.get(OTHER_PLACES))

    @property
    def main_regions(self) -> tuple[str, ...]:
        """Return the parts of the figure where the main pain is."""
        return tuple(_regions((self.main,)))

    @property
    def other_regions(self) -> tuple[str, ...]:
        """Return the parts of the figure that hurt as well."""
        return tuple(name for name in _regions(self.others) if name not in self.main_regions)

    @property
    def is_drawn(self) -> bool:
        """Tell whether any part of the figure is marked."""
        return bool(self.main_regions or self.other_regions)


def _regions(places: tuple[str, ...]) -> Iterator[str]:
    everywhere = not EVERYWHERE.isdisjoint(places)
    return (name for name in figure().regions if everywhere or name in places)


@dataclass(frozen=True, slots=True)
class MapWords:
    """A map in words: the same places as in the picture, by name.

    Attributes:
        main: the main place; empty when none was told.
        others: where else it hurts, as one text; empty when nowhere.
    """

    main: str
    others: str

    @classmethod
    def of(cls, body_map: BodyMap, rulebook: Rulebook) -> MapWords:
        """Return the words of a map."""
        main = choice_text(PLACE, body_map.main, rulebook) if body_map.main else ""
        others = [choice_text(OTHER_PLACES, place, rulebook) for place in body_map.others]
        return cls(inside_sentence(main), "; ".join(map(inside_sentence, others)))

    @property
    def sentence(self) -> str:
        """Return the whole map as sentences, for someone who does not see the picture."""
        parts = [_("A drawing of a body, from the front and from behind.")]
        if self.main:
            parts.append(_("The main pain is marked: {place}.").format(place=self.main))
        if self.others:
            parts.append(_("Also marked: {places}.").format(places=self.others))
        return " ".join(parts)
