"""The coverage of the content as a page of tables: options by field, rules by case, readability."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from decision_aid.audit.content import Content
from decision_aid.audit.coverage import Coverage, coverage_of
from decision_aid.audit.plain_words import page_readings
from decision_aid.rulebook.records import Option, Statement

NOT_KNOWN = "not known, and says so"
NONE = "none"
NOBODY = "nobody yet"


def report_of(content: Content) -> str:
    """Return the report as Markdown; the same content gives the same report."""
    coverage = coverage_of(content)
    parts = (
        _heading(content),
        _options(content, coverage),
        _rules(content, coverage),
        _pages(content),
    )
    return "\n".join(line for part in parts for line in part)


def _heading(content: Content) -> Iterator[str]:
    rulebook = content.rulebook
    yield "# What the content covers"
    yield ""
    yield (
        f"Edition {rulebook.edition}: {len(rulebook.options)} options, "
        f"{len(rulebook.rules)} rules, {len(content.cases)} worked cases, "
        f"{len(rulebook.sources)} sources."
    )
    yield ""


def _options(content: Content, coverage: Coverage) -> Iterator[str]:
    yield "## Options by field"
    yield ""
    rows = [dict(_fields(o, content, coverage)) for o in content.rulebook.options.values()]
    yield from _table(list(rows[0]), [list(row.values()) for row in rows])
    yield ""


def _fields(option: Option, content: Content, coverage: Coverage) -> Iterator[tuple[str, str]]:
    yield "option", option.id
    yield "kind", option.kind
    yield "what it is", _told(option.what_it_is)
    yield "what happens", _told(option.what_happens)
    yield "body", _told(option.how_it_feels.body)
    yield "mind", _told(option.how_it_feels.mind)
    yield "daily life", _told(option.how_it_feels.life)
    yield "benefits", str(len(option.benefits))
    yield "harms", str(len(option.harms))
    yield "burdens", str(len(option.burdens))
    yield "benefit numbers", _numbers(option, "benefit")
    yield "harm numbers", _numbers(option, "harm")
    for stance in ("for", "against", "mixed"):
        count = sum(position.stance == stance for position in option.positions)
        yield f"positions {stance}", str(count) if count else NONE
    yield "gap in positions", "said" if option.position_gap else NONE
    yield "effect starts", _told(option.timing.starts)
    yield "lasts", _told(option.timing.lasts)
    yield "recovery", _told(option.timing.recovery)
    yield "usually first", str(len(option.usually_first)) if option.usually_first else NONE
    yield "reasons for care", str(len(option.reasons_for_care)) if option.reasons_for_care else NONE
    yield "as a test", "told" if option.test else "no test"
    yield "questions", str(len(option.questions_to_ask))
    yield "own rules", str(len(option.rules))
    rules = content.rulebook.rules_about(option.id)
    yield "cases", str(len({case for rule in rules for case in coverage.fired_in[rule.id]}))
    yield "reviewed", str(option.reviewed)
    yield "review by", str(option.review_by)
    yield "signed by", ", ".join(person.name for person in option.reviewers) or NOBODY


def _told(statement: Statement) -> str:
    return NOT_KNOWN if statement.unknown else "told"


def _numbers(option: Option, side: str) -> str:
    count = sum(outcome.side == side for outcome in option.outcomes)
    return str(count) if count else "none found, and says so"


def _rules(content: Content, coverage: Coverage) -> Iterator[str]:
    yield "## Rules by case"
    yield ""
    rows = [
        [
            f"`{rule.id}`",
            rule.stage,
            rule.effect.value or rule.effect.kind,
            str(len(coverage.fired_in[rule.id])),
            str(len(coverage.undecided[rule.id])),
            coverage.fired_in[rule.id][0] if coverage.fired_in[rule.id] else NONE,
        ]
        for rule in content.rulebook.rules
    ]
    headings = ["rule", "stage", "says", "fires in cases", "conditions no case turns on", "such as"]
    yield from _table(headings, rows)
    yield ""


def _pages(content: Content) -> Iterator[str]:
    readings = page_readings(content)
    yield "## Readability by page"
    yield ""
    yield (
        "Flesch-Kincaid grade as it stands, and with explained terms replaced. "
        f"The page in the middle has grade {median(r.raw.grade for r in readings):.1f}. "
        "A formula cannot tell whether people understand; nobody has tested that yet."
    )
    yield ""
    rows = [
        [
            reading.name,
            str(reading.raw.words),
            f"{reading.raw.grade:.1f}",
            f"{reading.replaced.grade:.1f}",
            f"{reading.raw.smog:.1f}",
            str(reading.raw.longest),
        ]
        for reading in readings
    ]
    headings = ["page", "words", "grade", "with terms replaced", "SMOG", "longest sentence"]
    yield from _table(headings, rows)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
