"""Answers in words, where they are spoken of: what was told, and what else could be told."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from decision_aid.language import gettext as _
from decision_aid.reasons.nearest import Gap, Mixture
from decision_aid.rulebook.describe import choice_text
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Field, Rulebook
from decision_aid.rulebook.points import either, quoted


def fitting(gap: Gap, rulebook: Rulebook) -> str:
    """Return the answers that would leave no gap."""
    field = rulebook.fields[gap.field]
    mixtures = [fit for fit in gap.fits if isinstance(fit, Mixture)]
    if not mixtures:
        values: tuple[Answer, ...] = tuple(v for v in gap.fits if isinstance(v, str | int))
        return answers_words(values, field, rulebook)
    single = {min(m.with_) for m in mixtures if len(m.with_) == 1 and not m.without}
    texts = [either(texts_of(single, field, rulebook))] if single else []
    mixed = [m for m in mixtures if len(m.with_) != 1 or m.without]
    in_order = sorted(mixed, key=lambda m: (sorted(m.with_), sorted(m.without)))
    texts += [_mixture(mixture, field, rulebook) for mixture in in_order]
    return _("; or ").join(texts)


def _mixture(mixture: Mixture, field: Field, rulebook: Rulebook) -> str:
    without = either(texts_of(mixture.without, field, rulebook)) if mixture.without else ""
    if not mixture.with_:
        return _("any answer but {choices}").format(choices=without) if without else _("any answer")
    together = _(" and ").join(quoted(text) for text in texts_of(mixture.with_, field, rulebook))
    if not without:
        return together
    return _("{choices}, but not {without}").format(choices=together, without=without)


def texts_of(choices: Collection[str], field: Field, rulebook: Rulebook) -> list[str]:
    """Return the words of choices, in the order of the question."""
    return [choice_text(field.id, name, rulebook) for name in field.choices if name in choices]


def told_words(answer: Answer, field: Field, rulebook: Rulebook) -> str:
    """Return what a person told, their choices of a list one after another."""
    if isinstance(answer, tuple):
        return ", ".join(quoted(text) for text in texts_of(answer, field, rulebook))
    return answers_words((answer,), field, rulebook)


def answers_words(answers: Collection[Answer], field: Field, rulebook: Rulebook) -> str:
    """Return answers to choose from: in quotes, and numbers as spans."""
    if field.kind == "number":
        return _spans(sorted(n for n in answers if isinstance(n, int)), field)
    if field.kind == "one":
        return either(texts_of([str(name) for name in answers], field, rulebook))
    lists = [answer for answer in answers if isinstance(answer, tuple)]
    return _(" or ").join(
        _(" and ").join(quoted(text) for text in texts_of(answer, field, rulebook))
        for answer in lists
    )


def _spans(numbers: list[int], field: Field) -> str:
    """Return numbers as spans: 5, 6 … 10 of 10 is "5 or more"."""
    spans = []
    for _key, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _place, number in group]
        low, high = run[0], run[-1]
        if low == high:
            words = "{low}"
        elif high == field.high:
            words = _("{low} or more")
        elif low == field.low:
            words = _("{high} or less")
        else:
            words = _("{low} to {high}")
        spans.append(words.format(low=low, high=high))
    return _(" or ").join(spans)
