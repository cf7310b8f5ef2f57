"""The network that is shipped and the rules together, on a sentence or two.

These few tests may break with a retrained reader. All others of the rules run on annotations made by hand;
``tests/cases`` holds whole articles.
"""

from __future__ import annotations

import pytest

from newscli.analysis.pipeline import analyse
from newscli.model import Quote
from tests.support.articles import article_of


def quotes(*paragraphs: str) -> tuple[Quote, ...]:
    return analyse(article_of(*paragraphs), {"quotes"}).quotes


@pytest.mark.parametrize(
    ("text", "kind", "mention", "cue", "content"),
    [
        ("Mr Hale said: “The ferry is safe.”", "direct", "Mr Hale", "said", "“The ferry is safe.”"),
        ("Hale called it a “grave error”.", "mixed", "Hale", "called", "it a “grave error”"),
        ("They threatened “severe” measures.", "mixed", "They", "threatened", "“severe” measures"),
        ("Mr Hale said that the ferry was safe.", "indirect", "Mr Hale", "said", "the ferry was safe"),
        ("The ferry was safe, the captain said.", "indirect", "the captain", "said", "The ferry was safe"),
        (
            "A spokeswoman told the Herald that nobody was hurt.",
            "indirect",
            "A spokeswoman",
            "told",
            "nobody was hurt",
        ),
    ],
)
def test_a_sentence_that_says_who_said_what_is_a_quote(
    text: str, kind: str, mention: str, cue: str, content: str
) -> None:
    (quote,) = quotes(text)
    assert quote.kind == kind
    assert quote.mention is not None
    assert quote.mention.of(text) == mention
    assert [piece.of(text) for piece in quote.cue] == [cue]
    assert [span.of(text) for span in quote.spans] == [content]


def test_a_participle_speaks_for_the_subject_of_its_sentence() -> None:
    text = "The two councils have rejected those demands, saying the mayor knew they were empty."
    (quote,) = (quote for quote in quotes(text) if [piece.of(text) for piece in quote.cue] == ["saying"])
    assert quote.mention is not None
    assert quote.mention.of(text) == "The two councils"


def test_a_sentence_that_reports_nothing_holds_no_quote() -> None:
    assert quotes("The “Blue Heron” left the harbour at noon with forty people aboard.") == ()


def test_a_transcript_has_a_quote_for_each_turn() -> None:
    lead = "Ann Roe, who runs the ferry, met Pia Lund of the harbour board on Friday."
    found = quotes(lead, "ROE: We waited for you the whole night.", "LUND: Nobody told us.")
    assert [(quote.kind, quote.cue) for quote in found] == [("direct", ())] * 2


def test_stray_marks_are_a_warning_in_the_result() -> None:
    analysis = analyse(article_of("“We waited, she said. It rained.", "Then it stopped."), {"quotes"})
    assert analysis.warnings == ("1 quotation mark without a partner",)
