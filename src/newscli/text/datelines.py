"""The dateline that a story begins with: place, day and agency.

Each test looks at the start of one paragraph, at most ``MAX_LAYOUT_CHARS`` of it. The forms are those of the
wires (AP, Reuters, AFP, UPI, CNN) and of English-language dailies.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.english.calendar import MONTHS, WEEKDAYS
from newscli.english.newspaper import AGENCIES, NO_PLACES
from newscli.limits import MAX_LAYOUT_CHARS

# AFP's bar and a hyphen need space before them, as words have hyphens of their own.
_DASH: Final = re.compile(r"\s*(?:--|—)\s*|\s+[–-]\s*|–\s+|\s+\|\s+")
_AGENCY: Final = re.compile(r"\(([A-Z][\w .&’'/-]{1,30})\)|(?<= )/([A-Z][\w .&’'-]{1,30})/(?= )")


# A dateline: "NEW YORK, Jan 21 (Reuters) -". A place has four words at most, its region and date have six
# ("Trinidad and Tobago, Jan 21, 2014"), two of them in capitals ("BUFFALO, NEW YORK").
_INITIALS: Final = range(3, 6)  # of a station, in brackets before the story: "(KNN) The"
_DATELINE_CHARS: Final = 120
_PLACE_CHARS: Final = 80
_MIN_PLACE_CHARS: Final = 3
_PLACE_WORDS: Final = 4
_REGION_WORDS: Final = 6
_REGION_CAPITALS: Final = 2
_BARE_DATELINE_CHARS: Final = 40  # on a line of its own, with a date
_MIN_STORY_CHARS: Final = 80  # "PLACE: …" that is shorter may be a headline or a speaker's turn


def dateline(text: str) -> tuple[int, int] | None:
    """Find the dateline that a paragraph begins with: "GENEVA, Jan 21 (Reuters) -", "(CNN)".

    Returns:
        The offsets at which the dateline ends, without its dash or colon, and at which the prose begins;
        None if there is no dateline. Both are ``len(text)`` if the paragraph holds nothing else.
    """
    head = text[:_DATELINE_CHARS]
    agency = _AGENCY.search(head)
    if agency and _is_place(head[: agency.start()], shouted=False):
        dash = _DASH.match(text, agency.end())
        glued = agency.start() == 0 and not text[agency.end() : agency.end() + 1].isspace()
        name = agency[1] or agency[2]
        initials = agency.start() == 0 and name.isupper() and len(name) in _INITIALS
        dated = any(_is_dating(word) for word in head[: agency.start()].split())
        if dash or glued or initials or dated or name.lower() in AGENCIES:
            rest = dash.end() if dash else agency.end()
            return agency.end(), len(text) - len(text[rest:].lstrip())
    dash = _DASH.search(head)
    if dash and dash.start() and (_is_place(head[: dash.start()], shouted=True) or _is_quiet(text, dash)):
        return dash.start(), dash.end()
    colon = head.find(": ")
    if colon > _MIN_PLACE_CHARS and len(text) > _MIN_STORY_CHARS and _is_place(head[:colon], shouted=True):
        return colon, colon + 2
    alone = len(text) <= _BARE_DATELINE_CHARS and any(char.isdigit() for char in text)
    return (len(text), len(text)) if alone and _is_place(text, shouted=True) else None


def _is_place(text: str, *, shouted: bool) -> bool:
    """Return whether a text is "PLACE", "Place, Region" or either with a date.

    Args:
        text: What stands before the agency or the dash.
        shouted: The place must be in capitals, because nothing else distinguishes it from a subject.
    """
    if not text.strip():
        return True
    if any(mark in text for mark in ':;!?"“”()') or len(text) > _PLACE_CHARS:
        return False
    place, _, rest = text.partition(",")
    words = place.split()
    undated = [word for word in words if not _is_dating(word)]
    if not 0 < len(undated) <= _PLACE_WORDS or words[0] != undated[0] or words[0] in NO_PLACES:
        return False
    if shouted and not all(word.isupper() for word in undated):
        return False
    region = rest.replace(",", " ").split()
    # A shouted phrase of more words than "NEW YORK" after the comma is a clause.
    shouting = sum(word.isupper() and not _is_dating(word) for word in region)
    if len(region) > _REGION_WORDS or shouting > _REGION_CAPITALS:
        return False
    named = all(
        word[0].isupper() or _is_dating(word) or word in {"of", "and"} for word in (*undated, *region)
    )
    return named and words[0][0].isupper() and len(place) >= _MIN_PLACE_CHARS


def _is_dating(word: str) -> bool:
    """Return whether a word belongs to a date."""
    bare = word.strip(".,").lower()
    return bare[:1].isdigit() or bare in MONTHS or bare in WEEKDAYS


def _is_quiet(text: str, dash: re.Match[str]) -> bool:
    """Return whether "Place —" in lower case begins a story, not an aside set off by two dashes."""
    place = text[: dash.start()]
    rest = text[dash.end() : dash.end() + MAX_LAYOUT_CHARS]
    if len(place.split()) > _PLACE_WORDS or not _is_place(place, shouted=False):
        return False
    spaced = dash[0] != dash[0].strip() and (dash[0].strip() in {"—", "–", "--"} or "," in place)
    return spaced and rest[:1].isupper() and not _DASH.search(rest)
