"""The session as a sealed cookie: answers live in the browser, and only there.

The content is compressed, encrypted and dated (Fernet), so the browser's owner or a
shared computer cannot read it, nobody can change it, and it opens only for a while.
Any process with the keys can serve any request; the server stores nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

#: Browsers keep cookies up to 4,096 bytes, name and attributes included.
MOST_BYTES = 3800
#: What the token that guards the forms and the chosen language take of it, sealed.
ROOM_FOR_TOKEN = 100
#: What a sealed cookie may unpack to; a full journey takes about 9 KB.
MOST_UNPACKED = 64 * 1024


class SessionTooLarge(RuntimeError):
    """The answers do not fit into a cookie."""

    def __init__(self, size: int) -> None:
        super().__init__(f"the sealed session has {size} bytes, more than {MOST_BYTES}")


class SealedSession(CallbackDict[str, Any], SessionMixin):
    """A session that knows whether it was read or changed."""

    def __init__(self, initial: dict[str, Any] | None = None) -> None:
        def on_update(session: SealedSession) -> None:
            session.modified = session.accessed = True

        super().__init__(initial, on_update)
        self.modified = self.accessed = False

    def __getitem__(self, key: str) -> Any:
        self.accessed = True
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.accessed = True
        return super().__contains__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or *default*."""
        self.accessed = True
        return super().get(key, default)


class SealedSessionInterface(SessionInterface):
    """Opens and saves sealed sessions.

    Args:
        keys: the first seals; all open.
        seconds: how long a seal holds after it was made.
    """

    def __init__(self, keys: tuple[str, ...], seconds: int) -> None:
        self._seal = MultiFernet([Fernet(_fernet_key(key)) for key in keys])
        self._seconds = seconds

    def open_session(self, app: Flask, request: Request) -> SealedSession:
        """Return what the cookie holds; an expired, foreign or damaged one holds nothing."""
        token = request.cookies.get(self.get_cookie_name(app))
        if not token:
            return SealedSession()
        try:
            packed = self._seal.decrypt(token.encode(), ttl=self._seconds)
            unpacker = zlib.decompressobj()
            raw = unpacker.decompress(packed, MOST_UNPACKED)
            content = json.loads(raw)
        except (InvalidToken, zlib.error, ValueError, UnicodeEncodeError):
            return SealedSession()
        return SealedSession(content if isinstance(content, dict) else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Seal the session anew on every page that read it, so that its time starts again.

        Static files and health checks read nothing, so they carry no cookie: a late one
        could overwrite newer answers, and what is cached must not hold any.

        Raises:
            SessionTooLarge: when it would not fit into a cookie.
        """
        name, domain, path = (
            self.get_cookie_name(app),
            self.get_cookie_domain(app),
            self.get_cookie_path(app),
        )
        if not session.accessed:
            return
        response.vary.add("Cookie")
        if not session:
            if session.modified:
                response.delete_cookie(
                    name,
                    domain=domain,
                    path=path,
                    secure=self.get_cookie_secure(app),
                    httponly=True,
                    samesite=self.get_cookie_samesite(app),
                )
            return
        token = self._sealed(dict(session))
        if len(token) > MOST_BYTES:
            raise SessionTooLarge(len(token))
        response.set_cookie(
            name,
            token,
            max_age=self._seconds,
            domain=domain,
            path=path,
            secure=self.get_cookie_secure(app),
            httponly=True,
            samesite=self.get_cookie_samesite(app),
        )

    def fits(self, content: dict[str, Any]) -> bool:
        """Tell whether a cookie can hold this beside what every session holds."""
        return len(self._sealed(content)) <= MOST_BYTES - ROOM_FOR_TOKEN

    def _sealed(self, content: dict[str, Any]) -> str:
        packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), level=9)
        return self._seal.encrypt(packed).decode()


def _fernet_key(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())
