"""One fault for each message that the loader can give, as a small patch of the minimal rulebook.

In the new text ``▸`` marks the spot that the message must point at; it is taken out
before the file is written.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

MINIMAL = Path(__file__).parent / "minimal"
MARK = "▸"


@dataclass(frozen=True)
class Broken:
    """In *file*, *old* is replaced by *new*; the one problem must then say all of *says*."""

    name: str
    file: str
    old: str
    new: str
    says: tuple[str, ...]


def minimal_copy(folder: Path) -> Path:
    """Return a copy of the minimal rulebook that a test may spoil."""
    return Path(shutil.copytree(MINIMAL, folder / "rules"))


def spoil(rules: Path, broken: Broken) -> str:
    """Put the fault in place; return where it stands, as ``file:line:column``."""
    path = rules / broken.file
    text = path.read_text(encoding="utf-8")
    assert text.count(broken.old) == 1, f"{broken.name}: {broken.old!r} stands not once"
    assert broken.new.count(MARK) == 1, f"{broken.name}: the new text has no mark"
    marked = text.replace(broken.old, broken.new)
    before = marked[: marked.index(MARK)]
    path.write_text(marked.replace(MARK, ""), encoding="utf-8")
    return (
        f"rules/{broken.file}:{before.count(chr(10)) + 1}:{len(before.rsplit(chr(10), 1)[-1]) + 1}"
    )


KNEE, NEEDLE, EXERCISE = "findings/knee.yaml", "options/knee-needle.yaml", "options/exercise.yaml"
PAIN, SAFETY, LOW = "questionnaire/01-pain.yaml", "safety/safety.yaml", "urgent/urgent-low.yaml"
SCOPE, CARE, COMBINATIONS = (
    "urgent/out-of-scope.yaml",
    "urgent/care.yaml",
    "urgent/combinations.yaml",
)
SOURCES, GLOSSARY = "sources/sources.yaml", "glossary.yaml"
EDITION, PLACES, MATTERS = "edition.yaml", "places.yaml", "matters.yaml"
WHAT_MATTERS = "questionnaire/03-matters.yaml"
AFTERCARE, READY = "aftercare.yaml", "ready.yaml"

ASK_WHEN = "    when: {finding: sore-knee-that-burns}\n"
BURNS = "        - {answer: pain_features, includes: burning}\n"
LIGHT = "        - {answer: pain_average, at_most: 2}\n"
NOT_TRIED = "{answer: tried_exercise, any_of: [not_tried, not_sure]}"

YAML_FAULTS = (
    Broken(
        "not YAML",
        KNEE,
        "topic: knee\n",
        "topic: [knee\nfindings▸:\n",
        ("not valid YAML",),
    ),
    Broken(
        "a key twice",
        KNEE,
        "topic: knee\n",
        "topic: knee\n▸topic: hip\n",
        ('the key "topic" stands twice', "first on line 1"),
    ),
    Broken(
        "an anchor",
        KNEE,
        "    when: {answer: main_region, is: knee}\n    restates: true\n",
        "    when: ▸&knee {answer: main_region, is: knee}\n    restates: *knee\n",
        ("anchors and aliases", "not used here"),
    ),
    Broken(
        "lists in lists without end",
        KNEE,
        "topic: knee\n",
        "topic: " + "[" * 60 + MARK + "[]" + "]" * 60 + "\n",
        ("nested more than 60 levels deep",),
    ),
    Broken("a tag", KNEE, "topic: knee", "topic: ▸!x knee", ("tags (!) are not used here",)),
    Broken(
        "a list as a key", KNEE, "topic: knee", "topic: knee\n? ▸[a]\n: b", ("a key is a name",)
    ),
    Broken(
        "a day that never was",
        EDITION,
        "}\ndate: 2026-01-01",
        "}\ndate: ▸2026-02-30",
        ('there is no day "2026-02-30"',),
    ),
)

SHAPE_FAULTS = (
    Broken(
        "unknown key",
        KNEE,
        "    says: The knee hurts\n",
        "    ▸sais: The knee hurts\n    says: The knee hurts\n",
        ('unknown key "sais"', 'did you mean "says"?', "Allowed: cites, id, restates, says, when."),
    ),
    Broken(
        "unknown key of a question",
        PAIN,
        "        ask: How strong is it?\n",
        "        ask: How strong is it?\n        ▸hnit: From 0 to 10\n",
        ('unknown key "hnit"', 'did you mean "hint"?'),
    ),
    Broken(
        "unknown key of a reference to a list",
        PAIN,
        "      - urgent_list: urgent_low\n",
        "      - urgent_list: urgent_low\n        ▸why: Because\n",
        ('unknown key "why"', "Allowed: urgent_list."),
    ),
    Broken(
        "missing key",
        KNEE,
        "  - id: sore-knee\n    says: The knee hurts\n",
        "  - ▸id: sore-knee\n",
        ('the key "says" is missing here',),
    ),
    Broken(
        "missing key of a question",
        PAIN,
        "      - id: pain_average\n        type: number\n        role: pain\n",
        "      - ▸id: pain_average\n        type: number\n",
        ('the key "role" is missing here',),
    ),
    Broken(
        "unknown key of a stop",
        SCOPE,
        "    at: once\n",
        "    at: once\n    ▸wen: now\n",
        ('unknown key "wen"', 'did you mean "when"?'),
    ),
    Broken(
        "missing key of a file",
        EDITION,
        'version: "1"\n',
        "▸",
        ('the key "version" is missing here',),
    ),
    Broken(
        "number for a text",
        KNEE,
        "says: The knee hurts\n",
        "says: ▸5\n",
        ("this should be a valid string", 'not "5"'),
    ),
    Broken(
        "text for a list",
        SAFETY,
        "for: [needles]",
        "for: ▸needles",
        ("this should be a list", 'not "needles"'),
    ),
    Broken(
        "text for a mapping",
        NEEDLE,
        "what_it_is: {text: A thin needle., cites: [trial]}",
        "what_it_is: ▸A thin needle.",
        ("this should be a mapping", 'not "A thin needle."'),
    ),
    Broken(
        "text for a screen's question",
        PAIN,
        "      - urgent_list: urgent_low\n",
        "      - urgent_list: urgent_low\n      - ▸5\n",
        ("this should be a mapping",),
    ),
    Broken(
        "text for yes or no",
        PAIN,
        "        required: true\n        ask: How old are you?\n",
        "        required: ▸often\n        ask: How old are you?\n",
        ("this should be a valid boolean", 'not "often"'),
    ),
    Broken(
        "a day in words",
        NEEDLE,
        "reviewed: 2026-01-01",
        "reviewed: ▸last week",
        ("this should be a valid date", 'not "last week"'),
    ),
    Broken("empty list", SAFETY, "for: [needles]", "for: ▸[]", ("this list may not be empty",)),
    Broken(
        "empty text",
        KNEE,
        "says: The knee hurts\n",
        'says: ▸" "\n',
        ("this text may not be empty",),
    ),
    Broken(
        "value that is not on the list",
        NEEDLE,
        "certainty: low",
        "certainty: ▸lwo",
        ('unknown value "lwo"', 'did you mean "low"?', "high, low, moderate"),
    ),
    Broken(
        "number that is not on the list",
        NEEDLE,
        "people: 100",
        "people: ▸50",
        ('unknown value "50"', "Allowed: 100, 1000."),
    ),
    Broken(
        "number below zero",
        NEEDLE,
        "with: 40",
        "with: ▸-1",
        ("this should be greater than or equal to 0", 'not "-1"'),
    ),
    Broken(
        "id in the wrong style",
        GLOSSARY,
        "id: knee-cap",
        "id: ▸Knee_cap",
        ('"Knee_cap" is not written as words-with-hyphens',),
    ),
    Broken(
        "question id in the wrong style",
        PAIN,
        "{id: ache, text: A dull ache}",
        "{id: ▸dull-ache, text: A dull ache}",
        ('"dull-ache" is not written as words_with_underscores',),
    ),
    Broken(
        "reading date in the wrong style",
        SOURCES,
        "read_on: 2026-01\n",
        "read_on: ▸January\n",
        ('"January" is not written as a year and month such as 2026-11',),
    ),
)

QUESTION_FAULTS = (
    Broken(
        "number without bounds",
        PAIN,
        "      - id: pain_average\n",
        "      - ▸id: pain_average\n        if_skipped: null\n",
        ("needs min and max, min below max",),
    ),
    Broken(
        "question without a reason",
        PAIN,
        "      - id: age_band\n        type: one\n        role: about\n        required: true\n"
        "        ask: How old are you?\n        why: This aid is for adults.\n",
        "      - ▸id: age_band\n        type: one\n        role: about\n        required: true\n"
        "        ask: How old are you?\n",
        ('the key "why" is missing here',),
    ),
    Broken(
        "urgent question without a way out",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n        type: one\n        role: sheet\n",
        "      - ▸id: matters\n        type: one\n        role: urgent\n",
        ("an urgent question offers the choice not_sure",),
    ),
    Broken(
        "question that cannot be skipped",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n        type: one\n        role: sheet\n",
        "      - ▸id: matters\n        type: one\n        role: sheet\n        required: true\n",
        ("a question of this role may be skipped",),
    ),
    Broken(
        "question without choices",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n        type: one\n",
        "      - ▸id: matters\n        type: one\n        rows: []\n",
        ("a question of type one needs choices",),
    ),
    Broken(
        "text without a longest length",
        WHAT_MATTERS,
        "      - id: own\n        type: text\n        role: sheet\n        most: 20\n",
        "      - ▸id: own\n        type: text\n        role: sheet\n",
        ("a question of type text needs most, no choices, and may be left empty",),
    ),
    Broken(
        "text that a rule might read",
        WHAT_MATTERS,
        "      - id: own\n        type: text\n        role: sheet\n",
        "      - ▸id: own\n        type: text\n        role: history\n",
        ("a question of type text has the role sheet: no rule reads it",),
    ),
    Broken(
        "longest length without a text",
        WHAT_MATTERS,
        "      - id: matters\n        type: one\n",
        "      - ▸id: matters\n        type: one\n        most: 20\n",
        ("most belongs to a question of type text",),
    ),
    Broken(
        "rows without a matrix",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n        type: one\n",
        "      - ▸id: matters\n        type: one\n        rows: [{id: a_row, text: A row}]\n",
        ("rows belong to a question of type matrix",),
    ),
    Broken(
        "if_skipped without the choice",
        PAIN,
        "      - id: pain_features\n        type: many\n",
        "      - ▸id: pain_features\n        type: many\n        if_skipped: not_sure\n",
        ("if_skipped: not_sure is not one of its choices",),
    ),
    Broken(
        "two questions without a heading",
        PAIN,
        "  - id: what-it-is-like\n    title: What is it like?\n",
        "  - ▸id: what-it-is-like\n",
        ("a screen with more than one question needs a title",),
    ),
    Broken(
        "unknown list of urgent signs",
        PAIN,
        "      - urgent_list: urgent_low\n",
        "      - urgent_list: urgent_low\n"
        "  - id: more\n    questions:\n      - urgent_list: ▸urgent_lw\n",
        ('unknown list of urgent signs "urgent_lw"', 'did you mean "urgent_low"?'),
    ),
    Broken(
        "list asked twice",
        LOW,
        "list: urgent_low\n",
        "list: ▸urgent_low\n",
        ('the list "urgent_low" is asked on 2 screens, not on 1',),
    ),
    Broken(
        "question reads its own screen",
        PAIN,
        "        ask: How strong is it?\n",
        "        when: ▸{answer: pain_features, includes: ache}\n        ask: How strong is it?\n",
        ('"pain_features" is asked on this screen or later', "only earlier ones"),
    ),
    Broken(
        "choice reads a later screen",
        PAIN,
        "{id: ache, text: A dull ache}",
        "{id: ache, text: A dull ache, when: ▸{answer: tried_gel, is: helped}}",
        ('"tried_gel" is asked on this screen or later',),
    ),
    Broken(
        "question reads a finding",
        PAIN,
        "        ask: How strong is it?\n",
        "        when: {finding: ▸sore-knee}\n        ask: How strong is it?\n",
        ('unknown finding "sore-knee"', "Allowed: none."),
    ),
    Broken(
        "question twice",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n",
        "      - ▸id: pain_features\n",
        ('the question "pain_features" stands at rules/questionnaire/01-pain.yaml:32:9 too',),
    ),
    Broken(
        "choice twice",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n",
        "      - ▸id: matters\n",
        ('"matters" offers the choice "relief" 2 times',),
    ),
    Broken(
        "sign with the name of another choice",
        LOW,
        "list: urgent_low\n",
        "list: ▸urgent_low\n",
        ('"urgent_low" offers the choice "saddle" 2 times',),
    ),
    Broken(
        "name that the engine keeps for itself",
        "questionnaire/03-matters.yaml",
        "      - id: matters\n",
        "      - ▸id: sid\n",
        ('"sid" is a name that the engine keeps for itself',),
    ),
    Broken(
        "screen twice",
        "questionnaire/03-matters.yaml",
        "  - id: what-matters\n",
        "  - ▸id: medicines\n",
        ('the screen "medicines" stands at rules/questionnaire/02-safety.yaml:4:5 too',),
    ),
)

CONDITION_FAULTS = (
    Broken(
        "unknown question",
        NEEDLE,
        LIGHT,
        "        - {answer: ▸pain_avrage, at_most: 2}\n",
        ('unknown question "pain_avrage"', 'did you mean "pain_average"?'),
    ),
    Broken(
        "unknown choice",
        KNEE,
        BURNS,
        "        - {answer: pain_features, includes: ▸burnin}\n",
        ('unknown choice of the question "pain_features" "burnin"', 'did you mean "burning"?'),
    ),
    Broken(
        "unknown choice in a list",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, any_of: [not_tried, ▸perhaps]}",
        (
            'unknown choice of the question "tried_exercise" "perhaps"',
            "helped, not_sure, not_tried",
        ),
    ),
    Broken(
        "unknown finding",
        NEEDLE,
        LIGHT,
        "        - {finding: ▸sore-kne}\n",
        ('unknown finding "sore-kne"', 'did you mean "sore-knee"?'),
    ),
    Broken(
        "finding that is no name",
        NEEDLE,
        LIGHT,
        "        - {finding: ▸{a: b}}\n",
        ("unknown finding",),
    ),
    Broken(
        "unknown sign",
        COMBINATIONS,
        "{sign: unsteady}",
        "{sign: ▸unstedy}",
        ('unknown urgent sign "unstedy"', 'did you mean "unsteady"?'),
    ),
    Broken(
        "sign that is no name",
        COMBINATIONS,
        "{sign: unsteady}",
        "{sign: ▸{a: b}}",
        ("unknown urgent sign",),
    ),
    Broken(
        "sign that was not told",
        COMBINATIONS,
        "{sign: unsteady}",
        "{not: {sign: ▸unsteady}}",
        ("may not rest on an urgent sign that was not told",),
    ),
    Broken(
        "urgent rule that reads a finding",
        COMBINATIONS,
        "{sign: unsteady}",
        "{finding: ▸sore-knee}",
        ('unknown finding "sore-knee"', "Allowed: none."),
    ),
    Broken(
        "operator for many on a question with one answer",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, includes: ▸not_tried}",
        ('"includes" does not fit the question "tried_exercise"', "takes is or any_of"),
    ),
    Broken(
        "operator for one on a question with many answers",
        KNEE,
        BURNS,
        "        - {answer: pain_features, is: ▸burning}\n",
        ('"is" does not fit the question "pain_features"', "takes includes or includes_any"),
    ),
    Broken(
        "operator for one on a number",
        NEEDLE,
        LIGHT,
        "        - {answer: pain_average, is: ▸2}\n",
        ('"is" does not fit the question "pain_average"', "takes at_least or at_most"),
    ),
    Broken(
        "number out of bounds",
        NEEDLE,
        LIGHT,
        "        - {answer: pain_average, at_most: ▸11}\n",
        ('"pain_average" is a whole number from 0 to 10, not "11"',),
    ),
    Broken(
        "text for a number",
        NEEDLE,
        LIGHT,
        "        - {answer: pain_average, at_most: ▸two}\n",
        ('"pain_average" is a whole number from 0 to 10, not "two"',),
    ),
    Broken(
        "true for a number",
        NEEDLE,
        LIGHT,
        "        - {answer: pain_average, at_most: ▸true}\n",
        ('"pain_average" is a whole number from 0 to 10, not "True"',),
    ),
    Broken(
        "one choice where a list belongs",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, any_of: ▸not_tried}",
        ('"any_of" takes a list of choices',),
    ),
    Broken(
        "empty list of choices",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, any_of: ▸[]}",
        ('"any_of" takes a list of choices',),
    ),
    Broken(
        "list where one choice belongs",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, is: ▸[not_tried]}",
        ('"is" takes one choice',),
    ),
    Broken(
        "unknown comparison",
        NEEDLE,
        NOT_TRIED,
        "{answer: tried_exercise, anyof: ▸[not_tried]}",
        ('unknown comparison "anyof"', 'did you mean "any_of"?'),
    ),
    Broken(
        "no comparison",
        NEEDLE,
        NOT_TRIED,
        "▸{answer: tried_exercise}",
        ('the question "tried_exercise" takes one comparison, and there is none',),
    ),
    Broken(
        "two comparisons",
        NEEDLE,
        NOT_TRIED,
        "▸{answer: tried_exercise, is: not_tried, any_of: [not_sure]}",
        ('"tried_exercise" takes one comparison, not is and any_of at once',),
    ),
    Broken(
        "comparison without a question",
        NEEDLE,
        NOT_TRIED,
        "▸{is: not_tried}",
        ('"is" compares an answer: of which question?',),
    ),
    Broken(
        "unknown word of a condition",
        NEEDLE,
        NOT_TRIED,
        "▸{anny: [{finding: sore-knee}]}",
        ('unknown word of a condition "anny"', 'did you mean "any"?'),
    ),
    Broken(
        "two words of a condition at once",
        NEEDLE,
        NOT_TRIED,
        "▸{finding: sore-knee, all: []}",
        ("a condition says one thing, not all and finding at once",),
    ),
    Broken(
        "word that does not belong",
        NEEDLE,
        NOT_TRIED,
        "{finding: sore-knee, is: ▸knee}",
        ('"is" does not belong beside "finding"',),
    ),
    Broken(
        "condition that is no mapping",
        NEEDLE,
        NOT_TRIED,
        "▸not_tried",
        ("a condition is a mapping", 'not "not_tried"'),
    ),
    Broken(
        "branch that is no list",
        NEEDLE,
        NOT_TRIED,
        "{any: ▸{finding: sore-knee}}",
        ('"any" holds a list of conditions',),
    ),
    Broken("empty branch", NEEDLE, NOT_TRIED, "{all: ▸[]}", ('"all" holds a list of conditions',)),
)

RULE_FAULTS = (
    Broken(
        "a place that the edition lacks and nobody can choose",
        EDITION,
        'version: "1"\nchanges',
        'version: "1"\nnot_yet: {places: [▸kne], says: More are in use.}\nchanges',
        ('unknown place "kne"', 'did you mean "knee"'),
    ),
    Broken(
        "a change of an option that does not exist",
        EDITION,
        "options: all",
        "options: [▸knee-nedle]",
        ('unknown option "knee-nedle"', 'did you mean "knee-needle"'),
    ),
    Broken(
        "an edition that does not tell what it changed",
        EDITION,
        'version: "1"\nchanges',
        '▸version: "2"\nchanges',
        ("changes: the first one is of this version and date",),
    ),
    Broken(
        "an edition whose newest change is of another day",
        EDITION,
        'version: "1"\nchanges:\n  - {version: "1", date: 2026-01-01',
        '▸version: "1"\nchanges:\n  - {version: "1", date: 2026-01-02',
        ("changes: the first one is of this version and date",),
    ),
    Broken(
        "an edition whose newest change does not come first",
        EDITION,
        'version: "1"\nchanges:\n',
        '▸version: "1"\nchanges:\n'
        '  - {version: "0", date: 2026-01-01, says: [Before.], options: all}\n',
        ("changes: the first one is of this version and date",),
    ),
    Broken(
        "a place of pain that nobody can choose",
        PLACES,
        "  - id: knee\n",
        "  - id: ▸kne\n",
        ('unknown place "kne"', 'did you mean "knee"'),
    ),
    Broken(
        "a place of pain told twice",
        PLACES,
        "  - id: all_over\n",
        "  - id: ▸knee\n",
        ('the place "knee" stands twice',),
    ),
    Broken(
        "a place of pain of which nothing is told",
        PLACES,
        "places:\n  - id: low_back\n    title: Pain in the low back\n"
        "    what_it_can_be: [{text: It has many sources., cites: [trial]}]\n"
        "    how_it_goes: [{text: It often eases., cites: [trial]}]\n",
        "▸places:\n",
        ('the place "low_back" is missing',),
    ),
    Broken(
        "rule without a reason",
        NEEDLE,
        "  - id: knee-needle-caution-1\n",
        "  - ▸id: knee-needle-caution-1\n",
        ('the key "because" is missing here',),
    ),
    Broken(
        "rule without a source",
        NEEDLE,
        "    because: The pain is light.\n    cites: [trial]\n",
        "    because: The pain is light.\n    cites: ▸[]\n",
        ("this list may not be empty",),
    ),
    Broken(
        "unknown effect",
        NEEDLE,
        "    then: first\n",
        "    then: ▸frist\n",
        ('unknown value "frist"', 'did you mean "first"?'),
    ),
    Broken(
        "unknown source",
        NEEDLE,
        "    because: The pain is light.\n    cites: [trial]\n",
        "    because: The pain is light.\n    cites: [trial, ▸trail]\n",
        ('unknown source "trail"', 'did you mean "trial"?', "Allowed: leaflet, trial."),
    ),
    Broken(
        "source that is no name",
        NEEDLE,
        "    because: The pain is light.\n    cites: [trial]\n",
        "    because: The pain is light.\n    cites: [▸{a: b}]\n",
        ("this should be a valid string",),
    ),
    Broken(
        "source that nothing cites",
        SOURCES,
        "  - id: trial\n",
        "  - ▸id: lost\n    title: A lost one\n    kind: trial\n"
        "    read: page\n    read_on: 2026-01\n"
        "  - id: trial\n",
        ('nothing cites the source "lost"', "cite it or take it out"),
    ),
    Broken(
        "source twice",
        SOURCES,
        "  - id: trial\n",
        "  - ▸id: leaflet\n    title: A leaflet\n    kind: trial\n"
        "    read: page\n    read_on: 2026-01\n"
        "  - id: trial\n",
        ('the source "leaflet" stands at rules/sources/sources.yaml:2:5 too',),
    ),
    Broken(
        "rule twice",
        NEEDLE,
        "  - id: knee-needle-first-1\n",
        "  - ▸id: knee-needle-ask-1\n",
        (
            'the id "knee-needle-ask-1" is taken',
            "it stands at rules/options/knee-needle.yaml:56:5 too",
        ),
    ),
    Broken(
        "finding that nothing reads",
        KNEE,
        "  - id: sore-knee-that-burns\n",
        "  - ▸id: lonely\n    says: The knee is lonely\n    when: {answer: main_region, is: knee}\n"
        "    restates: true\n  - id: sore-knee-that-burns\n",
        ('no rule reads the finding "lonely"',),
    ),
    Broken(
        "finding without a basis",
        KNEE,
        "  - id: sore-knee\n    says: The knee hurts\n    when: {answer: main_region, is: knee}\n"
        "    restates: true\n",
        "  - ▸id: sore-knee\n    says: The knee hurts\n    when: {answer: main_region, is: knee}\n",
        ("a finding needs cites, or restates: true",),
    ),
    Broken(
        "circle of findings",
        KNEE,
        "  - id: sore-knee\n    says: The knee hurts\n    when: {answer: main_region, is: knee}\n",
        "  - ▸id: sore-knee\n    says: The knee hurts\n    when: {finding: sore-knee}\n",
        ("findings build on each other in a circle: sore-knee -> sore-knee",),
    ),
    Broken(
        "too many branches",
        NEEDLE,
        "  - id: knee-needle-ask-1\n" + ASK_WHEN,
        "  - ▸id: knee-needle-ask-1\n    when: {all: ["
        + ", ".join(["{any: [{finding: sore-knee}, {finding: sore-knee-that-burns}]}"] * 6)
        + "]}\n",
        ('the rule "knee-needle-ask-1" has 64 branches', "the engine holds 40", "as a finding"),
    ),
    Broken(
        "too many groups of tests",
        NEEDLE,
        "  - id: knee-needle-ask-1\n" + ASK_WHEN,
        "  - ▸id: knee-needle-ask-1\n    when: {all: [{finding: sore-knee-that-burns}, "
        + ", ".join(["{answer: main_region, any_of: [knee, low_back]}"] * 15)
        + "]}\n",
        ('the rule "knee-needle-ask-1" has 16 groups of tests', "the engine holds 15"),
    ),
    Broken(
        "ask reads a safety answer",
        NEEDLE,
        "  - id: knee-needle-ask-1\n" + ASK_WHEN,
        "  - ▸id: knee-needle-ask-1\n    when: {all: [{finding: sore-knee-that-burns}, "
        "{answer: medicines, includes: none_of_these}]}\n",
        ('"knee-needle-ask-1" says ask and reads "medicines", which can only add care',),
    ),
    Broken(
        "ask rests on an absence",
        NEEDLE,
        "  - id: knee-needle-ask-1\n" + ASK_WHEN,
        "  - ▸id: knee-needle-ask-1\n    when: {not: {finding: sore-knee-that-burns}}\n",
        ('"knee-needle-ask-1" says ask and rests on not finding "sore-knee-that-burns"',),
    ),
    Broken(
        "rule that reads the sheet",
        NEEDLE,
        "  - id: knee-needle-caution-1\n    when:\n      all:\n        - {finding: sore-knee}\n"
        + LIGHT,
        "  - ▸id: knee-needle-caution-1\n    when: {answer: matters, is: relief}\n",
        ('no rule reads "matters": it is for the sheet only',),
    ),
    Broken(
        "rule that is not named after its option",
        NEEDLE,
        "  - id: knee-needle-caution-1\n",
        "  - id: ▸light-pain\n",
        ('"light-pain" starts with the id of its option',),
    ),
    Broken(
        "wording that promises",
        KNEE,
        "says: The knee hurts\n",
        "says: ▸A proven pattern\n",
        ('"proven" is not a phrase of this aid', "it promises"),
    ),
    Broken(
        "bare per cent in a title",
        SCOPE,
        "title: Pain all over",
        "title: ▸Pain in 50% of people",
        ('"0%" is not a phrase of this aid', "out of 100"),
    ),
)

MATTERS_FAULTS = (
    Broken(
        "mark for an answer that does not exist",
        MATTERS,
        "marked: [much]",
        "marked: [▸mush]",
        ('unknown answer "mush"; did you mean "much"?',),
    ),
    Broken(
        "concern that is not asked",
        MATTERS,
        "  - id: matters_pain\n",
        "  - id: ▸matters_pains\n",
        ('unknown concern "matters_pains"; did you mean "matters_pain"?',),
    ),
    Broken(
        "concern that stands twice",
        MATTERS,
        "  - id: matters_cost\n",
        "  - {id: ▸matters_pain, parts: [lasts]}\n  - id: matters_cost\n",
        ('the concern "matters_pain" stands twice',),
    ),
    Broken(
        "concern that nothing answers",
        MATTERS,
        "marked: [much]\nconcerns:\n  - id: matters_pain\n    parts: [benefit-numbers]\n",
        "▸marked: [much]\nconcerns:\n",
        ('the concern "matters_pain" is missing',),
    ),
    Broken(
        "concern without parts or facts",
        MATTERS,
        "  - id: matters_pain\n    parts: [benefit-numbers]\n",
        "  - ▸id: matters_pain\n",
        ("a concern needs parts or facts that answer it",),
    ),
    Broken(
        "topic without the part for it",
        MATTERS,
        "  - id: matters_pain\n    parts: [benefit-numbers]\n",
        "  - ▸id: matters_pain\n    parts: [benefit-numbers]\n    topic: cost\n",
        ("topic: belongs to a concern with the part topic",),
    ),
    Broken(
        "concern that leaves some options without an answer",
        MATTERS,
        (
            "  - id: matters_cost\n    parts: [topic]\n    topic: cost\n"
            "    nothing: We found nothing about what it costs.\n"
        ),
        "  - ▸id: matters_cost\n    parts: [topic]\n    topic: cost\n",
        ("some options hold nothing about it",),
    ),
    Broken(
        "fact of a group that does not exist",
        MATTERS,
        "{groups: [needles],",
        "{groups: [▸needle],",
        ('unknown group "needle"; did you mean "needles"?',),
    ),
    Broken(
        "fact of an option that does not exist",
        MATTERS,
        "{groups: [needles],",
        "{options: [▸knee-pin],",
        ('unknown option "knee-pin"',),
    ),
    Broken(
        "facts that do not hold for all",
        MATTERS,
        "- - {groups: [needles], says: It uses a needle.}",
        "- - ▸{says: It uses a needle.}",
        ("the last fact of a list holds for all that is left, and only the last",),
    ),
    Broken(
        "statement about a topic that does not exist",
        NEEDLE,
        "{text: It takes a visit., cites: [trial]}",
        "{text: It takes a visit., about: [▸costs], cites: [trial]}",
        ('unknown value "costs"; did you mean "cost"?',),
    ),
    Broken(
        "condition on what somebody typed",
        NEEDLE,
        LIGHT,
        "        - ▸{answer: own, is: anything}\n",
        ('no rule reads "own": it is for the sheet only',),
    ),
)

OPTION_FAULTS = (
    Broken(
        "file not named after its option",
        NEEDLE,
        "id: knee-needle\n",
        "id: ▸knee-pin\n",
        ('the file of the option "knee-pin" is named knee-pin.yaml',),
    ),
    Broken(
        "unknown place",
        NEEDLE,
        "sites: [knee]",
        "sites: [▸kne]",
        ('unknown place "kne"', 'did you mean "knee"?', "all_over, any, knee, low_back"),
    ),
    Broken(
        "unknown group of an option",
        NEEDLE,
        "groups: [needles]",
        "groups: [needles, ▸needle]",
        ('unknown group "needle"', 'did you mean "needles"?'),
    ),
    Broken(
        "unknown group of a note",
        SAFETY,
        "for: [needles]",
        "for: [▸needle]",
        ('unknown group "needle"', "Allowed: all, needles."),
    ),
    Broken(
        "unknown group of a shared caution",
        SAFETY,
        "    group: needles\n",
        "    group: ▸needle\n",
        ('unknown group "needle"', "Allowed: needles."),
    ),
    Broken(
        "review before it was reviewed",
        NEEDLE,
        "id: knee-needle\n",
        "▸id: knee-needle\n",
        ("review_by must come after reviewed",),
    ),
    Broken(
        "procedure without applies_when",
        NEEDLE,
        "id: knee-needle\n",
        "▸id: knee-needle\n",
        ("an option of kind procedure needs applies_when",),
    ),
    Broken(
        "test without a test block",
        NEEDLE,
        "id: knee-needle\n",
        "▸id: knee-needle\n",
        ("test: belongs to an option of kind test",),
    ),
    Broken(
        "statement without a basis",
        NEEDLE,
        "mind: {text: Nobody has asked., unknown: true}",
        "mind: ▸{text: Nobody has asked.}",
        ("a statement needs cites, or unknown: true, and not both",),
    ),
    Broken(
        "statement that is known and unknown",
        NEEDLE,
        "mind: {text: Nobody has asked., unknown: true}",
        "mind: ▸{text: Nobody has asked., unknown: true, cites: [trial]}",
        ("a statement needs cites, or unknown: true, and not both",),
    ),
    Broken(
        "no number for harms and no word about it",
        NEEDLE,
        "id: knee-needle\n",
        "▸id: knee-needle\n",
        ("no harm number: add an outcome, or no_number: {harm: ...}",),
    ),
    Broken(
        "one position and no word about it",
        NEEDLE,
        "id: knee-needle\n",
        "▸id: knee-needle\n",
        ("fewer than two positions", "position_gap"),
    ),
    *(
        Broken(
            f"number without {key}",
            NEEDLE,
            "  - id: half-relief\n",
            "  - ▸id: half-relief\n",
            (f'the key "{key}" is missing here',),
        )
        for key in ("population", "comparator", "time", "certainty", "why_uncertain", "as_reported")
    ),
    Broken(
        "number without a source",
        NEEDLE,
        "    as_reported: 40% versus 20%\n    cites: [trial]\n",
        "    as_reported: 40% versus 20%\n    cites: ▸[]\n",
        ("this list may not be empty",),
    ),
    Broken(
        "number larger than its people",
        NEEDLE,
        "  - id: half-relief\n",
        "  - ▸id: half-relief\n",
        ("more people than the 100 they are counted out of",),
    ),
    Broken(
        "comparison without its number",
        NEEDLE,
        "  - id: half-relief\n",
        "  - ▸id: half-relief\n",
        ("without: and comparator: none exclude each other",),
    ),
    Broken(
        "benefit that claims an effect without a comparison",
        NEEDLE,
        "  - id: half-relief\n",
        "  - ▸id: half-relief\n",
        ("a benefit without a comparison group says effect: not-known",),
    ),
    Broken(
        "care card missing",
        CARE,
        "cards:\n",
        "▸cards:\n",
        ('the card "crisis" stands 0 times, not once',),
    ),
    Broken(
        "stop that changes an unknown question",
        SCOPE,
        "    change: age_band\n",
        "    change: ▸age_bnd\n",
        ('unknown question "age_bnd"', 'did you mean "age_band"?'),
    ),
)

AFTERCARE_FAULTS = (
    Broken(
        "aftercare for nobody",
        AFTERCARE,
        "  - {text: Rest for a day., for: [procedure]",
        "  - {text: Rest for a day., for: [▸procedures]",
        ('unknown kind, group or option "procedures"', 'did you mean "procedure"?'),
    ),
    Broken(
        "a sign to watch for that does not exist",
        AFTERCARE,
        "{sign: saddle-numbness,",
        "{sign: ▸saddle-numb,",
        ('unknown sign "saddle-numb"', 'did you mean "saddle-numbness"?'),
    ),
    Broken(
        "a sign to watch for that can wait",
        AFTERCARE,
        "{sign: saddle-numbness,",
        "{sign: ▸unsteady,",
        ('the sign "unsteady" is not urgent enough',),
    ),
    Broken(
        "a sign to watch for twice",
        AFTERCARE,
        "  - {text: The knee is red.",
        "  - {sign: ▸saddle-numbness, for: [test]}\n  - {text: The knee is red.",
        ('the sign "saddle-numbness" stands twice',),
    ),
    Broken(
        "a sign with words of its own too",
        AFTERCARE,
        "{sign: saddle-numbness, for: [needles]}",
        "▸{sign: saddle-numbness, text: Numb., for: [needles]}",
        ("a sign to watch for is a sign:, or has text, urgency and cites",),
    ),
    Broken(
        "a sign without a source",
        AFTERCARE,
        "{text: The knee is red., for: [procedure], urgency: same_day, cites: [leaflet]}",
        "▸{text: The knee is red., for: [procedure], urgency: same_day}",
        ("a sign to watch for is a sign:, or has text, urgency and cites",),
    ),
    Broken(
        "a sign that is urgent in no known way",
        AFTERCARE,
        "urgency: same_day",
        "urgency: ▸soon",
        ('unknown value "soon"', "emergency, same_day"),
    ),
    Broken(
        "an option without a sign",
        AFTERCARE,
        """watch:
  - {sign: saddle-numbness, for: [needles]}
  - {text: The knee is red., for: [procedure], urgency: same_day, cites: [leaflet]}
