"""What a page weighs: every byte that a browser fetches for it, packed as it travels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from flask.testing import FlaskClient

#: What every browser of today says that it reads.
ACCEPT = {"Accept-Encoding": "gzip, deflate, br"}
#: In a page: styles, scripts and pictures. In a style: the fonts.
_FETCHED = re.compile(r'<(?:link|script|img)\b[^>]*\b(?:href|src)="(/static/[^"]+)"')
_FONTS = re.compile(r'url\("([^"]+\.woff2)"\)')


@dataclass(frozen=True)
class Weight:
    """Bytes of a page itself, of the files beside it, and of its fonts.

    All three fonts are counted, also on pages that have nothing in italics.
    """

    page: int
    files: int
    fonts: int
    requests: int

    @property
    def total(self) -> int:
        return self.page + self.files + self.fonts


def weight_of(client: FlaskClient, address: str) -> Weight:
    """Return the weight of a page for someone who has nothing of it yet."""
    page, text = _fetched(client, address)
    files, fonts = set(_FETCHED.findall(text)), set()
    sizes = {}
    for file in files:
        sizes[file], style = _fetched(client, file)
        fonts |= {urljoin(file, font).split("?")[0] for font in _FONTS.findall(style)}
    # The one that is preloaded is a font that a style asks for too.
    others = {file for file in files if file.split("?")[0] not in fonts}
    return Weight(
        page=page,
        files=sum(sizes[file] for file in others),
        fonts=sum(_fetched(client, font)[0] for font in fonts),
        requests=1 + len(others) + len(fonts),
    )


def _fetched(client: FlaskClient, address: str) -> tuple[int, str]:
    """Return how many bytes travel, and the text that was packed in them."""
    with client.get(address, headers=ACCEPT, follow_redirects=True) as response:
        size = len(response.get_data())
    with client.get(address, follow_redirects=True) as response:
        return size, response.get_data().decode(errors="replace")
