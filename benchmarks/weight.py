"""What pages weigh, and how soon their largest part is there on a slow phone."""

from __future__ import annotations

import logging
import os
import shutil
import statistics
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from decision_aid.app import create_app
from decision_aid.cases import Case
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.browse import Browsing
from tests.support.walk import Walk
from tests.support.weight import Weight, weight_of

#: The slow phone of Lighthouse: four times slower than this machine, "slow 4G".
PROFILE = "processor 4 times slower, 1.6 Mbit/s down, 0.75 up, 150 ms there and back"
SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
PHONE: ViewportSize = {"width": 390, "height": 844}
PAGES = (
    "/",
    "/questions/about-you",
    "/check",
    "/overview",
    "/sheet",
    "/options",
    "/options/spinal-cord-stimulation",
    "/glossary",
    "/sources/systematic-review",
)
ROUNDS = 3
LARGEST = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
})"""


def print_weights(known: Knowledge, case: Case) -> None:
    """Print one line a page, for somebody who gave the answers of a worked case."""
    settings = Settings(env="test", secret_keys=("a key for measuring only, not secret at all",))
    app = create_app(settings, known)
    client = app.test_client()
    Walk(client, known.rulebook).answers(case.answers)
    weights = {page: weight_of(client, page) for page in PAGES}
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        paints = _paints(browser, site, known, case)
        browser.close()
    server.shutdown()
    print(f"\n{'compressed, in KB':38}{'page':>8}{'files':>8}{'fonts':>8}{'all':>8}", end="")
    print(f"{'requests':>10}{'painted':>10}")
    for page in PAGES:
        _print_line(page, weights[page], paints[page])
    print(f"painted: largest part, empty cache, median of {ROUNDS}; {PROFILE}")
    print("targets: first page under 60 KB, any page under 120 KB, painted in under 1 s")


def _print_line(page: str, weight: Weight, painted: float) -> None:
    kb = (weight.page, weight.files, weight.fonts, weight.total)
    numbers = "".join(f"{size / 1024:8.1f}" for size in kb)
    print(f"{page:38}{numbers}{weight.requests:10}{painted / 1000:8.2f} s")


def _paints(browser: Browser, site: str, known: Knowledge, case: Case) -> dict[str, float]:
    """Return when the largest part of each page was painted, in milliseconds."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    Browsing(context, site, Axe(), known.rulebook).walk(case.answers)
    answered = context.storage_state()
    context.close()
    found: dict[str, list[float]] = {page: [] for page in PAGES}
    for _ in range(ROUNDS):
        for page in PAGES:
            # A new context has an empty cache.
            context = browser.new_context(
                viewport=PHONE, device_scale_factor=2, storage_state=answered
            )
            found[page].append(_largest_paint(context.new_page(), site + page))
            context.close()
    return {page: statistics.median(times) for page, times in found.items()}


def _largest_paint(page: Page, address: str) -> float:
    control = page.context.new_cdp_session(page)
    control.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    control.send("Network.enable")
    control.send("Network.emulateNetworkConditions", NETWORK)
    page.goto(address, wait_until="networkidle")
    painted: float = page.evaluate(LARGEST)
    return painted
