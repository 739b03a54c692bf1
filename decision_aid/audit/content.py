"""The whole content as the checks read it: the rulebook, the worked cases, and the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from decision_aid.cases import Case, load_cases
from decision_aid.rulebook.documents import Document, Path_, read_folder
from decision_aid.rulebook.load import FOLDERS, SINGLE_FILES, load_rulebook
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.problems import Problem, RulebookError

#: What no person reads as running text: names, conditions, dates, quotes of a source.
NOT_PROSE = frozenset(
    {
        "about",
        "also_called",
        "answers",
        "applies_when",
        "as_reported",
        "certainty",
        "cites",
        "clinical_name",
        "effect",
        "everyday",
        "expect",
        "expect_not",
        "for",
        "forms",
        "go_to",
        "groups",
        "id",
        "kind",
        "list",
        "number",
        "read",
        "read_on",
        "review_by",
        "reviewed",
        "reviewers",
        "side",
        "sign",
        "sites",
        "stance",
        "term",
        "then",
        "type",
        "urgency",
        "when",
        "year",
    }
)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is checked.

    Attributes:
        folder: the rules folder.
        documents: every file of the edition, read again with the place of each part.
        today: the day that review dates are compared with.
    """

    folder: Path
    rulebook: Rulebook
    cases: tuple[Case, ...]
    documents: tuple[Document, ...]
    today: date

    @classmethod
    def of(cls, folder: Path, today: date) -> Content:
        """Return the content of a rules folder.

        Raises:
            RulebookError: when the rules, the cases or a file beside them cannot be read.
        """
        rulebook = load_rulebook(folder)
        cases = load_cases(folder, rulebook)
        unread: list[Problem] = []
        documents = [d for name in FOLDERS for d in read_folder(folder / name, folder, unread)]
        singles = read_folder(folder, folder, unread)
        if unread:  # the rules were read just now, but not the files beside them
            raise RulebookError(unread)
        return cls(folder, rulebook, cases, (*documents, *singles), today)

    @property
    def of_the_edition(self) -> tuple[Document, ...]:
        """Return the files that people meet, without those that only tell of the aid."""
        return tuple(
            document
            for document in self.documents
            if document.file.split("/")[-2] in FOLDERS
            or document.file.split("/")[-1] in SINGLE_FILES
        )

    def in_folder(self, name: str) -> tuple[Document, ...]:
        """Return the files of one folder of the rules."""
        return tuple(d for d in self.documents if d.file.split("/")[-2] == name)

    def file(self, name: str) -> Document:
        """Return the file whose path ends like this."""
        return next(d for d in self.documents if d.file.endswith(f"/{name}"))

    def option_file(self, option: str) -> Document:
        """Return the file of an option."""
        return self.file(f"options/{option}.yaml")


def prose(document: Document, *parts: str) -> Iterator[tuple[Path_, str]]:
    """Yield the texts of a file that people read, each with its path.

    Args:
        document: the file.
        parts: only what stands under these keys at the top; without any, everything.
    """
    for path, text in _texts(document.root, ()):
        if not parts or path[0] in parts:
            yield path, text


def _texts(node: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            # The body of a position is who holds it; how the body feels is prose.
            if key not in NOT_PROSE and not (key == "body" and "positions" in path):
                yield from _texts(value, (*path, key))
    elif isinstance(node, tuple):
        for i, value in enumerate(node):
            yield from _texts(value, (*path, i))
    elif isinstance(node, str):
        yield path, node
