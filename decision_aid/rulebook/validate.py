"""Documents into records: pydantic's complaints become problems with a place and a remedy."""

from __future__ import annotations

import re
import types
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.problems import Problem, unknown

RecordT = TypeVar("RecordT", bound=BaseModel)


def validated(document: Document, shape: type[RecordT], problems: list[Problem]) -> RecordT | None:
    """Return the document as a record of *shape*, or None with every reason in *problems*."""
    try:
        return shape.model_validate(document.root)
    except ValidationError as error:
        # A part of a screen is a question or a reference to a list; pydantic reports
        # both attempts, and only the one that fits the part's keys says something.
        # It also calls a list empty when every part of it is wrong.
        told: set[Path_] = set()
        for detail in error.errors():
            path = _path_in(document.root, detail)
            if path in told or (detail["type"] == "too_short" and detail["input"]):
                continue
            if path is not None:
                told.add(path)
                problems.append(_problem(document, shape, path, detail))
        return None


def _path_in(root: object, detail: ErrorDetails) -> Path_ | None:
    """Return the way to a fault without pydantic's own words; None for a fruitless attempt."""
    path: list[str | int] = []
    node = root
    for step in detail["loc"]:
        if step == "UrgentListRef" and not (isinstance(node, dict) and "urgent_list" in node):
            return None
        is_question = isinstance(step, str) and "QuestionRecord" in step
        if is_question and isinstance(node, dict) and "urgent_list" in node:
            return None
        inside = (isinstance(node, dict) and step in node) or (
            isinstance(node, tuple) and isinstance(step, int) and step < len(node)
        )
        if inside:
            path.append(step)
            node = node[step]  # type: ignore[index]
    if detail["type"] == "missing":
        path.append(detail["loc"][-1])
    return tuple(path)


def _problem(
    document: Document, shape: type[BaseModel], path: Path_, detail: ErrorDetails
) -> Problem:
    kind, found = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        shapes = _shape_at(shape, path[:-1])
        tried = [one for one in shapes if any(one.__name__ in str(step) for step in detail["loc"])]
        message = unknown("key", path[-1], _keys(tried or shapes))
        return Problem(document.key_place(path), message)
    if kind == "missing":
        return document.problem(path[:-1], f'the key "{path[-1]}" is missing here.')
    if kind == "literal_error":
        expected = re.findall(r"'([^']*)'|(?<![\w'])(\d+)", detail.get("ctx", {})["expected"])
        return document.problem(path, unknown("value", found, [a or b for a, b in expected]))
    if kind == "string_pattern_mismatch":
        pattern = detail.get("ctx", {})["pattern"]
        style = "words_with_underscores" if "_" in pattern else "words-with-hyphens"
        if "d{4}" in pattern:
            style = "a year and month such as 2026-11"
        return document.problem(path, f'"{found}" is not written as {style}.')
    if kind == "value_error":
        return document.problem(path, f"{detail['ctx']['error']}.")
    if kind == "model_type":
        return document.problem(path, f'this should be a mapping, not "{found}".')
    shown = "" if isinstance(found, dict | tuple) else f', not "{found}"'
    return document.problem(path, f"{_plain(detail['msg'])}{shown}.")


def _plain(message: str) -> str:
    for before, after in (
        ("Input should be a valid tuple", "this should be a list"),
        ("Tuple should have at least 1 item after validation, not 0", "this list may not be empty"),
        ("String should have at least 1 character", "this text may not be empty"),
        ("Input should be", "this should be"),
    ):
        message = message.replace(before, after)
    return message


def _shape_at(shape: type[BaseModel], path: Path_) -> list[type[BaseModel]]:
    shapes = [shape]
    for step in path:
        if isinstance(step, int):
            continue
        shapes = [
            inner
            for outer in shapes
            for name, field in outer.model_fields.items()
            if step in {name, field.alias}
            for inner in _models(field.annotation)
        ] or shapes
    return shapes


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in {Union, types.UnionType, tuple, Annotated}:
        return [model for inner in get_args(annotation) for model in _models(inner)]
    return []


def _keys(shapes: list[type[BaseModel]]) -> list[str]:
    return [field.alias or name for shape in shapes for name, field in shape.model_fields.items()]
