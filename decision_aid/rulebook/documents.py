"""YAML files as plain values that still know where each part stood.

The YAML of the rules is a small and strict part of the language: mappings, lists, and
texts, whole numbers, ``true``/``false``, ``null`` and dates. ``no`` and ``18_49`` are
texts. A key that stands twice, an anchor or a tag is a mistake. See decision 0003.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from decision_aid.rulebook.problems import Place, Problem

#: The way to a part of a document: keys of mappings and positions in lists.
Path_ = tuple[str | int, ...]

#: libyaml reads the shipped rules in 0.1 s, the pure-Python parsers in 1 s and more.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: The deepest rule file has 12 levels. libyaml itself stops at 1,000.
MOST_LEVELS = 60

_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file.

    Attributes:
        file: path relative to the folder above the rules, as shown in messages.
        root: the whole content; lists are tuples, so nothing can change it.
    """

    file: str
    root: object
    _places: dict[Path_, Place] = field(repr=False)
    _keys: dict[Path_, Place] = field(repr=False)

    def place(self, path: Path_ = ()) -> Place:
        """Return where the part at *path* stands, or the nearest part above it that exists."""
        while path not in self._places:
            path = path[:-1]
        return self._places[path]

    def key_place(self, path: Path_) -> Place:
        """Return where the key that ends *path* stands (its name, not its value)."""
        return self._keys.get(path) or self.place(path)

    def problem(self, path: Path_, message: str) -> Problem:
        """Return a problem that points at the part at *path*."""
        return Problem(self.place(path), message)


def read_document(path: Path, root: Path) -> Document | tuple[Problem, ...]:
    """Read one YAML file; a file that cannot be used gives problems that say where.

    Args:
        path: the file.
        root: the folder whose name starts the shown file name.
    """
    name = path.relative_to(root.parent).as_posix()
    try:
        return document_of(path.read_text(encoding="utf-8"), name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (Problem(Place(name, 1, 1), f"this file cannot be read: {reason}."),)
    except UnicodeDecodeError:
        return (Problem(Place(name, 1, 1), "this file is not text in UTF-8."),)


def document_of(text: str, name: str) -> Document | tuple[Problem, ...]:
    """Return YAML text as a document called *name*, or everything that is wrong with it."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        return (Problem(place, f"this is not valid YAML: {error.problem}."),)
    except yaml.YAMLError as error:
        return (Problem(Place(name, 1, 1), f"this is not valid YAML: {type(error).__name__}."),)
    building = _Building(name)
    root = building.value(node, ()) if node else None
    if building.problems:
        return tuple(building.problems)
    building.places.setdefault((), Place(name, 1, 1))
    return Document(name, root, building.places, building.keys)


class _Building:
    """Turns the parser's nodes into values and writes down their places."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Path_, Place] = {}
        self.keys: dict[Path_, Place] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path_) -> object:
        self.places[path] = self._place(node)
        if len(path) > MOST_LEVELS:
            self._wrong(node, f"nested more than {MOST_LEVELS} levels deep.")
            return None
        if id(node) in self._seen:
            self._wrong(node, "anchors and aliases (& and *) are not used here.")
            return None
        self._seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._wrong(node, "tags (!) are not used here.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(part, (*path, i)) for i, part in enumerate(node.value))
        return self._scalar(str(node.value), node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                self._wrong(key_node, "a key is a name.")
                continue
            if key in mapping:
                first = self.keys[(*path, key)]
                self._wrong(key_node, f'the key "{key}" stands twice; first on line {first.line}.')
            self.keys.setdefault((*path, key), self._place(key_node))
            mapping[key] = self.value(value_node, (*path, key))
        return mapping

    def _scalar(self, text: str, node: yaml.Node) -> object:
        if getattr(node, "style", None) in {"'", '"', "|", ">"}:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._wrong(node, f'there is no day "{text}".')
        return text

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _wrong(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self._place(node), message))


def read_folder(folder: Path, root: Path, problems: list[Problem]) -> list[Document]:
    """Read every YAML file of a folder in name order; what cannot be read joins *problems*."""
    documents = []
    for path in sorted(folder.glob("*.yaml")):
        document = read_document(path, root)
        if isinstance(document, Document):
            documents.append(document)
        else:
            problems += document
    return documents
