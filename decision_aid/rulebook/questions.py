"""Question records into questions: lists of signs opened up, conditions read, order checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from decision_aid.language import mark
from decision_aid.rulebook.condition_reader import ConditionReader
from decision_aid.rulebook.conditions import AnswerLeaf, AnyOf, Condition, Operator, fields_read
from decision_aid.rulebook.documents import Document, Path_
from decision_aid.rulebook.model import (
    NONE_OF_THESE,
    NOT_SURE,
    OLD_AND_CHECKED,
    Choice,
    Field,
    Question,
    Screen,
    Section,
)
from decision_aid.rulebook.problems import Problem, unknown
from decision_aid.rulebook.records import (
    ChoiceRecord,
    QuestionRecord,
    ScreenRecord,
    SectionFile,
    SignRecord,
    UrgentListFile,
)

ONE_BY_ONE_CHOICES = (
    Choice("yes", mark("Yes")),
    Choice("no", mark("No")),
    Choice(NOT_SURE, mark("I am not sure")),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of urgent signs with the file it stands in."""

    document: Document
    record: UrgentListFile


def one_by_one(listed: str, choice: str) -> str:
    """Return the id of the question that asks one sign of a list alone."""
    return f"{listed}_{choice}"


def told_of(listed: str, choice: str) -> Condition:
    """Return what it means to be told of a sign: chosen in its list, or not denied when alone."""
    return AnyOf(
        (
            AnswerLeaf(listed, Operator.INCLUDES, (choice,)),
            AnswerLeaf(one_by_one(listed, choice), Operator.ANY_OF, ("yes", NOT_SURE)),
        )
    )


def list_question(record: UrgentListFile, when: Condition | None = None) -> Question:
    """Return the question that asks a whole list of urgent signs."""
    last = [Choice(NONE_OF_THESE, mark("None of these"), exclusive=True)]
    if record.old_and_checked:
        last.append(Choice(OLD_AND_CHECKED, record.old_and_checked, exclusive=True))
    last.append(
        Choice(
            NOT_SURE,
            mark("I am not sure"),
            hint=mark("We then go through them one by one."),
            exclusive=True,
        )
    )
    return Question(
        id=record.list,
        type="many",
        role="urgent",
        ask=record.ask,
        why=record.why,
        hint=record.hint,
        required=True,
        counts_as_not_sure=True,
        when=when,
        choices=(*(Choice(sign.choice, sign.text) for sign in record.signs), *last),
        urgent_list=True,
    )


def sign_question(record: UrgentListFile, sign: SignRecord) -> Question:
    """Return the question that asks one sign of a list alone, in plainer words."""
    return Question(
        id=one_by_one(record.list, sign.choice),
        type="one",
        role="urgent",
        ask=sign.one_by_one,
        why=record.why,
        required=True,
        counts_as_not_sure=True,
        when=AnswerLeaf(record.list, Operator.INCLUDES, (NOT_SURE,)),
        choices=ONE_BY_ONE_CHOICES,
        sign_of=record.list,
    )


def fields_of(
    sections: Iterable[tuple[Document, SectionFile]], lists: Iterable[Listed]
) -> dict[str, Field]:
    """Return every place for an answer, before any condition is read."""
    found: list[Field] = []
    for _, section in sections:
        for screen in section.screens:
            for record in screen.questions:
                if isinstance(record, QuestionRecord):
                    found += _bare(record).fields
    for listed in lists:
        found += list_question(listed.record).fields
        for sign in listed.record.signs:
            found += sign_question(listed.record, sign).fields
    fields: dict[str, Field] = {}
    for field in found:
        # Where a name stands twice the first counts; the check tells of the second.
        fields.setdefault(field.id, field)
    return fields


def _bare(record: QuestionRecord) -> Question:
    return Question(
        id=record.id,
        type=record.type,
        role=record.role,
        ask=record.ask,
        why=record.why,
        short=record.short,
        hint=record.hint,
        required=record.required,
        counts_as_not_sure=record.if_skipped is not None,
        choices=tuple(Choice(c.id, c.text, c.hint, None, c.exclusive) for c in record.choices),
        rows=tuple(Choice(row.id, row.text, row.hint) for row in record.rows),
        low=record.min or 0,
        high=record.max or 0,
        most=record.most or 0,
    )


