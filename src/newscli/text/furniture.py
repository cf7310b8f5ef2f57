"""What stands round the prose of an article: section lines, bylines, datelines, credits.

Each test looks at the start or the end of one paragraph, at most ``MAX_LAYOUT_CHARS`` of it, by its words and
their capitals. The forms are those of the wires (AP, Reuters, AFP, UPI, CNN) and of English-language dailies.
"""

from __future__ import annotations

import re
from typing import Final

from newscli.english.calendar import CLOCK_WORDS, MONTHS, WEEKDAYS
from newscli.english.newspaper import AGENCIES, BYLINE_WORDS, HEADLINE_LABELS, SECTIONS
from newscli.limits import MAX_LAYOUT_CHARS

_WORD: Final = re.compile(r"[^\W_][\w'’.-]*")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_NUMERIC_DATE: Final = re.compile(r"\b\d{4}[-/.]\d\d?[-/.]\d\d?\b|\b\d\d?[-/.]\d\d?[-/.]\d{2,4}\b")
_STAMP: Final = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified|reviewed)\b|latest update\b|date:"
    r"|for immediate release\b"
    r"|\d+ (?:min|hour|day)s? (?:read|ago)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?:(?:story|words|text|written|co-authored|interview|report|analysis|opinion|review) )?by:?\s|byline:",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"@\w{2,30}\.?|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,30}")

