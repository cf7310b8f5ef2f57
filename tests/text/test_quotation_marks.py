from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.model import Block, Span
from newscli.text.quotation_marks import MAX_NESTING, Quotation, pair_marks


def paragraphs(text: str) -> list[Block]:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("body", Span(start, start + len(part))))
        start += len(part) + 2
    return blocks


def pairs(text: str) -> tuple[tuple[Quotation, ...], tuple[str, ...]]:
    return pair_marks(text, paragraphs(text))


def outermost(text: str) -> list[str]:
    return [q.span.of(text) for q in pairs(text)[0] if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("''Go,'' she said.", ["''Go,''"]),
        ("``Go,'' she said.", ["``Go,''"]),
        ("“Go,’’ she said. “Now.’’", ["“Go,’’", "“Now.’’"]),
        ("“I said ‘go’,’’ she said.", ["“I said ‘go’,’’"]),
        ("« Partez », dit-elle. «Oui.»", ["« Partez »", "«Oui.»"]),
        ("‘We’re off,’ the lads’ dad said.", ["‘We’re off,’"]),
        ("'We're off,' the lads' dad said.", ["'We're off,'"]),
        ("‘The workers’ union’ and ‘bosses’ left.", ["‘The workers’ union’", "‘bosses’"]),
        ('“Mixed marks," she said.', ['“Mixed marks,"']),
        ("“Typed so at both ends“ it read.", ["“Typed so at both ends“"]),
        ("”Typed so at both ends” it read.", ["”Typed so at both ends”"]),
    ],
)
def test_marks_that_belong_together_are_paired(text: str, expected: list[str]) -> None:
    assert outermost(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' home, isn't it? Rock 'n' roll of the '90s.",
        "’Tis the season; the boats’ crews’ wages fell.",
        'He is 5\'11" tall and his screen is 27" wide.',
        "The boys' and girls' teams won.",
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert pairs(text) == ((), ())


def test_single_marks_inside_double_ones_and_the_other_way_round() -> None:
    text = "“She told me ‘never’ twice,” he said. ‘It was “fine”,’ she said."
    found, _ = pairs(text)
    assert [(q.depth, q.span.of(text)) for q in found] == [
        (0, "“She told me ‘never’ twice,”"),
        (1, "‘never’"),
        (0, "‘It was “fine”,’"),
        (1, "“fine”"),
    ]


def test_inner_is_the_quotation_without_its_marks() -> None:
    text = "''No,'' he said."
    (found,), _ = pairs(text)
    assert found.inner.of(text) == "No,"


def test_a_quotation_continues_over_paragraphs_that_each_open_with_a_mark() -> None:
    text = "“First.\n\n“Second.\n\n“Third,” he said. “Fourth.”"
    found, warnings = pairs(text)
    assert [q.closed for q in found] == [False, False, True, True]
    assert [q.continues for q in found] == [False, True, True, False]
    assert warnings == ()


def test_a_quotation_in_single_marks_continues_over_paragraphs() -> None:
    text = "‘First of two paragraphs.\n\n‘And the second.’ He left."
    found, warnings = pairs(text)
    assert [(q.closed, q.continues) for q in found] == [(False, False), (True, True)]
    assert warnings == ()


def test_a_stray_mark_costs_its_own_pair_and_no_other() -> None:
    text = 'He said "yes and left. "No," she said.\n\n"Maybe," they said.'
    found, warnings = pairs(text)
    assert [q.span.of(text) for q in found] == ['"No,"', '"Maybe,"']
    assert warnings == ("1 quotation mark without a partner",)


@pytest.mark.parametrize("opening", ['"', "“"])
def test_what_somebody_says_ends_with_its_sentence_if_its_closing_mark_was_forgotten(opening: str) -> None:
    text = f'Ana Orel said: {opening}The pier is shut. We wait. {opening}It may take weeks," she added.'
    found, warnings = pairs(text)
    assert [q.inner.of(text) for q in found] == ["The pier is shut. We wait.", "It may take weeks,"]
    assert warnings == ("1 quotation mark without a partner",)


@pytest.mark.parametrize("opening", ['"', "“"])
def test_paragraphs_of_a_quotation_that_were_glued_into_one_are_all_quoted(opening: str) -> None:
    text = f'"It is shut," Roe said. {opening}We wait. It rains. {opening}Nobody came. {opening}We left."'
    found, _ = pairs(text.replace('"It is shut,"', "“It is shut,”"))
    assert [q.inner.of(text) for q in found] == [
        "It is shut,",
        "We wait. It rains.",
        "Nobody came.",
        "We left.",
    ]


def test_a_mark_amid_a_sentence_that_nothing_closes_is_a_slip() -> None:
    assert outermost('Roe called it "great. We wait. "Nobody came," she said.') == ['"Nobody came,"']


def test_a_mark_between_two_words_closes_what_is_open() -> None:
    assert outermost('"The pier is shut,"Ana Orel said. "We wait."') == ['"The pier is shut,"', '"We wait."']
    assert outermost('Ana Orel said,"The pier is shut."') == ['"The pier is shut."']


@pytest.mark.parametrize("rule", ['"' * 20, "'" * 20, "''" * 5, "“" * 9, "\"'" * 6])
def test_a_long_run_of_marks_quotes_nothing(rule: str) -> None:
    text = f"He said “yes” and left. {rule} “No,” she said."
    found, warnings = pairs(text)
    assert [q.span.of(text) for q in found] == ["“yes”", "“No,”"]
    assert warnings == (f"{len(rule)} quotation marks without a partner",)


def test_a_quotation_that_nothing_closes_runs_to_the_end_of_its_paragraph() -> None:
    text = "She said: “We will go.\n\nNobody went."
    (found,), warnings = pairs(text)
    assert found.span.of(text) == "“We will go."
    assert not found.closed
    assert warnings == ("1 quotation mark without a partner",)


@given(st.text(alphabet="ab s.,\n\"'“”‘’«»`", max_size=120))
def test_any_text_gives_nested_pairs_inside_their_paragraphs(text: str) -> None:
    blocks = paragraphs(text)
    found, _ = pair_marks(text, blocks)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    for quotation in found:
        assert quotation.span.holds(quotation.inner)
        assert any(block.span.holds(quotation.span) for block in blocks)
        assert 0 <= quotation.depth < MAX_NESTING
    for first, second in pairwise(found):
        assert first.span.holds(second.span) or not first.span.meets(second.span)
