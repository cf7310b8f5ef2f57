"""Words with which an article tells that something was never said, or may not have been.

A noun belongs here if "there is no … that she said so" tells that nobody knows of it; a claim if it can be
false; an adjective if "the report is …" tells that it is not so.
"""

from __future__ import annotations

from typing import Final

from newscli.english.words import phrase_set, word_set

EVIDENCE: Final = word_set(
    """
    basis confirmation evidence footage hint indication mention proof record recording sign
    suggestion trace transcript truth
    """
)
"""What there is none of, where nothing shows that somebody said something."""

CLAIMS: Final = word_set(
    """
    allegation allegations article articles claim claims clip clips headline headlines letter letters
    meme memes message messages page pages picture pictures post posts quote quotes report reports rumor
    rumors rumour rumours screenshot screenshots site sites statement statements stories story
    suggestion suggestions tweet tweets video videos website websites
    """
)
"""What tells of somebody's words and may be false."""

REJECTED: Final = word_set(
    """
    accusation accusations allegation allegations assertion assertions charge charges claim claims comment
    comments complaint complaints criticism criticisms remark remarks report reports statement statements
    suggestion suggestions warning warnings
    """
)
"""What somebody else told, where one rejects it: "rejected claims by"."""

UNTRUE: Final = phrase_set(
    "a fabrication; a fake; a forgery; a hoax; a lie; a myth; baseless; bogus; doctored; fabricated; fake;"
    " false; forged; incorrect; invented; lies; made up; misleading; nonsense; not true; unfounded; untrue;"
    " wrong"
)
"""What a claim is that does not hold."""

FAKE: Final = word_set(
    """
    ai-generated altered bogus deepfake doctored fabricated fake false forged hoax invented manipulated
    misleading parody satirical spoof untrue
    """
)
"""A claim that was made up."""

WRONGLY: Final = word_set("erroneously falsely incorrectly mistakenly untruthfully wrongly")
"""How a claim is made that does not hold."""
