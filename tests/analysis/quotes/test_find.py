from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.analysis.pipeline import analyse
from newscli.analysis.quotes.direct import attribute_quotations
from newscli.analysis.quotes.running_text import RunningText
from newscli.model import Analysis, Article, Block, Span
from newscli.text.load import parse
from newscli.text.quotation_marks import pair_marks
from tests.support.articles import words_of


@dataclass(frozen=True)
class Told:
    """A quote as strings."""

    kind: str
    mention: str | None
    cue: str | None
    content: tuple[str, ...]


def article(text: str) -> Article:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block("body", Span(start, start + len(part))))
        start += len(part) + 2
    return Article(text, "story.txt", tuple(blocks), text)


def analysis(text: str) -> Analysis:
    return analyse(article(text), {"quotes"})


def quotes(text: str) -> list[Told]:
    return [
        Told(
            quote.kind,
            quote.mention.of(text) if quote.mention else None,
            quote.cue.of(text) if quote.cue else None,
            tuple(span.of(text) for span in quote.spans),
        )
        for quote in analysis(text).quotes
    ]


DIRECT = [
    ("“The ferry is safe,” Mr Hale said on Friday.", "Mr Hale", "said", "“The ferry is safe,”"),
    ("“The ferry is safe,” said Mr Hale, the captain.", "Mr Hale", "said", "“The ferry is safe,”"),
    ("“Is the ferry safe?” Mr Hale asked.", "Mr Hale", "asked", "“Is the ferry safe?”"),
    ("“We never slept.” Mr Hale said.", "Mr Hale", "said", "“We never slept.”"),
    ('Mr Hale said: "The ferry is safe."', "Mr Hale", "said", '"The ferry is safe."'),
    ("He told reporters on Friday: “The ferry is safe.”", "He", "told", "“The ferry is safe.”"),
    ("According to Ana Reyes, “the ferry is safe.”", "Ana Reyes", "According", "“the ferry is safe.”"),
    ("“The ferry is safe,” according to Ana Reyes.", "Ana Reyes", "according", "“The ferry is safe,”"),
    ("‘The ferry is safe,’ Mrs Orbach said.", "Mrs Orbach", "said", "‘The ferry is safe,’"),
    ("“The ferry is safe,” Reyes shot back.", "Reyes", "shot", "“The ferry is safe,”"),
    (
        "“The ferry is safe,” Dana Orel, the port's director, said.",
        "Dana Orel",
        "said",
        "“The ferry is safe,”",
    ),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), DIRECT)
def test_a_direct_quote(text: str, mention: str, cue: str, content: str) -> None:
    assert quotes(text) == [Told("direct", mention, cue, (content,))]


def test_a_quotation_that_its_cue_interrupts_is_one_quote() -> None:
    assert quotes("“We waited,” she said, “and nobody came.” Then it rained.") == [
        Told("direct", "she", "said", ("“We waited,”", "“and nobody came.”"))
    ]


def test_so_is_one_that_goes_on_after_the_full_stop() -> None:
    assert quotes("“We waited,” she said. “Nobody came. It rained.”") == [
        Told("direct", "she", "said", ("“We waited,”", "“Nobody came. It rained.”"))
    ]


def test_so_is_one_that_continues_over_paragraphs() -> None:
    text = "“We waited the whole night,” she said.\n\n“We saw the first of them.\n\n“They never came back.”"
    first, second = quotes(text)
    assert first.content == ("“We waited the whole night,”",)
    assert second.content == ("“We saw the first of them.", "“They never came back.”")
    assert second.mention == "she"


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_before() -> None:
    text = "“The ferry is safe,” said Ana Reyes.\n\n“Nobody should worry about it at all.”"
    assert quotes(text)[1] == Told("direct", "Ana Reyes", None, ("“Nobody should worry about it at all.”",))


def test_a_second_cue_makes_a_second_quote_of_the_same_source() -> None:
    text = "“It is over,” he told reporters, adding: “We will go home now.”"
    assert quotes(text) == [
        Told("direct", "he", "told", ("“It is over,”",)),
        Told("direct", "he", "adding", ("“We will go home now.”",)),
    ]


