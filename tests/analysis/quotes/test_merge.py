"""One quote from what the finders found: quotations, the reader's contents, the turns of a transcript."""

from __future__ import annotations

import pytest

from newscli.analysis.quotes.draft import QuoteDraft
from newscli.analysis.quotes.merge import merge, put_turns, without_label
from newscli.analysis.quotes.running_text import RunningText
from newscli.model import Article, Block, Role
from tests.support.annotations import quotations_of
from tests.support.articles import words_of
from tests.support.quotes import Told, draft_of, span_of, told


def shown(text: str, *drafts: QuoteDraft) -> list[tuple[str, ...]]:
    """Return the content of each draft."""
    return [tuple(span.of(text) for span in draft.spans) for draft in drafts]


def beside(text: str, *content: str, cue: str, mention: str) -> QuoteDraft:
    """Return a quotation with its source right beside it."""
    return draft_of(text, *content, cue=cue, mention=mention)._replace(evidence="beside", sureness=0.0)


def led_in(text: str, *content: str, cue: str | None = None, mention: str | None = None) -> QuoteDraft:
    """Return a quotation with its source before it, or with none."""
    return draft_of(text, *content, cue=cue, mention=mention)._replace(evidence="before", sureness=0.0)


def test_a_quotation_stands_for_the_contents_that_it_holds() -> None:
    text = "“We waited all night,” she said."
    quotation = beside(text, "“We waited all night,”", cue="said", mention="she")
    found = merge(text, [quotation], [draft_of(text, "We waited"), draft_of(text, "all night")])
    assert shown(text, *found) == [("“We waited all night,”",)]


def test_the_reader_is_as_sure_of_a_quotation_as_of_its_content() -> None:
    text = "“We waited all night,” she said."
    quotation = beside(text, "“We waited all night,”", cue="said", mention="she")
    (found,) = merge(text, [quotation], [draft_of(text, "We waited all night")])
    assert (found.sureness, found.evidence) == (0.9, "beside")


def test_a_source_beside_a_quotation_counts_more_than_the_one_of_the_reader() -> None:
    text = "“We waited all night,” she said. Roe left."
    quotation = beside(text, "“We waited all night,”", cue="said", mention="she")
    (found,) = merge(text, [quotation], [draft_of(text, "We waited all night", cue="left", mention="Roe")])
    assert (found.cue, found.mention) == (span_of(text, "said"), span_of(text, "she"))


def test_the_source_of_the_reader_counts_more_than_one_before_a_quotation() -> None:
    text = "Roe left as the board said: “We waited all night.”"
    quotation = led_in(text, "“We waited all night.”", cue="said", mention="the board")
    (found,) = merge(text, [quotation], [draft_of(text, "We waited all night", cue="left", mention="Roe")])
    assert (found.cue, found.mention) == (span_of(text, "said"), span_of(text, "Roe"))


def test_a_quotation_without_a_cue_takes_cue_and_evidence_of_its_content() -> None:
    text = "“We waited all night.” So said Roe."
    quotation = led_in(text, "“We waited all night.”")
    (found,) = merge(text, [quotation], [draft_of(text, "We waited all night", cue="said", mention="Roe")])
    assert (found.cue, found.mention) == (span_of(text, "said"), span_of(text, "Roe"))
    assert found.evidence == "reader"


def test_a_quotation_that_no_content_meets_is_a_quote_only_with_a_cue_or_a_source_beside_it() -> None:
    text = "“One,” she said. “Two.” — Roe. “Three.”"
    with_cue = led_in(text, "“One,”", cue="said", mention="she")
    with_signature = draft_of(text, "“Two.”", mention="Roe")._replace(evidence="beside")
    assert merge(text, [with_cue, with_signature, led_in(text, "“Three.”")], []) == (with_cue, with_signature)


def test_a_quotation_in_a_longer_content_is_no_quote_of_its_own() -> None:
    text = "Hale said the talks on the old pier were “open and useful”."
    content = draft_of(text, "the talks on the old pier were “open and useful”")
    assert merge(text, [led_in(text, "“open and useful”", cue="said", mention="Hale")], [content]) == (
        content,
    )


