"""A word for load balancers that this process answers."""

from __future__ import annotations

from flask import Blueprint, Response

bp = Blueprint("health", __name__)


@bp.get("/health")
def show() -> Response:
    """Say ok."""
    return Response("ok\n", mimetype="text/plain")