def test_a_quotation_belongs_to_one_quote() -> None:
    text = (
        "“The ferry is late,” said Ana Orel. “We don’t know whose hand it was,” Bask said, “and we don’t "
        "know whose hand it was.” The ferry left Port Ellery on Monday."
    )
    assert [(told.mention, len(told.content)) for told in quotes(text)] == [("Ana Orel", 1), ("Bask", 2)]


def test_what_runs_into_a_quotation_with_a_source_of_its_own_ends_before_it() -> None:
    text = (
        "PORT ELLERY, March 3 (Meridian News) - The ferry left Port Ellery on Monday. “We don’t know whose "
        "hand it was,” Ana Orel said, “and we don’t know whose hand it was.”\n\n"
        "The ferry left Port Ellery on Monday. “The ferry is late,” Ana Orel said, “and the ferry is late.” "
        "According to Ana Orel, we don’t know whose hand it was.\n\n"
        "According to Ana Orel, nobody asked us. “The work begins in March,” Ana Orel said, “and the ferry "
        "is late.”"
    )
    assert [told.content for told in quotes(text)[-2:]] == [
        ("nobody asked us",),
        ("“The work begins in March,”", "“and the ferry is late.”"),
    ]


@pytest.mark.parametrize("label", ["Video", "EXCLUSIVE", "Podcast", "Watch"])
def test_the_label_of_a_headline_is_no_source(label: str) -> None:
    parsed = parse(f"{label}: ‘It came out of nowhere’\n\nBy Ann Roe\n\nA wave hit the ferry on Monday.\n")
    (quote,) = analyse(parsed, {"quotes"}).quotes
    assert (quote.mention, quote.speaker, quote.cue) == (None, None, None)


def test_a_lead_in_at_the_end_of_the_paragraph_before() -> None:
    text = "The captain told the court:\n\n“I saw nothing until it was too late.”"
    assert quotes(text) == [
        Told("direct", "The captain", "told", ("“I saw nothing until it was too late.”",))
    ]


@pytest.mark.parametrize("dash", ["—", "–", "―", "--"])
def test_a_signature_tells_who_speaks(dash: str) -> None:
    assert quotes(f"“The ferry is late every single day.” {dash} Ana Reyes, Port Ellery") == [
        Told("direct", "Ana Reyes", None, ("“The ferry is late every single day.”",))
    ]


def test_each_quotation_of_a_list_has_its_own_signature() -> None:
    text = "“The ferry is late every day.”― Ana Reyes.\n\n“Nobody tells us anything.” ― Tom Hale"
    assert [quote.mention for quote in quotes(text)] == ["Ana Reyes", "Tom Hale"]


def test_a_signature_may_stand_in_the_next_line() -> None:
    (quote,) = quotes("“The ferry is late every single day.”\n\n— Ana Reyes")
    assert quote.mention == "Ana Reyes"


def test_a_dash_that_goes_on_telling_is_no_signature() -> None:
    assert all(q.mention != "Reyes" for q in quotes("“Late again” — Reyes had left by then. Nobody spoke."))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "“We won,” Roe said, and went on to tell the hall: “You did this.”",
            ["“We won,”", "“You did this.”"],
        ),
        (
            "“We won,” said Ana Reyes, who has a “first” on the wall. “It was time.”",
            ["“We won,”“It was time.”"],
        ),
    ],
)
def test_pieces_are_joined_where_only_the_cue_stands_between(text: str, pieces: list[str]) -> None:
    direct = ["".join(quote.content) for quote in quotes(text) if quote.kind == "direct"]
    assert direct[: len(pieces)] == pieces


def test_a_source_beside_its_quotation_is_not_given_to_the_quote_before() -> None:
    text = "“It was close,” said Ana Reyes.\n\n“We counted twice,” Tom Hale said."
    assert [quote.mention for quote in quotes(text)] == ["Ana Reyes", "Tom Hale"]


def test_a_clause_behind_a_quotation_does_not_tell_who_speaks() -> None:
    text = "He was seen saying, “That makes me smart,” when Reyes blasted him in the hall."
    read = article(text)
    quotations, _ = pair_marks(text, read.blocks)
    (found,) = attribute_quotations(RunningText.of(read, words_of(read), quotations, ()))
    assert found.cue is not None
    assert found.cue.of(text) == "saying"


