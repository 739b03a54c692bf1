"""A folder of rule files into one checked rulebook, or one error that lists every problem."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from decision_aid.rulebook import check
from decision_aid.rulebook.aftercare import check_aftercare
from decision_aid.rulebook.collector import collector_paused
from decision_aid.rulebook.documents import Document, Path_, read_document, read_folder
from decision_aid.rulebook.glossary import Glossary
from decision_aid.rulebook.model import PLACE, Care, Edition, Rulebook
from decision_aid.rulebook.problems import Place, Problem, RulebookError
from decision_aid.rulebook.questions import (
    Listed,
    QuestionnaireBuilder,
    asked_by,
    fields_of,
    question_places,
)
from decision_aid.rulebook.records import (
    AftercareFile,
    CareFile,
    FindingsFile,
    GlossaryFile,
    MattersFile,
    Option,
    OutOfScopeFile,
    PlacesFile,
    QuestionRecord,
    ReadyFile,
    SafetyFile,
    SectionFile,
    Source,
    SourcesFile,
    UrgencyRulesFile,
    UrgentListFile,
)
from decision_aid.rulebook.records import Edition as EditionRecord
from decision_aid.rulebook.rules import RuleBuilder
from decision_aid.rulebook.validate import RecordT, validated

#: The folders that make up an edition. Cases are tests of it, not part of it.
FOLDERS = ("questionnaire", "urgent", "safety", "findings", "options", "sources")
SINGLE_FILES = (
    "edition.yaml",
    "glossary.yaml",
    "matters.yaml",
    "places.yaml",
    "aftercare.yaml",
    "ready.yaml",
)

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


def load_rulebook(folder: Path) -> Rulebook:
    """Return the rulebook of a folder.

    Args:
        folder: the folder that holds ``questionnaire/``, ``options/`` and the others.

    Raises:
        RulebookError: with every problem of every file, each with its place.
    """
    with collector_paused():
        return _Loading(folder).rulebook()


class _Loading:
    """One pass over the files; ``problems`` grows until the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        if not folder.is_dir():
            raise RulebookError([Problem(Place(str(folder), 1, 1), "this folder does not exist.")])
        for name in FOLDERS:
            if not (folder / name).is_dir():
                place = Place(f"{folder.name}/{name}", 1, 1)
                self.problems.append(Problem(place, "this folder is missing."))
        self.documents = {
            name: read_folder(folder / name, folder, self.problems) for name in FOLDERS
        }
        self.single = {name: self._single(name) for name in SINGLE_FILES}
        self.unread |= {
            p.place.file for p in self.problems if (folder.parent / p.place.file).is_file()
        }

    def _single(self, name: str) -> Document | None:
        document = read_document(self.folder / name, self.folder)
        if isinstance(document, Document):
            return document
        self.problems += document
        return None

    def _records(self, folder: str, shape: type[RecordT]) -> list[tuple[Document, RecordT]]:
        pairs = [(document, self._record(document, shape)) for document in self.documents[folder]]
        return [(document, record) for document, record in pairs if record is not None]

    def _record(self, document: Document | None, shape: type[RecordT]) -> RecordT | None:
        if document is None:
            return None
        record = validated(document, shape, self.problems)
        if record is None:
            self.unread.add(document.file)
        return record

    def _without_echoes(self) -> list[Problem]:
        """Return the problems without those that only repeat that a file could not be read.

        A name that stands in such a file is unknown to every other file, and no fault of theirs.
        """
        texts = [
            (self.folder.parent / name).read_text(encoding="utf-8", errors="replace")
            for name in self.unread
        ]
        kept = []
        for problem in self.problems:
            name = re.search('"([^"]+)"', problem.message)
            word = re.compile(rf"(?<![\w-]){re.escape(name.group(1))}(?![\w-])") if name else None
            if problem.place.file not in self.unread and word and any(map(word.search, texts)):
                continue
            kept.append(problem)
        return kept

    def _everything(self) -> list[Document]:
        singles = [document for document in self.single.values() if document is not None]
        return [*(d for name in FOLDERS for d in self.documents[name]), *singles]

    def rulebook(self) -> Rulebook:
        sections = self._records("questionnaire", SectionFile)
        lists, others = self._urgent()
        fields = fields_of(sections, lists.values())
        builder = RuleBuilder(fields, self.problems)
        findings = self._records("findings", FindingsFile)
        options = self._records("options", Option)
        safety = self._records("safety", SafetyFile)
        care = self._build_rules(builder, lists, others, findings, safety, options)
        built = QuestionnaireBuilder(fields, lists, self.problems).sections(sections)
        sources = self._sources()
        edition = self._record(self.single["edition.yaml"], EditionRecord)
        glossary = self._record(self.single["glossary.yaml"], GlossaryFile)
        places = self._record(self.single["places.yaml"], PlacesFile)
        matters = self._record(self.single["matters.yaml"], MattersFile)
        aftercare = self._record(self.single["aftercare.yaml"], AftercareFile)
        ready = self._record(self.single["ready.yaml"], ReadyFile)
        self._check(builder, sections, lists, safety, options)
        known = {option.id for _, option in options}
        if edition is not None and places is not None:
            self._check_single(builder, edition, places, known)
        if aftercare is not None:
            self._check_aftercare(builder, aftercare, options)
        if matters is not None:
            self._check_matters(builder, matters, sections, known)
        if self.problems or not (
            care and edition and glossary and matters and places and aftercare and ready
        ):
            raise RulebookError(self._without_echoes())
        return Rulebook(
            edition=Edition(
                edition.version, edition.date, self._digest(), edition.not_yet, edition.changes
            ),
            sections=built,
            fields=_frozen(fields),
            asked_by=_frozen(asked_by(built)),
            rules=tuple(builder.rules),
            signs=_frozen(builder.signs),
            stops=_frozen(builder.stops),
            notices=_frozen(builder.notices),
            findings=_frozen(builder.findings),
            groups=_frozen(builder.groups),
            notes=_frozen(builder.notes),
            options=_frozen({option.id: option for _, option in options}),
            sources=sources,
            glossary=Glossary.of(glossary.terms, frozenset(glossary.everyday)),
            matters=matters,
            places=_frozen({place.id: place for place in places.places}),
            care=Care(
                _frozen({card.id: card for card in care.cards}),
                _frozen({country.id: country for country in care.countries}),
                care.footer,
            ),
            aftercare=aftercare,
            ready=ready,
        )

    def _urgent(self) -> tuple[dict[str, Listed], list[Document]]:
        lists: dict[str, Listed] = {}
        others = []
        for document in self.documents["urgent"]:
            if isinstance(document.root, dict) and "list" in document.root:
                record = self._record(document, UrgentListFile)
                if record is None:
                    continue
                if record.list in lists:
                    first = lists[record.list].document.place(("list",))
                    message = f'the list "{record.list}" stands at {first} too.'
                    self.problems.append(document.problem(("list",), message))
                lists.setdefault(record.list, Listed(document, record))
            else:
                others.append(document)
        return lists, others

    def _build_rules(
        self,
        builder: RuleBuilder,
        lists: Mapping[str, Listed],
        others: list[Document],
        findings: list[tuple[Document, FindingsFile]],
        safety: list[tuple[Document, SafetyFile]],
        options: list[tuple[Document, Option]],
    ) -> CareFile | None:
        builder.known_findings = frozenset(f.id for _, file in findings for f in file.findings)
        for listed in lists.values():
            builder.add_list(listed)
        care = self._add_urgent_files(builder, others)
        for document, topic in findings:
            builder.add_findings(document, topic)
        for document, file in safety:
            builder.add_safety(document, file)
        shared = [
            (document, ("shared", i), caution)
            for document, file in safety
            for i, caution in enumerate(file.shared)
        ]
        for document, option in options:
            builder.add_option(document, option, shared)
        builder.set_levels()
        return care

    def _add_urgent_files(self, builder: RuleBuilder, others: list[Document]) -> CareFile | None:
        care = None
        if not any(document.file.endswith("/care.yaml") for document in others):
            place = Place(f"{self.folder.name}/urgent/care.yaml", 1, 1)
            self.problems.append(Problem(place, "this file is missing: it holds the care cards."))
        for document in others:
            name = document.file.rsplit("/", 1)[-1]
            if name == "care.yaml":
                care = self._record(document, CareFile)
            elif name == "out-of-scope.yaml":
                scope = self._record(document, OutOfScopeFile)
                if scope is not None:
                    builder.add_out_of_scope(document, scope)
            else:
                rules = self._record(document, UrgencyRulesFile)
                if rules is not None:
                    builder.add_urgency_rules(document, rules)
        return care

    def _sources(self) -> Mapping[str, Source]:
        found: dict[str, Source] = {}
        places: dict[str, tuple[Document, Path_]] = {}
        for document, file in self._records("sources", SourcesFile):
            for i, source in enumerate(file.sources):
                if source.id in places:
                    first = places[source.id][0].place(places[source.id][1])
                    message = f'the source "{source.id}" stands at {first} too.'
                    self.problems.append(document.problem(("sources", i), message))
                places.setdefault(source.id, (document, ("sources", i)))
                found[source.id] = source
        citing = [d for d in self._everything() if "/sources/" not in d.file]
        self.problems += check.check_cites(citing, found)
        self.problems += check.check_sources_are_used(citing, places)
        return _frozen(found)

    def _check(
        self,
        builder: RuleBuilder,
        sections: list[tuple[Document, SectionFile]],
        lists: Mapping[str, Listed],
        safety: list[tuple[Document, SafetyFile]],
        options: list[tuple[Document, Option]],
    ) -> None:
        self.problems += check.check_wording(self._everything())
        self.problems += check.check_ids(builder)
        self.problems += check.check_questions(builder.fields, question_places(sections, lists))
        self.problems += check.check_screens(sections)
        self.problems += check.check_rules(builder)
        self.problems += check.check_findings_are_read(builder)
        for document, file in safety:
            self.problems += check.check_safety(document, file, builder.groups)
        places = builder.fields[PLACE].choices if PLACE in builder.fields else ()
        for document, option in options:
            self.problems += check.check_option(document, option, places, builder.groups)

    def _check_single(
        self, builder: RuleBuilder, edition: EditionRecord, places: PlacesFile, options: set[str]
    ) -> None:
        known = builder.fields[PLACE].choices if PLACE in builder.fields else ()
        of_edition, of_places = self.single["edition.yaml"], self.single["places.yaml"]
        if of_edition is not None:
            self.problems += check.check_edition(of_edition, edition, known, options)
        if of_places is not None:
            self.problems += check.check_places(of_places, places, known)

    def _check_aftercare(
        self,
        builder: RuleBuilder,
        aftercare: AftercareFile,
        options: list[tuple[Document, Option]],
    ) -> None:
        document = self.single["aftercare.yaml"]
        if document is not None:
            known = [option for _, option in options]
            self.problems += check_aftercare(
                document, aftercare, builder.signs, builder.groups, known
            )

    def _check_matters(
        self,
        builder: RuleBuilder,
        matters: MattersFile,
        sections: list[tuple[Document, SectionFile]],
        options: set[str],
    ) -> None:
        document = self.single["matters.yaml"]
        if document is not None:
            questions = [
                record
                for _, section in sections
                for screen in section.screens
                for record in screen.questions
                if isinstance(record, QuestionRecord)
                and record.role == "sheet"
                and record.type == "matrix"
            ]
            self.problems += check.check_matters(
                document, matters, questions, builder.groups, options
            )

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for document in self._everything():
            name = document.file.removeprefix(f"{self.folder.name}/")
            digest.update(name.encode() + b"\0" + (self.folder / name).read_bytes() + b"\0")
        return digest.hexdigest()


def _frozen(mapping: Mapping[KeyT, ValueT]) -> Mapping[KeyT, ValueT]:
    return MappingProxyType(dict(mapping))
