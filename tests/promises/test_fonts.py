"""The fonts of the pages hold every letter of their texts, and hardly more."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FONTS = sorted((ROOT / "decision_aid/static/fonts").glob("*.woff2"))
#: Folders and kinds of file whose texts are shown on pages.
SHOWN = ("rules/**/*.yaml", "templates/**/*.html", "decision_aid/**/*.py", "decision_aid/**/*.po")


def characters_kept():
    """Return what scripts/fonts keeps."""
    script = (ROOT / "scripts/fonts").read_text(encoding="utf-8").replace("\\\n", "")
    (listed,) = re.findall(r'^CHARACTERS="([^"]+)"', script, re.MULTILINE)
    kept = set()
    for part in listed.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        kept |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return kept


@pytest.mark.parametrize("pattern", SHOWN)
def test_every_letter_that_is_shown_is_in_the_fonts(pattern):
    shown = set()
    for path in ROOT.glob(pattern):
        shown |= set(path.read_text(encoding="utf-8"))

    assert set() == shown - characters_kept() - {"\n"}


def test_spanish_can_be_set():
    assert set("áéíóúüñÁÉÍÓÚÜÑ¿¡«»ºª") <= characters_kept()


def test_every_font_is_cut_down_and_used():
    style = (ROOT / "decision_aid/static/site.css").read_text(encoding="utf-8")

    assert 3 == len(FONTS)
    for font in FONTS:
        assert f"fonts/{font.name}" in style
        assert font.stat().st_size < 12_000, font.name
