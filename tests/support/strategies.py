"""Articles for the tests of properties: short ones in the manner of news, rough ones of any characters."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newscli.analysis.pipeline import analyse
from newscli.model import Analysis
from newscli.text.load import parse

NAMES = (
    "Ana Orel", "Ms Orel", "Tom Bask", "Bask", "Mara Voss", "Mrs Voss", "Idris Oyelaran", "Mr Oyelaran",
    "José Peñalver", "Zoë Ångstrand", "Hugh O’Dowd",
)  # fmt: skip
PLACES = ("Port Ellery", "Kestrel Bay", "Sankt Orlen", "the North Quay")
ORGANISATIONS = ("the Harbour Board", "Ellery Lines", "the Coastal Fund", "the MSB", "Orlen’s council")
SOURCES = (*NAMES, *ORGANISATIONS, "he", "she", "a spokesman", "the mayor", "two of the fishermen")
CUES = ("said", "told reporters", "warned", "admitted", "added", "believes")
SPEECHES = (
    "the ferry is late", "nobody asked us", "we don’t know whose hand it was", "it wasn’t the crew’s fault",
    "the wall will cost 40 million crowns", "the work begins in March", "prices rose 3.5% in a year",
)  # fmt: skip
PLAIN = (
    "The ferry left {place} on Monday.", "{place} was quiet on Tuesday, when {name} came.",
    "Some 212 people work for {organisation} in {place}.", "It rained.",
    "{name}, who runs the harbour, met {organisation}.", "{organisation} has 14 ships (most of them old).",
)  # fmt: skip
QUOTED = (
    "“{speech},” {cue} {source}.", "“{speech},” {source} {cue}.", "“{speech},” {source} said, “and {again}.”",
    "{source} {cue}: “{speech}.”", "{source} {cue} that {speech}.", "{source} called it “a disgrace”.",
    "“{speech}.”", "According to {source}, {speech}.", "“They told us ‘{speech}’ and left,” {source} said.",
    "{source} denied that {speech}.", "“{speech}?” asked {source}.",
)  # fmt: skip
HEADLINES = ("Ferry returns to Port Ellery", "Voss: ‘Nobody asked us’", "Council votes to raise sea wall")
DATELINES = ("PORT ELLERY, March 3 (Meridian News) - ", "SANKT ORLEN — ", "")


def _capitalised(sentence: str) -> str:
    """Return a sentence with a capital at its start, behind any mark."""
    at = next((place for place, char in enumerate(sentence) if char.isalpha()), 0)
    return sentence[:at] + sentence[at].upper() + sentence[at + 1 :]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return a sentence, two times in three with a quote."""
    form = draw(st.sampled_from((*PLAIN, *QUOTED, *QUOTED)))
    words = {
        "name": NAMES,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "source": SOURCES,
        "cue": CUES,
        "speech": SPEECHES,
        "again": SPEECHES,
    }
    chosen = {key: draw(st.sampled_from(words[key])) for key in words if f"{{{key}}}" in form}
    return _capitalised(form.format(**chosen))


paragraphs: SearchStrategy[str] = st.lists(sentences(), min_size=1, max_size=3).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return an article of up to four paragraphs, with a headline and a dateline or without."""
    headline = draw(st.sampled_from(("", *(f"{line}\n\n" for line in HEADLINES))))
    body = draw(st.lists(paragraphs, min_size=1, max_size=4))
    return headline + draw(st.sampled_from(DATELINES)) + "\n\n".join(body)


# Every character that some rule looks for, letters of several scripts, and what only looks like nothing.
_PIECES = (
    *"aB1é日א.,:;?!…-–—/|*_#`<>()[]@ \t\n\r\u00a0\u2028\u200b\u200d\u0301\u202e\x00\x1b\x85",
    *"\"“”„'‘’«»", "''", "``", "\n\n", "\r\n", "said ", "he ", "Mr. ", "U.S. ", "Ana Orel ", "’s ", "n’t ",
    "that ", "according to ", "PORT ELLERY - ", "By Ana Orel\n", "# ", "- ", "**", "](", "5' 6\"", "ﷺ", "İ",
)  # fmt: skip
rough = (
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=60)
    .map("".join)
    .filter(lambda text: any(char.isalnum() for char in text))
)
texts: SearchStrategy[str] = st.one_of(articles(), rough)


def reading(text: str, file: str = "story.txt") -> Analysis:
    """Return the whole analysis of a text."""
    return analyse(parse(text, file=file))
