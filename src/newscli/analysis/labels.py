"""Which label a name deserves: what its words, its neighbours and its other mentions tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from newscli.analysis.nameforms import COMPANY_FORMS, looks_like_acronym
from newscli.analysis.places import PEOPLES, PLACES
from newscli.analysis.titles import GENDER_OF_TITLE, GIVEN_NAMES, OFFICES
from newscli.analysis.wordlist import word_set
from newscli.model import Label, Role

# The last word of a name, in lower case, that tells its label.
ORGANISATIONS: Final = word_set(
    """
    academy administration agency airlines airways alliance army assembly association authority ballet
    bank board brigade broadcasting brothers bureau cabinet center centre chamber church club coalition
    college commission committee communications community company confederation conference congress
    constabulary consortium corp corporation corps council court courts daily department directorate
    division electric enterprises exchange fc federation fleet force forces forum foundation front fund
    gazette group guard guardian hall herald holdings hospital house inc industries initiative institute
    institution international journal laboratory labs league legislature lines limited llc ltd mail magazine
    media ministry mission mosque motors movement museum nations navy network news office opera
    orchestra organisation organization parliament partners partnership party petroleum plc police post
    press productions project radio records resistance rovers school schools secretariat securities
    senate service services society solutions squad squadron staff studio studios systems team
    technologies telegraph television theatre today theater times treasury tribune tribunal trust tv union
    united university wanderers workers foods research sons players archive athletic courier
    """
)
PLACE_HEADS: Final = word_set(
    """
    airport avenue base basin bay beach border boulevard bridge camp canal canyon cape cathedral
    cemetery city coast county creek desert district estate falls field forest garden gardens gulf
    harbor harbour heights highway hill hills hotel island islands isle lake lane motel mountain
    mountains ocean palace park peninsula plain plateau plaza port prison province reef region republic
    reservoir ridge river road sea square stadium station strait street territories territory tower town
    township valley village volcano zone farm mill pier quay
    """
)
THINGS: Final = word_set(
    """
    accord act agreement amendment anthem award awards bible bill bowl campaign championship
    championships charter code constitution convention crisis cup day declaration derby festival final
    finals games grand-prix holocaust index law marathon medal olympics open operation paralympics plan
    prix prize programme program protocol quran rebellion report resolution revolution series spring
    summit tour treaty trophy war week
    """
)
# Before "of": "Bank of England" is an organisation, "Gulf of Mexico" a place, "Battle of Hastings" neither.
_PLACE_BEFORE_OF: Final = PLACE_HEADS | word_set("republic kingdom state states bay gulf isle cape city")
_PLACE_FIRST: Final = word_set(
    "lake mount cape fort port camp san santa los las el north south east west upper new"
)
_PLACE_BEFORE: Final[dict[str, float]] = {
    "in": 2.5,
    "near": 2.5,
    "outside": 2.0,
    "across": 1.5,
    "from": 1.0,
    "at": 1.0,
    "on": 0.7,
    "of": 0.6,
    "to": 0.7,
    "around": 1.0,
    "throughout": 2.0,
    "northern": 3.0,
    "southern": 3.0,
    "eastern": 3.0,
    "western": 3.0,
    "central": 2.0,
    "downtown": 3.0,
    "nearby": 3.0,
}
SPEECH_VERBS: Final = word_set(
    """
    said says say told tells added adds asked asks argued argues announced announces claimed claims
    warned warns wrote writes explained explains insisted insists noted notes replied stated states
    suggested suggests admitted recalled joked tweeted concluded complained confirmed declared denied
    acknowledged
    """
)
_DEEDS: Final = word_set(
    """
    who whose himself herself scored married died resigned testified pleaded smiled laughed thinks
    believes thought believed
    """
)
# Lower-case nouns right before a person's name that are neither titles nor offices.
_ROLES: Final = word_set(
    """
    captain striker midfielder defender goalkeeper forward winger batsman bowler seed veteran driver
    singer author writer novelist poet painter artist director analyst economist lawyer attorney
    professor scientist researcher historian photographer journalist reporter correspondent activist
    candidate official teacher student doctor designer architect expert founder owner teammate
    brother-in-law rapper comedian by
    """
)

# Nouns right after the name of the organisation that they belong to.
_STAFF: Final = word_set(
    """
    officials spokesman spokeswoman spokesperson executives shares employees stock chairman chief
    players fans leaders lawmakers fighters rebels militants
    """
)

_MOST_VOTES: Final = 5


@dataclass(frozen=True, slots=True)
class Context:
    """Where a candidate name stands.

    Attributes:
        words: Its tokens as written.
        before: The token before it in lower case, empty at the start of a sentence.
        after: The token after it in lower case, empty at the end.
        after_next: The token after that, in lower case.
        titled: Whether a title led it.
        is_repeated: Whether its last word also stands alone in the article, as surnames do.
        is_common: Whether one of its words is also written in lower case.
        role: The role of its block.
    """

    words: tuple[str, ...]
    before: str
    after: str
    after_next: str
    titled: bool
    is_repeated: bool
    is_common: bool
    role: Role


_Votes: TypeAlias = "defaultdict[Label, float]"


def _no_votes() -> _Votes:
    return defaultdict(float)


def choose_labels(candidates: Sequence[Context]) -> list[Label]:
    """Choose a label for each candidate; all mentions of one spelling get the same.

    Each mention votes with what its words and neighbours tell. A word alone that ends a person's name
    is that person, "Acme" beside "Acme Inc" that company.
    """
    votes: defaultdict[tuple[str, ...], _Votes] = defaultdict(_no_votes)
    for candidate in candidates:
        for label, vote in _neighbours(candidate).items():
            votes[candidate.words][label] += vote
    heard = Counter(candidate.words for candidate in candidates)
    chosen: dict[tuple[str, ...], Label] = {}
    persons: set[str] = set()
    companies: set[tuple[str, ...]] = set()
    # Longer names first: their labels tell about the words alone.
    for words in sorted(votes, key=len, reverse=True):
        tally = _inside(words)
        for label, vote in votes[words].items():
            # Many mentions ("in NATO", "to NATO") must not outvote what the name itself tells.
            tally[label] += vote * min(heard[words], _MOST_VOTES) / heard[words]
        if len(words) == 1 and words[0] in persons:
            tally["PER"] += 4
        if words in companies:
            tally["ORG"] += 8
        chosen[words] = max(tally, key=lambda label: tally[label])
        if chosen[words] == "PER":
            persons.update(words[:1] + words[-1:])
        elif words[-1].lower().rstrip(".") in COMPANY_FORMS:
            companies.update((words[:-1], words[:1]))
    return [chosen[candidate.words] for candidate in candidates]


def _inside(words: tuple[str, ...]) -> _Votes:
    """Count what the words of a name tell."""
    tally = _no_votes()
    name, lowered = " ".join(words), [word.lower().rstrip(".") for word in words]
    last = lowered[-1]
    if is_known_place(name):
        tally["LOC"] += 9
    if words[-1] in PEOPLES:
        tally["MISC"] += 8
    if len(words) == 1:
        tally["ORG"] += 3 if looks_like_acronym(name) and len(name) < 6 else 0.5
        tally["ORG"] += 4 if last in ORGANISATIONS else 0
        tally["PER"] += 1 if last in GIVEN_NAMES else 0.3
        return tally
    heads = lowered[: lowered.index("of")] if "of" in lowered[1:-1] else lowered
    head = heads[-1]
    if head in ORGANISATIONS or last in ORGANISATIONS:
        tally["ORG"] += 7
    elif head in THINGS:
        tally["MISC"] += 6
    elif head in (_PLACE_BEFORE_OF if heads is not lowered else PLACE_HEADS) or lowered[0] in _PLACE_FIRST:
        tally["LOC"] += 5
    elif "of" in lowered or "for" in lowered or "&" in lowered:
        tally["ORG"] += 2
    if lowered[0] in GIVEN_NAMES:
        tally["PER"] += 5
    if any(len(word) == 2 and word.endswith(".") for word in words):
        tally["PER"] += 4
    tally["PER"] += 1.5 if len(words) <= 3 else 0.2
    tally["MISC"] += 1
    return tally


def _neighbours(candidate: Context) -> _Votes:
    """Count what the words around one mention tell."""
    tally = _no_votes()
    before, after = candidate.before, candidate.after
    if candidate.titled:
        tally["PER"] += 10
    if candidate.role == "dateline":
        tally["LOC"] += 4
    if candidate.role in ("byline", "credits"):
        tally["PER"] += 2
    if len(candidate.words) <= 2:
        tally["LOC"] += _PLACE_BEFORE.get(before, 0)
    if before == "" and candidate.words[0].isupper() and (after in (",", "(", "-") or after[:1].isdigit()):
        tally["LOC"] += 3
    if after in PLACE_HEADS:
        tally["LOC"] += 2
    if after in _STAFF:
        tally["ORG"] += 1.5
    if after in SPEECH_VERBS or before == "said":
        tally["PER"] += 1 if len(candidate.words) > 1 else 0.1
    acts = after in _DEEDS or (
        after == "," and (candidate.after_next == "who" or candidate.after_next.isdigit())
    )
    if acts and before not in _PLACE_BEFORE:
        tally["PER"] += 2
    if before in _ROLES or before in GENDER_OF_TITLE or before in OFFICES:
        tally["PER"] += 3
    if before == "the":
        tally["PER"] -= 2
        tally["ORG"] += 0.5
    if len(candidate.words) > 1:
        tally["PER"] += 2 * candidate.is_repeated - 2 * candidate.is_common
    return tally


def is_known_place(name: str) -> bool:
    """Tell whether a name, also with full stops or in capitals, is one of `PLACES`."""
    plain = name.title() if name.isupper() and len(name) > 4 else name
    return plain in PLACES or plain.replace(".", "") in PLACES


def is_head(word: str) -> bool:
    """Tell whether a word names a kind of organisation, place or thing ("University", "River", "Act")."""
    plain = word.lower().rstrip(".")
    return plain in ORGANISATIONS or plain in PLACE_HEADS or plain in THINGS


def any_head(words: Iterable[str]) -> bool:
    """Tell whether any of the words is one of `is_head`."""
    return any(is_head(word) for word in words)
