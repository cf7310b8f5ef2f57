"""What stands before, between and behind the subject and the verb of a clause.

All lists were made by hand, on the samples and on news.
"""

from __future__ import annotations

from typing import Final

from newscli.english.grammar import CONNECTIVES
from newscli.english.pronouns import REFLEXIVES, SUBJECTS
from newscli.english.words import word_set

SUBORDINATORS: Final = word_set("after although because before if since though until when while")
"""Conjunctions of time, cause and condition: a clause that one opens says nothing of who speaks before it."""

CLAUSE_OPENERS: Final = SUBORDINATORS | word_set(
    "as but how nor so than that unless what where whereas whether why yet"
)
"""What opens a clause: a subject begins behind it at the earliest.

No "and", "or": they join the words of a subject, too. No "who", "which": they may be the subject.
"""

LEADING: Final = CONNECTIVES | word_set("even moreover now thus")
"""What may stand before a subject in its clause and is no part of it; adverbs in -ly are known by ending."""

NO_SUBJECTS: Final = word_set("about and but by for in n't not of or to without")
"""Right before a verb these show that its subject stands further off, or that it has none."""

BEHIND_INVERTED_SUBJECTS: Final = word_set(
    """
    about after and as at because before but by during earlier following if in last later on since
    that through to today until when where which while who whose yesterday
    """
)
"""What ends the subject behind its verb: "said the minister in Paris", "said Ann Roe, who".

No "of", "for", "from": a subject may go on behind them ("the head of the board").
"""

CONTINUING: Final = word_set(
    "after amid and as at because before but by during for in on since to when while"
)
"""With these a sentence may go on behind a quotation without being one clause with it."""

NOUNS_IN_LY: Final = word_set("assembly family italy")
"""Words that end like an adverb and may be a subject; of five letters or more."""

BARE_SUBJECTS: Final = SUBJECTS | word_set("both many one others some who")
"""What is a whole subject by itself: pronouns, and quantifiers without a noun."""

AUXILIARIES: Final = word_set(
    """
    are be been being ca can could 'd did do does had has have is 'll may might must n't not 're 's
    sha should 've was were will wo would
    """
)
"""What may stand between a subject and its verb: auxiliaries, contracted ones, and the negation.

Forms as the tokenizer cuts them ("wo", "n't"). No adverb: these are ``ADVERBS_BEFORE_VERBS``.
"""

BE_FORMS: Final = word_set("are be been being is 're 's was were")
"""Forms of "be" as they stand before a past participle: "was told"; with contracted ones."""

ADVERBS_BEFORE_VERBS: Final = REFLEXIVES | word_set(
    """
    again all already also always both earlier even first further instead just later merely
    never now often once repeatedly reportedly separately simply soon still then today tonight
    too yesterday
    """
)
"""Adverbs that stand between a subject and its verb: "has also said", "Roe himself said".

Those in -ly are known by their ending and do not go in here.
"""

ORDERING: Final = word_set("also further just later now then")
"""Adverbs that put what is told in order: before a lone verb they are no part of the cue ("also said").

No adverb that bears on the meaning: "never", "repeatedly", "reportedly".
"""

PAST_FORMS: Final = word_set(
    """
    began came drew gave got held led left lost made met put ran sat sent set spoke stood took went
    won wrote
    """
)
"""Past forms of common verbs that do not end in -ed: a finite verb, so that its subject stands before it.

No form that is as often something else ("read", "cut").
"""

PREPOSITIONS_BEFORE_SUBJECTS: Final = word_set(
    """
    about across after against amid among around at before by despite during following for from in
    like on over through throughout under unlike upon with within without
    """
)
"""Prepositions of a phrase that may stand before a subject: "After the vote the mayor said"."""
