"""What is installed from the wheel is whole, and works where no checkout is near."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from configparser import ConfigParser
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]

#: Folders of shipped files, and where the wheel keeps them.
SHIPPED = {
    "rules": "decision_aid/rules",
    "templates": "decision_aid/templates",
    "decision_aid/static": "decision_aid/static",
}

# One process builds the wheel for all of these.
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Return a copy of the checkout without anything that git ignores.

    Builds leave folders behind, and a file that only such a folder still has would be packed.
    """
    lines = (ROOT / ".gitignore").read_text().splitlines()
    ignored = [line.rstrip("/") for line in lines if line and not line.startswith("#")]
    copy = tmp_path_factory.mktemp("packaging") / "source"
    return shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", *ignored))


@pytest.fixture(scope="module")
def wheel(source):
    """Return the wheel, built by way of the source archive, with the locked build tools."""
    out = source.parent / "dist"
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, source]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


class Installed:
    """An environment that holds the wheel, and of other packages only what the wheel asks for."""

    def __init__(self, folder, wheel):
        venv.create(folder, symlinks=True)
        self.bin = folder / "bin"
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        pip = [sys.executable, "-m", "pip", "--python", self.bin / "python", "install", "--quiet"]
        subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
        self.packages = Path(sysconfig.get_path("purelib", "venv", {"base": folder}))
        self._lend(*Distribution.discover(name="decision-aid", path=[str(self.packages)]))

    def __call__(self, command, *arguments, code=0):
        """Run a command of this environment in an empty folder; return what it prints."""
        done = subprocess.run(
            [self.bin / command, *arguments],
            cwd=self.elsewhere,
            env={},
            capture_output=True,
            text=True,
            check=False,
        )
        assert code == done.returncode, done.stdout + done.stderr
        return done.stdout

    def _lend(self, package):
        """Link what *package* declares, and what that declares in turn, from this environment."""
        for requirement in map(Requirement, package.requires or ()):
            if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
                continue
            lent = distribution(requirement.name)
            tops = {file.parts[0] for file in lent.files or ()} - {"..", "__pycache__"}
            links = {self.packages / top: lent.locate_file(top) for top in tops}
            if any(link.is_symlink() for link in links):
                continue
            for link, target in links.items():
                link.symlink_to(target)
            self._lend(lent)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    return Installed(tmp_path_factory.mktemp("installed"), wheel)


def test_setup_cfg_names_every_package():
    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    named = config["options"]["packages"].split()

    folders = (path.parent.relative_to(ROOT) for path in ROOT.glob("decision_aid/**/__init__.py"))
    expected = {".".join(folder.parts) for folder in folders}
    expected |= {"decision_aid.rules", "decision_aid.templates"}

    assert expected == set(named)
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("lock", "sections"),
    [
        ("run", [("options", "install_requires")]),
        (
            "test",
            [
                ("options", "install_requires"),
                ("options.extras_require", "test"),
                ("options.extras_require", "dev"),
            ],
        ),
    ],
    ids=["run", "test"],
)
def test_the_locks_hold_what_setup_cfg_asks_for(lock, sections):
    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    asked = [
        Requirement(line)
        for section in sections
        for line in config.get(*section).splitlines()
        if line
    ]
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    locked = dict(re.findall(r"^([\w-]+)==(\S+)", text, re.MULTILINE))

    def is_locked(requirement):
        version = locked.get(canonicalize_name(requirement.name))
        return version is not None and requirement.specifier.contains(version)

    assert asked
    assert [] == [str(requirement) for requirement in asked if not is_locked(requirement)]


@pytest.mark.parametrize("folder", SHIPPED)
def test_every_shipped_file_travels_in_the_wheel(folder, source, wheel):
    home = SHIPPED[folder]
    files = (path.relative_to(source / folder) for path in source.glob(f"{folder}/**/*.*"))
    expected = {f"{home}/{file.as_posix()}" for file in files}

    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith(f"{home}/")}

    assert expected == packed
    assert packed


def test_no_test_or_tool_travels_in_the_wheel(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert tops == {"decision_aid", f"{wheel.name.removesuffix('-py3-none-any.whl')}.dist-info"}


def test_an_installed_copy_does_not_lean_on_the_checkout(installed):
    found = installed("python", "-c", "import decision_aid; print(decision_aid.__file__)")

    assert found.startswith(str(installed.packages))
    assert str(ROOT) not in installed("python", "-c", "import sys; print(sys.path)")


def test_an_installed_copy_says_the_same_about_every_worked_case(source, installed):
    checkout = subprocess.run(
        [sys.executable, "-m", "decision_aid", "cases", "run"],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )

    said = installed("decision-aid", "cases", "run", code=checkout.returncode)

    assert checkout.stdout == said
    assert re.search(r"^[1-9]\d* of [1-9]\d* cases", said, re.MULTILINE)


def test_an_installed_copy_serves_its_first_page(installed):
    status = installed(
        "python",
        "-c",
        "from decision_aid.app import create_app\n"
        "from decision_aid.settings import settings_from\n"
        "app = create_app(settings_from({'DECISION_AID_ENV': 'test'}))\n"
        "print(app.test_client().get('/').status)",
    )

    assert status == "200 OK\n"
