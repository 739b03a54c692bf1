"""Everything that is text travels compressed: pages as they are made, static files once a process.

What an eavesdropper could learn from the length of a compressed page, and why that is
nothing here, stands in docs/decisions/0016.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus

import brotli
from flask import Flask, Response, request
from flask_compress import Compress

#: Best first; every browser of the last ten years reads one of them.
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda data: brotli.compress(data, quality=11),
    "gzip": lambda data: gzip.compress(data, compresslevel=9, mtime=0),
}
#: Fonts and PDF files are compressed already.
TEXTS = ("text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml")
#: A page is made for one person and sent once: 5 takes a millisecond and 11 takes 40.
PAGE_LEVEL = 5


def init_app(app: Flask) -> None:
    """Compress what a site sends to whoever can read it."""
    app.config.update(
        COMPRESS_ALGORITHM=list(ENCODINGS),
        COMPRESS_BR_LEVEL=PAGE_LEVEL,
        COMPRESS_MIMETYPES=list(TEXTS),
        COMPRESS_STREAMS=False,
    )
    Compress(app)

    # Registered last, so it runs first, and Flask-Compress finds its work done.
    @app.after_request
    def pack_static_file(response: Response) -> Response:
        is_file = request.endpoint == "static" and response.status_code == HTTPStatus.OK
        encoding = request.accept_encodings.best_match(ENCODINGS)
        if not is_file or response.mimetype not in TEXTS or encoding is None:
            return response
        response.direct_passthrough = False
        response.set_data(_packed(response.get_data(), encoding))
        response.content_encoding = encoding
        # Other bytes need another name, and the browser may hold just those.
        response.set_etag(f"{response.get_etag()[0]}:{encoding}")
        response.make_conditional(request)
        return response


@lru_cache(maxsize=64)
def _packed(data: bytes, encoding: str) -> bytes:
    """Return a static file at its smallest; only the first request for it waits."""
    return ENCODINGS[encoding](data)
