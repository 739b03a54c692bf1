"""Keep the interface's translations in step with its words: `make translations`.

Reads every marked text of the code and the templates, writes those that are new into each
language's ``messages.po``, takes out those that are gone, and compiles ``messages.mo``.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from decision_aid.language import CATALOGUES, NAMES, SOURCE

ROOT = Path(__file__).parents[1]
#: Where words stand, and how they are found there.
FOLDERS = {"decision_aid": ("**.py", "python"), "templates": ("**.html", "jinja2")}
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None}
LANGUAGES = tuple(name for name in NAMES if name != SOURCE)
HEAD = """\
# The interface in another language. `make translations` brings it up to date.
# No clinician and no second translator has reviewed it yet.
"""


def po_file(language: str) -> Path:
    """Return where the translations into a language stand."""
    return CATALOGUES / language / "LC_MESSAGES" / "messages.po"


def words_of_the_code() -> Catalog:
    """Return every text that is marked for translation."""
    words = Catalog(project="Decision aid", charset="utf-8")
    for folder, how in FOLDERS.items():
        options = {"**.html": {"silent": "false"}}
        found = extract_from_dir(ROOT / folder, [how], options, KEYWORDS)
        for file, _line, message, _comments, context in sorted(found, key=lambda one: one[:2]):
            words.add(message, locations=[(f"{folder}/{file}", 0)], context=context)
    return words


def updated(language: str) -> Catalog:
    """Return a language's translations with exactly the texts that the code has now."""
    file = po_file(language)
    words = words_of_the_code()
    known = Catalog(language)
    if file.is_file():
        with file.open("rb") as opened:
            known = read_po(opened, locale=language)
    words.creation_date = known.creation_date
    known.update(words, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.project, known.version, known.fuzzy = "decision-aid", "", False
    known.msgid_bugs_address = known.last_translator = known.language_team = ""
    known.header_comment = HEAD.strip()
    return known


def as_po(catalog: Catalog) -> bytes:
    """Return translations as the text of a ``.po`` file."""
    written = BytesIO()
    write_po(written, catalog, width=100, include_lineno=False, ignore_obsolete=True)
    return written.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return translations as the compiled file that the site reads."""
    written = BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def main() -> None:
    """Bring every language up to date and say what is still without words."""
    for language in LANGUAGES:
        catalog = updated(language)
        file = po_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_po(catalog))
        file.with_suffix(".mo").write_bytes(as_mo(catalog))
        empty = [message for message in catalog if message.id and not any(_forms(message.string))]
        sys.stdout.write(f"{language}: {len(catalog)} texts, {len(empty)} without a translation\n")


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


if __name__ == "__main__":
    main()
