"""The knowledge base of the running site, built once for each process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from decision_aid.engine.run import Engine
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.model import Rulebook

EXTENSION = "decision_aid"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A checked rulebook, its compiled engine, and the folder it came from."""

    rulebook: Rulebook
    engine: Engine
    folder: Path

    @classmethod
    def of(cls, folder: Path) -> Knowledge:
        """Load and compile a rules folder."""
        rulebook = load_rulebook(folder)
        return cls(rulebook, Engine.of(rulebook), folder)


def knowledge() -> Knowledge:
    """Return the knowledge base of the current site."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, Knowledge):
        raise TypeError("the site was started without its knowledge base")
    return found
