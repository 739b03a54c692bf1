"""The minimal rulebook with worked cases for every rule, so that it passes every check."""

import shutil
from pathlib import Path

from tests.rulebook.broken import minimal_copy

CASES = Path(__file__).parents[1] / "audit" / "cases.yaml"


def whole_copy(folder: Path) -> Path:
    rules = minimal_copy(folder)
    shutil.copy(CASES, rules / "cases" / "more.yaml")
    return rules