""",
        """watch:
  ▸- {sign: saddle-numbness, for: [test]}
""",
        ('no sign is for the option "knee-needle"',),
    ),
    Broken(
        "an option without a paper",
        AFTERCARE,
        "papers:\n  - id: log\n    for: [procedure, other-care]",
        "papers:\n  ▸- id: log\n    for: [procedure]",
        ('no paper is for the option "exercise"',),
    ),
    Broken(
        "a paper twice",
        AFTERCARE,
        "    rows: [Before, After]",
        (
            "    rows: [Before, After]\n  - {id: ▸log, for: [test], title: Again, "
            "how: [{text: Write., unknown: true}], columns: [When, Pain], "
            "widths: [1, 2], rows: [Now]}"
        ),
        ('the paper "log" stands twice',),
    ),
    Broken(
        "a paper with nothing to fill in",
        AFTERCARE,
        """  - id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When, Pain]
    widths: [1, 2]
""",
        """  - ▸id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When]
    widths: [1]
""",
        ("a paper has 2 to 5 columns",),
    ),
    Broken(
        "a paper with more rows than one can write in",
        AFTERCARE,
        """  - id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When, Pain]
    widths: [1, 2]
    rows: [Before, After]
""",
        """  - ▸id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When, Pain]
    widths: [1, 2]
    rows: [A, B, C, D, E, F, G, H, I, J, K, L, M]