@dataclass(frozen=True, slots=True)
class QuestionnaireBuilder:
    """Builds the sections of the questionnaire, screen by screen."""

    fields: Mapping[str, Field]
    lists: Mapping[str, Listed]
    problems: list[Problem]

    def sections(self, files: Iterable[tuple[Document, SectionFile]]) -> tuple[Section, ...]:
        """Return the sections in file order, each sign's own screen behind its list."""
        earlier: set[str] = set()
        built = []
        asked: list[str] = []
        for document, record in files:
            screens: list[Screen] = []
            for i, screen in enumerate(record.screens):
                path: Path_ = ("screens", i)
                screens += self._screens(document, path, record.section, screen, earlier, asked)
                earlier.update(f.id for s in screens for q in s.questions for f in q.fields)
            built.append(
                Section(record.section, record.title, tuple(screens), record.after_overview)
            )
        for name, listed in self.lists.items():
            if asked.count(name) != 1:
                self.problems.append(
                    listed.document.problem(
                        ("list",),
                        f'the list "{name}" is asked on {asked.count(name)} screens, not on 1.',
                    )
                )
        return tuple(built)

    def _screens(
        self,
        document: Document,
        path: Path_,
        section: str,
        record: ScreenRecord,
        earlier: set[str],
        asked: list[str],
    ) -> list[Screen]:
        questions: list[Question] = []
        alone: list[Screen] = []
        for i, part in enumerate(record.questions):
            at = (*path, "questions", i)
            if isinstance(part, QuestionRecord):
                questions.append(self._question(document, at, part, earlier))
                continue
            listed = self.lists.get(part.urgent_list)
            if listed is None:
                message = unknown("list of urgent signs", part.urgent_list, self.lists)
                self.problems.append(document.problem((*at, "urgent_list"), message))
                continue
            asked.append(part.urgent_list)
            when = self._when(listed.document, ("when",), listed.record.when, earlier)
            questions.append(list_question(listed.record, when))
            for sign in listed.record.signs:
                question = sign_question(listed.record, sign)
                name = question.id.replace("_", "-")
                alone.append(Screen(name, section, (question,)))
        return [Screen(record.id, section, tuple(questions), record.title, record.intro), *alone]

    def _question(
        self, document: Document, path: Path_, record: QuestionRecord, earlier: set[str]
    ) -> Question:
        return replace(
            _bare(record),
            when=self._when(document, (*path, "when"), record.when, earlier),
            choices=self._choices(document, (*path, "choices"), record.choices, earlier),
            rows=self._choices(document, (*path, "rows"), record.rows, earlier),
        )

    def _choices(
        self,
        document: Document,
        path: Path_,
        records: tuple[ChoiceRecord, ...],
        earlier: set[str],
    ) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                record.id,
                record.text,
                record.hint,
                self._when(document, (*path, i, "when"), record.when, earlier),
                record.exclusive,
            )
            for i, record in enumerate(records)
        )

    def _when(
        self, document: Document, path: Path_, raw: object, earlier: set[str]
    ) -> Condition | None:
        if raw is None:
            return None
        reader = ConditionReader(document, self.fields, frozenset(), {}, self.problems)
        condition = reader.read(raw, path)
        if condition is None:
            return None
        for name in sorted(fields_read(condition) - earlier):
            message = (
                f'"{name}" is asked on this screen or later; a question may read only earlier ones.'
            )
            self.problems.append(document.problem(path, message))
        return condition


def asked_by(sections: Iterable[Section]) -> dict[str, Question]:
    """Return, for each place for an answer, the question that it belongs to."""
    return {
        field.id: question
        for section in sections
        for screen in section.screens
        for question in screen.questions
        for field in question.fields
    }


def question_places(
    sections: list[tuple[Document, SectionFile]], lists: Mapping[str, Listed]
) -> list[tuple[str, Document, Path_]]:
    """Return where each place for an answer stands, those of signs asked alone included."""
    places: list[tuple[str, Document, Path_]] = []
    for document, section in sections:
        for i, screen in enumerate(section.screens):
            for j, record in enumerate(screen.questions):
                if not isinstance(record, QuestionRecord):
                    continue
                path: Path_ = ("screens", i, "questions", j)
                if record.type == "matrix":
                    places += [
                        (r.id, document, (*path, "rows", k)) for k, r in enumerate(record.rows)
                    ]
                else:
                    places.append((record.id, document, path))
    for name, listed in lists.items():
        places.append((name, listed.document, ("list",)))
        places += [
            (one_by_one(name, choice), listed.document, ("signs", i))
            for choice, i in {sign.choice: i for i, sign in enumerate(listed.record.signs)}.items()
        ]
    return places