_WORK: Final = re.compile(
    r"(?:additional |further )?(?:reporting|editing|writing|research|compiled|edited|reported|written"
    r"|produced|translated|translation|production|photography|photographs?|photos?|pictures?|graphics?)"
    r"(?: and (?:reporting|writing|editing))?(?: by\b|:)",
    re.IGNORECASE,
)
_CREDIT_ENDINGS: Final = tuple(f"{link}{name}" for name in AGENCIES for link in ("via ", "/", "/ "))
_CREDIT_STARTS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"with (?:files|reports|reporting|additional reporting|contributions|inputs?) (?:from|by)\b",
        r"contributing(?: to this (?:report|story))?:|sources?: |h/t\b|©|\(c\) ?\d{4}|copyright\b",
        r"follow (?:us\b|@|.{1,80}? on (?:twitter|facebook|instagram|x\b))|(?:on )?twitter:|e-?mail:",
        r"as (?:first |originally )?published in\b|sign up (?:for|to)\b|subscribe to\b|read more\b",
        (
            r"(?:this|the|a version of this) (?:story|article|report|post|piece|column|item|dispatch)"
            r" (?:was |has been |is |had been )?(?:first |originally |since )?"
            r"(?:appeared|ran|published|updated|corrected|amended|written|produced|edited|adapted|republished|excerpted)\b"
        ),
    )
)
_CONTRIBUTED: Final = re.compile(
    r"\bcontributed (?:(?:reporting |research )?(?:to|for) (?:this|the) (?:report|story|article|piece|post)"
    r"|reporting(?: from [^.]{1,60})?)\s?\.?(?: follow .{1,60})?$|\ball rights reserved\.?$",
    re.IGNORECASE,
)
_REPORTED_FROM: Final = re.compile(
    r"\b(?:reported|wrote|reporting)(?: and (?:reported|wrote))?(?: this (?:story|report|article))?"
    r" (?:from|in) (?:the )?[A-Z][\w., ]{1,40}$"
)
_AUTHOR_NOTE: Final = re.compile(
    r"\bis (?:an? |the )?[\w -]{0,60}?\b(?:writer|reporter|correspondent|columnist|editor|contributor)\b"
)
_PROMOTION: Final = re.compile(
    r"(?:read|see|watch) (?:more|also|next|full)\b|read this\b"
    r"|(?:read|see|watch|listen|more|related|photos?|videos?|gallery|recommended)"
    r"(?: more| also| next| this| here| stories| articles| news)?:"
    r"|(?:subscribe|sign up|sign in|log in|register) (?:now|here|to|for)\b"
    r"|(?:share|like|follow) (?:us|our|this)\b"
    r"|download (?:now|here|our|the app)\b|(?:click|tap|swipe|scroll) (?:here|to|for|up|down|on|the)\b"
    r"|follow .{1,80}? on (?:twitter|facebook|instagram|x\b)"
    r"|by signing up\b|get (?:the|our|all the) (?:latest|best)\b"
    r"|get .{1,60}? (?:daily|weekly|morning|evening|print|digital)"
    r" (?:edition|briefing|digest|update|e-?mail)\b"
    r"|(?:never|don't|don’t) miss\b|for (?:the latest|more) (?:news|stories|on)\b|our standards:"
    r"|(?:related|recommended|more|other)"
    r"(?: (?:stories|articles?|news|coverage|links|reading|content|posts?|topics))?$"
    r"|(?:- ?)?advertisement\b|most (?:read|popular)\b|(?:article|story) continues\b"
    r"|readers?[:,] "
    r"|(?:have|got) (?:a|an|any|some) (?:news )?(?:story|tip|views?)\b.{0,80}\b(?:us|e-?mail|tell)\b"
    r"|(?:contact|e-?mail|write to) (?:us|the (?:newsroom|editor|reporter))\b|follow @?\w+ (?:on|at)\b",
    re.IGNORECASE,
)
_NEWSLETTER: Final = re.compile(
    r"\b(?:our|the|your|free|daily|weekly|morning) (?:e-?mail )?newsletters?\b|\b(?:in|to) your inbox\b"
    r"|\benter your e-?mail\b",
    re.IGNORECASE,
)
_INVITING: Final = re.compile(r"(?:sign|subscribe|get|join|want|enter|receive|discover|try)\b", re.IGNORECASE)
_EMBED: Final = re.compile(
    r"pic\.twitter\.com/|https?://t\.co/|(?:view )?this post on (?:instagram|x)\b|a post shared by\b"
    r"|\bvia (?:twitter|instagram|tiktok)$",
    re.IGNORECASE,
)
# "— Dana Orel (@danaorel) March 3, 2021": under an embedded post, who wrote it and when.
_POSTED: Final = re.compile(r"[—–-]+ ?[^(\n]{1,60}\(@\w{1,30}\)")
_CREDITED: Final = re.compile(
    r"\(?(?:(?:(?:photo|image|picture|file) )?(?:credit|photo|image|picture|caption)s?:"
    r"|(?:image|media|video) (?:source|caption)\b|pictured:)",
    re.IGNORECASE,
)
_FIRST_PUBLISHED: Final = re.compile(
    r"^[^.]{0,60}\b(?:originally|first) (?:appeared|published|ran|posted)\b", re.IGNORECASE
)
# What a paper says of the text itself: its errors, its rights, its risks.
_OF_THE_TEXT: Final = re.compile(
    r"(?:correction|clarification|disclaimer|note to editors|notes? for editors|editor['’]s note)s?\b"
    r"[^.]{0,30}?:"
    r"|an earlier version of this (?:story|article|report|notice)\b"
    r"|(?:the )?(?:views|opinions) expressed (?:in|here|by)\b"
    r"|(?:this|no) (?:material|content|part of this) (?:may|can)(?: not)? be (?:published|reproduced)\b"
    r"|reproduction of (?:this )?material\b",
    re.IGNORECASE,
)
_BARE_ADDRESS: Final = re.compile(
    r"(?:source: ?)?(?:https?://\S{3,380}"
    r"|(?:www\.)?[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.(?:com|org|net|info|news|co|tv|[a-z]{2}))/?",
    re.IGNORECASE,
)
_LABEL_ALONE: Final = re.compile(
    r"(?:release date|date|published(?: on)?|posted(?: on)?|updated|article by|by|tags?|tagged"
    r"|share(?: this)?(?: article)?|source|topics|filed under|show all \d+|photos?|images?"
    r"|\d+ (?:comments?|shares?|min(?:ute)?s? read))\s?:?\.?",
    re.IGNORECASE,
)
_LABEL_CHARS: Final = 40
_BOILERPLATE: Final = re.compile(
    r"(?:about (?:[A-Z0-9][^.!?]{0,80}?(?:,? (?:Inc|Ltd|Corp|Co)\.)?|the company)"
    r"|(?:(?:for )?(?:media|press|investors?|company|further)(?: relations)? )?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?: information)?"
    r"|forward[- ]looking statements?|safe harbou?r(?: statement)?|for (?:more|further) information)\s?:?",
    re.IGNORECASE,
)
_SLUG: Final = re.compile(r"[A-Z]{1,4}(?:-[A-Z0-9&']{1,20}){1,5}(?:[ ,]+[A-Z0-9]{1,12}){0,3}")
_NOTE_CHARS: Final = 2 * MAX_LAYOUT_CHARS
_PRESENTED: Final = re.compile(
    r"(?:about the author:? )?((?:[A-Z][\w.’'-]{0,30} ){1,3}[A-Z][\w’'-]{1,30})(?:,? [^.]{0,80},)?"
    r" (?:is|was|works as|writes|covers|reports)\b[^.]{0,120}"
    r"\b(?i:writer|reporter|correspondent|columnist|editor|contributor|journalist|founder|co-founder"
    r"|consultant|professor|lecturer|fellow|director|researcher|author|analyst|lawyer|economist|novelist"
    r"|producer|host|blogger|freelance\w*|covers|writes)\b"
)
# Not after an initial or a title, whose full stop ends no sentence.
_SENTENCE_START: Final = re.compile(
    r"(?<![ .][A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)(?<!Jr)[.!?][\"”’')\]]*\s+(?=[\"“A-Z])"
)