""",
        ("a paper has 12 rows at most",),
    ),
    Broken(
        "a paper without a width for each column",
        AFTERCARE,
        """  - id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When, Pain]
    widths: [1, 2]
""",
        """  - ▸id: log
    for: [procedure, other-care]
    title: Log
    how: [{text: Write it down., cites: [leaflet]}]
    columns: [When, Pain]
    widths: [1]
""",
        ("widths: one whole number above 0 for each column",),
    ),
    Broken(
        "advice without a source",
        AFTERCARE,
        "{text: Rest for a day., for: [procedure], cites: [leaflet]}",
        "▸{text: Rest for a day., for: [procedure]}",
        ("a statement needs cites, or unknown: true",),
    ),
    Broken(
        "a question before a choice that leads nowhere",
        READY,
        "go_to: [options]",
        "go_to: [▸compass]",
        ('unknown value "compass"', "options"),
    ),
    Broken(
        "a question before a choice without help",
        READY,
        "if_not: [Read about them.]",
        "if_not: ▸[]",
        ("this list may not be empty",),
    ),
    Broken(
        "a question before a choice that cites nothing",
        READY,
        "cites: [leaflet]}\nmodelled_on",
        "cites: [▸leaf]}\nmodelled_on",
        ('unknown source "leaf"',),
    ),
)

#: Further changes that a fault needs, so that it is the only one: (file, old, new).
ALSO: dict[str, tuple[tuple[str, str, str], ...]] = {
    "number without bounds": ((PAIN, "        min: 0\n        max: 10\n", ""),),
    "question without choices": (
        (
            "questionnaire/03-matters.yaml",
            (
                "        choices:\n          - {id: relief, text: Less pain}\n"
                "          - {id: few_visits, text: Few visits}\n"
            ),
            "",
        ),
    ),
    "list asked twice": (
        (
            PAIN,
            "      - urgent_list: urgent_low\n",
            (
                "      - urgent_list: urgent_low\n  - id: again\n    questions:\n"
                "      - urgent_list: urgent_low\n"
            ),
        ),
    ),
    "sign with the name of another choice": ((LOW, "choice: unsteady", "choice: saddle"),),
    "file not named after its option": tuple(
        (NEEDLE, f"- id: knee-needle-{end}\n", f"- id: knee-pin-{end}\n")
        for end in ("ask-1", "first-1", "caution-1")
    ),
    "choice twice": (("questionnaire/03-matters.yaml", "{id: few_visits,", "{id: relief,"),),
    "rule without a reason": ((NEEDLE, "    because: The pain is light.\n", ""),),
    "review before it was reviewed": ((NEEDLE, "reviewed: 2026-01-01", "reviewed: 2027-01-01"),),
    "procedure without applies_when": ((NEEDLE, "applies_when: {finding: sore-knee}\n", ""),),
    "test without a test block": ((NEEDLE, "kind: procedure", "kind: test"),),
    "no number for harms and no word about it": (
        (NEEDLE, "no_number:\n  harm: We found no reliable number for harms.\n", ""),
    ),
    "one position and no word about it": ((NEEDLE, "position_gap: We found one position.\n", ""),),
    "number without population": ((NEEDLE, "    population: 80 adults with a sore knee\n", ""),),
    "number without comparator": ((NEEDLE, "    comparator: a dummy treatment\n", ""),),
    "number without time": ((NEEDLE, "    time: at 3 months\n", ""),),
    "number without certainty": ((NEEDLE, "    certainty: low\n", ""),),
    "number without why_uncertain": ((NEEDLE, "    why_uncertain: The trial was small.\n", ""),),
    "number without as_reported": ((NEEDLE, "    as_reported: 40% versus 20%\n", ""),),
    "number larger than its people": ((NEEDLE, "with: 40", "with: 101"),),
    "comparison without its number": ((NEEDLE, "    without: 20\n", ""),),
    "benefit that claims an effect without a comparison": (
        (NEEDLE, "    without: 20\n    comparator: a dummy treatment\n", "    comparator: none\n"),
    ),
    "care card missing": (
        (
            CARE,
            (
                "  - {id: crisis, title: Talk to someone now, says: [], "
                'do: [{text: "Ring {crisis}.", needs: crisis}]}\n'
            ),
            "",
        ),
    ),
}

BROKEN = (
    *YAML_FAULTS,
    *SHAPE_FAULTS,
    *QUESTION_FAULTS,
    *CONDITION_FAULTS,
    *RULE_FAULTS,
    *OPTION_FAULTS,
    *AFTERCARE_FAULTS,
    *MATTERS_FAULTS,
)
