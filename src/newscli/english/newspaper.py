"""The words by which layout is recognised, all in lower case but ``NO_PLACES``."""

from __future__ import annotations

from typing import Final

from newscli.english.words import word_set

# The parts of a paper, and the words that go with them in the line above a headline.
SECTIONS: Final = word_set(
    """africa america americas analysis art arts asia asia-pacific australia books breaking britain business
    canada cars celebrity china cities climate comment commentary companies consumer courts crime
    culture economics economy education election elections energy england entertainment environment
    europe exclusive family fashion features film finance food football golf headline headlines health
    home india industry insight international investigations ireland jobs latest law letters life
    lifestyle live local london magazine markets media metro middle-east money motoring movies music
    nation national nature news obituaries obituary opinion people perspectives photos pictures politics
    property racing region regional reviews royal rugby russia science scotland security society special
    sport sports stories story style tech technology television tennis theatre top travel trending tv uk
    us usa video wales weather weekend women world"""
)

# Words in lower case that stand in a byline.
BYLINE_WORDS: Final = word_set(
    """and in at for of the with via on to from by de da di del della la le van von der den bin al el ibn a an
    staff writer writers reporter reporters correspondent correspondents editor editors columnist
    contributor contributors chief senior deputy associate assistant political economics business health
    science education environment diplomatic foreign local special sports sport news national bureau
    agency agencies freelance guest our author producer analyst am pm"""
)

AGENCIES: Final = word_set(
    """afp ani anadolu ap bbc bloomberg cbs cnbc cnn dpa efe epa getty ians kyodo pa pti reuters staff tass
    upi xinhua yonhap"""
) | {
    "agence france-presse",
    "associated press",
    "bbc news",
    "bloomberg news",
    "cbs news",
    "getty images",
    "kyodo news",
    "nbc news",
    "pa media",
    "press association",
    "staff and agencies",
    "the associated press",
    "the canadian press",
    "the conversation",
}

# Words in capitals before a dash or a colon that are no place.
NO_PLACES: Final = word_set(
    """ADVERTISEMENT ANALYSIS ANSWER BREAKING BYLINE CLARIFICATION COMMENT CORRECTION EDITORIAL EDITORS
    EXCLUSIVE FACT FACTBOX INSIGHT INTERVIEW LIVE LIVESTREAM NEWS NOTE OPINION PHOTO PHOTOS PICTURES
    QUESTION READ REVIEW SPOILER SPORT TIMELINE UPDATE UPDATED VIDEO WARNING WATCH"""
)

# What a headline may begin with, before a colon or a dash, and is no source; "Poll:" and "Review:" are.
HEADLINE_LABELS: Final = word_set(
    """breaking comment exclusive explained explainer factbox faq feature gallery insight interview listen
    live obituary opinion photos pictures podcast profile q&a quiz recap timeline update updated video
    watch"""
)
