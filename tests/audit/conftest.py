from datetime import date

import pytest

from decision_aid.audit.content import Content
from tests.support.whole import whole_copy

TODAY = date(2026, 6, 1)


@pytest.fixture
def whole(tmp_path):
    """Read a rulebook that passes every check, after changes: ``whole((file, old, new))``."""
    folder = whole_copy(tmp_path)

    def read(*changes):
        for name, old, new in changes:
            path = folder / name
            text = path.read_text()
            assert text.count(old) == 1, (name, old, text.count(old))
            path.write_text(text.replace(old, new))
        return Content.of(folder, TODAY)

    return read
