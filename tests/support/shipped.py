"""The knowledge base that came with the program, read once a process."""

from functools import cache

from decision_aid.engine.run import Engine
from decision_aid.reasons.unfold import Grounds
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.model import Rulebook


@cache
def shipped_rulebook() -> Rulebook:
    return load_rulebook(resource_dir("rules"))


@cache
def shipped_engine() -> Engine:
    return Engine.of(shipped_rulebook())


@cache
def shipped_grounds() -> Grounds:
    return Grounds.of(shipped_rulebook())
