"""Files of ``sources/``, the glossary and the edition."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from decision_aid.rulebook.records.base import Cites, FieldName, Name, Record, Text

SourceKind = Literal[
    "guideline",
    "consensus",
    "professional-society",
    "regulator",
    "health-body-page",
    "payer-policy",
    "product-label",
    "patient-information",
    "systematic-review",
    "review",
    "trial",
    "observational",
    "case-report",
    "validation-study",
    "commentary",
    "news-report",
    "reference-text",
    "clinic-page",
]


class NotYet(Record):
    """Places of pain for which this edition lacks procedures that are in use, and what is said."""

    places: tuple[FieldName, ...]
    says: Text


class Change(Record):
    """What an edition changed, in a sentence or two, and which options it touches."""

    version: Text
    date: date
    says: tuple[Text, ...] = Field(min_length=1)
    options: tuple[Name, ...] | Literal["all"]


class Edition(Record):
    """Version and date of the whole knowledge base, and what each edition changed."""

    version: Text
    date: date
    not_yet: NotYet | None = None
    changes: tuple[Change, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _tells_its_own_change(self) -> Self:
        newest = self.changes[0]
        if (newest.version, newest.date) != (self.version, self.date):
            raise ValueError("changes: the first one is of this version and date")
        return self


class Source(Record):
    """Where a statement comes from, and how it was read."""

    id: Name
    title: Text
    by: Text | None = None
    where: Text | None = None
    year: int | None = None
    doi: Text | None = None
    pmid: Text | None = None
    url: Text | None = None
    kind: SourceKind
    read: Literal["full-text", "abstract", "page"]
    read_on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")] | date
    note: Text | None = None

    @property
    def link(self) -> str | None:
        """Return the address to open, or None when only a title is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


class SourcesFile(Record):
    """A file of ``sources/``."""

    sources: tuple[Source, ...] = ()


class Term(Record):
    """A word that is explained where it stands."""

    id: Name
    term: Text
    forms: tuple[Text, ...] = ()
    says: Text
    cites: Cites = ()
    plain: bool = False
    unknown: bool = False


class GlossaryFile(Record):
    """``glossary.yaml``: terms that are explained, and long words that everyone knows."""

    terms: tuple[Term, ...]
    everyday: tuple[Text, ...] = ()
