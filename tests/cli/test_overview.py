import json
import stat
from importlib import import_module

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from decision_aid.engine.run import EngineError
from decision_aid.overview.as_json import as_json

KNEE = "age_band: 18_plus\nmain_region: knee\npain_features: [burning]\ntried_exercise: helped\n"
THINNER = "medicines: [blood_thinner]\n"


def test_an_overview_is_shown_section_by_section(run, answers, tiny):
    result = run("overview", answers(KNEE + THINNER))

    assert (0, "") == (result.exit_code, result.stderr)
    assert (
        f"""\
Edition 1 of 2026-01-01 ({tiny.edition.digest[:12]}). Educational, not a diagnosis; \
no clinician has reviewed it.

Tell your team: You take a blood thinner. Tell the team its name.

Worth asking about
- Exercise
    ask: Moving helps many people.

Fits what you told us, with care
- Needle treatment of the knee
    ask: The knee hurts and burns.
    caution: Bleeding matters here.

Usually comes after other steps

Other options
"""
        == result.stdout
    )


def test_an_urgent_overview_shows_the_signs_and_no_option(run, answers):
    told = "age_band: 18_plus\nmain_region: low_back\n"
    told += "urgent_low: [not_sure]\nurgent_low_saddle: 'no'\n"

    shown = run("overview", answers(told)).stdout

    assert shown.endswith("\nUrgent: soon\n- Unsteady when walking (not sure)\n")


def test_a_sign_that_was_told_is_shown_without_doubt(run, answers):
    told = "age_band: 18_plus\nmain_region: low_back\nurgent_low: [saddle]\n"

    assert run("overview", answers(told)).stdout.endswith(
        "\nUrgent: emergency\n- Less feeling between the legs\n"
    )


def test_a_reason_to_stop_is_shown_alone(run, answers):
    shown = run("overview", answers("age_band: under_18\nmain_region: knee\n")).stdout

    assert shown.endswith("\nThis aid is for adults\n")


def test_as_json_the_whole_overview_is_shown(run, answers, tiny_person):
    knee = tiny_person(
        age_band="18_plus",
        main_region="knee",
        pain_features="burning",
        tried_exercise="helped",
        medicines="blood_thinner",
    )

    assert as_json(knee.overview) == json.loads(
        run("overview", answers(KNEE + THINNER), "--json").stdout
    )


def test_answers_may_be_json(run, answers):
    told = json.dumps({"age_band": "18_plus", "main_region": "knee"})

    assert 0 == run("overview", answers(told, "answers.json")).exit_code


def test_answers_may_stand_under_the_word_answers_as_in_a_case(run, answers):
    told = "answers:\n" + "".join(f"  {line}\n" for line in KNEE.splitlines())

    assert run("overview", answers(KNEE)).stdout == run("overview", answers(told)).stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("main_region: [knee\n", "answers.yaml:2:1: this is not valid YAML: "),
        ("age_band: x\nage_band: x\n", 'answers.yaml:2:1: the key "age_band" stands twice'),
        ("main_regon: knee\n", 'unknown question "main_regon"; did you mean "main_region"?'),
        ("main_region: kne\n", 'unknown choice of "main_region" "kne"; did you mean "knee"?'),
        ("pain_average: 99\n", '"pain_average" takes a whole number from 0 to 10, not "99".'),
        ("", "answers are a mapping of question ids to choices, nothing else."),
        ("answers:\n", "answers are a mapping of question ids to choices, nothing else."),
        ("- knee\n", "answers are a mapping of question ids to choices, nothing else."),
        ("just words\n", "answers are a mapping of question ids to choices, nothing else."),
        ("a: " + "[" * 3000, "this is not valid YAML"),
        (b"\xff\xfe\x00\x01", "cannot be read as text (UnicodeDecodeError)."),
        (b"\x00\x01\x02", "this is not valid YAML"),
        ("#" * (64 * 1024 + 1), "larger than 64 KB, so this is no file of answers."),
    ],
    ids=[
        "not YAML",
        "key twice",
        "unknown question",
        "unknown choice",
        "number out of bounds",
        "empty file",
        "nothing under answers",
        "list",
        "text",
        "deep",
        "not UTF-8",
        "binary",
        "too large",
    ],
)
def test_answers_that_cannot_be_used_are_refused_in_words(refuses, answers, content, said):
    assert said in refuses("overview", answers(content))


def test_a_file_as_large_as_may_be_is_read(run, answers):
    told = KNEE + "#" * (64 * 1024 - len(KNEE))

    assert 0 == run("overview", answers(told)).exit_code


def test_a_file_that_does_not_exist_is_named(refuses, tmp_path):
    assert f"{tmp_path / 'nothing.yaml'}: there is no such file.\n" == refuses(
        "overview", tmp_path / "nothing.yaml"
    )


def test_a_folder_is_no_file_of_answers(refuses, tmp_path):
    assert f"{tmp_path}: cannot be read as text (IsADirectoryError).\n" == refuses(
        "overview", tmp_path
    )


def test_a_file_that_may_not_be_read_is_named(refuses, answers, monkeypatch):
    path = answers(KNEE)
    path.chmod(stat.S_IWUSR)

    def forbidden(*_args, **_words):
        raise PermissionError

    monkeypatch.setattr(type(path), "read_text", forbidden)

    assert f"{path}: cannot be read as text (PermissionError).\n" == refuses("overview", path)


def test_answers_are_needed(refuses):
    assert "Missing argument 'ANSWERS'" in refuses("overview")


def test_a_failing_engine_is_told_in_words(refuses, answers, monkeypatch):
    def fails(*_args):
        raise EngineError("the ruleset x failed")

    module = import_module("decision_aid.cli.overview")
    monkeypatch.setattr(module, "overview_of", fails)

    assert "The program cannot answer: the ruleset x failed.\n" == refuses(
        "overview", answers(KNEE)
    )


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@example(b"? {a: b}\n: c\n")
@example(b"a: !!int x\n")
@example(b"a: !!python/object:os.system x\n")
@example(b"%YAML 9.9\n---\na: 1\n")
@example(b"a: 2026-99-99\n")
@example(b"<<: {a: 1}\n")
@example(b"a: &a [*a]\n")
def test_no_content_whatever_brings_a_traceback(run, answers, content):
    result = run("overview", answers(content))

    assert result.exit_code in {0, 2}
    assert result.exception is None or isinstance(result.exception, SystemExit)
