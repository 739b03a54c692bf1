"""A consultation sheet as a PDF that screen readers can read (PDF/UA-1), made by typst."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import typst

from decision_aid.resources import resource_dir
from decision_aid.sheet.model import SheetModel

#: The names that typst has for paper.
Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

#: One fixed moment, so that the same sheet is the same file, byte for byte.
NO_DATE = 0

_NOT_IN_FONT = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class CannotShow(ValueError):
    """No font at hand has these characters. A person typed them, so they stay out of logs."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        super().__init__(f"{len(characters)} characters are in no font")


class SheetFailed(RuntimeError):
    """Typst could not make the PDF."""

    def __init__(self) -> None:
        super().__init__("the consultation sheet could not be made into a PDF")


def pdf_of(sheet: SheetModel, paper: Paper = "a4") -> bytes:
    """Return the sheet as two pages.

    It is set in Atkinson Hyperlegible. Characters that this font lacks come from typst's
    own fonts, and only when those lack them too from the fonts of this computer.

    Raises:
        CannotShow: when a character is in none of these fonts.
        SheetFailed: when typst fails in any other way.
    """
    data = {"sheet": json.dumps(asdict(sheet), ensure_ascii=False), "paper": paper}
    try:
        return _compiled(data, _fonts(of_this_computer=False))
    except CannotShow:
        return _compiled(data, _fonts(of_this_computer=True))


def _compiled(data: dict[str, str], fonts: typst.Fonts) -> bytes:
    try:
        made = typst.compile(
            _source(),
            font_paths=fonts,
            sys_inputs=data,
            format="pdf",
            pdf_standards="ua-1",
            timestamp=NO_DATE,
        )
    except typst.TypstError as error:
        # Typst's messages quote the text, so they are not passed on.
        missing = tuple(dict.fromkeys(map(_unescaped, _NOT_IN_FONT.findall(error.diagnostic))))
        raise (CannotShow(missing) if missing else SheetFailed()) from None
    if not isinstance(made, bytes):
        raise SheetFailed
    return made


def _unescaped(text: str) -> str:
    """Return a text that typst quoted as it was: it writes joining marks as numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@cache
def _source() -> bytes:
    """Return the sheet with what it draws on: typst is given one text, so no path matters."""
    folder = resource_dir("templates") / "sheet"
    return b"\n".join((folder / name).read_bytes() for name in ("figure.typ", "sheet.typ"))


@cache
def _fonts(*, of_this_computer: bool) -> typst.Fonts:
    shipped = files("fontpkg_atkinson_hyperlegible") / "files"
    return typst.Fonts(include_system_fonts=of_this_computer, font_paths=[str(shipped)])
