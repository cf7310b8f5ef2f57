"""What a container gives of an article beside its text."""

from __future__ import annotations

from newscli.model import Article, Block, Span
from newscli.text.containers.given import settled

TEXT = "Harbour to close\n\nBy Ana Orel"


def test_a_text_that_ran_on_still_has_its_head() -> None:
    # What is mended between two paragraphs may make one of them: no blank line is left behind the byline.
    article = Article(TEXT, "story.txt", (Block("body", Span(0, len(TEXT))),), TEXT)
    found = settled(article, ("headline", "byline"))
    assert [(block.role, block.span.of(TEXT)) for block in found] == [
        ("headline", "Harbour to close"),
        ("byline", "By Ana Orel"),
    ]
