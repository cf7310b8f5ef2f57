"""Titles, offices and given names: what stands before a person's name, and what it tells."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from newscli.analysis.wordlist import word_set
from newscli.model import Article, Sentence, Span

Gender = Literal["m", "f"]


# All words are lower case and without a full stop.
_MALE: Final = word_set(
    """
    mr sir king prince lord duke earl count baron emperor tsar sultan emir pope father brother friar
    monsieur herr señor senor signor don mssrs messrs gentleman man boy husband uncle grandfather dad
    son businessman chairman congressman councilman spokesman policeman actor statesman assemblyman
    alderman fireman fisherman cameraman salesman imam ayatollah mullah sheikh archbishop cardinal shah
    monsignor abbot monk waiter landlord widower nephew fiancé guy lad midshipman yeoman
    """
)
_FEMALE: Final = word_set(
    """
    mrs ms miss mme mlle madam madame mademoiselle frau señora senora signora dame lady queen princess
    duchess countess baroness empress tsarina sister mother woman girl wife aunt grandmother mum mom
    daughter businesswoman chairwoman congresswoman councilwoman spokeswoman policewoman actress
    stateswoman assemblywoman abbess nun waitress landlady widow niece fiancée heroine hostess goddess
    """
)
GENDER_OF_TITLE: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE), "m"),
    **dict.fromkeys(sorted(_FEMALE), "f"),
}

# Before a surname alone or a full name; capitalised, they are no part of the name.
HONORIFICS: Final = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady mme mlle madam madame monsieur mademoiselle
    herr frau señor señora signor signora messrs rev reverend fr father sister brother pastor rabbi imam
    ayatollah mullah sheikh monsignor king queen prince princess pope emperor empress tsar sultan emir
    duke duchess count countess baron baroness archbishop bishop cardinal hon
    """
)

# The word that makes a title an office: "Foreign Minister", "Vice President", "Chief Executive".
OFFICES: Final = word_set(
    """
    president premier chancellor minister secretary senator sen sens representative rep reps congressman
    congresswoman governor gov mayor judge justice attorney general gen colonel col major maj captain
    capt lieutenant lt sergeant sgt corporal cpl private pvt commander cmdr admiral adm marshal
    brigadier officer inspector superintendent detective constable sheriff trooper ambassador envoy
    director chairman chairwoman chairperson chair speaker leader mp mla msp mep td ceo cfo coo cto
    councillor councilman councilwoman councilor commissioner deputy spokesman spokeswoman spokesperson
    coach manager head chief executive editor taoiseach ombudsman prosecutor solicitor treasurer provost
    consul delegate assemblyman assemblywoman undersecretary counsel comptroller
    """
)

# Words inside a title, before its office.
OFFICE_MODIFIERS: Final = word_set(
    """
    prime vice foreign deputy assistant associate acting interim former interior home defence defense
    finance health education justice trade energy transport environment agriculture culture labour labor
    economy economics industry housing tourism sports information communications state cabinet
    opposition majority minority house senate senior junior chief executive managing general lead first
    second lieutenant major staff rear brigadier field attorney solicitor crown district high permanent
    press national security water supreme special financial shadow rt
    """
)

# What may follow "Secretary of": with it the title is still a bare one.
OFFICE_MATTERS: Final = word_set(
    """
    state house senate defence defense war treasury commerce energy education labor labour agriculture
    transportation transport justice health interior staff police parliament government foreign affairs
    finance trade exchequer chequer homeland security commons representatives human services environment
    """
)

# A given name's usual bearer, for the most common ones alone; names of both are left out.
_MALE_NAMES: Final = word_set(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory frank alexander raymond patrick jack dennis peter simon philip ian alan martin neil graham
    vladimir sergei sergey ivan dmitry mohammed muhammad ahmed ali hassan omar abdullah ibrahim juan
    josé carlos luis jorge pedro antonio francisco pierre hans klaus giovanni bill bob joe jim mike tom
    tony dan steve dave ben nick tim jeff greg barack
    """
)
_FEMALE_NAMES: Final = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
    helen sharon cynthia kathleen amy angela anna ruth brenda catherine katherine christine janet maria
    diane julie victoria emma olivia sophie jane claire alice rachel fatima aisha elena natalia olga
    hillary theresa nicola
    """
)
GIVEN_NAMES: Final[dict[str, Gender]] = {
    **dict.fromkeys(sorted(_MALE_NAMES), "m"),
    **dict.fromkeys(sorted(_FEMALE_NAMES), "f"),
}

