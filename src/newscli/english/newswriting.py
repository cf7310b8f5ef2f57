"""Words that say nothing of an article's subject: those of grammar, and those of newswriting."""

from __future__ import annotations

from typing import Final

from newscli.english.grammar import FUNCTION_WORDS
from newscli.english.words import word_set

_REPORTING: Final = word_set(
    """
    accept accepted according add added adding admit admitted agree agreed announce announced
    announcement announcing appear appeared argue argued ask asked asking
    believe believed
    call called calling cite cited claim claimed claims comment commented comments confirm confirmed
    denied deny describe described
    explain explained
    insist insisted interview
    mention mentioned
    note noted
    quote quoted
    report reported reportedly reporter reporters reporting reports respond responded response
    reveal revealed
    said say saying says speak speaking spoke spokesman spokesperson spokeswoman state stated
    statement statements suggest suggested
    talk talked talking tell telling told
    warn warned write writing written wrote
    """
)
"""Forms of verbs, and nouns made of them, with which any article reports."""

_TIME_AND_MEASURE: Final = word_set(
    """
    a.m a.m. afternoon ago
    billion
    century current currently
    daily date day days decade decades dozen dozens
    early eight end ended evening
    first five former formerly four future
    hour hours hundred hundreds
    last late latest long
    million millions minute minutes moment month months morning
    new night nine number numbers
    old
    p.m p.m. percent period present previous previously
    quarter
    recent recently
    second seven short six
    ten third thousand thousands three time times today tomorrow tonight total trillion two
    week weekend weekends weeks
    year years yesterday young
    """
)
"""Times, numbers and measures in words."""

_LIGHT_VERBS: Final = word_set(
    """
    aim allow allowed attempt
    based became become becomes began begin begun better bring brought
    carried carry cause caused change changed close come comes coming consider considered continue
    continued continues
    decide decided decision declared declined
    expect expected
    fail failed feel felt find follow followed following found
    gave give given gives go goes going gone good
    happen happened head held help helped hit hold holding hope hoped
    include included includes including increase increased
    join joined
    keep kept knew know known
    lead leading learn leave leaving led left likely live living look looked looking lose lost
    made make makes making mean means meet met move moved
    named need needed
    occur occurred offer offered open opened
    pay plan planned plans play possible provide put
    reach reached read receive received refuse refused release released remain remained remains
    require required return returned returns run running
    saw see seek seeking seem seemed seen sent set show showed shown shows sign signed stand start
    started stay step stop stopped support supported sure
    take taken takes taking think thought took tried try trying turn turned
    unable understand use uses using
    wait want wanted wants watch went work worked working
    """
)
"""Forms of verbs that mean little without their object, and of adjectives beside them."""

_LIGHT_NOUNS: Final = word_set(
    """
    able action actions activities activity additional aged area areas aspect authorities authority
    available
    back bad basis best big
    case cases certain chance clear common companies company countries country
    different difficult
    effect effort efforts event events example expert extra
    face fact facts firm firms
    government governments great ground group groups
    hand hands hard home
    important individual issue issues
    key kind
    large larger largest leader leaders level levels life light line local lot lots low
    main major man manner matter member members men middle minister mr mrs ms
    name names nation nations news
    official officials order
    part parts people person place places point points position president problem problems process
    question questions
    ready real reason reasons result results right role
    series serious side sides similar single situation small so-called sort source sources special
    spot stage strong sun system
    team term terms thing things top true type
    unclear
    view views
    way ways whole woman women word words world worth wrong
    """
)
"""Nouns and adjectives of so wide a meaning that they set no article apart."""

NEWS_VERBS: Final = _REPORTING | _LIGHT_VERBS
"""Forms of verbs, for the most part, that any news article may use: no keyword is made of one.

A form goes in if it says nothing of a subject, whatever the article. Chosen by hand.
"""

NEWS_WORDS: Final = NEWS_VERBS | _TIME_AND_MEASURE | _LIGHT_NOUNS
"""Words that any news article may use, whatever it is about; names may hold them ("New York").

Chosen by hand. No word that may be what an article is about ("strike", "court").
"""

_NAMES_IN_CAPITALS: Final = word_set("IT US WHO")
"""Names that look like function words once they are in lower case; in capitals, as an article has them."""


def is_content_word(token: str) -> bool:
    """Return whether a token, spelt as in the text, may say what the text is about.

    Punctuation marks, figures and function words may not; "US" and "WHO" in capitals may.
    """
    return token[0].isalpha() and (token in _NAMES_IN_CAPITALS or token.lower() not in FUNCTION_WORDS)
