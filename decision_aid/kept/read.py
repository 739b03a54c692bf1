"""The bytes of a file into a visit, or one clear reason why not."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pydantic import ValidationError

from decision_aid.kept.model import CameOut, Kept, KeptEdition, KeptPain, Told
from decision_aid.kept.shape import (
    FORMAT,
    MOST_BYTES,
    VERSION,
    AnswerShape,
    CameOutShape,
    FileShape,
    PainShape,
    checksum_of,
)
from decision_aid.language import gettext as _
from decision_aid.questionnaire.answers import Answers, AnswersError, read_answers
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Rulebook


class CannotOpen(ValueError):
    """A file cannot be opened.

    Attributes:
        what: what is wrong with it, a sentence.
        where: the place in the file, or nothing.
        mend: what the person can do, a sentence or two.
    """

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend or _("Use another copy of the file, as it was when you saved it.")
        super().__init__(what)


class TooLarge(CannotOpen):
    """A file is larger than any that this site makes."""

    def __init__(self) -> None:
        super().__init__(
            _("This file is too large."),
            mend=_(
                "A file with answers has {most} kilobytes at most. "
                "Choose the one whose name begins with “my-answers”."
            ).format(most=MOST_BYTES // 1000),
        )


class _Twice(ValueError):
    """An entry of the file stands twice; the value is its name."""


def kept_in(raw: bytes, rulebook: Rulebook) -> Kept:
    """Return the visit that a file holds.

    Answers that fit no question of today are left out and named in ``gone``.

    Raises:
        CannotOpen: for anything that is not a whole, unchanged file of this site.
    """
    if len(raw) > MOST_BYTES:
        raise TooLarge
    content = _content(_text(raw))
    _check_origin(content)
    if content.get("checksum") != checksum_of(content):
        raise CannotOpen(
            _("This file was changed after it was saved, or a part of it is lost."),
            mend=_(
                "Use a copy that nobody changed. To change an answer, open that copy here first."
            ),
        )
    return _kept(_shaped(content), rulebook)


def _text(raw: bytes) -> str:
    try:
        # Some editors put a mark at the start of a file when they save it.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotOpen(
            _("This is not a file with answers, or it is damaged."),
            _("At byte {place} of the file.").format(place=error.start + 1),
            _("Choose the file whose name begins with “my-answers” and ends with “.json”."),
        ) from None


def _content(text: str) -> dict[str, object]:
    try:
        content = json.loads(
            text,
            object_pairs_hook=_once,
            parse_float=_no_such_number,
            parse_constant=_no_such_number,
        )
        json.dumps(content, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise CannotOpen(
            _("This file is damaged, or it is of another kind."),
            _("At line {line}, place {place} of the file.").format(
                line=error.lineno, place=error.colno
            ),
        ) from None
    except _Twice as error:
        raise CannotOpen(
            _("This file was changed: an entry stands twice in it."),
            _("The entry “{name}”.").format(name=_short(str(error))),
        ) from None
    except (ValueError, RecursionError):
        # A number or a text that no file of ours holds, or brackets without end.
        raise CannotOpen(_("This file is damaged, or it is of another kind.")) from None
    return content if isinstance(content, dict) else {}


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


def _no_such_number(_written: str) -> object:
    raise ValueError


def _check_origin(content: dict[str, object]) -> None:
    if content.get("format") != FORMAT:
        raise CannotOpen(
            _("This file was not made by this aid."),
            mend=_("Choose the file whose name begins with “my-answers” and ends with “.json”."),
        )
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise CannotOpen(
            _("This file was made by a newer version of this aid."),
            mend=_("Open it on the site that made it."),
        )


def _shaped(content: dict[str, object]) -> FileShape:
    try:
        # By way of JSON, in which a list is as good as a tuple.
        return FileShape.model_validate_json(json.dumps(content))
    except ValidationError as error:
        place = ", ".join(str(part) for part in error.errors()[0]["loc"])
        raise CannotOpen(
            _("This file is damaged: a part of it is missing or cannot be read."),
            _("The entry “{name}”.").format(name=_short(place)),
        ) from None


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:60]}…"  # noqa: PLR2004 - fits on a line


def _kept(file: FileShape, rulebook: Rulebook) -> Kept:
    gone: list[Told] = []
    shown, *aside = [_pain(pain, rulebook, gone) for pain in file.pains]
    return Kept(
        edition=KeptEdition(file.edition.version, file.edition.date, file.edition.digest),
        made_on=file.made_on,
        shown=shown,
        aside=aside[0] if aside else None,
        gone=tuple(gone),
    )


def _pain(shape: PainShape, rulebook: Rulebook, gone: list[Told]) -> KeptPain:
    kept: dict[str, Answer] = {}
    for answer in shape.answers:
        fitting = _fitting(answer, rulebook)
        if fitting is None:
            gone.append(Told(answer.asked, answer.told))
        else:
            kept.update(fitting)
    known = frozenset(name for name in shape.left_empty if name in rulebook.fields)
    came_out = _came_out(shape.came_out) if shape.came_out else None
    return KeptPain(Answers.of(kept), known | kept.keys(), came_out)


def _fitting(answer: AnswerShape, rulebook: Rulebook) -> Answers | None:
    try:
        return read_answers({answer.id: answer.value}, rulebook)
    except AnswersError:
        return None


def _came_out(shape: CameOutShape) -> CameOut:
    return CameOut(
        urgency=shape.urgency,
        stop=shape.stop,
        sections={name: section for section, names in shape.sections.items() for name in names},
        names={name: words for names in shape.sections.values() for name, words in names.items()},
        rules={name: digest for one in shape.reasons for name, digest in one.rules.items()},
        reasons={name: one.because for one in shape.reasons for name in one.rules if one.because},
    )
