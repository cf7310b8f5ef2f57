"""The words by which layout is recognised, all in lower case but ``NO_PLACES``."""

from __future__ import annotations

from typing import Final

from newscli.english.calendar import FULL_WEEKDAYS
from newscli.english.words import phrase_set, word_set

SECTIONS: Final = word_set(
    """
    africa america americas analysis art arts asia asia-pacific australia
    books breaking britain business
    canada cars celebrity china cities climate comment commentary companies consumer courts crime
    culture
    economics economy education election elections energy england entertainment environment europe
    exclusive
    family fashion features film finance food football
    golf
    headline headlines health home
    india industry insight international investigations ireland
    jobs
    latest law letters life lifestyle live local london
    magazine markets media metro middle-east money motoring movies music
    nation national nature news
    obituaries obituary opinion
    people perspectives photos pictures politics property
    racing region regional reviews royal rugby russia
    science scotland security society special sport sports stories story style
    tech technology television tennis theatre top travel trending tv
    uk us usa
    video
    wales weather weekend women world
    """
)
"""The parts of a paper, and the words that go with them in the line above a headline.

A word goes in if a line of nothing but such words is a section's name on a news site; a headline, too, may
have some of them. Chosen by hand.
"""

BYLINE_WORDS: Final = word_set(
    """
    a agencies agency al am an analyst and assistant associate at author
    bin bureau business by
    chief columnist contributor contributors correspondent correspondents
    da de del della den deputy der di diplomatic
    economics editor editors education el environment
    for foreign freelance from
    guest
    health
    ibn in
    la le local
    national news
    of on our
    pm political producer
    reporter reporters
    science senior special sport sports staff
    the to
    van via von
    with writer writers
    """
)
"""Words in lower case that stand in a byline, beside names: connectives, particles, jobs.

No verb: a line with one is prose. Chosen by hand, from bylines.
"""

AGENCIES: Final = phrase_set(
    """
    afp; agence france-presse; anadolu; ani; ap; associated press;
    bbc; bbc news; bloomberg; bloomberg news;
    cbs; cbs news; cnbc; cnn;
    dpa;
    efe; epa;
    getty; getty images;
    ians;
    kyodo; kyodo news;
    nbc news;
    pa; pa media; press association; pti;
    reuters;
    staff; staff and agencies;
    tass; the associated press; the canadian press; the conversation;
    upi;
    xinhua;
    yonhap
    """
)
"""What signs a story in place of a person: agencies, broadcasters, "staff"; in lower case.

No newspaper: its own name signs nothing in it. Chosen by hand, from the bylines and credits of articles.
"""

NO_PLACES: Final = word_set(
    """
    ADVERTISEMENT ANALYSIS ANSWER BREAKING BYLINE CLARIFICATION COMMENT CORRECTION EDITORIAL EDITORS
    EXCLUSIVE FACT FACTBOX INSIGHT INTERVIEW LIVE LIVESTREAM NEWS NOTE OPINION PHOTO PHOTOS PICTURES
    QUESTION READ REVIEW SPOILER SPORT TIMELINE UPDATE UPDATED VIDEO WARNING WATCH
    """
)
"""Words in capitals before a dash or a colon that are no place of a dateline.

In capitals, as the article has them; no word that is a place, too. Chosen by hand.
"""

SMALL_IN_TITLES: Final = word_set(
    "a an and are as at be but by for from in into is it its not of on or over the to via vs with"
)
"""Words that title case keeps small: articles, short prepositions, forms of "be"; none of five letters."""

STAGE_DIRECTIONS: Final = word_set(
    """
    applause audio booing break
    cheering clip commercial crosstalk
    gavel
    inaudible
    laughs laughter
    music
    off-mic
    pause
    recording
    translation
    unintelligible
    video videotape voiceover
    """
)
"""What a transcript has in capitals and brackets for what is heard or shown: "(CROSSTALK)"."""

LEANING: Final = word_set(
    "- a an and as at but by for from in into its of on or over the their to under with"
)
"""Words that end no line which an author ended on purpose: a sentence goes on behind them.

Nothing that may end a heading or an entry of a list ("is", "off", "up").
"""

NO_AUTHORS: Final = word_set(
    """
    admin administrator article author
    blogger
    contributed contributor contributors correspondent
    desk
    editor editorial editors
    guest
    media
    network news newspaper newsroom
    online
    posted press publisher
    reporter reporters
    service staff
    team
    unknown uploader user
    web webmaster writer writers
    """
)
"""Words that stand where a page names its author, and show that nobody is named.

A word goes in if no person bears it: "Page" and "Post" stay out.
"""

NOT_IN_HEADLINES: Final = FULL_WEEKDAYS | word_set(
    """
    a an are be been but had has have he her his is it its month said she that the their there they
    today was week were which who year yesterday
    """
)
"""Words that headlines leave out or have no room for, and that the first sentence of a story has.

Articles, auxiliaries, pronouns, the day of the event. By hand: see ``layout`` for what it was set on.
"""

HEADLINE_LABELS: Final = word_set(
    """
    breaking comment exclusive explained explainer factbox faq feature gallery insight interview
    listen live obituary opinion photos pictures podcast profile q&a quiz recap timeline update
    updated video watch
    """
)
"""What a headline may begin with, before a colon or a dash, and is no source.

Nothing that speaks: a "Poll:" or a "Review:" is a source. Chosen by hand.
"""

FIELD_LABELS: Final = word_set("att attendance contact how lead note referee what when where who why")
"""What stands before a colon and says what follows: of a match, of an invitation, of a lead."""
