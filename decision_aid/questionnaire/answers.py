"""What the person told us, as a frozen value, and how raw input becomes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from decision_aid.questionnaire.free_text import one_line
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Field, Rulebook
from decision_aid.rulebook.problems import unknown


class AnswersError(ValueError):
    """The answers cannot be read; ``faults`` lists every reason, one sentence each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Answers(Mapping[str, Answer]):
    """Question or matrix row -> one choice, a tuple of choices, a whole number, or a text.

    An empty answer is not kept: a question that was skipped is simply missing.
    """

    _values: Mapping[str, Answer]

    @classmethod
    def of(cls, values: Mapping[str, Answer] | None = None) -> Answers:
        """Return answers that nothing can change later."""
        kept = {name: value for name, value in (values or {}).items() if value not in ((), "")}
        return cls(MappingProxyType(kept))

    def changed(self, changes: Mapping[str, Answer | None]) -> Answers:
        """Return new answers with *changes* in place; None takes an answer back."""
        merged = {**self._values, **{k: v for k, v in changes.items() if v is not None}}
        return Answers.of({k: v for k, v in merged.items() if changes.get(k, v) is not None})

    def __getitem__(self, name: str) -> Answer:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def read_answers(raw: object, rulebook: Rulebook) -> Answers:
    """Return raw input (from YAML or JSON) as answers.

    Args:
        raw: a mapping of question id to a choice, a list of choices, or a number.
        rulebook: says which questions and choices there are.

    Raises:
        AnswersError: with every fault, each with the nearest name that exists.
    """
    if not isinstance(raw, Mapping):
        raise AnswersError(("answers are a mapping of question ids to choices, nothing else.",))
    faults: list[str] = []
    values: dict[str, Answer] = {}
    for name, value in raw.items():
        field = rulebook.fields.get(str(name))
        if field is None:
            faults.append(unknown("question", name, rulebook.fields))
            continue
        if value is None:
            continue
        fault = _fault(field, value)
        if fault:
            faults.append(fault)
        else:
            values[field.id] = _read(field, value)
    if faults:
        raise AnswersError(tuple(faults))
    return Answers.of({name: _in_order(rulebook.fields[name], v) for name, v in values.items()})


def _read(field: Field, value: Any) -> Answer:
    if field.kind == "text":
        return one_line(value)
    return tuple(value) if isinstance(value, list | tuple) else value


def _in_order(field: Field, value: Answer) -> Answer:
    if isinstance(value, tuple):
        return tuple(choice for choice in field.choices if choice in value)
    return value


def _fault(field: Field, value: object) -> str | None:
    if field.kind == "number":
        if (
            isinstance(value, bool)
            or not isinstance(value, int)
            or not field.low <= value <= field.high
        ):
            allowed = f"a whole number from {field.low} to {field.high}"
            return f'"{field.id}" takes {allowed}, not "{value}".'
        return None
    if field.kind == "text":
        return _fault_of_text(field, value)
    return _fault_of_choice(field, value)


def _fault_of_text(field: Field, value: object) -> str | None:
    if isinstance(value, str) and len(one_line(value)) <= field.most:
        return None
    # What a person typed is never repeated in a message.
    return f'"{field.id}" takes a text of {field.most} characters at most.'


def _fault_of_choice(field: Field, value: object) -> str | None:
    if field.kind == "one":
        if value not in field.choices:
            return unknown(f'choice of "{field.id}"', value, field.choices)
        return None
    if not isinstance(value, list | tuple):
        return f'"{field.id}" takes a list of choices, not "{value}".'
    for choice in value:
        if choice not in field.choices:
            return unknown(f'choice of "{field.id}"', choice, field.choices)
    alone = field.exclusive.intersection(value)
    if alone and len(value) > 1:
        return f'"{field.id}": "{min(alone)}" excludes every other choice.'
    return None
