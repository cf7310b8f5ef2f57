"""What breaks words without being seen, and what stands for other characters."""

from __future__ import annotations

import pytest

from newscli.model import Span
from newscli.text.load import parse

BROKEN = (
    "Farm wins &quot;carrot&quot;\n\n"
    "&#8220;It weighed 9\u00a0kg,\u201d said Alec Thorn\u00adbury\u200b of Pell\u2010Hart &amp; Co.\n"
)


def test_names_are_whole_and_marks_are_marks() -> None:
    article = parse(BROKEN)
    assert "“It weighed 9 kg,” said Alec Thornbury of Pell-Hart & Co." in article.prose
    assert article.warnings == (
        "has HTML entities such as &quot;, which were read as the characters they stand for",
    )


def test_offsets_count_the_characters_of_the_file() -> None:
    article = parse(BROKEN)
    start = article.text.index("Alec")
    (place,) = article.in_file(Span(start, start + len("Alec Thornbury")))
    assert place.of(BROKEN) == "Alec Thorn\u00adbury"
    assert article.counted is None


@pytest.mark.parametrize(
    "text", ["AT&T; Marks & Spencer", "R&D;", "a &nosuch; b", "if (a && b;)", "Tom & Jerry;", "&#0; &#x1b;"]
)
def test_what_is_no_entity_stays(text: str) -> None:
    assert parse(text).text == text


def test_what_was_escaped_twice_is_read_as_it_was_meant() -> None:
    assert parse("He said &amp;quot;no&amp;#39;s&amp;quot;.").text == 'He said "no\'s".'


def test_joined_emoji_stay_joined() -> None:
    text = "The crew 👩\u200d🚀 landed."
    assert parse(text).text == text


def test_a_soft_hyphen_at_a_line_end_joins_the_lines() -> None:
    assert parse("The gov\u00ad\nernment fell.").text == "The government fell."
