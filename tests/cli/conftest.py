import pytest
from click.testing import CliRunner

from decision_aid.cli import main
from tests.rulebook.broken import minimal_copy


@pytest.fixture
def rules(tmp_path):
    """A copy of the minimal rulebook that a test may spoil."""
    return minimal_copy(tmp_path)


@pytest.fixture
def run(rules, monkeypatch):
    """Run a command on the minimal rules: ``run("rules", "check")``."""
    monkeypatch.setenv("DECISION_AID_RULES", str(rules))

    def ran(*words):
        return CliRunner().invoke(main, [str(word) for word in words])

    return ran


@pytest.fixture
def refuses(run):
    """Run a command that must fail in words; return what stands on standard error."""

    def refused(*words):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, ""), result.output
        assert isinstance(result.exception, SystemExit)
        assert "Traceback" not in result.stderr
        return result.stderr

    return refused


@pytest.fixture
def answers(tmp_path):
    """Write a file of answers and return its path."""

    def written(content, name="answers.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written
