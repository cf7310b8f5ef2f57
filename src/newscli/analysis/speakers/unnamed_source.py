"""The source of the quote before, where it has no name: who "she", "they" or "the spokesman" goes on with."""

from __future__ import annotations

from typing import Final

from newscli.analysis.names.described import chief_noun, is_person
from newscli.analysis.speakers.noun_phrases import head
from newscli.analysis.speakers.speaker import Speaker
from newscli.english.grammar import DEFINITE_DETERMINERS
from newscli.english.nouns import SPOKESPEOPLE
from newscli.english.pronouns import GENDER_OF_PRONOUN
from newscli.english.titles import GENDER_OF_TITLE

# Of 27 such pronouns in marked articles 23 mean the unnamed person, and one the body whose lawyer that is.
_GOES_ON: Final = 0.9


class UnnamedSource:
    """Remembers the sources of an article that are descriptions, in text order.

    The words of an unnamed spokesman are those of whom he speaks for, so that he may stand for a body.

    Attributes:
        text: The last one, "" if the last source has a name.
        sentence: Its sentence, or that of the last pronoun that went on with it.
        end: Where it ends, or that pronoun; -1 if it does not open its sentence or another one tells what
            it says.
    """

    def __init__(self) -> None:
        self.text = ""
        self.sentence = -1
        self.end = -1
        self._noun = ""
        self._is_new = False
        self._introduced: set[str] = set()  # the nouns of all such sources introduced by "a", not by "the"
        self._speaker: Speaker | None = None  # for whom the last one speaks, if it is a spokesperson's body
        self._spokespeople: dict[str, Speaker] = {}  # the last one of each noun

    def heard(self, text: str, sentence: int, speaker: Speaker, end: int = -1) -> None:
        """Take note of the source of a quote and who it is.

        Args:
            text: Its words.
            sentence: The number of its sentence.
            speaker: Who it is.
            end: Where it ends; -1 if it does not open its sentence or another one tells what it says.
        """
        words = head(text.lower())
        noun = words[chief_noun(words)].strip(".,") if words else ""
        speaks_for = noun in SPOKESPEOPLE and (speaker.entity is None or speaker.entity.label != "PER")
        if speaker.entity is not None and not speaks_for:
            text, noun = "", ""
        self.text, self.sentence, self.end, self._noun = text, sentence, end, noun
        self._speaker = speaker if speaks_for and speaker.entity else None
        is_owned = any(word.endswith(("'s", "’s")) for word in words[:-1])  # "the rapper's spokesman"
        if noun and (is_owned or words[0] not in DEFINITE_DETERMINERS):
            self._introduced.add(noun)
        self._is_new = noun in self._introduced or self._speaker is not None
        if self._speaker is not None:
            self._spokespeople[noun] = self._speaker

    def go_on(self, sentence: int, end: int) -> None:
        """Take note of a pronoun that goes on with it, by the number of its sentence and where it ends."""
        self.sentence = sentence
        self.end = end if self.end >= 0 else -1

    def again(self, text: str) -> Speaker | None:
        """Return who is meant again by "the spokesman" or "the manager", if such a source had no name.

        The article has said "a spokesman for the port", whose words are the port's, or "a site manager".
        """
        first, *nouns = text.lower().split()
        if first != "the" or len(nouns) != 1:
            return None
        noun = nouns[0]
        if is_person(noun) and noun in self._introduced and noun not in SPOKESPEOPLE:
            return Speaker(text, form="description", sureness=_GOES_ON)
        return self._spokespeople.get(noun)

    def body(self, pronoun: str, sentence: int) -> Speaker | None:
        """Return for whom he speaks whom a pronoun goes on with: "A spokesman said … He said"."""
        if self._speaker is None or not self.is_meant_by(pronoun, sentence):
            return None
        return self._speaker._replace(form="pronoun")

    def person(self, pronoun: str) -> Speaker | None:
        """Return the unnamed person whom a pronoun goes on with, where nobody else is named between them.

        "A cousin of Roe said he saw it. “It was new,” he said": he is the cousin.
        """
        is_one = is_person(self._noun) and self._speaker is None and pronoun in GENDER_OF_PRONOUN
        return Speaker(self.text, form="pronoun", sureness=_GOES_ON) if is_one else None

    def is_meant_by(self, pronoun: str, sentence: int) -> bool:
        """Return whether a pronoun goes on with it: "A spokeswoman said … She said", "Residents … They"."""
        if not self.text or sentence - self.sentence > 1:
            return False
        gendered = GENDER_OF_TITLE.get(self._noun)
        is_one = is_person(self._noun)
        if pronoun in GENDER_OF_PRONOUN:
            # "The senator" is rather somebody whom the article has named.
            return is_one and self._is_new and gendered in (None, GENDER_OF_PRONOUN[pronoun])
        return pronoun == "they" or not (is_one or self._noun.endswith("s"))
