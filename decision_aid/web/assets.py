"""Addresses of static files that change with the content, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Flask, url_for


def asset_addresses(app: Flask) -> Callable[[str], str]:
    """Return the function that templates call with the name of a static file."""
    folder = Path(str(app.static_folder))

    @cache
    def digest(name: str) -> str:
        return hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]

    def asset(name: str) -> str:
        return url_for("static", filename=name, v=digest(name))

    return asset
