"""The whole program on one screen: answers in, overview out.

Two readings of the same rules must agree on every request: durable-rules decides, and
the plain-Python reading checks it. When they differ there is no overview at all.
"""

from __future__ import annotations

from decision_aid.engine.run import Engine
from decision_aid.overview.assemble import assemble
from decision_aid.overview.model import Overview
from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.evaluate import fired_in_reference
from decision_aid.rulebook.model import Rulebook


class ReadingsDiffer(RuntimeError):
    """The two readings of the rules do not agree; ``rules`` are those in only one of them."""

    def __init__(self, rules: frozenset[str]) -> None:
        self.rules = rules
        super().__init__(f"the two readings differ on: {', '.join(sorted(rules))}")


def overview_of(
    answers: Answers, rulebook: Rulebook, engine: Engine, *, so_far: bool = False
) -> Overview:
    """Return what the rules say to these answers: same answers, same edition, same overview.

    Args:
        answers: what the person told.
        rulebook: the rules.
        engine: the same rules, compiled.
        so_far: the person is still answering, so what is missing counts as nothing yet
            and not as *not sure*.

    Raises:
        ReadingsDiffer: when the engine and the reference reading do not agree.
        EngineError: when the engine fails.
    """
    journey = journey_of(rulebook, answers, so_far=so_far)
    fired = engine.fired(journey.counted)
    differing = fired ^ fired_in_reference(rulebook, journey.counted)
    if differing:
        raise ReadingsDiffer(differing)
    return assemble(fired, journey, rulebook)