def test_an_extract_that_a_stray_mark_opens_keeps_its_own_quotations() -> None:
    text = 'The Herald wrote:\n\n"The hall was cold. “Nobody came to hear us,” Ana Reyes said. It rained.'
    assert Told("direct", "Ana Reyes", "said", ("“Nobody came to hear us,”",)) in quotes(text)


MIXED = [
    ("Mr Hale said the talks were “open and useful”.", "Mr Hale", "said", "the talks were “open and useful”"),
    ("They threatened “severe” measures.", "They", "threatened", "“severe” measures"),
    ("The plan is “dead,” Ms Orbach said.", "Ms Orbach", "said", "The plan is “dead,”"),
    ("Hale called it a “grave error”.", "Hale", "called", "it a “grave error”"),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), MIXED)
def test_a_mixed_quote(text: str, mention: str, cue: str, content: str) -> None:
    assert quotes(text) == [Told("mixed", mention, cue, (content,))]


INDIRECT = [
    ("Mr Hale said on Friday that the ferry was safe.", "Mr Hale", "said", "the ferry was safe"),
    ("The union denied it was planning a strike.", "The union", "denied", "it was planning a strike"),
    ("A spokeswoman told the Herald that nobody was hurt.", "A spokeswoman", "told", "nobody was hurt"),
    ("The ferry was safe, the captain said.", "the captain", "said", "The ferry was safe"),
    ("The wall held, according to the captain.", "the captain", "according to", "The wall held"),
    ("Residents fear the wall will not hold.", "Residents", "fear", "the wall will not hold"),
    ("But Mr Hale has repeatedly insisted that he was asleep.", "Mr Hale", "insisted", "he was asleep"),
    (
        "Ann Roe, head of the union, which speaks for drivers, said they would strike.",
        "Ann Roe",
        "said",
        "they would strike",
    ),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), INDIRECT)
def test_an_indirect_quote(text: str, mention: str, cue: str, content: str) -> None:
    assert quotes(text) == [Told("indirect", mention, cue, (content,))]


def test_a_participle_speaks_for_the_subject_of_its_sentence() -> None:
    text = "The two councils have rejected those demands, saying the mayor knew they were empty."
    assert Told("indirect", "The two councils", "saying", ("the mayor knew they were empty",)) in quotes(text)


def test_a_clause_that_a_source_interrupts_keeps_both_parts() -> None:
    text = "That, analysts have noted, could delay the ferry for days."
    (quote,) = quotes(text)
    assert (quote.mention, quote.cue) == ("analysts", "noted")
    assert quote.content[-1] == "could delay the ferry for days"


@pytest.mark.parametrize(
    "text",
    [
        "The “Blue Heron” left the harbour at noon with forty people aboard.",
        "The state of the road is bad and the report is late.",
        "It was a so-called “ghost ship” from the north.",
    ],
)
def test_not_every_mark_or_cue_makes_a_quote(text: str) -> None:
    assert quotes(text) == []


def test_stance_is_told_from_speech() -> None:
    speech, stance = analysis("Hale said it was over. Reyes hopes it is not over.").quotes
    assert (speech.act, stance.act) == ("speech", "stance")


def test_what_stands_in_marks_is_speech_whatever_the_cue() -> None:
    (quote,) = analysis("Reyes considers the ferry “a floating scandal”.").quotes
    assert (quote.kind, quote.act) == ("mixed", "speech")


def test_quotes_are_numbered_in_text_order() -> None:
    found = analysis("“One,” said Hale. Reyes said that two was more.\n\n“Three,” said Hale.").quotes
    assert [quote.id for quote in found] == [1, 2, 3]
    assert [quote.spans[0] for quote in found] == sorted(quote.spans[0] for quote in found)


def test_stray_marks_are_a_warning_in_the_result() -> None:
    assert analysis("“We waited, she said. It rained.\n\nThen it stopped.").warnings == (
        "1 quotation mark without a partner",
    )


PIECES = st.sampled_from(
    [
        *'“”"‘’',
        "said ",
        "Mr Hale ",
        "he ",
        "that ",
        "told ",
        ", ",
        ". ",
        ": ",
        "according to ",
        "it is so",
        "\n\n",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_arrangement_gives_quotes_inside_the_text(text: str) -> None:
    for quote in analysis(text).quotes:
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert list(quote.spans) == sorted(quote.spans)
        assert not any(a.meets(b) for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        assert 0 <= quote.confidence <= 1
