"""Cues: the words with which news reports that somebody said, wrote or believes something.

Verbs are listed by lemma and inflected by rule. The lists follow what annotators of news marked as
cues (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", 2018), and
the classes of Krestel, Bergler and Witte, "Minding the Source" (2008).
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newscli.english.words import word_set
from newscli.model import Act


class Cue(NamedTuple):
    """What is known of one form of a cue verb.

    Attributes:
        lemma: The verb.
        act: Whether it reports speech or a thought.
        participle: Whether the form is the -ing form, whose subject stands before it in the sentence.
        noun: Whether the form is as often a noun ("the state", "tweets"): it counts only if what
            follows or precedes leaves no doubt.
    """

    lemma: str
    act: Act
    participle: bool
    noun: bool


_SPEECH: Final = word_set(
    """
    accuse acknowledge add admire admit advise agree allege announce answer apologise apologize
    appeal argue ask assert assure attack
    begin bemoan blame blast boast brag
    call caution chant charge cite claim comment compare complain concede conclude condemn confirm
    congratulate contend continue counter criticise criticize cry
    declare decline decry defend demand denounce deny describe disclose discuss dismiss
    echo emphasise emphasize encourage estimate explain express
    find forecast
    hail hint
    imply indicate inform insist instruct
    joke
    lament laugh liken
    maintain mention mock murmur mutter
    nod note
    observe offer order outline
    plead pledge post praise predict proclaim promise propose
    question quip
    rate read recall recommend recount refer refuse reiterate reject remark remind repeat reply
    report request respond retort reveal rule
    say shout show sigh signal sing slam smile speak speculate state stress suggest swear
    tell testify text thank threaten tout tweet
    urge
    vow
    warn whisper write
    """
)
"""Verbs of speech, by lemma: someone speaks, writes, posts, publishes or signals.

A verb goes in if its object or a clause behind it is what was said.
"""

SAYING: Final = word_set(
    """
    added adding adds announced announces argued argues asked asks
    claimed claims confirmed confirms
    declared declares denied denies
    insisted insists
    replied replies
    said saying says stated states stressed suggested suggests
    tell telling tells thinks thought told
    warned warns writes wrote
    """
)
"""Forms of verbs that hardly do anything else than tell what somebody says."""

ASKING: Final = word_set("ask asked asking asks pressed questioned tell telling tells told")
"""Verbs whose object listens, and may answer: "she asked Mr Roe"."""

TOLD_OF: Final = word_set(
    """
    alleged assumed believed expected forecast informed predicted projected reported rumored rumoured said
    speculated suspected thought tipped told understood
    """
)
"""Participles whose subject, before a form of "be", says nothing: "Roe is tipped to win", "Roe was told"."""

TOLD_TO: Final = word_set("advised instructed ordered told urged")
"""Participles whose subject, before "to", is who is told: "Roe was sent home and told to wait"."""

WISHING: Final = word_set(
    """
    hope hoped hopes hoping intend intended intending intends plan planned planning plans want wanted
    wanting wants wish wished wishes wishing
    """
)
"""Verbs behind which "to say" is not said yet: "she wanted to remind them that …"."""

_THOUGHT: Final = word_set(
    """
    aim assume believe consider decide doubt dream endorse expect favor favour fear feel hear hope
    imagine intend know learn oppose plan prefer realise realize reckon regret see support suppose
    suspect think understand want wish wonder worry
    """
)
"""Verbs of belief, wish, fear, plan and support, by lemma: nobody need have said a word."""

_ALSO_NOUNS: Final = word_set(
    """
    aim answer appeal attack
    blame blast boast brag
    call caution chant charge claim comment counter cry
    demand detail doubt dream
    echo estimate
    favor favour fear find forecast
    hail hint hope
    joke
    lament laugh
    murmur
    nod note
    object offer order outline
    plan pledge post praise promise
    question quip
    rate read refuse remark repeat reply report request rule
    shout show sigh signal smile state support
    talk text thank tweet
    vow
    want whisper wish wonder worry
    """
)
"""Lemmas of either list whose bare form or third person is as often a noun: "the claims", "a state"."""

_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "begin": ("begins", "began", "beginning"),
    "feel": ("feels", "felt", "feeling"),
    "find": ("finds", "found", "finding"),
    "forecast": ("forecasts", "forecasting"),
    "hear": ("hears", "heard", "hearing"),
    "know": ("knows", "knew", "known", "knowing"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
    "read": ("reads", "reading"),
    "say": ("says", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "seek": ("seeks", "sought", "seeking"),
    "show": ("shows", "showed", "shown", "showing"),
    "sing": ("sings", "sang", "singing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "understand": ("understands", "understood", "understanding"),
    "write": ("writes", "wrote", "written", "writing"),
}
"""The forms of verbs that no rule inflects; without the lemma and without forms that are other words."""

_DOUBLED: Final = word_set("admit brag nod plan prefer quip refer regret slam")
"""Lemmas that double their last letter before -ed and -ing."""

_VOWELS: Final = "aeiou"


def _forms(lemma: str) -> tuple[str, ...]:
    """Inflect a verb: third person, past, participle."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma in _DOUBLED:
        return f"{lemma}s", f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    plural = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return plural, f"{lemma}ed", f"{lemma}ing"


@cache
def cue_forms() -> dict[str, Cue]:
    """Return every inflected form of every cue verb, lower-cased."""
    forms: dict[str, Cue] = {}
    classes: tuple[tuple[frozenset[str], Act], ...] = ((_THOUGHT, "thought"), (_SPEECH, "speech"))
    for lemmas, act in classes:
        for lemma in sorted(lemmas):
            for form in (lemma, *_forms(lemma)):
                participle = form.endswith("ing") and form != lemma
                noun = lemma in _ALSO_NOUNS and not participle and not form.endswith("ed")
                forms[form] = Cue(lemma, act, participle, noun and form not in ("found", "shown"))
    return forms
