"""What can be set from outside, all of it from environment variables named ``DECISION_AID_…``."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

Environment = Literal["development", "production", "test"]
PREFIX = "DECISION_AID_"
SHORTEST_KEY = 32
SHORTEST_SESSION, LONGEST_SESSION = 5, 24 * 60


class SettingsError(RuntimeError):
    """A setting is unknown, missing or unusable; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one running site.

    Attributes:
        env: ``development``, ``production`` or ``test``.
        secret_keys: keys that seal the answers in the browser's cookie. The first seals,
            the others still open: put a new one in front to change keys without losing
            anyone's answers.
        rules: the rules folder, or None for the one that came with the program.
        session_minutes: how long answers live after the last page.
        hosts: host names that are answered; empty answers every name.
    """

    env: Environment = "production"
    secret_keys: tuple[str, ...] = ()
    rules: Path | None = None
    session_minutes: int = 60
    hosts: tuple[str, ...] = ()

    @property
    def is_production(self) -> bool:
        """Tell whether this is a real site, which refuses what a development site forgives."""
        return self.env == "production"


def settings_from(
    environ: Mapping[str, str] = os.environ, instance: Path | None = None
) -> Settings:
    """Return the settings found in the environment.

    Args:
        environ: the environment variables.
        instance: the folder in which a development key is kept.

    Raises:
        SettingsError: for an unknown variable, a bad value, or production without a key.
    """
    given = {k.removeprefix(PREFIX).lower(): v for k, v in environ.items() if k.startswith(PREFIX)}
    known = {field.name for field in fields(Settings)}
    for name in sorted(set(given) - known):
        allowed = ", ".join(f"{PREFIX}{field.upper()}" for field in sorted(known))
        raise SettingsError(f"unknown setting {PREFIX}{name.upper()}. Allowed: {allowed}.")
    env = _environment(given.get("env", "production"))
    return Settings(
        env=env,
        secret_keys=_keys(given.get("secret_keys", ""), env, instance or Path("instance")),
        rules=Path(given["rules"]) if given.get("rules") else None,
        session_minutes=_minutes(given.get("session_minutes", "60")),
        hosts=tuple(host.strip() for host in given.get("hosts", "").split(",") if host.strip()),
    )


def _environment(value: str) -> Environment:
    for allowed in get_args(Environment):
        if value == allowed:
            return allowed  # type: ignore[no-any-return]
    raise SettingsError(f"{PREFIX}ENV is {', '.join(get_args(Environment))}, not {value!r}.")


def _minutes(value: str) -> int:
    if value.isdecimal() and SHORTEST_SESSION <= int(value) <= LONGEST_SESSION:
        return int(value)
    allowed = f"a whole number from {SHORTEST_SESSION} to {LONGEST_SESSION}"
    raise SettingsError(f"{PREFIX}SESSION_MINUTES is {allowed}, not {value!r}.")


def _keys(value: str, env: Environment, instance: Path) -> tuple[str, ...]:
    keys = tuple(key.strip() for key in value.split(",") if key.strip())
    for key in keys:
        if len(key) < SHORTEST_KEY:
            raise SettingsError(
                f"each key in {PREFIX}SECRET_KEYS has {SHORTEST_KEY} letters or more."
            )
    if keys:
        return keys
    if env == "production":
        raise SettingsError(
            f"production needs {PREFIX}SECRET_KEYS: one or more random keys of {SHORTEST_KEY} "
            'letters or more, split by commas. Make one with: python -c "import secrets; '
            'print(secrets.token_urlsafe(32))"'
        )
    if env == "test":
        return ("a key for tests only, not secret at all",)
    return (_development_key(instance / "development-key"),)


def _development_key(path: Path) -> str:
    """Return the key kept in a file that git ignores, and make it the first time."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two processes may start at once: each writes its own file whole, the first link stays.
        with tempfile.NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as file:
            file.write(secrets.token_urlsafe(SHORTEST_KEY))
            file.flush()
            with suppress(FileExistsError):
                os.link(file.name, path)
    key = path.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST_KEY:
        raise SettingsError(f"the key in {path} is too short: delete that file, and start again.")
    return key
