"""YAML files as plain values that still know where each part stood."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from decision_aid.rulebook.problems import Place, Problem

#: The way to a part of a document: keys of mappings and positions in lists.
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file.

    Attributes:
        file: path relative to the folder above the rules, as shown in messages.
        root: the whole content; lists are tuples, so nothing can change it.
    """

    file: str
    root: object
    _marked: object

    def place(self, path: Path_ = ()) -> Place:
        """Return where the part at *path* stands, or the nearest part above it that exists."""
        line, column = 0, 0
        node = self._marked
        for step in path:
            if isinstance(node, CommentedMap) and step in node:
                line, column = node.lc.value(step)
                if not isinstance(node[step], CommentedMap | CommentedSeq):
                    line, column = node.lc.key(step) if node[step] is None else (line, column)
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line, column = node.lc.item(step)
            else:
                break
            node = node[step]
        return Place(self.file, line + 1, column + 1)

    def key_place(self, path: Path_) -> Place:
        """Return where the key that ends *path* stands (its name, not its value)."""
        node = self._marked
        for step in path[:-1]:
            node = node[step]  # type: ignore[index]
        if isinstance(node, CommentedMap) and path and path[-1] in node:
            line, column = node.lc.key(path[-1])
            return Place(self.file, line + 1, column + 1)
        return self.place(path)

    def problem(self, path: Path_, message: str) -> Problem:
        """Return a problem that points at the part at *path*."""
        return Problem(self.place(path), message)


def _frozen(node: object) -> object:
    if isinstance(node, dict):
        return {key: _frozen(value) for key, value in node.items()}
    if isinstance(node, list):
        return tuple(_frozen(value) for value in node)
    if isinstance(node, str):
        return str(node)
    return node


def read_document(path: Path, root: Path) -> Document | Problem:
    """Read one YAML file; a file that is not YAML gives a problem that says where.

    Args:
        path: the file.
        root: the folder that the shown file name starts from.
    """
    name = path.relative_to(root.parent).as_posix()
    try:
        marked = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        text = str(error.problem or "not valid YAML").split("\n", maxsplit=1)[0]
        return Problem(Place(name, line, column), f"this is not valid YAML: {text}.")
    except (YAMLError, UnicodeDecodeError, OSError, ValueError) as error:
        return Problem(Place(name, 1, 1), f"this file cannot be read: {type(error).__name__}.")
    return Document(name, _frozen(marked), marked)


def read_folder(folder: Path, root: Path, problems: list[Problem]) -> list[Document]:
    """Read every YAML file of a folder in name order; what cannot be read joins *problems*."""
    documents = []
    for path in sorted(folder.glob("*.yaml")):
        document = read_document(path, root)
        if isinstance(document, Problem):
            problems.append(document)
        else:
            documents.append(document)
    return documents
