"""Rules in another language: the words change, and nothing else."""

import shutil
from pathlib import Path

import pytest

from decision_aid.language import Untranslated, catalogue
from decision_aid.pipeline import overview_of
from decision_aid.resources import resource_dir
from decision_aid.rulebook.load import load_rulebook
from decision_aid.rulebook.problems import RulebookError
from decision_aid.rulebook.texts import fingerprint
from decision_aid.rulebook.translate import Translation, read_translation, translated

MINIMAL = Path(__file__).parent / "minimal"
NO_WORDS = catalogue("a language that is not there")


def spanish(rulebook, **words):
    found = {fingerprint(english): text for english, text in words.items()}
    return translated(rulebook, Translation(found, ()), NO_WORDS)


@pytest.fixture(scope="session")
def shipped(rulebook):
    words = read_translation(resource_dir("rules"), "es")
    return translated(rulebook, words, catalogue("es"))


@pytest.fixture
def folder(tmp_path):
    """A small rulebook to which translation files can be added."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "rules"))


def write(folder, *texts, head="reviewers: []\n"):
    file = folder / "translations" / "es" / "questionnaire" / "01-place.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(
        f'  - {{where: "x", of: "{of}", en: "{en}", es: "{es}"}}\n' for of, en, es in texts
    )
    file.write_text(f"{head}texts:\n{lines}", encoding="utf-8")


def problems(folder):
    with pytest.raises(RulebookError) as caught:
        read_translation(folder, "es")
    return [str(problem) for problem in caught.value.problems]


def test_a_translated_text_takes_the_place_of_the_english_one(tiny):
    question = next(tiny.questions)
    told = spanish(tiny, **{question.ask: "¿Dónde duele?"})

    assert "¿Dónde duele?" == next(told.questions).ask
    assert "¿Dónde duele?" == told.asked_by[question.fields[0].id].ask


def test_a_text_without_translation_stays_and_says_so(tiny):
    question = next(spanish(tiny).questions)

    assert next(tiny.questions).ask == question.ask
    assert isinstance(question.ask, Untranslated)


def test_words_of_the_program_itself_come_from_the_catalogue(shipped):
    one_by_one = next(q for q in shipped.questions if q.sign_of)

    assert not any(isinstance(choice.text, Untranslated) for choice in one_by_one.choices)


def test_nothing_but_words_is_new(rulebook, shipped):
    for english, other in zip(rulebook.rules, shipped.rules, strict=True):
        assert english.when is other.when
        assert (english.id, english.effect, english.level, english.cites) == (
            other.id,
            other.effect,
            other.level,
            other.cites,
        )
    assert rulebook.fields == shipped.fields
    assert rulebook.edition.digest == shipped.edition.digest
    assert rulebook.sources is shipped.sources
    assert list(rulebook.options) == list(shipped.options)


def test_every_worked_case_comes_out_the_same_in_both_languages(rulebook, shipped, engine, cases):
    for case in cases:
        english = overview_of(case.answers, rulebook, engine)
        other = overview_of(case.answers, shipped, engine)

        assert outcome(english) == outcome(other), case.id


def outcome(overview):
    """Return all that came out, by name."""
    return (
        overview.urgency,
        [told.sign.id for told in overview.signs],
        [told.unsure for told in overview.signs],
        overview.stop and overview.stop.id,
        [notice.id for notice in overview.notices],
        [note.id for note in overview.notes],
        [finding.id for finding in overview.findings],
        overview.fired,
        overview.counted,
        {
            entry.option.id: (
                entry.section,
                [(argument.kind, argument.rule) for argument in entry.arguments],
                [note.id for note in entry.notes],
            )
            for entry in overview.entries
        },
    )


def test_telephone_numbers_and_names_of_sources_stay(rulebook, shipped):
    for name, country in rulebook.care.countries.items():
        other = shipped.care.countries[name]
        assert country.emergency.number == other.emergency.number
        assert [line.number for line in country.crisis] == [line.number for line in other.crisis]


def test_a_language_without_files_has_no_words(folder):
    assert {} == dict(read_translation(folder, "es").words)


def test_an_empty_translation_is_none(folder):
    write(folder, (fingerprint("Knee"), "Knee", ""))

    assert {} == dict(read_translation(folder, "es").words)


def test_english_that_was_changed_by_mistake_is_a_problem(folder):
    write(folder, (fingerprint("Knee"), "Hip", "Cadera"))

    assert [f'"{fingerprint("Knee")}" is not the fingerprint of "Hip"'] == [
        problem.split(": ")[1] for problem in problems(folder)
    ]


def test_a_text_with_two_translations_is_a_problem(folder):
    knee = fingerprint("Knee")
    write(folder, (knee, "Knee", "Rodilla"), (knee, "Knee", "La rodilla"))

    assert ['"Knee" is translated in two ways: "Rodilla" and "La rodilla".'] == [
        problem.split(": ", 1)[1] for problem in problems(folder)
    ]


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("Ring {emergency} now.", "Llame ahora."),
        ("Ring 112 now.", "Llame al 113 ahora."),
        ("After 3 months", "Después de tres meses"),
    ],
)
def test_a_number_that_is_lost_on_the_way_is_a_problem(folder, english, other):
    write(folder, (fingerprint(english), english, other))

    assert ["has other numbers than" in problem for problem in problems(folder)] == [True]


def test_a_key_that_nobody_knows_is_a_problem(folder):
    write(folder, (fingerprint("Knee"), "Knee", "Rodilla"), head="reviewer: []\n")

    assert any('unknown key "reviewer"' in problem for problem in problems(folder))


def test_the_small_rulebook_loads_in_any_case(folder):
    write(folder, (fingerprint("Knee"), "Knee", "Rodilla"))

    assert load_rulebook(folder).edition.digest == load_rulebook(MINIMAL).edition.digest
