import runpy
import sys

import pytest

COMMANDS = ["questions", "overview", "rules", "cases"]


def test_help_lists_every_command(run):
    result = run("--help")

    assert 0 == result.exit_code
    assert set(COMMANDS) <= {line.split()[0] for line in result.stdout.splitlines() if line.strip()}


@pytest.mark.parametrize(
    "command",
    [[name] for name in COMMANDS] + [["rules", "check"], ["rules", "explain"], ["cases", "run"]],
    ids=" ".join,
)
@pytest.mark.parametrize("word", ["-h", "--help"])
def test_every_command_explains_itself(run, command, word):
    result = run(*command, word)

    assert 0 == result.exit_code
    assert result.stdout.startswith("Usage: ")


def test_an_unknown_command_is_refused(refuses):
    assert "No such command 'nothing'" in refuses("nothing")


def test_the_package_runs_as_a_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["decision-aid", "--help"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("decision_aid", run_name="__main__")

    assert 0 == ended.value.code
    assert "Look inside the decision aid" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    [("questions",), ("rules", "check"), ("rules", "explain", "exercise"), ("cases", "run")],
    ids=" ".join,
)
def test_a_rules_folder_that_does_not_exist_is_named(refuses, tmp_path, command):
    said = refuses(*command, "--rules", tmp_path / "nowhere")

    assert (
        f"{tmp_path / 'nowhere'}:1:1: this folder does not exist.\n1 to mend in the rules.\n"
        == said
    )


@pytest.mark.parametrize(
    "command",
    [("questions",), ("rules", "check"), ("rules", "explain", "exercise"), ("cases", "run")],
    ids=" ".join,
)
def test_rules_with_faults_are_listed_and_counted(refuses, rules, command):
    path = rules / "options" / "exercise.yaml"
    path.write_text(path.read_text().replace("sites: [knee]", "sites: [kne, hpi]"))

    said = refuses(*command)

    assert 'rules/options/exercise.yaml:5:9: unknown place "kne"; did you mean "knee"?' in said
    assert said.endswith("2 to mend in the rules.\n")


def test_an_empty_folder_is_no_rulebook(refuses, tmp_path):
    (tmp_path / "empty").mkdir()

    said = refuses("rules", "check", "--rules", tmp_path / "empty")

    assert "empty/edition.yaml:1:1: this file cannot be read: No such file or directory." in said
    assert "empty/options:1:1: this folder is missing." in said


def test_without_a_rules_folder_the_shipped_one_is_read(run, monkeypatch, rulebook):
    monkeypatch.delenv("DECISION_AID_RULES")

    assert f"\n{len(rulebook.options)} options, " in run("rules", "check").stdout
