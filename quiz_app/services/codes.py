"""Codes and tokens: made at random, read forgivingly, kept only as something that cannot be turned back."""

import base64
import hashlib
import hmac
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 12
SELECTOR_LENGTH = 4
TOKEN_LENGTH = 43  # 32 bytes in base64 without padding
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_MISREAD = str.maketrans("OIL", "011")


def new_code() -> str:
    """A fresh code of 60 random bits: three groups of four characters that are hard to misread."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))


def code_from(digest: str) -> str:
    """The code that a keyed hash of at least 60 bits stands for; the same hash gives the same code."""
    number = int(digest, 16)
    letters = [ALPHABET[(number >> 5 * place) % len(ALPHABET)] for place in range(CODE_LENGTH)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, CODE_LENGTH, 4))


def token_from(digest: str) -> str:
    """The token that a keyed hash of 256 bits stands for, as long as a random one."""
    return base64.urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")


def new_token() -> str:
    """A fresh token of 256 random bits, for links and cookies."""
    return secrets.token_urlsafe(32)


def read_token(sent: str) -> str | None:
    """A token that came back with a form; None for what cannot be one."""
    return sent if len(sent) == TOKEN_LENGTH else None


def read_code(typed: str) -> str | None:
    """The code somebody typed, in its one form, reading O as 0 and I or L as 1; None if it cannot be one."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MISREAD)
    if len(letters) != CODE_LENGTH or not set(letters) <= set(ALPHABET):
        return None
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def selector_of(code: str) -> str:
    """The first group of a code, by which it is found; it lets nobody in."""
    return code[:SELECTOR_LENGTH]


def hash_of(token: str) -> str:
    """What is kept of a token: sha-256, enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


class Vault:
    """Turns codes and passwords into verifiers with the clinic's own key, and checks them at even speed."""

    def __init__(self, pepper: bytes) -> None:
        self._pepper = pepper
        self._at_once = threading.BoundedSemaphore(2)  # each hash takes 19 MB and a core
        self._nobody = _HASHER.hash(self._peppered(new_code()))

    def seal(self, secret: str) -> str:
        """The verifier of a code or password: Argon2id over HMAC with the pepper."""
        with self._at_once:
            return _HASHER.hash(self._peppered(secret))

    def fits(self, verifier: str | None, secret: str) -> bool:
        """Whether the secret made that verifier; without a verifier it takes just as long and says no."""
        try:
            with self._at_once:
                _HASHER.verify(verifier or self._nobody, self._peppered(secret))
        except (VerifyMismatchError, InvalidHashError):
            return False
        return verifier is not None

    def tag(self, purpose: str, value: str = "") -> str:
        """A keyed hash for one purpose: the first administrator's link, or an address that is not to be kept."""
        return hmac.new(self._pepper, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()

    def _peppered(self, secret: str) -> str:
        return self.tag("seal", secret)
