"""The words that hold sentences together: determiners, pronouns, prepositions, auxiliaries, adverbs."""

from __future__ import annotations

from typing import Final

from newscli.english.titles import Gender
from newscli.english.words import with_both_apostrophes, word_set

_ARTICLES_AND_DETERMINERS: Final = """
    a an the this that these those each every either neither some any no none all both half such
    another other others much many more most few fewer fewest little less least several enough own same what
    which whose whatever whichever
"""

_PRONOUNS: Final = """
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself
    it its itself we us our ours ourselves they them their theirs themselves one ones oneself who whom
    whoever whomever someone somebody something anyone anybody anything everyone everybody everything
    nobody nothing there
"""

_PREPOSITIONS: Final = """
    about above across after against ahead along alongside amid amidst among amongst around as at atop
    away before behind below beneath beside besides between beyond by concerning despite down due during
    except for from in inside into like near next of off on onto opposite out outside over past per
    regarding since than through throughout till to toward towards under underneath unlike until up
    upon versus via vs with within without
"""

_CONJUNCTIONS: Final = """
    although and because but if lest nor or once provided so that then though unless when whenever
    where whereas wherever whether while whilst yet
"""

_AUXILIARIES: Final = """
    am are is was were be been being do does did doing done have has had having can could may might
    must ought shall should will would cannot get gets got getting gotten let lets used
"""

_ADVERBS: Final = """
    again almost already also always anyway anywhere apart aside else elsewhere even ever everywhere
    far further furthermore hence here how however indeed instead just later maybe meanwhile moreover
    nearly never nevertheless not now nowhere often only otherwise perhaps quite rather really
    sometimes somewhat somewhere soon still therefore thereby thus together too twice very well why
"""

_INTERJECTIONS: Final = (
    "ah aha alas amen bye goodbye hello hey hi oh ok okay ooh please sorry thank thanks ugh wow yeah yes"
)

# What tokenizers leave of contractions, and the contractions that no tokenizer splits.
_CONTRACTIONS: Final = """
    n't 's 're 've 'll 'd 'm s t re ve ll d m ca wo sha ain ai don didn doesn isn aren wasn weren
    hasn haven hadn couldn wouldn shouldn won't can't don't didn't doesn't isn't aren't wasn't weren't
    hasn't haven't hadn't couldn't wouldn't shouldn't mustn't needn't ain't it's he's she's that's
    there's here's what's who's let's i'm i've i'll i'd you're you've you'll you'd he'd he'll she'd
    she'll we're we've we'll we'd they're they've they'll they'd
"""

# Lower case; ``is_content_word`` looks a token up as an article spells it.
FUNCTION_WORDS: Final[frozenset[str]] = with_both_apostrophes(
    _ARTICLES_AND_DETERMINERS,
    _PRONOUNS,
    _PREPOSITIONS,
    _CONJUNCTIONS,
    _AUXILIARIES,
    _ADVERBS,
    _INTERJECTIONS,
    _CONTRACTIONS,
)

# The most frequent words of English, without those that other European languages share ("in", "die").
UNMISTAKABLY_ENGLISH: Final = word_set(
    """the of and to a that is was for it with as his on be at by i this had not are but from or have an they
    which you were her she he will their would there been has who more its one all we about after into
    than them could"""
)

PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "both", "many", "some", "others", "one"}
)

AUXILIARIES: Final = frozenset(
    """
    has have had is was were are be been being will would could should may might must can did does do
    'd 've 's ’s 'll ’ll ’d ’ve 're ’re not n't n’t
    """.split()
)

BE_FORMS: Final = frozenset("is was were are be been being 's ’s 're ’re".split())

ADVERBS_BEFORE_VERBS: Final = frozenset(
    """
    also later then once again now still just even already often never always earlier soon first instead
    repeatedly reportedly then further simply merely all both too separately today yesterday tonight
    himself herself itself themselves
    """.split()
)

PAST_FORMS: Final = frozenset(
    """
    went took gave came made got began ran held stood sat wrote spoke put left met sent led drew won lost set
    """.split()
)

PREPOSITIONS_BEFORE_SUBJECTS: Final = frozenset(
    """
    in on at after before during by with for from under over about against among across around despite
    without within through throughout upon like unlike amid following
    """.split()
)

DETERMINERS: Final = frozenset(
    """
    the a an his her their its our my your this that these those some many several most all one two three
    """.split()
)

QUANTIFIERS: Final = frozenset({"many", "some", "one", "both", "all", "most", "several"})

# Each personal pronoun as the subject that it stands for: "according to him", "in their view".
SUBJECT_FORM: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
}

POSSESSIVE_PRONOUNS: Final = frozenset({"his", "her", "its", "their"})

RELATIVE_PRONOUNS: Final = frozenset({"who", "whom", "whose", "which"})

GENDER_OF_PRONOUN: Final[dict[str, Gender]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}  # fmt: skip
