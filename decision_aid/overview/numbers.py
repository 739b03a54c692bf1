"""Numbers in words, in a table and as a picture, all from one value, so that they cannot disagree.

Follows the rules of risk communication in ``docs/numbers.md``: natural frequencies
with one denominator, both arms, both framings, the group and the time beside every
number, certainty in GRADE's words (Santesso and others 2020), and no icon array
where there was no comparison group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations
from typing import Literal

from decision_aid.language import Untranslated, mark, numeral, speaking
from decision_aid.language import gettext as _
from decision_aid.rulebook.describe import inside_sentence
from decision_aid.rulebook.records import Certainty, Effect, Outcome

CERTAINTY_NAMES: dict[Certainty, str] = {
    "high": mark("High certainty"),
    "moderate": mark("Moderate certainty"),
    "low": mark("Low certainty"),
    "very-low": mark("Very low certainty"),
    "not-graded": mark("Certainty not rated by the source"),
}

NO_COMPARISON = mark(
    "There was no comparison group, so nobody knows how many would have had this anyway."
)

NOT_KNOWN = mark(
    "We do not know whether it changes how many people {event}, compared with {other}."
)
VERY_UNCERTAIN = mark("The evidence is very uncertain.")
NO_RATING = mark("The source does not rate how sure this is.")
#: What a number says whose source did not rate it, by its direction.
NOT_GRADED: dict[Effect, str] = {
    "more": mark("In what was studied, more people {event}, compared with {other}."),
    "fewer": mark("In what was studied, fewer people {event}, compared with {other}."),
    "little-or-no-difference": mark(
        "In what was studied, about as many people {event}, compared with {other}."
    ),
}
#: What a number says by its certainty and its direction, in GRADE's words.
GRADED: dict[tuple[Certainty, Effect], str] = {
    ("high", "more"): mark("Compared with {other}, more people {event}."),
    ("high", "fewer"): mark("Compared with {other}, fewer people {event}."),
    ("high", "little-or-no-difference"): mark(
        "It makes little or no difference to how many people {event}, compared with {other}."
    ),
    ("moderate", "more"): mark("Compared with {other}, probably more people {event}."),
    ("moderate", "fewer"): mark("Compared with {other}, probably fewer people {event}."),
    ("moderate", "little-or-no-difference"): mark(
        "It probably makes little or no difference to how many people {event}, "
        "compared with {other}."
    ),
    ("low", "more"): mark("Compared with {other}, it may be that more people {event}."),
    ("low", "fewer"): mark("Compared with {other}, it may be that fewer people {event}."),
    ("low", "little-or-no-difference"): mark(
        "It may make little or no difference to how many people {event}, compared with {other}."
    ),
}

#: The largest number of people that outcomes are counted out of.
MOST_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class Group:
    """A run of people in an icon array.

    Attributes:
        role: ``anyway`` (it happens with and without), ``because`` (only with),
            ``spared`` (only without) or ``rest``.
        count: how many people.
        label: what they are, for the legend.
    """

    role: str
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One arm, counted both ways round, for the table.

    Attributes:
        arm: with it, or without it and what was done in its place.
        had: how many people it happened to.
        had_not: how many it did not happen to.
    """

    arm: str
    had: str
    had_not: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """One outcome of one option, ready to be shown.

    Attributes:
        title: what was counted.
        headline: the certainty and the direction in one sentence.
        with_words: how many had it with the option, with group and time.
        without_words: how many had it without; None when nobody was compared.
        other_frame: the same told by those who did not have it.
        certainty: how sure this is, in two or three words.
        rows: the table, one row an arm.
        difference: its last row, with it compared to without; None when nobody was compared.
        facts: what stands below it, each with a name: when, who was counted, how sure and why.
        table_title, columns: what stands above the table, and above its two columns.
        groups: the icon array, in the order in which it is filled; empty when nobody
            was compared.
        legend: what each group is, with its number.
        picture_words: the icon array as a sentence, for those who do not see it.
    """

    outcome: Outcome
    title: str
    headline: str
    with_words: str
    without_words: str | None
    other_frame: str
    certainty: str
    rows: tuple[Row, ...]
    difference: Row | None
    facts: tuple[tuple[str, str], ...]
    table_title: str
    columns: tuple[str, str]
    groups: tuple[Group, ...]
    legend: tuple[str, ...]
    picture_words: str