# How long these parts are at most. Set by hand, on the wires and dailies that the forms above are of, for no
# set of articles has its furniture annotated: room for the longest usual form and no more, because a sentence
# of the story that is taken for furniture is lost.
_LINE_CHARS: Final = MAX_LAYOUT_CHARS // 2  # a byline, a caption or a link fills two lines of print at most
_SECTION_WORDS: Final = 8
_BYLINE_WORDS: Final = 20  # several authors, with jobs, places and papers
_JOINED_WORDS: Final = 12  # without "by", but with a comma or "in": "Jane Doe, Staff Writer, in Northam"
_NAME_WORDS: Final = range(2, 4)  # of a name alone
_TIME_CHARS: Final = 12  # "11:30 p.m."
_DATE_WORDS: Final = 12  # "Published Mon 3 March 2014 at 11:30 p.m. Eastern Daylight Time"
_CONTRIBUTOR_WORDS: Final = 7  # before "contributed"
_SIGN_OFF_CHARS: Final = 20  # initials of a desk
_SIGNATURE_WORDS: Final = 6  # behind a dash, at the foot
_REPORTED_WORDS: Final = 40  # a sentence about who wrote from where
_AUTHOR_CHARS: Final = 80  # from the author's name to "is a writer"
_PHOTO_CREDIT_WORDS: Final = 8  # before "/AP"
# "Research by the Orel Brothers and Ann Roe" has few words in small letters, a sentence has many.
_MAX_SMALL_SHARE: Final = 0.6


def is_section(text: str) -> bool:
    """Return whether a line names a part of the paper: "World News", "Sport | Football"."""
    words = _WORD.findall(text[:MAX_LAYOUT_CHARS])
    if not 0 < len(words) <= _SECTION_WORDS or text[-1] in ".!?":
        return False
    known = sum(word.lower() in SECTIONS for word in words)
    return known * 2 > len(words) or (known > 0 and any(mark in text for mark in "|>›»/·"))


def is_byline(text: str) -> bool:
    """Return whether a line names the author or the time of publication, with words that say so."""
    if len(text) > _LINE_CHARS:
        return False
    if _STAMP.match(text) or _is_date(text) or _ADDRESS.fullmatch(text):
        return True
    opening = _BY.match(text)
    return opening is not None and _is_names(text[opening.end() :], _BYLINE_WORDS)


