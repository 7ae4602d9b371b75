"""One patient as a page about them needs it, in the language of whoever reads the page."""

from dataclasses import dataclass, replace

from quiz_app.domain.access import Invitation
from quiz_app.domain.briefing import Briefing, brief
from quiz_app.domain.confirmation import Care, Standing
from quiz_app.domain.typed import Typed
from quiz_app.services.changes import Seen
from quiz_app.services.taking import Sitting


def briefing_of(sitting: Sitting) -> Briefing:
    """What a nurse talks about with the patient of this sitting."""
    return brief(sitting.course, sitting.record, sitting.progress, sitting.result)


@dataclass(frozen=True)
class Case:
    """One patient with everything a page about them is drawn from; typed is the draft, else the last talk."""

    sitting: Sitting
    refresher: Sitting | None
    care: Care
    standing: Standing
    briefing: Briefing
    refresher_briefing: Briefing | None
    typed: Typed
    has_draft: bool
    seen: Seen
    invitation: Invitation | None

    @property
    def look_again(self) -> bool:
        """Whether an answer was marked again by a corrected key after the signature that stands."""
        signed = self.care.confirmation if self.standing is Standing.CONFIRMED else None
        return signed is not None and any(each.at > signed.at for each in self.briefing.marked_again)

    def in_language(self, locale: str) -> "Case":
        """The same case with the course in that language, for a member of staff who reads it."""
        again = self.refresher
        return replace(
            self,
            sitting=self.sitting.in_language(locale),
            briefing=briefing_of(self.sitting.in_language(locale)),
            refresher=again.in_language(locale) if again else None,
            refresher_briefing=briefing_of(again.in_language(locale)) if again else None,
        )
