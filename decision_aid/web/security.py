"""Headers that every response carries, and who is answered at all."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, Response, request

from decision_aid.settings import Settings

#: Nothing is allowed but what the pages use: their own styles, scripts, pictures, fonts, forms,
#: and one request of a script: that the answers may stay for longer.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "style-src 'self'; "
    "script-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

#: A full matrix page sends about 3 KB.
MOST_REQUEST_BYTES = 64 * 1024
DAY = 24 * 60 * 60
YEAR = 365 * DAY


def init_app(app: Flask, settings: Settings) -> None:
    """Guard every request and response of a site."""
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_REQUEST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_REQUEST_BYTES,
        MAX_FORM_PARTS=500,
        SESSION_COOKIE_NAME="__Host-visit" if settings.is_production else "visit",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_production,
        TRUSTED_HOSTS=list(settings.hosts) or None,
        # The strict check asks for a Referer, which our own policy withholds. The token
        # and the SameSite cookie stay.
        WTF_CSRF_SSL_STRICT=False,
    )

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        if settings.is_production:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        response.headers["Cache-Control"] = _cache_control(response)
        return response


def _cache_control(response: Response) -> str:
    """Return how long a response may be kept: whatever may hold an answer, never."""
    found = response.status_code in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}
    if request.endpoint != "static" or not found:
        return "no-store"
    # An address with the hash of the content never means anything else; fonts have none.
    return f"public, max-age={YEAR}, immutable" if "v" in request.args else f"public, max-age={DAY}"
