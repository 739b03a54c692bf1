"""Templates of typst and data into PDFs that screen readers can read (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import typst

from decision_aid.resources import resource_dir

#: One fixed moment, so that the same data is the same file, byte for byte.
NO_DATE = 0


class TypesettingFailed(RuntimeError):
    """Typst could not make the PDF."""

    def __init__(self) -> None:
        super().__init__("the page could not be made into a PDF")


def typeset(template: str, data: Mapping[str, object]) -> bytes:
    """Return a PDF, set in Atkinson Hyperlegible.

    Args:
        template: the file, relative to the folder of the templates.
        data: what the template reads as ``json(bytes(sys.inputs.data))``.

    Raises:
        TypesettingFailed: when typst fails.
    """
    try:
        made = typst.compile(
            template_source(template),
            font_paths=shipped_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards="ua-1",
            timestamp=NO_DATE,
        )
    except typst.TypstError:
        # Typst's messages quote the text, so they are not passed on.
        raise TypesettingFailed from None
    if not isinstance(made, bytes):
        raise TypesettingFailed
    return made


@cache
def template_source(template: str) -> bytes:
    """Return the text of a template."""
    return (resource_dir("templates") / template).read_bytes()


@cache
def shipped_fonts() -> typst.Fonts:
    """Return the fonts that come with the program."""
    shipped = files("fontpkg_atkinson_hyperlegible") / "files"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(shipped)])
