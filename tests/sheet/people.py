"""People made up for the tests: who says as little, and who says as much as can be."""

from __future__ import annotations

from random import Random

from decision_aid.questionnaire.answers import Answers
from decision_aid.questionnaire.journey import journey_of
from decision_aid.questionnaire.pains import fields_of_one_pain, parted
from decision_aid.rulebook.model import NONE_OF_THESE, NOT_SURE, Field, Question, Rulebook

START = {"main_region": "knee", "age_band": "18_49", "country": "uk", "safe_now": "no"}
NOTHING_URGENT = {"one": "no", "many": (NONE_OF_THESE,)}

#: Answers that would end the way through the aid.
QUIET = {
    "about_you": ("recent_procedure", "breastfeeding"),
    "about_this_pain": (NONE_OF_THESE,),
    "cancer_link": "not_linked",
}

#: A seed and two places of pain.
TWO_FULL = (
    (0, "head", "all_over"),
    (1, "face", "missing_limb"),
    (2, "neck", "foot"),
    (3, "shoulder", "knee"),
    (4, "arm", "leg"),
    (5, "hand", "hip"),
    # The fullest of 150 that were made up by chance.
    (564635, "foot", "buttock"),
    (816256, "hand", "knee"),
)

LONG_WORDS = (
    "The pain never lets me be. I cannot carry my grandchild up the stairs, sit through a film, or "
    "plan a week ahead, and I am tired of explaining it to people who think that it cannot be so "
    "bad. I want to know what is left to try, what it would cost me, and who will look after me "
    "when it does not go well."
)[:300]


def says_little(rulebook: Rulebook) -> Answers:
    """Return the fewest answers with which someone reaches the overview."""
    kept = {"about_you", "conditions", "operations", "medicines", "allergies", "right_now"}
    return _answered(rulebook, START, lambda _, f: (NONE_OF_THESE,) if f.id in kept else None)


def says_much(rulebook: Rulebook, seed: int, region: str = "low_back") -> Answers:
    """Return answers to every question, with every choice that may be chosen at once."""
    pick = Random(seed)
    start = {**START, **QUIET, "main_region": region, "age_band": "70_plus"}

    def everything(question: Question, field: Field) -> object:
        if field.kind == "number":
            return pick.randint(0, 10)
        if field.kind == "text":
            return LONG_WORDS[: field.most].strip()
        choices = [choice for choice in question.choices if choice.id != NOT_SURE]
        if field.kind == "many":
            return tuple(choice.id for choice in choices if not choice.exclusive)
        return pick.choice([choice.id for choice in choices])

    return _answered(rulebook, start, everything)


def says_much_of_two(
    rulebook: Rulebook, seed: int, one: str, other: str
) -> tuple[Answers, Answers]:
    """Return such answers about one pain, and about another pain of the same person."""
    own = fields_of_one_pain(rulebook)
    first = says_much(rulebook, seed, one)
    about_second, _ = parted(says_much(rulebook, seed + 100, other), own)
    return first, parted(first, own)[1].changed(about_second)


def says_some(rulebook: Rulebook, seed: int) -> Answers:
    """Return answers as a person might give them."""
    pick = Random(seed)
    regions = rulebook.fields["main_region"].choices
    start = {**START, **QUIET, "about_you": (NONE_OF_THESE,)}
    start["main_region"] = pick.choice(regions)

    def some(question: Question, field: Field) -> object:
        if pick.random() < 0.1:  # a skipped question
            return None
        if field.kind == "number":
            return pick.randint(0, 10)
        if field.kind == "text":
            return LONG_WORDS[: pick.randint(10, field.most)].strip()
        choices = [choice for choice in question.choices if choice.id != NOT_SURE]
        if field.kind == "many":
            open_to_all = [choice.id for choice in choices if not choice.exclusive]
            chosen = set(pick.sample(open_to_all, min(len(open_to_all), pick.randint(1, 3))))
            return tuple(name for name in open_to_all if name in chosen)
        return pick.choice([choice.id for choice in choices])

    return _answered(rulebook, start, some)


def _answered(rulebook: Rulebook, start: dict[str, object], answer) -> Answers:
    answers = Answers.of(start)
    for screen in rulebook.screens:
        shown = journey_of(rulebook, answers, so_far=True).screen(screen.id)
        if shown is None:
            continue
        given = {}
        for question in shown.questions:
            for field in question.fields:
                if field.id in start:
                    continue
                if question.role == "urgent":
                    given[field.id] = NOTHING_URGENT[field.kind]
                else:
                    given[field.id] = answer(question, field)
        answers = answers.changed(
            {name: value for name, value in given.items() if value is not None}
        )
    return answers
