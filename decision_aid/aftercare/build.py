"""The content of aftercare and the numbers of a country into the pages of one option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from decision_aid.aftercare.model import Aftercare, Paper, Said, Signs
from decision_aid.language import gettext as _
from decision_aid.rulebook.aftercare import DONE_TO_A_PERSON, is_for
from decision_aid.rulebook.model import Rulebook
from decision_aid.rulebook.records import (
    CountryRecord,
    Option,
    PaperRecord,
    Statement,
    WatchRecord,
    WatchUrgency,
)
from decision_aid.rulebook.whom_to_ring import lines_for, with_numbers


def aftercare_of(option: Option, rulebook: Rulebook, country: CountryRecord) -> Aftercare:
    """Return what to watch for, to expect and to fill in after an option."""
    cited = _Cited()
    told = rulebook.aftercare
    is_done = option.kind in DONE_TO_A_PERSON
    signs = tuple(_signs(option, rulebook, country, cited))
    expected = (option.timing.recovery, *(a for a in told.advice if is_for(a.for_, option)))
    first_days = tuple(map(cited.said, expected)) if is_done else ()
    papers = tuple(_paper(p, cited) for p in told.papers if is_for(p.for_, option))
    emergency = with_numbers(_("In an emergency, ring {emergency}."), country)
    return Aftercare(
        option=option.name,
        title=_("After the visit"),
        scope=_(
            "What your own team told you comes before this. "
            "No clinician has reviewed it. It is not a diagnosis."
        ),
        by_hand=_by_hand(is_done=is_done),
        signs=signs,
        ask=told.ask if signs else emergency,
        reminder=_("The signs that need help are on the first page. {emergency}").format(
            emergency=emergency
        ),
        first_days=first_days,
        papers=papers,
        sources=tuple(rulebook.sources[name] for name in cited.names),
        edition=_("Knowledge base: edition {version} of {date} ({digest}).").format(
            version=rulebook.edition.version,
            date=rulebook.edition.date.isoformat(),
            digest=rulebook.edition.digest[:12],
        ),
    )


def _by_hand(*, is_done: bool) -> tuple[str, ...]:
    if is_done:
        return _("What was done, and on what day"), _("Whom to ring in my team")
    return _("What I would like to do again"), _("When we look at this together")


def _paper(record: PaperRecord, cited: _Cited) -> Paper:
    how = tuple(map(cited.said, record.how))
    return Paper(record.id, record.title, how, record.columns, record.widths, record.rows)


@dataclass(slots=True)
class _Cited:
    """The sources that were cited so far, in that order."""

    names: list[str] = field(default_factory=list)

    def said(self, statement: Statement) -> Said:
        return Said(statement.text, self.numbers(statement.cites))

    def numbers(self, cites: Iterable[str]) -> tuple[int, ...]:
        found = tuple(cites)
        self.names += [name for name in found if name not in self.names]
        return tuple(self.names.index(name) + 1 for name in found)


def _signs(
    option: Option, rulebook: Rulebook, country: CountryRecord, cited: _Cited
) -> Iterator[Signs]:
    watched = [w for w in rulebook.aftercare.watch if is_for(w.for_, option)]
    for urgency in get_args(WatchUrgency):
        signs = tuple(_of_urgency(urgency, watched, rulebook, cited))
        if signs:
            card = rulebook.care.cards[urgency]
            title = with_numbers(card.title, country)
            do = tuple(with_numbers(line, country) for line in lines_for(card, country))
            yield Signs(urgency, title, signs, do)


def _of_urgency(
    urgency: WatchUrgency, watched: Iterable[WatchRecord], rulebook: Rulebook, cited: _Cited
) -> Iterator[Said]:
    for watch in watched:
        if watch.sign is not None:
            sign = rulebook.signs[watch.sign]
            if sign.urgency == urgency:
                yield Said(sign.says, cited.numbers(sign.cites))
        elif watch.text is not None and watch.urgency == urgency:
            yield Said(watch.text, cited.numbers(watch.cites))