def is_bare_byline(text: str) -> bool:
    """Return whether a line may be names and jobs alone: "Jane Doe in Paris", "Reuters".

    Only its place, between headline and prose, can show that it is one.
    """
    if text.strip(" .").lower() in AGENCIES:
        return True
    words = text.split()
    if (
        text[-1] in ".!?:,;"
        or not text[0].isupper()
        or len(words) < _NAME_WORDS.start
        or any(char.isdigit() for char in text)
    ):
        return False
    joined = any(word in {"and", "in", "for", "|", "&"} or word[-1] in ",;" for word in words)
    return _is_names(text, _JOINED_WORDS if joined else _NAME_WORDS[-1]) and (joined or not text.isupper())


def is_time(text: str) -> bool:
    """Return whether a line is a time of day alone, as over the entries of a live blog."""
    return len(text) <= _TIME_CHARS and bool(_CLOCK.match(text))


def is_headline_label(text: str) -> bool:
    """Return whether words that begin a headline label the article: "Exclusive", "Video", "Q&A"."""
    return text.lower() in HEADLINE_LABELS


def is_credit(text: str) -> bool:
    """Return whether a paragraph says who else worked on the article, or where it was published."""
    body = text.strip("()[]—–-*_ ")
    if len(body) > MAX_LAYOUT_CHARS or not body.strip():
        return False
    if _opens_credit(body) or _CONTRIBUTED.search(body) or _ADDRESS.fullmatch(body):
        return True
    words = body.split()
    if words[-1].rstrip(".") == "contributed" and len(words) - 1 <= _CONTRIBUTOR_WORDS:
        return _is_names(" ".join(words[:-1]), _CONTRIBUTOR_WORDS)
    initials = body.split("/") if len(body) <= _SIGN_OFF_CHARS else []
    if len(initials) > 1 and all(part.isalpha() and part.islower() for part in initials):
        return True  # AFP's sign-off, the initials of its desk: "burs/jd/mr"
    if text[0] in "—–-" and len(words) <= _SIGNATURE_WORDS and _is_names(body, _SIGNATURE_WORDS):
        return True
    return text[0].isupper() and len(words) <= _REPORTED_WORDS and bool(_REPORTED_FROM.search(body))


def is_author_note(text: str) -> bool:
    """Return whether a paragraph may present the author, as "Jane Doe is a staff writer" does.

    Prose presents people in the same words; only the end of an article makes it a note.
    """
    if not text[0].isupper() or len(text) > MAX_LAYOUT_CHARS or " said" in text:
        return False
    note = _AUTHOR_NOTE.search(text)
    return note is not None and note.start() < _AUTHOR_CHARS


def _opens_credit(text: str) -> bool:
    """Return whether a text begins with the words of a credit.

    "Research by Orel Brothers shows that …" begins with them too, but goes on with more than names.
    """
    if _WORK.match(text):
        words = text[:MAX_LAYOUT_CHARS].split()
        return sum(word[0].islower() for word in words) <= _MAX_SMALL_SHARE * len(words)
    return any(pattern.match(text) for pattern in _CREDIT_STARTS)


def is_promotion(text: str) -> bool:
    """Return whether a paragraph of a web page sends the reader elsewhere."""
    return len(text) < _LINE_CHARS and bool(_PROMOTION.match(text))


def is_beside_story(text: str) -> bool:
    """Return whether a paragraph or sentence is not part of the story: a caption, a link, an invitation.

    Examples are "Image: …", "Read more: …", "Sign up for our newsletter", and the rest of an embedded post.
    """
    if len(text) > MAX_LAYOUT_CHARS:
        return False
    invites = bool(_INVITING.match(text) and _NEWSLETTER.search(text))
    posted = bool(_EMBED.search(text) or _POSTED.match(text))
    return invites or posted or bool(_OF_THE_TEXT.match(text)) or is_promotion(text) or is_photo_credit(text)


