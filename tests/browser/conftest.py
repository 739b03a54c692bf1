"""A real site on loopback and a real browser, started once a process."""

import logging
import os
import shutil
import threading
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from decision_aid.app import create_app
from decision_aid.resources import resource_dir
from decision_aid.settings import Settings
from decision_aid.web.knowledge import Knowledge
from tests.support.browse import Browsing
from tests.support.walk import Walk

#: Debian's Chromium runs as root in containers, and asks the network for nothing here.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SETTINGS = Settings(env="test", secret_keys=("a key for tests only, not secret at all",))
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


def pytest_collection_modifyitems(items):
    # So that `-m "not browser"` leaves them out.
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def app(rulebook, engine):
    return create_app(SETTINGS, Knowledge.of(resource_dir("rules"), rulebook, engine))


@pytest.fixture(scope="session")
def site(app):
    with served(app) as address:
        yield address


@contextmanager
def served(app):
    """Serve a site on loopback."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    return Axe()


@pytest.fixture(params=["phone", "desk"])
def size(request):
    return SIZES[request.param]


@pytest.fixture
def browse(browser, site, axe, rulebook):
    """Open a browser window: ``browse(width, height, script=True)`` gives a Browsing."""
    opened = []

    def open_window(size=SIZES["phone"], *, script=True, scheme="light", **more):
        context = browser.new_context(
            viewport=size,
            java_script_enabled=script,
            color_scheme=scheme,
            reduced_motion="reduce",
            **more,
        )
        opened.append(context)
        return Browsing(context, site, axe, rulebook)

    yield open_window
    for context in opened:
        context.close()


@pytest.fixture
def answered(app, site, rulebook):
    """Give a window the answers of somebody who went all the way: ``answered(window, answers)``."""

    def give(window, answers):
        client = app.test_client()
        Walk(client, rulebook).answers(answers)
        cookie = client.get_cookie(app.config["SESSION_COOKIE_NAME"])
        window.page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": site, "httpOnly": True}]
        )
        return window

    return give
