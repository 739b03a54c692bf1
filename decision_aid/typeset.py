"""Templates of typst and texts into PDFs that screen readers can read (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import typst

#: One fixed moment, so that the same texts are the same file, byte for byte.
NO_DATE = 0

_NOT_IN_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class CannotShow(ValueError):
    """No font at hand has these characters. A person typed them, so they stay out of logs."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        super().__init__(f"{len(characters)} characters are in no font")


class TypesettingFailed(RuntimeError):
    """Typst could not make the PDF."""

    def __init__(self) -> None:
        super().__init__("the page could not be made into a PDF")


def typeset(template: bytes, inputs: Mapping[str, str]) -> bytes:
    """Return a PDF, set in Atkinson Hyperlegible.

    Characters that this font lacks come from typst's own fonts, and only when those lack
    them too from the fonts of this computer.

    Args:
        template: what to set, in typst's words.
        inputs: what the template reads from ``sys.inputs``.

    Raises:
        CannotShow: when a character is in none of these fonts.
        TypesettingFailed: when typst fails in any other way.
    """
    try:
        return _compiled(template, dict(inputs), fonts(of_this_computer=False))
    except CannotShow:
        return _compiled(template, dict(inputs), fonts(of_this_computer=True))


def _compiled(template: bytes, inputs: dict[str, str], with_fonts: typst.Fonts) -> bytes:
    try:
        made = typst.compile(
            template,
            font_paths=with_fonts,
            sys_inputs=inputs,
            format="pdf",
            pdf_standards="ua-1",
            timestamp=NO_DATE,
        )
    except typst.TypstError as error:
        # Typst's messages quote the text, so they are not passed on.
        missing = tuple(dict.fromkeys(map(_unescaped, _NOT_IN_FONT.findall(error.diagnostic))))
        raise (CannotShow(missing) if missing else TypesettingFailed()) from None
    if not isinstance(made, bytes):
        raise TypesettingFailed
    return made


def _unescaped(text: str) -> str:
    """Return a text that typst quoted as it was: it writes joining marks as numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@cache
def fonts(*, of_this_computer: bool) -> typst.Fonts:
    """Return the fonts that come with the program, with or without those of this computer."""
    shipped = files("fontpkg_atkinson_hyperlegible") / "files"
    return typst.Fonts(include_system_fonts=of_this_computer, font_paths=[str(shipped)])
