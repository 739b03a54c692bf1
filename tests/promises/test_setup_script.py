"""The set-up says in one clear line what is missing, before it makes anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "setup"

#: What the script itself calls before it makes anything: no compiler, no Python.
TOOLS = ("cat", "cksum", "dirname", "sh")

NO_HEADERS = "import sysconfig; sysconfig.get_path = lambda name: '/nowhere'"
NO_VENV = "import sys; sys.modules['ensurepip'] = None"


class Machine:
    """A checkout with nothing but the script, and a PATH on which only little can be found."""

    def __init__(self, folder):
        self.project = folder / "project"
        self.path = folder / "path"
        (self.project / "scripts").mkdir(parents=True)
        self.path.mkdir()
        self.script = shutil.copy(SCRIPT, self.project / "scripts")
        for tool in TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool))

    def has(self, name, script):
        """Put a command on the PATH."""
        command = self.path / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)

    def has_compiler(self):
        self.has("cc", "exit 0")

    def has_python(self, name="python3", but=""):
        """Put this very Python on the PATH, changed as the line *but* says."""
        lies = self.path.parent / f"{name}-lies"
        lies.mkdir()
        (lies / "sitecustomize.py").write_text(but)
        self.has(name, f'PYTHONPATH="{lies}" exec "{sys.executable}" "$@"')

    def set_up(self, *arguments, **environment):
        """Run the script; return its exit code and what it wrote to standard error, by line."""
        done = subprocess.run(
            [self.script, *arguments],
            env={"PATH": os.fspath(self.path), "CC": "cc", **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert not (self.project / ".venv").exists()
        return done.returncode, done.stderr.splitlines()


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_missing_compiler_is_told_with_the_package_that_brings_it(machine):
    machine.has_python()

    code, told = machine.set_up("run")

    assert code == 1
    assert told == [
        "setup: no C compiler (cc), which durable-rules needs: apt install build-essential"
    ]


def test_missing_headers_are_told_with_the_package_that_brings_them(machine):
    machine.has_compiler()
    machine.has_python(but=NO_HEADERS)

    code, told = machine.set_up("run")

    assert code == 1
    assert told == [
        "setup: no /nowhere/Python.h, which durable-rules needs: apt install python3-dev"
    ]


def test_a_missing_venv_module_is_told_with_the_package_that_brings_it(machine):
    machine.has_compiler()
    machine.has_python(but=NO_VENV)

    code, told = machine.set_up("test")

    assert code == 1
    assert told == ["setup: no venv module for python3: apt install python3-venv"]


def test_several_missing_things_are_told_at_once(machine):
    machine.has_python(but=f"{NO_HEADERS}\n{NO_VENV}")

    code, told = machine.set_up("run")

    assert code == 1
    assert [line.rsplit(" ", 1)[1] for line in told] == [
        "python3-venv",
        "build-essential",
        "python3-dev",
    ]


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 14, 0)], ids=["too old", "too new"])
def test_an_unsupported_python_is_told_with_those_that_are_supported(machine, version):
    machine.has_compiler()
    machine.has_python("odd-python", but=f"import sys; sys.version_info = {version}")

    code, told = machine.set_up("run", PYTHON="odd-python")

    assert code == 1
    assert len(told) == 1
    assert told[0].startswith("setup: no Python 3.11, 3.12 or 3.13 is called odd-python: apt ")


def test_no_python_at_all_is_told_in_one_line(machine):
    code, told = machine.set_up("run")

    assert code == 1
    assert len(told) == 1
    assert told[0].startswith("setup: no Python 3.11, 3.12 or 3.13 is called python3: apt ")


def test_a_name_on_the_path_that_does_not_run_is_passed_over(machine):
    machine.has("python3.13", "echo 'python3.13: command not found' >&2; exit 127")
    machine.has_python("python3.12", but="import sys; sys.version_info = (3, 10, 14)")
    machine.has_python("python3.11", but=NO_VENV)
    machine.has_compiler()

    code, told = machine.set_up("run")

    assert code == 1
    assert told == ["setup: no venv module for python3.11: apt install python3-venv"]


def test_an_unknown_set_is_told_with_those_that_exist(machine):
    code, told = machine.set_up("everything")

    assert code == 2
    assert told == ["setup: there is no set 'everything'; choose run or test"]
