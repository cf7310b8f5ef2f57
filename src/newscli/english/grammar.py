"""The words that hold sentences together: determiners, pronouns, prepositions, auxiliaries, adverbs."""

from __future__ import annotations

from typing import Final

from newscli.english.pronouns import POSSESSIVE_PRONOUNS, PRONOUNS
from newscli.english.words import word_set

_ARTICLES_AND_DETERMINERS: Final = word_set(
    """
    a all an another any
    both
    each either enough every
    few fewer fewest
    half
    least less little
    many more most much
    neither no none
    other others own
    same several some such
    that the these this those
    what whatever which whichever whose
    """
)
"""What opens a noun phrase, in all its forms."""

_PRONOUNS: Final = word_set(
    """
    anybody anyone anything everybody everyone everything nobody nothing
    one ones oneself somebody someone something there
    who whoever whom whomever
    """
)
"""Pronouns that are not personal; those come from ``pronouns.PRONOUNS``."""

_PREPOSITIONS: Final = word_set(
    """
    about above across after against ahead along alongside amid amidst among amongst around as at
    atop away
    before behind below beneath beside besides between beyond by
    concerning
    despite down due during
    except
    for from
    in inside into
    like
    near next
    of off on onto opposite out outside over
    past per
    regarding
    since
    than through throughout till to toward towards
    under underneath unlike until up upon
    versus via vs
    with within without
    """
)
"""Prepositions of one word, and the first words of longer ones ("due to")."""

_CONJUNCTIONS: Final = word_set(
    """
    although and because but if lest nor once or provided so that then though unless when whenever
    where whereas wherever whether while whilst yet
    """
)
"""What joins clauses; "and" and "or" join words, too."""

_AUXILIARIES: Final = word_set(
    """
    am are be been being can cannot could did do does doing done get gets getting got gotten had has
    have having is let lets may might must ought shall should used was were will would
    """
)
"""Forms of the auxiliaries, and of "get", "let" and "used" that stand for one."""

_ADVERBS: Final = word_set(
    """
    again almost already also always anyway anywhere apart aside
    else elsewhere even ever everywhere
    far further furthermore
    hence here how however
    indeed instead
    just
    later
    maybe meanwhile moreover
    nearly never nevertheless not now nowhere
    often only otherwise
    perhaps
    quite
    rather really
    sometimes somewhat somewhere soon still
    thereby therefore thus together too twice
    very
    well why
    """
)
"""Adverbs of place, time, degree and connection that say nothing by themselves; none in -ly that does."""

INTERJECTIONS: Final = word_set(
    """
    ah aha alas amen bye congrats goodbye hello hey hi howdy oh ok okay ooh please sorry thank thanks
    ugh voila wow yeah yep yes yup
    """
)
"""What people in quotations exclaim or greet with."""

_CONTRACTIONS: Final = word_set(
    """
    ai ain ain't aren aren't
    ca can't couldn couldn't
    'd d didn didn't doesn doesn't don don't
    hadn hadn't hasn hasn't haven haven't he'd he'll he's here's
    i'd i'll i'm i've isn isn't it's
    let's 'll ll
    'm m mustn't
    n't needn't
    're re
    's s sha she'd she'll she's shouldn shouldn't
    t that's there's they'd they'll they're they've
    've ve
    wasn wasn't we'd we'll we're we've weren weren't what's who's wo won't wouldn wouldn't
    you'd you'll you're you've
    """
)
"""What tokenizers leave of contractions, and the contractions that no tokenizer splits."""

FUNCTION_WORDS: Final = (
    _ARTICLES_AND_DETERMINERS
    | _PRONOUNS
    | frozenset(PRONOUNS)
    | _PREPOSITIONS
    | _CONJUNCTIONS
    | _AUXILIARIES
    | _ADVERBS
    | INTERJECTIONS
    | _CONTRACTIONS
)
"""Words that hold sentences together and name nothing.

A word goes into the list of its class above if it says nothing of a subject whatever the article. No noun,
no full verb, no adjective. Chosen by hand, class by class; ``is_content_word`` looks a token up here.
"""

