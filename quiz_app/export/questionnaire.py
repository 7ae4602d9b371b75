"""One form as a FHIR Questionnaire, and the answers to it as a QuestionnaireResponse. No answer key in either."""

from quiz_app.domain.attempt import Answering, Origin, Sureness
from quiz_app.domain.item import Kind
from quiz_app.domain.summary import AttemptSummary, Summary
from quiz_app.domain.wording import Answered, Chosen, Wording
from quiz_app.export.codings import Codings
from quiz_app.export.json_types import Json, Resource
from quiz_app.i18n.messages import words

NOT_SURE = "not-sure"
ANSWERING = "answering"
QUESTIONS = "own-questions"
SHORT = 12


def canonical(summary: Summary, attempt: AttemptSummary, codings: Codings) -> tuple[str, str]:
    """Address and version of the Questionnaire: the version names the course's and the form's exact wording."""
    version = f"{summary.version}-{attempt.course[:SHORT]}-{attempt.form[:SHORT]}".replace("|", "-").replace(" ", "-")
    return f"{codings.base}/Questionnaire/{summary.course_id}", version


def questionnaire(summary: Summary, attempt: AttemptSummary, codings: Codings) -> Resource:
    """The form as it was dealt: every item it could show, in its order, with the options in theirs."""
    url, version = canonical(summary, attempt, codings)
    return {
        "resourceType": "Questionnaire",
        "language": attempt.locale,
        "url": url,
        "version": version,
        "title": summary.title,
        "status": "active" if summary.approved else "draft",
        "subjectType": ["Patient"],
        "item": _Form(attempt, codings).items(),
    }


def response(summary: Summary, attempt: AttemptSummary, codings: Codings) -> Resource:
    """What was answered, by the same link ids."""
    answers: Resource = {
        "resourceType": "QuestionnaireResponse",
        "language": attempt.locale,
        "questionnaire": "|".join(canonical(summary, attempt, codings)),
        "status": "completed" if attempt.finished else "in-progress",
        "authored": attempt.last_at.isoformat(timespec="seconds"),
    }
    items = _Form(attempt, codings).answers()
    return answers | ({"item": items} if items else {})


class _Form:
    """One attempt's form: link ids, codes and words, used alike by questions and answers."""

    def __init__(self, attempt: AttemptSummary, codings: Codings) -> None:
        self._attempt = attempt
        self._say = words(attempt.locale)
        self._system = f"{codings.base}/CodeSystem/{attempt.form[:SHORT]}"
        self._sureness = {f"{each}": self._say(f"ask.sure.{each}") for each in Sureness}
        self._answering = {f"{each}": self._say(f"welcome.who.{each}") for each in Answering}
        given = [each for point in attempt.points for each in (point.first, point.final) if each]
        self._given = {each.wording.item: each for each in given}

    def items(self) -> list[Resource]:
        own: Resource = {
            "linkId": QUESTIONS,
            "text": self._say("record.questions"),
            "type": "text",
            "repeats": True,
        }
        asked = [item for wording in self._attempt.wordings for item in self._asked(wording)]
        return [self._who(), *asked, own]

    def answers(self) -> list[Resource]:
        found: list[Resource] = []
        attempt = self._attempt
        if attempt.answering and attempt.origin is not Origin.REFRESHER:
            coding = self._coding(ANSWERING, attempt.answering, self._answering[attempt.answering])
            found.append({"linkId": ANSWERING, "answer": [{"valueCoding": coding}]})
        for wording in attempt.wordings:
            given = self._given.get(wording.item)
            found += self._answered(given) if given else []
        if attempt.questions:
            found.append({"linkId": QUESTIONS, "answer": [{"valueString": text} for text in attempt.questions]})
        return found

    def _who(self) -> Resource:
        return self._choice(ANSWERING, self._say("welcome.who"), self._answering)

    def _asked(self, wording: Wording) -> list[Resource]:
        if wording.kind is Kind.SORT:
            groups = {each.letter: each.words for each in wording.groups} | self._unsure()
            things = [self._choice(f"{wording.item}.{each.letter}", each.words, groups) for each in wording.options]
            asked: Resource = {"linkId": wording.item, "text": wording.stem, "type": "group", "item": things}
        else:
            options = {each.letter: each.words for each in wording.options} | self._unsure()
            asked = self._choice(wording.item, wording.stem, options)
            asked |= {"repeats": True} if wording.kind is Kind.CHOOSE_ALL else {}
        if not wording.asks_sureness:
            return [asked]
        return [asked, self._choice(f"{wording.item}.sureness", self._say("ask.sure"), self._sureness)]

    def _unsure(self) -> dict[str, str]:
        return {NOT_SURE: self._say("ask.not-sure")}

    def _choice(self, link: str, text: str, options: dict[str, str]) -> Resource:
        offered: list[Json] = [{"valueCoding": self._coding(link, key, told)} for key, told in options.items()]
        return {"linkId": link, "text": text, "type": "choice", "answerOption": offered}

    def _coding(self, link: str, key: str, told: str) -> Resource:
        return {"system": self._system, "code": f"{link}.{key}", "display": told}

    def _answered(self, given: Answered) -> list[Resource]:
        wording, item = given.wording, given.wording.item
        if wording.kind is Kind.SORT:
            answered = self._sorted(given)
        else:
            chosen: list[Json] = [{"valueCoding": self._chosen(item, wording, each)} for each in given.chosen]
            answered = {"linkId": item, "answer": chosen}
        if not (wording.asks_sureness and given.sureness):
            return [answered]
        link = f"{item}.sureness"
        coding = self._coding(link, given.sureness, self._sureness[given.sureness])
        return [answered, {"linkId": link, "answer": [{"valueCoding": coding}]}]

    def _chosen(self, link: str, wording: Wording, chosen: Chosen) -> Resource:
        if not chosen.option:
            return self._coding(link, NOT_SURE, self._say("ask.not-sure"))
        return self._coding(link, chosen.option, wording.option(chosen.option))

    def _sorted(self, given: Answered) -> Resource:
        things: list[Json] = []
        for each in given.chosen:
            link = f"{given.wording.item}.{each.option}"
            told = given.wording.group(each.group) if each.group else self._say("ask.not-sure")
            coding = self._coding(link, each.group or NOT_SURE, told)
            things.append({"linkId": link, "answer": [{"valueCoding": coding}]})
        return {"linkId": given.wording.item, "item": things}
