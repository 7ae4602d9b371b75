"""What a nurse records after the talk: teach-back, education, confirmation, withdrawal, and whether it still stands."""

import hashlib
import json
from datetime import datetime
from enum import StrEnum

from pydantic import Field

from quiz_app.domain.attempt import Record
from quiz_app.domain.form import Frozen

MOST_WORDS = 200


class Understanding(StrEnum):
    """How clearly the patient said a point in their own words."""

    CLEAR = "clear"
    PARTLY = "partly"
    NOT_YET = "not-yet"


class Learner(StrEnum):
    """Who was taught."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    BOTH = "patient-and-caregiver"


class Readiness(StrEnum):
    """How ready the learner was."""

    EAGER = "eager"
    WILLING = "willing"
    DISTRACTED = "distracted"
    NOT_READY = "not-ready"


class Barrier(StrEnum):
    """What makes learning harder; none is said, too."""

    NONE = "none"
    SIGHT = "sight"
    HEARING = "hearing"
    LANGUAGE = "language"
    READING = "reading"
    MEMORY = "memory"
    PAIN_OR_TIRED = "pain-or-tired"
    WORRY = "worry"
    BELIEFS = "beliefs"
    OTHER = "other"


class Support(StrEnum):
    """How barriers were met; none needed is said, too."""

    NONE = "none"
    LARGE_PRINT = "large-print"
    HEARING_AID = "hearing-aid"
    INTERPRETER = "interpreter"
    READ_ALOUD = "read-aloud"
    HELPER = "helper"
    SHORT_PARTS = "short-parts"
    REST = "rest"
    OTHER = "other"


class WayToLearn(StrEnum):
    """How the learner likes to learn; none is said, too."""

    NONE = "none"
    TALKING = "talking"
    READING = "reading"
    PICTURES = "pictures"
    SHOWING = "showing"
    SCREEN = "screen"


class Method(StrEnum):
    """How the nurse taught and checked."""

    TEACH_BACK = "teach-back"
    DISCUSSION = "discussion"
    WRITTEN = "written"
    DEMONSTRATION = "demonstration"


class Interpreter(StrEnum):
    """Whether somebody interpreted."""

    NOT_NEEDED = "not-needed"
    IN_PERSON = "in-person"
    VIDEO = "video"
    PHONE = "phone"
    DECLINED = "declined"


class Meaning(StrEnum):
    """What a signature says."""

    UNDERSTANDING_CONFIRMED = "understanding-confirmed"


class TeachBack(Frozen):
    """One point said back by the patient; item is the point's first item."""

    item: str
    understanding: Understanding
    words: str = Field(default="", max_length=MOST_WORDS)


class Education(Frozen):
    """How the teaching went: coded lists, of which none is ever empty."""

    learner: Learner
    readiness: Readiness
    barriers: tuple[Barrier, ...] = Field(min_length=1)
    supports: tuple[Support, ...] = Field(min_length=1)
    ways: tuple[WayToLearn, ...] = Field(min_length=1)
    methods: tuple[Method, ...] = Field(min_length=1)
    interpreter: Interpreter


class Conversation(Frozen):
    """One talk with the patient as a nurse recorded it; numbers count from 1 within an attempt, the last counts."""

    attempt: str
    number: int
    teach_backs: tuple[TeachBack, ...]
    education: Education
    by: str
    signer: str
    at: datetime


class Confirmation(Frozen):
    """A nurse's signature under one conversation and the exact answers it was about."""

    attempt: str
    number: int
    conversation: int
    digest: str
    meaning: Meaning
    by: str
    signer: str
    at: datetime


class Withdrawal(Frozen):
    """A confirmation taken back, with the reason; both stay in the record."""

    attempt: str
    confirmation: int
    reason: str
    by: str
    signer: str
    at: datetime


class PaperEntry(Frozen):
    """Answers of a paper sheet were typed in, by whom."""

    attempt: str
    by: str
    signer: str
    at: datetime


class Care(Frozen):
    """Everything staff recorded about one attempt, each kind in the order it came."""

    conversations: tuple[Conversation, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    papers: tuple[PaperEntry, ...] = ()

    @property
    def conversation(self) -> Conversation | None:
        """The talk that counts now."""
        return self.conversations[-1] if self.conversations else None

    @property
    def confirmation(self) -> Confirmation | None:
        """The newest confirmation, whether it still stands or not."""
        return self.confirmations[-1] if self.confirmations else None

    def withdrawal_of(self, confirmation: Confirmation) -> Withdrawal | None:
        """How that confirmation was taken back, or None."""
        return next((each for each in self.withdrawals if each.confirmation == confirmation.number), None)


class Standing(StrEnum):
    """Whether the newest confirmation still says what it said."""

    NONE = "none"
    CONFIRMED = "confirmed"
    VOID = "void"
    WITHDRAWN = "withdrawn"


def digest_of(record: Record, conversation: Conversation) -> str:
    """Hash of what is signed: exact wording (by fingerprint), every answer, the conversation; 64 hex digits."""
    signed = {
        "course": record.attempt.course,
        "form": record.attempt.form,
        "responses": [response.model_dump(mode="json") for response in record.responses],
        "conversation": conversation.model_dump(mode="json"),
    }
    canonical = json.dumps(signed, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def standing(record: Record, care: Care) -> Standing:
    """Whether the newest confirmation stands: not withdrawn, and nothing it signed has changed since."""
    confirmation = care.confirmation
    if confirmation is None:
        return Standing.NONE
    if care.withdrawal_of(confirmation):
        return Standing.WITHDRAWN
    signed = next((talk for talk in care.conversations if talk.number == confirmation.conversation), None)
    whole = signed is not None and signed == care.conversation and digest_of(record, signed) == confirmation.digest
    return Standing.CONFIRMED if whole else Standing.VOID
