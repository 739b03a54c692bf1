"""durable-rules at work: facts in, ids of fired rules out.

The only module that imports durable-rules. What the engine does wrong when it is
left to itself, and what is done about it, stands in ``docs/decisions/0002``.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, groupby

from durable import engine as durable

from decision_aid.engine.compile import (
    ALWAYS_TRUE,
    ALWAYS_TRUE_NAME,
    Ruleset,
    definition_of,
    rulesets_of,
)
from decision_aid.facts.derive import Fact, facts_of_answers, facts_of_findings, finding_key
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Effect, Rulebook

# The library logs whole facts, answers included, when something fails.
logging.getLogger("durable").setLevel(logging.CRITICAL + 1)

_SESSIONS = count(1)
_CURRENT = threading.local()


class EngineError(RuntimeError):
    """The engine failed on a ruleset. The message names the ruleset, never the fact."""


class _QuietHost(durable.Host):
    """A host without the two timer threads that the library starts for each."""

    def _run(self) -> None:
        """Start nothing."""


def _action(rule: str) -> Callable[[object], None]:
    def fire(_closure: object) -> None:
        _CURRENT.fired.append(rule)

    return fire


@dataclass(frozen=True, slots=True)
class Engine:
    """Every ruleset of a rulebook, compiled once; may be shared by threads."""

    rulesets: tuple[Ruleset, ...]
    _rulebook: Rulebook
    _effects: Mapping[str, Effect]
    _host: _QuietHost

    @classmethod
    def of(cls, rulebook: Rulebook) -> Engine:
        """Compile a rulebook."""
        rulesets = rulesets_of(rulebook.rules)
        host = _QuietHost()
        host.set_rulesets({ruleset.name: definition_of(ruleset, _action) for ruleset in rulesets})
        effects = {rule.id: rule.effect for rule in rulebook.rules}
        return cls(rulesets, rulebook, effects, host)

    def fired(self, answers: Mapping[str, Answer]) -> frozenset[str]:
        """Return the ids of all rules that fire, stage by stage and level by level.

        An urgent sign, or a reason to stop, ends the run after the first stage.

        Raises:
            EngineError: when the engine fails or hides an error.
        """
        fact = facts_of_answers(answers, self._rulebook.fields)
        fact |= facts_of_findings(self._rulebook.findings, ())
        fired: set[str] = set()
        for (stage, _), rulesets in groupby(self.rulesets, key=lambda r: (r.stage, r.level)):
            now = {
                rule
                for ruleset in rulesets
                if ruleset.may_match(fact)
                for rule in self._fire(ruleset, fact)
            }
            fired |= now
            effects = [self._effects[rule] for rule in now]
            if stage == "urgent" and {e.kind for e in effects} & {"urgency", "stop"}:
                break
            fact |= {finding_key(e.target): 1 for e in effects if e.kind == "finding"}
        return frozenset(fired)

    def _fire(self, ruleset: Ruleset, fact: Fact) -> set[str]:
        session = f"{threading.get_ident()}-{next(_SESSIONS)}"
        read = {key: fact[key] for key in ruleset.keys if key in fact}
        fired: list[str] = []
        _CURRENT.fired = fired
        try:
            state = self._host.assert_fact(
                ruleset.name, {**read, **ALWAYS_TRUE, "sid": session, "id": session}
            )
        except Exception as error:  # noqa: BLE001 - the library raises bare Exception itself
            # Its exceptions hold the whole fact in their text, so none is passed on.
            raise EngineError(
                f"the ruleset {ruleset.name} failed with {type(error).__name__}"
            ) from None
        finally:
            # Where the fact never arrived there is no state to delete (error 309), and that
            # must not hide why it did not.
            with suppress(durable.durable_rules_engine.error):
                self._host.delete_state(ruleset.name, session)
        if state and state.get("exception"):
            raise EngineError(f"an action failed in the ruleset {ruleset.name}")
        if ALWAYS_TRUE_NAME not in fired:
            raise EngineError(f"the ruleset {ruleset.name} did not run to its end")
        return set(fired) - {ALWAYS_TRUE_NAME}
