"""The figure to choose places on, in step with the list of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decision_aid.body_map.figure import Figure, Region, figure
from decision_aid.body_map.places import BodyMap, MapWords
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import OTHER_PLACES, PLACE, Question, Rulebook, Screen


@dataclass(frozen=True, slots=True)
class FigureToChooseOn:
    """The figure beside the list of one question.

    Attributes:
        question: only with the choices that fit.
        spots: the places of the figure that may be chosen, large ones first.
        told: places that were told before; they are shown and cannot be chosen.
        told_name: what was told, in words.
    """

    figure: Figure
    question: Question
    spots: tuple[Region, ...]
    told: tuple[Region, ...]
    told_name: str


def figures_on(
    screen: Screen, counted: Mapping[str, Answer], rulebook: Rulebook
) -> dict[str, FigureToChooseOn]:
    """Return the figures of a screen by question; the questions about places have one.

    Args:
        screen: only with the questions and choices that fit.
        counted: the answers that count so far.
        rulebook: has the names of the places.
    """
    return {
        question.id: figure_for(question, counted, rulebook)
        for question in screen.questions
        if question.id in {PLACE, OTHER_PLACES}
    }


def figure_for(
    question: Question, counted: Mapping[str, Answer], rulebook: Rulebook
) -> FigureToChooseOn:
    """Return the figure of a question about places."""
    whole = figure()
    choices = {choice.id for choice in question.choices}
    before = BodyMap.of(counted.get(PLACE) if question.id == OTHER_PLACES else None, None)
    return FigureToChooseOn(
        whole,
        question,
        tuple(region for name, region in whole.regions.items() if name in choices),
        tuple(whole.regions[name] for name in before.main_regions),
        MapWords.of(before, rulebook).main,
    )