def is_photo_credit(text: str) -> bool:
    """Return whether a line captions a picture or names its source: "Photo: Jane Doe/AP"."""
    if len(text) > _LINE_CHARS:
        return False
    ending = text.rstrip(" .").lower()
    if ending in AGENCIES or _CREDITED.match(text):
        return True
    if len(text.split()) > _PHOTO_CREDIT_WORDS:
        return False
    return ending.endswith(_CREDIT_ENDINGS)


def posted_by(text: str) -> str:
    """Return who signs an embedded post ("— Dana Orel (@danaorel) March 3, 2021"); empty if nobody does."""
    match = _POSTED.match(text)
    return match[0].rpartition("(")[0].strip("—–- ") if match else ""


def opens_boilerplate(text: str) -> bool:
    """Return whether a line heads what a press release adds to its story: who the firm is, whom to ask."""
    return len(text) <= _LINE_CHARS and _BOILERPLATE.fullmatch(text) is not None


def is_slug(text: str) -> bool:
    """Return whether a line is the name of a story on a wire: "BC-QUAKE-TOLL URGENT"."""
    return len(text) <= _LABEL_CHARS and _SLUG.fullmatch(text) is not None


def is_first_published(text: str) -> bool:
    """Return whether a line says that the article appeared elsewhere first."""
    return len(text) <= _LINE_CHARS and _FIRST_PUBLISHED.search(text) is not None


def is_bare_address(text: str) -> bool:
    """Return whether a line is a web address and nothing else: the source of a report, an embedded post."""
    return len(text) <= MAX_LAYOUT_CHARS and _BARE_ADDRESS.fullmatch(text) is not None


def is_label_alone(text: str) -> bool:
    """Return whether a line announces a date, a share button or a tag that does not follow."""
    return len(text) <= _LABEL_CHARS and _LABEL_ALONE.fullmatch(text) is not None


def presented(text: str) -> str:
    """Return the name of the person whom a paragraph presents by what they do; empty if it presents nobody.

    "Ann Roe is a professor of law at Aldby" presents an author at the foot of an article, and somebody of the
    story within it.
    """
    match = _PRESENTED.match(text) if len(text) <= _NOTE_CHARS else None
    return match[1] if match else ""


def trailing_credit(text: str) -> int:
    """Return the offset of the credits at the end of a prose paragraph, ``len(text)`` if there are none."""
    if text.rstrip(". ").endswith((")", "]")):
        opening = max(text.rfind("("), text.rfind("["))
        return opening if opening > 0 and _opens_credit(text[opening + 1 :]) else len(text)
    begin = len(text)
    while True:
        floor = max(0, begin - MAX_LAYOUT_CHARS)
        starts = [match.end() for match in _SENTENCE_START.finditer(text, floor, begin - 1)]
        if not starts:
            return begin
        sentence = text[starts[-1] : begin].rstrip()
        credit = _CONTRIBUTED.search(sentence) or sentence.startswith(("©", "Editing by ", "Reporting by "))
        # That someone reported from a place is a credit only in front of one that says so.
        if not credit and not (begin < len(text) and _REPORTED_FROM.search(sentence)):
            return begin
        begin = starts[-1]


def _is_date(text: str) -> bool:
    """Return whether a line is a date or a time and little else."""
    words = [word.strip(".").lower() for word in _WORD.findall(text)]
    if not 0 < len(words) <= _DATE_WORDS or not any(char.isdigit() for char in text):
        return False
    named = sum(word in MONTHS or word in WEEKDAYS for word in words)
    if not named and not _NUMERIC_DATE.search(text) and not _CLOCK.match(text):
        return False
    other = [word for word in words if not word[0].isdigit() and word not in CLOCK_WORDS]
    return len(other) <= named


def _is_names(text: str, most: int) -> bool:
    """Return whether a text is names of people with their jobs, places and papers."""
    words = _WORD.findall(text)
    if not 0 < len(words) <= most:
        return False
    small = [word for word in words if not word[0].isupper() and not word[0].isdigit()]
    if any(word.lower() in WEEKDAYS for word in words[:1]):
        return False
    return len(small) < len(words) and all(word.lower().rstrip(".,") in BYLINE_WORDS for word in small)