def numbers_of(outcome: Outcome, option: str) -> Numbers:
    """Return an outcome as words and pictures; *option* is the plain name of the option."""
    if not isinstance(outcome.event, Untranslated):
        return _numbers(outcome, option)
    with speaking(NullTranslations()):  # a sentence is of one language
        numbers = _numbers(outcome, option)
    return replace(
        numbers,
        title=Untranslated(numbers.title),
        headline=Untranslated(numbers.headline),
        with_words=Untranslated(numbers.with_words),
        without_words=numbers.without_words and Untranslated(numbers.without_words),
        other_frame=Untranslated(numbers.other_frame),
        certainty=_(CERTAINTY_NAMES[outcome.certainty]),
        rows=tuple(replace(row, arm=Untranslated(row.arm)) for row in numbers.rows),
        table_title=Untranslated(numbers.table_title),
        columns=(Untranslated(numbers.columns[0]), Untranslated(numbers.columns[1])),
        legend=tuple(map(Untranslated, numbers.legend)),
        picture_words=Untranslated(numbers.picture_words),
    )


def _numbers(outcome: Outcome, option: str) -> Numbers:
    groups = tuple(_groups(outcome))
    return Numbers(
        outcome=outcome,
        title=_("How many people {event}").format(event=outcome.event),
        headline=_headline(outcome),
        with_words=_("With this ({option}): {count} people {event} {time}.").format(
            option=inside_sentence(option),
            count=out_of(outcome.with_, outcome.people),
            event=outcome.event,
            time=outcome.time,
        ),
        without_words=_without_words(outcome),
        other_frame=_other_frame(outcome),
        certainty=_(CERTAINTY_NAMES[outcome.certainty]),
        rows=tuple(_rows(outcome)),
        difference=_difference(outcome),
        facts=(
            (_("When"), outcome.time),
            (_("Who was counted"), outcome.population),
            (_("How sure"), f"{_(CERTAINTY_NAMES[outcome.certainty])}. {outcome.why_uncertain}"),
        ),
        table_title=_("Out of {people} people, {time}").format(
            people=numeral(outcome.people), time=outcome.time
        ),
        columns=(_capital(outcome.event), _capital(outcome.otherwise)),
        groups=groups,
        legend=tuple(_legend(outcome, groups)),
        picture_words=_picture_words(outcome, groups),
    )


def in_short(outcome: Outcome) -> str:
    """Return both arms of an outcome in one or two sentences, for where there is little room."""
    if not isinstance(outcome.event, Untranslated):
        return _in_short(outcome)
    with speaking(NullTranslations()):  # a sentence is of one language
        return Untranslated(_in_short(outcome))


def _in_short(outcome: Outcome) -> str:
    with_ = _("{count} people {event} {time}.").format(
        count=out_of(outcome.with_, outcome.people), event=outcome.event, time=outcome.time
    )
    if outcome.without is None:
        return f"{with_} {_(NO_COMPARISON)}"
    without = _("Without it ({other}): {count}.").format(
        other=outcome.comparator, count=out_of(outcome.without, outcome.people)
    )
    return f"{with_} {without}"


def on_scale(outcome: Outcome, people: Literal[100, 1000]) -> Outcome:
    """Return the same outcome counted out of more people, so that a row has one denominator.

    None or all of 100 stays as it is: out of 1,000 it would claim more than was counted.
    """
    counts = {outcome.with_, outcome.without}
    if outcome.people >= people or counts & {0, outcome.people}:
        return outcome
    times = people // outcome.people
    without = None if outcome.without is None else outcome.without * times
    changes = {"people": people, "with_": outcome.with_ * times, "without": without}
    return outcome.model_copy(update=changes)


def out_of(count: int, people: int) -> str:
    """Return a natural frequency.

    >>> out_of(48, 100), out_of(4, 1000), out_of(0, 1000)
    ('48 out of 100', '4 out of 1,000', 'fewer than 1 out of 1,000')
    """
    return _("{count} out of {people}").format(count=counted(count, people), people=numeral(people))


