"""The tables: one per kind of fact, with the names of the domain. Fact tables only grow (see migrations)."""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)

from quiz_app.storage.columns import METADATA, Day, Moment, at, number, of_attempt, seq, table_of, text

__all__ = ["METADATA"]

APPEND_ONLY = (
    "courses",
    "releases",
    "forms",
    "attempts",
    "responses",
    "passed",
    "preferences",
    "questions",
    "finished",
    "regrades",
    "regraded",
    "refreshers",
    "papers",
    "conversations",
    "confirmations",
    "withdrawals",
    "audit",
)

courses = table_of("courses", Column("fingerprint", Text, primary_key=True), text("content"))

releases = table_of(
    "releases",
    seq(),
    text("course"),
    number(),
    text("kind"),
    Column("fingerprint", Text, ForeignKey("courses.fingerprint"), nullable=False),
    text("by"),
    text("signer"),
    at(),
    UniqueConstraint("course", "number"),
)

forms = table_of(
    "forms",
    Column("fingerprint", Text, primary_key=True),
    Column("course", Text, ForeignKey("courses.fingerprint"), nullable=False),
    text("content"),
)

attempts = table_of(
    "attempts",
    seq(),
    text("id"),
    Column("course", Text, ForeignKey("courses.fingerprint"), nullable=False),
    Column("form", Text, ForeignKey("forms.fingerprint"), nullable=False),
    text("locale"),
    text("origin"),
    at("opened_at"),
    UniqueConstraint("id"),
)

responses = table_of(
    "responses",
    seq(),
    of_attempt(),
    text("item"),
    number("try_no"),
    text("choice"),
    Column("sureness", Text),
    at(),
    UniqueConstraint("attempt", "item", "try_no"),
)

Index(None, responses.c.attempt, responses.c.at)

passed = table_of("passed", seq(), of_attempt(), text("place"), at(), UniqueConstraint("attempt", "place"))

preferences = table_of("preferences", seq(), of_attempt(), text("name"), text("value"), at())
Index(None, preferences.c.attempt)

questions = table_of(
    "questions", seq(), of_attempt(), text("text"), text("place"), at(), UniqueConstraint("attempt", "text")
)

finished = table_of("finished", seq(), of_attempt(), text("outcome"), text("points"), at(), UniqueConstraint("attempt"))

regrades = table_of(
    "regrades",
    seq(),
    Column("course", Text, ForeignKey("courses.fingerprint"), nullable=False),
    text("item"),
    number(),
    Column("live", Text, ForeignKey("courses.fingerprint"), nullable=False),
    text("content"),
    at(),
    UniqueConstraint("course", "item", "number"),
)

regraded = table_of(
    "regraded",
    seq(),
    of_attempt(),
    number(),
    text("course"),
    text("item"),
    number("regrade"),
    Column("old", Double, nullable=False),
    Column("new", Double, nullable=False),
    text("outcome"),
    text("points"),
    text("by"),
    text("signer"),
    text("reason"),
    at("corrected_at"),
    at(),
    UniqueConstraint("attempt", "number"),
    ForeignKeyConstraint(["course", "item", "regrade"], ["regrades.course", "regrades.item", "regrades.number"]),
)

refreshers = table_of(
    "refreshers", seq(), of_attempt("first"), of_attempt(), UniqueConstraint("first"), UniqueConstraint("attempt")
)

papers = table_of("papers", seq(), of_attempt(), text("by"), text("signer"), at())
Index(None, papers.c.attempt)

conversations = table_of(
    "conversations",
    seq(),
    of_attempt(),
    number(),
    text("content"),
    text("by"),
    at(),
    UniqueConstraint("attempt", "number"),
)

confirmations = table_of(
    "confirmations",
    seq(),
    of_attempt(),
    number(),
    number("conversation"),
    text("digest"),
    text("meaning"),
    text("by"),
    text("signer"),
    at(),
    UniqueConstraint("attempt", "number"),
    ForeignKeyConstraint(["attempt", "conversation"], ["conversations.attempt", "conversations.number"]),
)

withdrawals = table_of(
    "withdrawals",
    seq(),
    of_attempt(),
    number("confirmation"),
    text("reason"),
    text("by"),
    text("signer"),
    at(),
    UniqueConstraint("attempt", "confirmation"),
    ForeignKeyConstraint(["attempt", "confirmation"], ["confirmations.attempt", "confirmations.number"]),
)

drafts = table_of(
    "drafts",
    Column("attempt", Text, ForeignKey("attempts.id"), primary_key=True),
    Column("by", Text, primary_key=True),
    text("content"),
    at(),
)

invitations = table_of(
    "invitations",
    Column("selector", Text, primary_key=True),
    text("verifier"),
    text("link_hash"),
    text("course"),
    at("created_at"),
    at("expires_at"),
    Column("revoked_at", Moment),
    Column("attempt", Text, ForeignKey("attempts.id")),
    text("label"),
    Column("infusion_on", Day),
    text("locale", default="en"),
    text("sought", default=""),
    UniqueConstraint("link_hash"),
    UniqueConstraint("attempt"),
)
"""What is sought in a label is kept beside it, folded as in folding.py."""

Index(None, invitations.c.created_at)

staff = table_of(
    "staff",
    Column("id", Text, primary_key=True),
    text("login"),
    text("role"),
    text("password_hash"),
    text("setup_hash"),
    at("created_at"),
    Column("disabled_at", Moment),
    UniqueConstraint("login"),
)

visits = table_of(
    "visits",
    Column("token_hash", Text, primary_key=True),
    text("kind"),
    text("subject"),
    at("created_at"),
    at("expires_at"),
    at("seen_at"),
    Column("ended_at", Moment),
    Column("reauthenticated_at", Moment),
    text("handed_by", default=""),
    text("pin_hash", default=""),
)
Index(None, visits.c.subject)

guesses = table_of(
    "guesses",
    Column("subject", Text, primary_key=True),
    number("failed"),
    at("next_at"),
)

audit = table_of("audit", seq(), at(), text("actor"), text("action"), text("subject"), text("seal", default=""))

proofs = table_of(
    "proofs",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("times", BigInteger, nullable=False),
)
