"""The record as a FHIR R4 bundle: plain resources that any system can take apart, the same for the same record."""

import base64
import hashlib
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from quiz_app.domain.attempt import Origin
from quiz_app.domain.confirmation import Standing
from quiz_app.domain.summary import AttemptSummary, SaidBack, Summary
from quiz_app.export import phrases
from quiz_app.export.codings import Codings, codings_in
from quiz_app.export.json_types import Resource
from quiz_app.export.phrases import say
from quiz_app.export.questionnaire import questionnaire, response

_NAMES = UUID("5b8b0a8e-6d7e-4f0e-9a0f-3f2c61a7f1d4")
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"


def bundle(summary: Summary, pdf: bytes, *, codings: Path | None = None) -> Resource:
    """A collection of the record's resources; pdf is the same record as record_pdf sets it.

    codings: the clinic's own file, if there is one. Raises BadCodings.
    """
    return _Bundle(summary, codings_in(codings)).whole(pdf)


class _Bundle:
    """Resources of one record that point at each other by names made from the attempt's id."""

    def __init__(self, summary: Summary, codings: Codings) -> None:
        self._summary = summary
        self._codings = codings
        self._entries: list[Resource] = []

    def whole(self, pdf: bytes) -> Resource:
        """The bundle."""
        for name, attempt in (("check", self._summary.attempt), ("refresher", self._summary.refresher)):
            if attempt:
                self._attempt(name, attempt)
        self._add("procedure", self._education())
        for said in self._summary.said_back:
            self._add(f"teach-back/{said.item}", self._teach_back(said))
        self._add("document", self._document(pdf))
        self._add("provenance", self._provenance())
        simulated = self._summary.attempt.origin is Origin.SIMULATED
        return {
            "resourceType": "Bundle",
            "id": self._id("bundle"),
            **({"meta": {"tag": [{"display": say("record.origin.simulated")}]}} if simulated else {}),
            "type": "collection",
            "timestamp": _moment(self._summary.last_at),
            "entry": self._entries,
        }

    def _id(self, name: str) -> str:
        return str(uuid5(_NAMES, f"{self._summary.attempt.attempt}/{name}"))

    def _at(self, name: str, kind: str) -> Resource:
        return {"reference": f"urn:uuid:{self._id(name)}", "type": kind}

    def _add(self, name: str, resource: Resource) -> None:
        key = self._id(name)
        self._entries.append({"fullUrl": f"urn:uuid:{key}", "resource": resource | {"id": key}})

    def _attempt(self, name: str, attempt: AttemptSummary) -> None:
        self._add(f"{name}/questionnaire", questionnaire(self._summary, attempt, self._codings))
        answers = response(self._summary, attempt, self._codings)
        self._add(f"{name}/response", answers | self._subject())
        if attempt.points:
            self._add(f"{name}/right", self._right(name, attempt))

    def _subject(self) -> Resource:
        """The patient by a logical identifier; nothing unless the clinic named a system for it."""
        system, selector = self._codings.patient_system, self._summary.selector
        return {"subject": {"identifier": {"system": system, "value": selector}}} if system and selector else {}

    def _right(self, name: str, attempt: AttemptSummary) -> Resource:
        asked: Resource = {"value": len(attempt.points)}
        first: Resource = {"numerator": {"value": attempt.right_first}, "denominator": asked}
        final: Resource = {"numerator": {"value": attempt.right_in_the_end}, "denominator": asked}
        return {
            "resourceType": "Observation",
            "status": "final" if attempt.finished else "preliminary",
            "category": [{"coding": [{"system": _CATEGORY, "code": "survey"}]}],
            "code": self._own("right-first", say("record.first-result")),
            **self._subject(),
            "effectiveDateTime": _moment(attempt.last_at),
            "valueRatio": first,
            "component": [{"code": self._own("right-in-the-end", say("record.final-result")), "valueRatio": final}],
            "derivedFrom": [self._at(f"{name}/response", "QuestionnaireResponse")],
        }

    def _own(self, code: str, text: str) -> Resource:
        return {"coding": [self._codings.local(code)], "text": text}

    def _education(self) -> Resource:
        summary, talk = self._summary, self._summary.conversation
        subject = self._subject() or {"subject": {"display": say("record.patient-unnamed")}}
        done = summary.attempt.finished or talk
        categories = self._codings.written(self._codings.education_categories)
        local = self._codings.local("patient-education")
        facts = [*phrases.education(talk), *self._standing()] if talk else self._standing()
        performers = [talk.signer] if talk else []
        return {
            "resourceType": "Procedure",
            "status": "completed" if done else "in-progress",
            "category": {"coding": categories, "text": say("record.fhir-education")}
            if categories
            else {"text": say("record.fhir-education")},
            "code": {"coding": [*self._codings.written(self._codings.education), local], "text": summary.title},
            **subject,
            "performedPeriod": self._period(),
            "performer": [{"actor": {"display": who}} for who in [*performers, say("record.fhir-app")]],
            "note": [{"text": f"{what}: {how}"} for what, how in facts],
        }

    def _period(self) -> Resource:
        start, talk = self._summary.attempt.started, self._summary.conversation
        end = talk.at if talk else self._summary.attempt.finished
        period: Resource = {"start": _moment(start)}
        return period | {"end": _moment(end)} if end else period

    def _standing(self) -> list[tuple[str, str]]:
        said = phrases.confirmation(self._summary) or say("record.unconfirmed")
        answered = f"{phrases.who_answered(self._summary.attempt)}, {phrases.origin(self._summary)}"
        return [
            (say("record.answered"), answered),
            (say("record.confirmation"), said),
            (say("record.content"), phrases.content(self._summary)),
            *((say("record.marked-again-title"), each) for each in phrases.marked_again(self._summary.attempt)),
        ]

    def _teach_back(self, said: SaidBack) -> Resource:
        talk = self._summary.conversation
        return {
            "resourceType": "Observation",
            "status": "final",
            "code": self._own("teach-back", f"{say('record.teach-back')}: {said.objective}"),
            **self._subject(),
            **({"effectiveDateTime": _moment(talk.at), "performer": [{"display": talk.signer}]} if talk else {}),
            "valueCodeableConcept": self._own(
                f"teach-back-{said.understanding}", say(f"record.understanding.{said.understanding}")
            ),
            **({"note": [{"text": said.words}]} if said.words else {}),
            "partOf": [self._at("procedure", "Procedure")],
        }

    def _document(self, pdf: bytes) -> Resource:
        summary = self._summary
        moment = _moment(summary.last_at)
        digest = hashlib.sha1(pdf, usedforsecurity=False).digest()
        return {
            "resourceType": "DocumentReference",
            "masterIdentifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{self._id('document')}"},
            "status": "current",
            "docStatus": "final" if summary.standing is Standing.CONFIRMED else "preliminary",
            "type": {"coding": self._codings.written(self._codings.document), "text": say("record.fhir-document")},
            **self._subject(),
            "date": moment,
            "content": [
                {
                    "attachment": {
                        "contentType": "application/pdf",
                        "language": say.locale,
                        "data": base64.b64encode(pdf).decode(),
                        "size": len(pdf),
                        "hash": base64.b64encode(digest).decode(),
                        "title": say("record.title", title=summary.title),
                        "creation": moment,
                    }
                }
            ],
        }

    def _provenance(self) -> Resource:
        """Who stands behind the record: the app put it together, and a nurse verifies what still stands confirmed."""
        summary, signed, paper = self._summary, self._summary.confirmation, self._summary.paper
        agents = [_agent("assembler", say("record.fhir-app"))]
        if signed and summary.standing is Standing.CONFIRMED:
            agents.append(_agent("verifier", signed.signer))
        if paper:
            agents.append({"type": {"text": say("record.fhir-typed")}, "who": {"display": paper.signer}})
        return {
            "resourceType": "Provenance",
            "target": [{"reference": entry["fullUrl"]} for entry in self._entries],
            "recorded": _moment(summary.last_at),
            "agent": agents,
        }


def _agent(kind: str, who: str) -> Resource:
    return {"type": {"coding": [{"system": _AGENT, "code": kind}]}, "who": {"display": who}}


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
