"""rules/README.md teaches by examples; each must be what the loader takes."""

import re

import pytest

from decision_aid.cases import load_cases, run_case
from decision_aid.engine.run import Engine
from decision_aid.resources import resource_dir
from decision_aid.rulebook.condition_reader import (
    BRANCH_WORDS,
    LEAF_WORDS,
    OPERATOR_WORDS,
    ConditionReader,
)
from decision_aid.rulebook.documents import document_of
from decision_aid.rulebook.load import FOLDERS, load_rulebook
from decision_aid.rulebook.translate import read_translation
from tests.rulebook.broken import MINIMAL

README = resource_dir("rules") / "README.md"
EXAMPLE = re.compile(r"^```yaml(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
HOME = {
    "questionnaire": "questionnaire/01-place.yaml",
    "urgent": "urgent/urgent-low.yaml",
    "safety": "safety/safety.yaml",
    "findings": "findings/spine.yaml",
    "option": "options/example-injection.yaml",
    "sources": "sources/sources.yaml",
    "places": "places.yaml",
    "matters": "matters.yaml",
    "aftercare": "aftercare.yaml",
    "ready": "ready.yaml",
    "glossary": "glossary.yaml",
    "edition": "edition.yaml",
    "cases": "cases/low-back.yaml",
    "translation": "translations/es/questionnaire/01-place.yaml",
}


@pytest.fixture(scope="module")
def text():
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def examples(text):
    return {found["kind"].strip(): found["text"] for found in EXAMPLE.finditer(text)}


@pytest.fixture(scope="module")
def folder(examples, tmp_path_factory):
    """The examples as one small rulebook, with what they do not show taken from the minimal one."""
    rules = tmp_path_factory.mktemp("readme") / "rules"
    for kind, home in HOME.items():
        path = rules / home
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(examples[kind], encoding="utf-8")
    care = (MINIMAL / "urgent" / "care.yaml").read_text(encoding="utf-8")
    (rules / "urgent" / "care.yaml").write_text(care.replace("cites: [leaflet]", "cites: []"))
    return rules


@pytest.fixture(scope="module")
def taught(folder):
    return load_rulebook(folder)


def test_every_example_says_what_it_is_an_example_of(text):
    kinds = [found["kind"].strip() for found in EXAMPLE.finditer(text)]

    assert sorted([*HOME, "condition"]) == sorted(kinds)
    assert text.count("```") == 2 * len(kinds)


def test_the_examples_together_are_a_rulebook(taught):
    assert ["example-injection"] == list(taught.options)


def test_the_example_condition_can_be_read(taught, examples):
    problems = []
    document = document_of(examples["condition"], "README.md")
    reader = ConditionReader(document, taught.fields, frozenset(taught.findings), {}, problems)

    assert (True, []) == (reader.read(document.root, ()) is not None, problems)


def test_the_example_translation_is_one(folder):
    assert ["¿Dónde vive?"] == list(read_translation(folder, "es").words.values())


def test_the_example_cases_come_out_as_they_say(taught, folder):
    engine = Engine.of(taught)

    assert [(), ()] == [run_case(case, taught, engine) for case in load_cases(folder, taught)]


def test_every_word_of_a_condition_stands_in_the_table_and_no_other(text):
    table = text.split("## Conditions")[1].split("A matrix is")[0]
    words = set(re.findall(r"[{ `,]([a-z_]+): ", table)) - {"not"} | {"not"}

    assert {*BRANCH_WORDS, *LEAF_WORDS, *OPERATOR_WORDS} == words


def test_every_folder_of_the_rules_is_explained(text):
    told = set(re.findall(r"^\| `([a-z-]+)/` \|", text, re.MULTILINE))

    assert {*FOLDERS, "cases", "translations"} == told
    assert told == {path.name for path in README.parent.iterdir() if path.is_dir()}
