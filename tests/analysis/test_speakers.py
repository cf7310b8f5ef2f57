from __future__ import annotations

import pytest

from newscli.analysis.pipeline import analyse
from newscli.text.load import parse


def speakers(body: str) -> list[str | None]:
    article = parse(f"Ferry plan divides the island\n\n{body}\n")
    return [quote.speaker for quote in analyse(article, {"quotes"}).quotes]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ana Reyes met Peter Hale in Geneva. Mr Hale said it was over.", "Peter Hale"),
        ("Ana Reyes met Peter Hale in Geneva. “It is over,” Ms Reyes said.", "Ana Reyes"),
        ("Peter Hale, the captain, left the ship. “It is over,” he said.", "Peter Hale"),
        ("Mrs Ana Reyes spoke to Mr Peter Hale. She said it was over.", "Ana Reyes"),
        ("Ana Reyes, who said it was over, left.", "Ana Reyes"),
        ("Foreign Minister Ana Reyes left Geneva on Friday. The minister said it was over.", "Ana Reyes"),
        ("A police spokeswoman said it was over.", "A police spokeswoman"),
        ("A spokesman for Mr Hale said it was over.", "A spokesman for Mr Hale"),
        ("The North Atlantic Ferry Board (NAFB) met. NAFB said it was over.", "North Atlantic Ferry Board"),
        ("She said it was over.", None),
        ("I said it was over.", None),
    ],
)
def test_a_speaker(body: str, expected: str | None) -> None:
    assert speakers(body)[-1] == expected


def test_a_pronoun_keeps_its_person_in_focus_over_sentences() -> None:
    body = (
        "Mrs Ana Reyes took office in May. She moved to St. Anne in June. She likes Lisbon. "
        "She said the ferry was safe."
    )
    assert speakers(body)[-1] == "Ana Reyes"


def test_the_source_of_the_quote_before_goes_first() -> None:
    body = (
        "Mr Peter Hale has sailed for years.\n\n“I never slept,” Mr Hale told Mr Ivor Dale. “Not once.”\n\n"
        "He said the crew knew it."
    )
    assert speakers(body)[-1] == "Peter Hale"


def test_they_are_the_group_that_spoke_before() -> None:
    body = "Residents of the harbour said the wall was weak. They said it would not hold."
    assert speakers(body) == ["Residents of the harbour", "Residents of the harbour"]


def test_he_is_nobody_whom_a_title_makes_a_woman() -> None:
    assert speakers("Mrs Ana Reyes left the hall. He said it was over.") == [None]