def test_a_bounded_quotation_ends_a_longer_content_that_runs_into_it() -> None:
    text = "Nobody asked us. “The work begins in March,” Orel said, “and the ferry is late.”"
    spans = ("“The work begins in March,”", "“and the ferry is late.”")
    quotation = beside(text, *spans, cue="said", mention="Orel")._replace(bounded=True)
    running_in = draft_of(text, "Nobody asked us. “The work begins in March,”")
    found = merge(text, [quotation], [running_in, draft_of(text, "“and the ferry is late.”")])
    assert shown(text, *found) == [("Nobody asked us",), spans]


def test_a_stretch_that_two_quotes_have_belongs_to_the_one_that_begins_with_it() -> None:
    text = (
        "“It is late,” Orel said. “We do not know whose it was,” Bask said, “and nobody asked us about it.”"
    )
    late, whose, nobody = "“It is late,”", "“We do not know whose it was,”", "“and nobody asked us about it.”"
    quotation = beside(text, late, whose, cue="said", mention="Orel")
    of_orel, of_bask = draft_of(text, late, whose), draft_of(text, whose, nobody, mention="Bask")
    found = merge(text, [quotation], [of_orel, of_bask])
    assert shown(text, *found) == [(whose, nobody), (late,)]


def inner_draft(text: str, *content: str, cue: str, mention: str) -> QuoteDraft:
    """Return what the reader found inside another content."""
    return draft_of(text, *content, cue=cue, mention=mention)._replace(inner=True)


def test_a_content_inside_another_one_leaves_that_its_words() -> None:
    text = "Roe said Otis had told her the mayor lied."
    outer = draft_of(text, "Otis had told her the mayor lied", cue="said", mention="Roe")
    inner = inner_draft(text, "the mayor lied", cue="told", mention="Otis")
    assert merge(text, [], [outer, inner]) == (outer, inner)


def test_a_quotation_stands_for_an_inner_content_and_leaves_the_outer_one_its_words() -> None:
    text = "Roe said Otis had told her “the mayor lied”."
    outer = draft_of(text, "Otis had told her “the mayor lied”", cue="said", mention="Roe")
    inner = inner_draft(text, "the mayor lied", cue="told", mention="Otis")
    found = merge(text, [led_in(text, "“the mayor lied”", cue="told", mention="her")], [outer, inner])
    assert shown(text, *found) == [("Otis had told her “the mayor lied”",), ("“the mayor lied”",)]
    assert [(one.inner, one.mention) for one in found] == [
        (False, span_of(text, "Roe")),
        (True, span_of(text, "Otis")),
    ]


def test_what_is_told_inside_a_quotation_stays_beside_it() -> None:
    text = "“Otis told me the mayor lied,” she said."
    quotation = beside(text, "“Otis told me the mayor lied,”", cue="said", mention="she")
    inner = inner_draft(text, "the mayor lied", cue="told", mention="Otis")
    found = merge(text, [quotation], [draft_of(text, "Otis told me the mayor lied"), inner])
    assert shown(text, *found) == [("the mayor lied",), ("“Otis told me the mayor lied,”",)]


def test_a_quotation_is_not_said_by_whom_it_tells_of_though_that_is_most_of_it() -> None:
    text = "“We would love it more if it came with a cheque,” she said."
    quotation = beside(text, "“We would love it more if it came with a cheque,”", cue="said", mention="she")
    inner = inner_draft(text, "it more if it came with a cheque", cue="would love", mention="We")
    outer = draft_of(text, "“We would love it more if it came with a cheque,”", cue="said", mention="she")
    told, found = merge(text, [quotation], [outer, inner])
    assert (told, found.mention, found.inner) == (inner, span_of(text, "she"), False)


def test_a_quotation_takes_its_status_from_its_content_even_with_its_source_beside_it() -> None:
    text = "“Is it over?” she asked."
    quotation = beside(text, "“Is it over?”", cue="asked", mention="she")
    (found,) = merge(text, [quotation], [draft_of(text, "Is it over?")._replace(status="asked")])
    assert (found.status, found.mention) == ("asked", span_of(text, "she"))


