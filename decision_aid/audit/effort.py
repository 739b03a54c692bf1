"""How long the questions take, worked out from what the screens hold. Nobody was timed yet.

People differ in how they read a form, so there are two figures:

- *as in a survey*: each answer takes as long as a stand-alone question of an online survey.
  Pew Research Center plans 15 minutes for 85 of these, from the times that its panel needed
  (Pew Research Center, "How we keep our online surveys from running too long", 2022). Such
  panels know forms well, and a long list of choices takes longer than most of their questions.
- *word by word*: everything on every screen is read, each choice is decided on and pressed.
  Adults read English non-fiction silently at 238 words a minute (Brysbaert, "How many words
  do we read per minute?", Journal of Memory and Language 109, 2019; abstract and manuscript),
  most of them between 175 and 300, older people more slowly. To decide takes 1.35 seconds,
  to point 1.1 and to press 0.2 (the keystroke-level model of Card, Moran and Newell, 1980, as
  the University of Hamburg quotes it); the 0.2 is that of an average skilled typist.

Someone in pain, tired, or reading a second language may need longer than either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from decision_aid.cases import Case
from decision_aid.questionnaire.journey import journey_of
from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Question, Rulebook, Screen

SECONDS_A_SURVEY_QUESTION = 15 * 60 / 85
WORDS_A_MINUTE = 238
SECONDS_A_CHOICE = 1.35 + 1.1 + 0.2

#: What issue and standards ask of the median way.
MOST_SCREENS, MOST_MINUTES = 16, 6
#: What the start page tells: the median of the worked cases both ways, in whole minutes.
#: A test compares it with what is measured.
MINUTES_TOLD = (6, 12)


@dataclass(frozen=True, slots=True)
class Effort:
    """What the questions before the overview ask of someone.

    Attributes:
        questions: places for an answer, each row of a table being one.
        words: on all screens together, without the frame of the page.
        choices: how often something is chosen or sent.
    """

    screens: float
    questions: float
    words: float
    choices: float

    @property
    def minutes_as_in_a_survey(self) -> float:
        """Return the minutes, counted by questions.

        >>> Effort(screens=15, questions=34, words=0, choices=0).minutes_as_in_a_survey
        6.0
        """
        return self.questions * SECONDS_A_SURVEY_QUESTION / 60

    @property
    def minutes_word_by_word(self) -> float:
        """Return the minutes, counted by words and choices.

        >>> Effort(screens=0, questions=0, words=2380, choices=0).minutes_word_by_word
        10.0
        """
        return self.words / WORDS_A_MINUTE + self.choices * SECONDS_A_CHOICE / 60


def effort_of(screens: Iterable[Screen], counted: Mapping[str, Answer]) -> Effort:
    """Return the effort of some screens, given the answers that count on them."""
    screens = tuple(screens)
    fields = [field.id for s in screens for q in s.questions for field in q.fields]
    given = [counted[name] for name in fields if name in counted]
    chosen = sum(len(answer) if isinstance(answer, tuple) else 1 for answer in given)
    return Effort(
        screens=len(screens),
        questions=len(fields),
        words=sum(len(text.split()) for screen in screens for text in _texts(screen)),
        choices=chosen + len(screens),
    )


def _texts(screen: Screen) -> Iterable[str]:
    yield from filter(None, (screen.title, screen.intro))
    for question in screen.questions:
        yield from _texts_of(question)


def _texts_of(question: Question) -> Iterable[str]:
    yield from filter(None, (question.ask, question.why, question.hint))
    for choice in (*question.rows, *question.choices):
        yield from filter(None, (choice.text, choice.hint))


def median_effort(cases: Iterable[Case], rulebook: Rulebook) -> Effort:
    """Return the effort in the middle of the worked cases that go all the way."""
    efforts = [
        effort_of(journey.before_overview, journey.counted)
        for case in cases
        if case.record.expect.urgency == "none" and not case.record.expect.stop
        for journey in (journey_of(rulebook, case.answers),)
    ]
    return Effort(
        median(effort.screens for effort in efforts),
        median(effort.questions for effort in efforts),
        median(effort.words for effort in efforts),
        median(effort.choices for effort in efforts),
    )
