"""What the README and its companions promise is there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click import Group

from decision_aid.cli import main
from decision_aid.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "CONTRIBUTING.md", "docs/decisions/README.md"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)#]+)\)")
COMMAND = re.compile(r"decision-aid ((?:[a-z]+ ?){1,2})")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if not link.startswith("http")]

    assert links
    assert [] == [link for link in links if not ((ROOT / page).parent / link).exists()]


def test_every_chore_in_the_readme_is_in_the_makefile():
    chores = set(re.findall(r"`?make ([a-z]+)", README))
    known = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert {"run", "test"} <= chores <= known


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "rules/README.md"])
def test_every_command_that_is_named_exists(page):
    named = COMMAND.findall((ROOT / page).read_text(encoding="utf-8"))

    assert named
    for words in named:
        command = main
        for word in words.split():
            if not isinstance(command, Group):
                break
            assert word in command.commands, f"decision-aid {words}"
            command = command.commands[word]


def test_every_setting_is_in_the_readme():
    names = {f"`{PREFIX}{field.name.upper()}`" for field in fields(Settings)}

    assert names == set(re.findall(rf"^\| (`{PREFIX}[A-Z_]+`)", README, re.MULTILINE))
