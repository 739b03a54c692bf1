"""How far the rules are translated, and the files that translators fill in."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from decision_aid.audit.content import Content
from decision_aid.audit.translations import skeletons, states_of
from decision_aid.language import NAMES, SOURCE
from decision_aid.resources import resource_dir
from decision_aid.rulebook.translate import read_translation

MINIMAL = Path(__file__).parents[1] / "rulebook" / "minimal"
FILE = "questionnaire/01-pain.yaml"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(MINIMAL, tmp_path / "rules"))


def documents(folder):
    return Content.of(folder, date(2026, 11, 25)).of_the_edition


def write(folder, *more):
    known = read_translation(folder, "es")
    for name, text in skeletons(documents(folder), known, frozenset(more)):
        path = folder / "translations" / "es" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def states(folder):
    found = states_of(documents(folder), read_translation(folder, "es"))
    return {state.file: state for state in found}


def change(folder, name, before, after):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def translate_all(folder):
    """Fill in every text with its English, marked."""
    for file in (folder / "translations").rglob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        for i, line in enumerate(lines):
            if line == '    es: ""':
                lines[i] = line.replace('""', lines[i - 1].split(": ", 1)[1].replace('"', '"¡', 1))
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_all_is_missing_before_anyone_has_begun(folder):
    found = states(folder)

    assert found[FILE].texts == len(found[FILE].open)
    assert {"missing"} == {text.state for text in found[FILE].open}
    assert found[FILE].is_at_fault


def test_an_option_may_stay_english(folder):
    option = next(state for name, state in states(folder).items() if name.startswith("options/"))

    assert (False, False) == (option.must_be_whole, option.is_at_fault)


def test_a_skeleton_holds_every_text_once_and_can_be_read(folder):
    write(folder)
    entries = [text for _, file in read_translation(folder, "es").files for text in file.texts]

    assert entries
    assert {""} == {text.es for text in entries}
    assert len(entries) == len({text.of for text in entries})


def test_what_is_filled_in_is_complete(folder):
    write(folder)
    translate_all(folder)

    assert [] == [name for name, state in states(folder).items() if state.is_at_fault]


def test_writing_again_changes_nothing(folder):
    write(folder)
    translate_all(folder)
    before = {path: path.read_bytes() for path in (folder / "translations").rglob("*.yaml")}
    write(folder)

    assert before == {path: path.read_bytes() for path in (folder / "translations").rglob("*.yaml")}


def test_a_text_that_changed_is_stale_and_shows_where_it_stands(folder):
    write(folder)
    translate_all(folder)
    change(folder, FILE, "title: ", "title: New words for ")

    (stale,) = states(folder)[FILE].open
    assert ("stale", "New words for") == (stale.state, stale.english[:13])
    assert stale.place.file == f"rules/{FILE}"
    assert stale.place.line > 1


def test_a_stale_text_keeps_its_old_words_to_start_from(folder):
    write(folder)
    translate_all(folder)
    change(folder, FILE, "title: ", "title: New words for ")
    write(folder)
    (text,) = [
        text for _, file in read_translation(folder, "es").files for text in file.texts if text.was
    ]

    assert ("", "¡") == (text.es, text.was[:1])
    assert ["stale"] == [text.state for text in states(folder)[FILE].open]


def test_a_text_that_is_gone_is_left_over_until_the_file_is_written_again(folder):
    write(folder)
    translate_all(folder)
    file = folder / "translations" / "es" / FILE
    text = file.read_text(encoding="utf-8").replace('where: "title"', 'where: "no/such/place"')
    file.write_text(text, encoding="utf-8")

    assert 1 == len(states(folder)[FILE].left_over)
    assert states(folder)[FILE].is_at_fault
    write(folder)
    assert () == states(folder)[FILE].left_over


def test_an_option_is_begun_when_it_is_named(folder):
    name = next(name for name in states(folder) if name.startswith("options/"))
    write(folder)
    assert not (folder / "translations" / "es" / name).exists()
    write(folder, name)

    assert (folder / "translations" / "es" / name).exists()


def test_a_part_of_an_option_can_be_translated_alone(folder):
    name = next(name for name in states(folder) if name.startswith("options/"))
    write(folder, name)
    file = folder / "translations" / "es" / name
    head, first, *_ = file.read_text(encoding="utf-8").split("  - where: ")
    part = f"{head}  - where: {first}".replace('es: ""', 'es: "¡"')
    file.write_text(part, encoding="utf-8")
    write(folder)

    assert part == file.read_text(encoding="utf-8")
    assert not states(folder)[name].is_at_fault
    write(folder, name)
    assert 'es: ""' in file.read_text(encoding="utf-8")


def test_the_shipped_files_have_a_place_for_every_text():
    home = resource_dir("rules")
    content = Content.of(home, date(2026, 11, 25))
    known = read_translation(home, "es")
    written = dict(skeletons(content.of_the_edition, replace(known), frozenset()))
    there = {
        str(path.relative_to(home / "translations" / "es")): path.read_text(encoding="utf-8")
        for path in (home / "translations" / "es").rglob("*.yaml")
    }

    assert written == there, "run `decision-aid content translations --write`"


def test_what_leads_to_help_is_whole_in_every_shipped_language():
    home = resource_dir("rules")
    documents = Content.of(home, date(2026, 11, 25)).of_the_edition

    for language in (name for name in NAMES if name != SOURCE):
        states = tuple(states_of(documents, read_translation(home, language)))
        assert any(state.must_be_whole for state in states)
        assert [] == [state.file for state in states if state.is_at_fault]