UNMISTAKABLY_ENGLISH: Final = word_set(
    """
    a about after all an and are as at
    be been but by
    could
    for from
    had has have he her his
    i into is it its
    more
    not
    of on one or
    she
    than that the their them there they this to
    was we were which who will with would
    you
    """
)
"""The most frequent words of English, without those that are frequent in other languages too ("in", "die").

A text counts as English by its share of these words. ``text.language`` says what it was measured on: measure
again before you add one.
"""

ENGLISH_AMONG_OTHERS: Final = UNMISTAKABLY_ENGLISH | word_set(
    """
    also am
    can come con
    die do
    hat
    in
    like log
    man me men met
    no nor
    over
    par per plus
    sin so son
    to too
    under up
    van via
    war
    """
)
"""What small words of other languages are in English, too.

They do not show that a text is in another language.
"""

DETERMINERS: Final = word_set(
    """
    a all an her his its many most my one our several some that the their these this those three two
    your
    """
)
"""What opens a noun phrase. Numbers only up to three: beyond, figures are more frequent."""

ARTICLES: Final = word_set("a an the")
"""What opens a noun phrase and says nothing."""

DEMONSTRATIVE_DETERMINERS: Final = word_set("that the this")
"""What says that one thing is meant, which the article has named: "the ministry", "this company"."""

DEFINITE_DETERMINERS: Final = DEMONSTRATIVE_DETERMINERS | POSSESSIVE_PRONOUNS
"""What opens a description of someone the article has named: "the judge", "his lawyer"."""

QUANTIFIERS: Final = word_set("all both many most one several some")
"""Determiners that stand for people by themselves: "Many said"."""

GOVERNING: Final = word_set(
    """
    about after against and as at before between by for from in into like near of on or over 's
    than through to under with
    """
)
"""What makes a name behind it something else than a subject: prepositions, conjunctions, possessives."""

CLIPPED: Final = word_set("bout cause cos d em ll m n nuff re round s t til till tis twas twere ve")
"""Words that lost their beginning to an apostrophe ("’tis", "’em"), and what contractions end with.

Without the apostrophe, which therefore opens no quotation. No word that quotations often begin with.
"""

SENTENCE_STARTERS: Final = word_set(
    """
    a all also although an and as at but by for from he her his how however i if in is it its last
    meanwhile my no not now of on one our she since so some that the their then there these they
    this those to today we what when where while who why with you your
    """
)
"""Words that open a sentence more often than they follow an initial as part of a name."""

CONNECTIVES: Final = word_set("also and but however instead meanwhile nor or so still then yet")
"""What joins a sentence to the one before it and may stand before the word that opens it."""

BEFORE_NOUNS: Final = word_set("a an any each every her his its my no our 's that the their these this those")
"""What stands right before a noun or its adjectives: the word behind is no verb."""

BEFORE_VERBS: Final = word_set(
    """
    also can could did do does had has have having he i it may might must n't never not she should
    they we who will would you
    """
)
"""What stands right before a verb or its participle: the word behind is no noun."""

AFTER_VERBS: Final = word_set(
    """
    a an her him himself his its me my our the their them themselves us
    """
)
"""What opens the object of a verb: the word before is no noun."""

AFTER_WHICH_EITHER: Final = word_set("are be been being is to was were")
"""After these a word may be a noun, an adjective or a verb."""

TAIL_OPENERS: Final = word_set("about and at by for from in of on that to which who whose with")
"""What follows a noun and says which, not what: "the head of the board", "the man who"."""

LEADING_PREPOSITIONS: Final = word_set(
    "after at before by during for from in on over since to under until with"
)
"""What opens a phrase of place or time before a comma: "In the city, Ann Roe"."""

EXAMPLES: Final = word_set("as especially including like notably particularly")
"""What makes the name behind it an example: "critics, including Senator Roe"."""