def counted(count: int, people: int) -> str:
    """Return how many, as a number; none and all of 1,000 are said with care.

    >>> counted(0, 100), counted(0, 1000), counted(1000, 1000)
    ('0', 'fewer than 1', 'more than 999')
    """
    if people == MOST_PEOPLE and count in {0, people}:
        return _("more than 999") if count else _("fewer than 1")
    return numeral(count)


def _headline(outcome: Outcome) -> str:
    if outcome.without is None:
        return _(NO_COMPARISON)
    effect, certainty = outcome.effect, outcome.certainty
    if certainty == "very-low" or effect == "not-known":
        said = [_(NOT_KNOWN), *([_(VERY_UNCERTAIN)] if certainty == "very-low" else ())]
    elif certainty == "not-graded":
        said = [_(NOT_GRADED[effect]), _(NO_RATING)]
    else:
        said = [_(GRADED[certainty, effect])]
    return " ".join(said).format(event=outcome.event, other=outcome.comparator)


def _without_words(outcome: Outcome) -> str | None:
    if outcome.without is None:
        return None
    return _("Without it ({other}): {count} people {event} {time}.").format(
        other=outcome.comparator,
        count=out_of(outcome.without, outcome.people),
        event=outcome.event,
        time=outcome.time,
    )


def _other_frame(outcome: Outcome) -> str:
    rest = out_of(outcome.people - outcome.with_, outcome.people)
    if outcome.without is None:
        said = _("The other way round: {count} people {otherwise}.")
        return said.format(count=rest, otherwise=outcome.otherwise)
    other = out_of(outcome.people - outcome.without, outcome.people)
    return _(
        "The other way round: with this, {count} people {otherwise}; "
        "without it, {count_without} people {otherwise}."
    ).format(count=rest, count_without=other, otherwise=outcome.otherwise)


def _rows(outcome: Outcome) -> Iterator[Row]:
    yield _row(_("With this"), outcome.with_, outcome.people)
    if outcome.without is not None:
        arm = _("Without it ({other})").format(other=outcome.comparator)
        yield _row(arm, outcome.without, outcome.people)


def _row(arm: str, had: int, people: int) -> Row:
    return Row(arm, counted(had, people), counted(people - had, people))


def _difference(outcome: Outcome) -> Row | None:
    if outcome.without is None:
        return None
    gap = outcome.with_ - outcome.without
    # None of 1,000 is shown as "fewer than 1", so the difference to it is no exact number.
    is_rough = outcome.people == MOST_PEOPLE and not {outcome.with_, outcome.without}.isdisjoint(
        {0, outcome.people}
    )
    more = _("about {count} more") if is_rough else _("{count} more")
    fewer = _("about {count} fewer") if is_rough else _("{count} fewer")
    if gap == 0:
        more = fewer = _("as many")
    had, had_not = (more, fewer) if gap > 0 else (fewer, more)
    count = numeral(abs(gap))
    return Row(_("Difference with this"), had.format(count=count), had_not.format(count=count))


def _groups(outcome: Outcome) -> Iterator[Group]:
    if outcome.without is None:
        return
    both = min(outcome.with_, outcome.without)
    yield Group("anyway", both, _("with it and without it"))
    if outcome.with_ > outcome.without:
        yield Group("because", outcome.with_ - both, _("only with it"))
    elif outcome.without > outcome.with_:
        yield Group("spared", outcome.without - both, _("only without it"))
    yield Group("rest", outcome.people - max(outcome.with_, outcome.without), outcome.otherwise)


def _legend(outcome: Outcome, groups: tuple[Group, ...]) -> Iterator[str]:
    for group in groups:
        yield _group_words(group, numeral(group.count), outcome)


def _group_words(group: Group, count: str, outcome: Outcome) -> str:
    if group.role == "rest":
        return _("{count} {otherwise} either way").format(count=count, otherwise=group.label)
    said = _("{count} {event} {when}")
    return said.format(count=count, event=outcome.event, when=group.label)


def _picture_words(outcome: Outcome, groups: tuple[Group, ...]) -> str:
    if not groups:
        return ""
    parts = [
        _group_words(group, counted(group.count, outcome.people), outcome)
        for group in groups
        if group.count
    ]
    return _("Of {people} people {time}: {parts}.").format(
        people=numeral(outcome.people), time=outcome.time, parts="; ".join(parts)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
