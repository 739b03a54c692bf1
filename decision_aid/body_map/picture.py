"""The map as a picture to look at: one drawing for pages, for paper and for the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from decision_aid.body_map.figure import figure
from decision_aid.body_map.places import BodyMap, MapWords
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True)
class BodyPicture:
    """One picture and what it shows.

    Attributes:
        svg: the drawing, black on white. A page may give its classes other colours.
        says: what it shows, in whole sentences; also its name inside the drawing.
        main, others: the places by name, for a legend; empty where none was told.
    """

    svg: str
    says: str
    main: str
    others: str


def picture_of(
    answers: Mapping[str, Answer], rulebook: Rulebook, number: int = 1
) -> BodyPicture | None:
    """Return the picture of the places of one pain; None when no place can be marked.

    Args:
        answers: what was told about the pain.
        rulebook: has the names of the places.
        number: tells the pictures on one page apart.
    """
    body_map = BodyMap.of_answers(answers)
    if not body_map.is_drawn:
        return None
    words = MapWords.of(body_map, rulebook)
    svg = "".join(_drawing(body_map, words.sentence, f"body-{number}-hatch"))
    return BodyPicture(svg, words.sentence, words.main, words.others)


def _drawing(body_map: BodyMap, says: str, hatch: str) -> Iterator[str]:
    """Yield the drawing. The main pain is solid, other places are hatched, so grey will do."""
    whole = figure()
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-picture" viewBox="{whole.view}"'
        f' role="img" aria-label="{escape(says)}" focusable="false" fill="none"'
        f' stroke="#000" stroke-linecap="round" stroke-linejoin="round">'
    )
    if body_map.other_regions:
        yield (
            f'<pattern id="{hatch}" width="16" height="16" patternUnits="userSpaceOnUse"'
            f' patternTransform="rotate(45)">'
            f'<path class="body-hatch" d="M8 0v16" stroke-width="7" stroke-linecap="butt"/>'
            "</pattern>"
        )
    yield f'<path class="body-outline" fill="#fff" stroke-width="5" d="{whole.body}"/>'
    yield f'<path class="body-lines" stroke-width="3" d="{whole.lines}"/>'
    for names, kind, fill in (
        (body_map.other_regions, "body-other", f"url(#{hatch})"),
        (body_map.main_regions, "body-main", "#000"),
    ):
        if names:
            shapes = "".join(whole.regions[name].area for name in names)
            yield f'<path class="{kind}" fill="{fill}" stroke-width="7" d="{shapes}"/>'
    yield "</svg>"
