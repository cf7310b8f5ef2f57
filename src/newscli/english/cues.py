"""Cues: the words with which news tells that somebody said, wrote or believes something.

Verbs are listed by lemma and inflected by rule. The lists follow what annotators of news marked as
cues (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", 2018), and
the classes of Krestel, Bergler and Witte, "Minding the Source" (2008).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from newscli.model import Act


@dataclass(frozen=True, slots=True)
class Cue:
    """What is known of one form of a cue verb.

    Attributes:
        lemma: The verb.
        act: Whether it tells speech or a stance.
        participle: Whether the form is the -ing form, whose subject stands before it in the sentence.
        noun: Whether the form is as often a noun ("the state", "tweets"): it counts only where what
            follows or precedes leaves no doubt.
    """

    lemma: str
    act: Act
    participle: bool
    noun: bool


_SPEECH: Final = """
    say tell add note announce claim deny insist argue assert state declare warn reveal report explain suggest
    acknowledge admit concede confirm contend estimate predict reply respond retort stress emphasize emphasise
    reiterate recall remark tweet write complain lament joke boast vow pledge promise allege maintain
    observe conclude testify quip shout cry whisper mutter murmur repeat caution remind assure recount
    proclaim disclose decry denounce condemn criticize criticise praise blast slam urge accuse describe
    call cite tout
    dismiss reject blame defend question propose signal brag bemoan echo thank counter demand threaten
    compare liken rate admire mock attack hail encourage charge
    ask answer continue begin read post comment mention indicate imply show find speak sing laugh smile
    sigh nod agree offer recommend request order advise instruct inform hint speculate rule swear chant text
    apologize apologise appeal refuse decline forecast outline refer express discuss plead
"""
_STANCE: Final = """
    think believe reckon fear hope expect doubt suspect want oppose endorse favour favor
    know feel wish consider decide plan intend support see understand realize realise learn hear assume
    suppose worry wonder dream imagine regret prefer aim
"""
_ALSO_NOUNS: Final = frozenset(
    """
    state tweet call support plan report question post remark pledge promise claim comment demand order
    request
    vow estimate forecast signal hope fear doubt wish worry wonder dream aim offer show text chant cry shout
    repeat praise blame echo favor favour rule answer reply note caution estimate quip read find counter laugh
    smile sigh nod appeal refuse object want outline lament talk boast brag joke murmur whisper blast hint
    rate attack hail thank detail pledge charge
    """.split()
)
_IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "think": ("thinks", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "feel": ("feels", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "understand": ("understands", "understood", "understanding"),
    "hear": ("hears", "heard", "hearing"),
    "begin": ("begins", "began", "beginning"),
    "read": ("reads", "reading"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "sing": ("sings", "sang", "singing"),
    "seek": ("seeks", "sought", "seeking"),
    "forecast": ("forecasts", "forecasting"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
}
_DOUBLED: Final = frozenset({"admit", "refer", "brag", "quip", "plan", "prefer", "nod", "slam", "regret"})
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
    classes: tuple[tuple[str, Act], ...] = ((_STANCE, "stance"), (_SPEECH, "speech"))
    for lemmas, act in classes:
        for lemma in lemmas.split():
            for form in (lemma, *_forms(lemma)):
                participle = form.endswith("ing") and form != lemma
                noun = lemma in _ALSO_NOUNS and not participle and not form.endswith("ed")
                forms[form] = Cue(lemma, act, participle, noun and form not in ("found", "shown"))
    return forms
