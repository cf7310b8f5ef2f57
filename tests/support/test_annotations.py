from __future__ import annotations

import pytest

from newscli.model import Span
from tests.support.annotations import annotated, mentions_of, nearest, places

TEXT = "It rained, Hale said. It was over, Ana Orel said. Orel left."


def test_a_content_has_the_nearest_cue_and_that_the_nearest_source() -> None:
    found = annotated(TEXT, ("It rained", "said", "Hale"), ("It was over", "said", "Orel"))
    assert [content.span.of(TEXT) for content in found.contents] == ["It rained", "It was over"]
    assert [(link.cue, link.source) for link in found.links] == [(0, 0), (1, 1)]
    assert found.cues[1].span.start == TEXT.rindex("said")
    assert found.sources[1].span.start == TEXT.index("Orel")


def test_two_contents_may_have_one_cue_and_one_source() -> None:
    text = "The plan, Hale said, is dead."
    found = annotated(text, ("The plan", "said", "Hale"), ("is dead", "said", "Hale"))
    assert (len(found.contents), len(found.cues), len(found.sources)) == (2, 1, 1)


def test_a_name_is_annotated_wherever_no_longer_name_holds_it() -> None:
    found = annotated(TEXT, names={"Orel": "PER", "Ana Orel": "PER"})
    assert [mention.span.of(TEXT) for mention in mentions_of(found)] == ["Ana Orel", "Orel"]


def test_words_are_no_parts_of_longer_words() -> None:
    assert places("one phone, one", "one") == [Span(0, 3), Span(11, 14)]
    assert nearest("one phone, one", "one", Span(9, 10)) == Span(11, 14)


def test_words_that_do_not_stand_in_the_text_are_an_error() -> None:
    with pytest.raises(ValueError, match="'shouted' does not stand in the text"):
        annotated(TEXT, ("It rained", "shouted", "Hale"))
    with pytest.raises(ValueError, match="does not stand behind the content before it"):
        annotated(TEXT, ("It was over", "said", "Orel"), ("It rained", "said", "Hale"))
