"""Whom the parts of ``aftercare.yaml`` are for, and what that file may get wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from decision_aid.rulebook.documents import Document
from decision_aid.rulebook.model import Sign
from decision_aid.rulebook.problems import Problem, unknown
from decision_aid.rulebook.records import AftercareFile, Option, OptionKind, WatchUrgency

#: Options that something is done in, so that there is something to watch for afterwards.
DONE_TO_A_PERSON: tuple[OptionKind, ...] = ("procedure", "test")


def is_for(names: Collection[str], option: Option) -> bool:
    """Tell whether a part of aftercare is for an option: by its kind, a group, or its id."""
    return not {option.kind, option.id, *option.groups}.isdisjoint(names)


def check_aftercare(
    document: Document,
    record: AftercareFile,
    signs: Mapping[str, Sign],
    groups: Collection[str],
    options: Collection[Option],
) -> Iterator[Problem]:
    """Yield each name that does not exist, each part told twice, and each option left out."""
    known = {*get_args(OptionKind), *groups, *(option.id for option in options)}
    told = {
        "watch": [part.for_ for part in record.watch],
        "advice": [part.for_ for part in record.advice],
        "papers": [part.for_ for part in record.papers],
    }
    for key, parts in told.items():
        for i, names in enumerate(parts):
            for j, name in enumerate(names):
                if name not in known:
                    path = (key, i, "for", j)
                    yield document.problem(path, unknown("kind, group or option", name, known))
    yield from _signs(document, record, signs)
    yield from _papers_twice(document, record)
    for option in options:
        if not any(is_for(paper.for_, option) for paper in record.papers):
            yield document.problem(("papers",), f'no paper is for the option "{option.id}".')
        watched = any(is_for(watch.for_, option) for watch in record.watch)
        if option.kind in DONE_TO_A_PERSON and not watched:
            yield document.problem(("watch",), f'no sign is for the option "{option.id}".')


def _signs(
    document: Document, record: AftercareFile, signs: Mapping[str, Sign]
) -> Iterator[Problem]:
    urgencies = get_args(WatchUrgency)
    for i, watch in enumerate(record.watch):
        path = ("watch", i, "sign")
        if watch.sign is None:
            continue
        if watch.sign not in signs:
            yield document.problem(path, unknown("sign", watch.sign, signs))
        elif signs[watch.sign].urgency not in urgencies:
            yield document.problem(
                path, f'the sign "{watch.sign}" is not urgent enough to be watched for.'
            )
        elif watch.sign in {earlier.sign for earlier in record.watch[:i]}:
            yield document.problem(path, f'the sign "{watch.sign}" stands twice.')


def _papers_twice(document: Document, record: AftercareFile) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, paper in enumerate(record.papers):
        if paper.id in seen:
            yield document.problem(("papers", i, "id"), f'the paper "{paper.id}" stands twice.')
        seen.add(paper.id)
