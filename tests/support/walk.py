"""A person who walks through the site by its forms, as a browser without JavaScript would."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from decision_aid.rulebook.evaluate import Answer
from decision_aid.rulebook.model import Rulebook

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
#: More screens than any honest journey has; a loop in the site ends here.
MOST_SCREENS = 120


class Walk:
    """Follows the site's own redirects and fills in whatever screen it lands on."""

    def __init__(self, client: FlaskClient, rulebook: Rulebook) -> None:
        self.client = client
        self.rulebook = rulebook
        self.seen: list[str] = []
        self.addresses: list[str] = []

    def get(self, address: str) -> TestResponse:
        """Open a page and follow redirects."""
        return self.client.get(address, follow_redirects=True)

    def send(
        self, screen: str, answers: Mapping[str, Answer], *, change: bool = False
    ) -> TestResponse:
        """Fill in one screen and send it, without following where it leads."""
        address = f"/questions/{screen}" + ("?change=1" if change else "")
        page = self.client.get(address)
        assert page.status_code == 200, (
            f"{address} is not shown: {page.status_code} {page.location}"
        )
        response = self.client.post(address, data=self._form(screen, answers, page))
        self.addresses += [address, response.location or ""]
        return response

    def answers(self, answers: Mapping[str, Answer]) -> TestResponse:
        """Start, answer every screen that comes, and return the first page that is none."""
        response = self.client.get("/questions")
        for _ in range(MOST_SCREENS):
            location = response.location or ""
            if response.status_code != 302 or "/questions" not in location:
                break
            if not location.rstrip("/").endswith("/questions"):
                screen = location.split("?")[0].rsplit("/", 1)[-1]
                self.seen.append(screen)
                response = self.send(screen, answers)
                assert response.status_code == 302, f"{screen} was not accepted"
            else:
                response = self.client.get(location)
        return self.client.get(response.location) if response.location else response

    def _form(
        self, screen: str, answers: Mapping[str, Answer], page: TestResponse
    ) -> dict[str, object]:
        shown = next(s for s in self.rulebook.screens if s.id == screen)
        fields = [field.id for question in shown.questions for field in question.fields]
        token = TOKEN.search(page.text)
        assert token, f"the form of {screen} has no CSRF token"
        form: dict[str, object] = {"csrf_token": token.group(1)}
        for name in fields:
            if name in answers:
                value = answers[name]
                form[name] = list(value) if isinstance(value, tuple) else str(value)
        return form
