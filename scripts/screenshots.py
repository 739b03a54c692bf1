"""Take the pictures of the README from the running site: ``make screenshots``."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from decision_aid.app import create_app
from decision_aid.cases import load_cases
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.browse import Browsing

IMAGES = Path("docs/images")
CASE = "leg-pain-long-scan-fits"
PHONE = {"width": 390, "height": 1000}
DESK = {"width": 1280, "height": 1000}
QUESTION = "/questions/what-it-is-like"


def main() -> None:
    """Serve the site on loopback, walk one worked case, and save four pictures."""
    known = Knowledge.of(resource_dir("rules"))
    case = next(c for c in load_cases(resource_dir("rules"), known.rulebook) if c.id == CASE)
    settings = Settings(env="test", secret_keys=("a key for pictures only, not secret at all",))
    server = make_server("127.0.0.1", 0, create_app(settings, known), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for name, size in (("phone", PHONE), ("desk", DESK)):
            context = browser.new_context(viewport=size, device_scale_factor=1)
            window = Browsing(context, site, Axe(), known.rulebook)
            for path in window.screens(case.answers):
                if path == QUESTION:
                    window.fill(case.answers)
                    window.page.evaluate("window.scrollTo(0, 0)")
                    window.page.screenshot(path=IMAGES / f"question-{name}.png")
            window.open("/overview#with-care")
            window.page.screenshot(path=IMAGES / f"overview-{name}.png")
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
