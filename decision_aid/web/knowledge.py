"""The knowledge base of the running site, built once for each process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app

from decision_aid.engine.run import Engine
from decision_aid.language import NAMES, SOURCE, catalogue, spoken
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.translate import read_translation, translated

EXTENSION = "decision_aid"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A checked rulebook, its compiled engine, and the folder it came from.

    Attributes:
        source: the rulebook in English.
        translated: the same in the other languages; one engine serves all.
    """

    source: Rulebook
    engine: Engine
    folder: Path
    translated: Mapping[str, Rulebook] = field(default_factory=dict)

    @classmethod
    def of(
        cls, folder: Path, source: Rulebook | None = None, engine: Engine | None = None
    ) -> Knowledge:
        """Return what a rules folder holds, in every language.

        Args:
            folder: the rules folder.
            source: its rulebook, where it is loaded already.
            engine: the same, compiled.
        """
        source = source or load_rulebook(folder)
        translated_to = {
            name: translated(source, read_translation(folder, name), catalogue(name))
            for name in NAMES
            if name != SOURCE
        }
        return cls(source, engine or Engine.of(source), folder, translated_to)

    @property
    def rulebook(self) -> Rulebook:
        """Return the rulebook in the language that is spoken."""
        return self.translated.get(spoken(), self.source)


def knowledge() -> Knowledge:
    """Return the knowledge base of the current site."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, Knowledge):
        raise TypeError("the site was started without its knowledge base")
    return found
