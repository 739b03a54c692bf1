"""Headers that every response carries, and who is answered at all."""

from __future__ import annotations

from flask import Flask, Response, abort, request

from decision_aid.settings import Settings

#: Nothing is allowed but what the pages use: their own styles, scripts, pictures, fonts, forms.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "style-src 'self'; "
    "script-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; "
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
YEAR = 365 * 24 * 60 * 60


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
        SEND_FILE_MAX_AGE_DEFAULT=YEAR,
    )

    @app.before_request
    def refuse_other_hosts() -> None:
        if settings.hosts and request.host.split(":")[0] not in settings.hosts:
            abort(400)

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        if settings.is_production:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        # Static files carry their content's hash in the address; everything else may hold answers.
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response