def test_merging_leaves_what_it_is_given_as_it_was() -> None:
    text = "Nobody asked us. “The work begins in March,” Orel said, “and the ferry is late.”"
    quotation = beside(
        text, "“The work begins in March,”", "“and the ferry is late.”", cue="said", mention="Orel"
    )
    contents = [draft_of(text, "Nobody asked us. “The work begins in March,”")]
    merge(text, [quotation._replace(bounded=True)], contents)
    assert shown(text, *contents) == [("Nobody asked us. “The work begins in March,”",)]


def turn_of(text: str, content: str, label: str) -> QuoteDraft:
    return draft_of(text, content, mention=label)._replace(evidence="turn", sureness=0.0)


def test_a_turn_takes_the_place_of_what_was_found_in_it() -> None:
    text = "ROE: We waited all night."
    turn = turn_of(text, "We waited all night.", "ROE")
    assert put_turns(text, [draft_of(text, "waited all night")], [turn]) == (turn,)


def test_what_a_turn_quotes_of_others_with_a_cue_stays() -> None:
    text = "ROE: We waited all night until the captain told us that he was ill. LUND: No."
    turn = turn_of(text, "We waited all night until the captain told us that he was ill.", "ROE")
    quoted = draft_of(text, "he was ill", cue="told", mention="the captain")
    without_cue = draft_of(text, "We waited all night")
    assert put_turns(text, [quoted, without_cue], [turn]) == (quoted, turn)


def test_a_quote_outside_all_turns_stays() -> None:
    text = "The board said it was over.\n\nROE: We waited."
    quote, turn = draft_of(text, "it was over", cue="said"), turn_of(text, "We waited.", "ROE")
    assert put_turns(text, [quote], [turn]) == (quote, turn)
    assert put_turns(text, [quote], []) == (quote,)


def headlined(text: str) -> RunningText:
    """Return a text whose first paragraph is a headline."""
    roles: list[Role] = ["headline", "body"]
    blocks = tuple(
        Block(role, span_of(text, words)) for role, words in zip(roles, text.split("\n\n"), strict=False)
    )
    article = Article(text, "story.txt", blocks, text)
    return RunningText.of(article, words_of(article), quotations_of(article), ())


def test_the_label_of_a_headline_is_neither_source_nor_cue() -> None:
    text = "Video: ‘It came out of nowhere’"
    draft = draft_of(text, "‘It came out of nowhere’", cue=":", mention="Video")
    found = without_label(headlined(text), draft)
    assert (found.cue, found.mention) == (None, None)
    assert draft.mention is not None


def test_a_name_in_a_headline_is_a_source() -> None:
    text = "Roe: ‘It came out of nowhere’"
    draft = draft_of(text, "‘It came out of nowhere’", mention="Roe")
    assert without_label(headlined(text), draft) == draft


def test_a_word_that_is_a_label_in_a_headline_may_be_a_source_in_the_body() -> None:
    text = "A wave hit the ferry\n\nVideo: ‘It came out of nowhere’"
    draft = draft_of(text, "‘It came out of nowhere’", mention="Video")
    assert without_label(headlined(text), draft) == draft


@pytest.mark.parametrize(
    ("text", "content", "mention"),
    [
        ("According to Ana Reyes, the robot scored.", "Ana Reyes, the robot scored", "Ana Reyes"),
        (
            "According to the mentor, Ana Reyes, the robot scored.",
            "Ana Reyes, the robot scored",
            "the mentor",
        ),
    ],
)
def test_a_content_does_not_begin_with_its_source(text: str, content: str, mention: str) -> None:
    found = told(text, (content, "According to", mention), names={"Ana Reyes": "PER"})
    assert found == [Told("indirect", "Ana Reyes", "According to", ("the robot scored",))]


def test_a_subject_with_an_apposition_stays() -> None:
    text = "Tom Hale said Ana Reyes, the mayor, would go."
    (found,) = told(text, ("Ana Reyes, the mayor, would go", "said", "Tom Hale"), names={"Ana Reyes": "PER"})
    assert found.content == ("Ana Reyes, the mayor, would go",)