# Short forms under which newspapers print the same person.
NICKNAMES: Final[dict[str, str]] = {
    short: full
    for full, shorts in {
        "alexander": "alex",
        "andrew": "andy",
        "anthony": "tony",
        "benjamin": "ben",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "donald": "don",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth",
        "gregory": "greg",
        "james": "jim jimmy jamie",
        "jeffrey": "jeff",
        "joseph": "joe",
        "joshua": "josh",
        "katherine": "kate kathy",
        "kenneth": "ken",
        "lawrence": "larry",
        "matthew": "matt",
        "michael": "mike mick",
        "nicholas": "nick",
        "patricia": "pat",
        "peter": "pete",
        "philip": "phil",
        "richard": "dick rick",
        "robert": "bob bobby rob",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve",
        "susan": "sue",
        "thomas": "tom tommy",
        "timothy": "tim",
        "william": "bill billy will",
    }.items()
    for short in shorts.split()
}

# Short for a man's name and for a woman's.
_NICKNAMES_OF_BOTH: Final = word_set("alex charlie chris jamie jo pat sam")

# "the former Deputy Prime Minister and Secretary of State for Foreign Affairs" has eleven words.
_LONGEST_TITLE: Final = 12
TITLE_JOINTS: Final = frozenset({"and", "of", "for", "&"})


def gender(name: str, titles: Iterable[str] = ()) -> Gender | None:
    """Tell a person's gender from the titles seen before the name, else from a common given name.

    Args:
        name: A person's name without titles; may be empty.
        titles: Title words, in lower case and without a full stop, as `TitleReader.before` gives them.

    Returns:
        None where nothing tells or titles contradict each other ("Mr and Mrs").
    """
    told = {GENDER_OF_TITLE[title] for title in titles if title in GENDER_OF_TITLE}
    if told:
        return told.pop() if len(told) == 1 else None
    given = next(iter(unicodedata.normalize("NFC", name).lower().split()), "")
    full = given if given in _NICKNAMES_OF_BOTH else NICKNAMES.get(given, given)
    return GIVEN_NAMES.get(full)


class TitleReader:
    """Reads the titles before names."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Prepare for the sentences of one article, in text order."""
        self._prose = article.prose
        self._tokens = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.start for token in self._tokens]
        self._openers = {sentence.tokens[0].start for sentence in sentences if sentence.tokens}

    def before(self, span: Span) -> tuple[str, ...]:
        """Return the title words right before a span, in text order, lower-case and without full stops.

        "Mr and Mrs" gives both words; of "his wife, the actress" only "actress" is right before the name.
        No title reaches over the start of a sentence.
        """
        found: list[str] = []
        after = span.start
        at = bisect_left(self._starts, span.start)
        for i in range(at - 1, max(at - 1 - _LONGEST_TITLE, -1), -1):
            word = self._tokens[i].of(self._prose).lower().rstrip(".")
            may_join = _is_in_title(word) if found else word in OFFICE_MATTERS
            if after in self._openers or not (_is_title(word) or may_join):
                break
            if word:
                found.append(word)
            after = self._starts[i]
        while found and not _is_title(found[-1]):
            found.pop()
        return tuple(word for word in reversed(found) if word != "the" and word not in TITLE_JOINTS)


def _is_title(word: str) -> bool:
    """Tell whether a word alone can be a title; a stop that was cut from "Mr." belongs to it."""
    return not word or word in GENDER_OF_TITLE or word in HONORIFICS or word in OFFICES


def _is_in_title(word: str) -> bool:
    return word == "the" or word in TITLE_JOINTS or word in OFFICE_MATTERS or word in OFFICE_MODIFIERS
