"""A person with a browser: walks through screens, and keeps an eye on what the pages do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Rulebook

MOST_SCREENS = 60
#: All that axe does by itself, and the size of targets (WCAG 2.2, 2.5.8), which it leaves out.
AXE = {"rules": {"target-size": {"enabled": True}}}


class Browsing:
    """One window; remembers every host that was asked and every error on the console."""

    def __init__(self, context: BrowserContext, site: str, axe: Axe, rulebook: Rulebook) -> None:
        self.page = context.new_page()
        self.site = site
        self.axe = axe
        self.rulebook = rulebook
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if message.type == "error" else None
            ),
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def path(self) -> str:
        """Return the path of the page that is shown."""
        return urlsplit(self.page.url).path

    def open(self, path: str) -> None:
        """Go to a page of the site."""
        self.page.goto(self.site + path)

    def is_wider_than_the_window(self) -> bool:
        """Tell whether the shown page has to be moved sideways to be read (1.4.10)."""
        wide: bool = self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        return wide

    def unfold(self) -> None:
        """Open everything on the shown page that is folded away."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    def fill(self, answers: Mapping[str, Answer]) -> None:
        """Choose every answer that the shown screen asks for."""
        for name, answer in answers.items():
            if self.rulebook.fields[name].kind == "text":
                typed = self.page.locator(f'[id="q-{name}-text"]')
                if typed.count():
                    typed.fill(str(answer))
                continue
            for choice in answer if isinstance(answer, tuple) else (answer,):
                box = self.page.locator(f'[id="q-{name}-{choice}"]')
                if box.count():
                    box.check()

    def go_on(self) -> None:
        """Send the screen, and wait until the next page is there."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.get_by_role("button", name="Continue").click()

    def screens(self, answers: Mapping[str, Answer]) -> Iterator[str]:
        """Answer screen after screen; yields the path of each before it is filled in."""
        self.open("/questions")
        for _ in range(MOST_SCREENS):
            if not self.path.startswith("/questions/"):
                return
            yield self.path
            self.fill(answers)
            self.go_on()
        raise AssertionError(f"the questions do not end: {self.path}")

    def walk(self, answers: Mapping[str, Answer]) -> int:
        """Answer every screen and return how many there were."""
        return len(list(self.screens(answers)))

    def faults(self) -> list[str]:
        """Return what axe finds wrong with the shown page (WCAG 2.2 A and AA, good practice)."""
        found = self.axe.run(self.page, options=AXE).response["violations"]
        return [
            f"{self.path}: {fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}"
            for fault in found
        ]
