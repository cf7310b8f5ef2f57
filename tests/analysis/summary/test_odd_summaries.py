"""Summaries of what is no plain article, and of articles with other things among their sentences."""

from __future__ import annotations

import pytest

from newscli.analysis.pipeline import Options, analyse
from newscli.model import Analysis
from newscli.text.load import parse

STORY = [
    "The harbour of Lindmere will stay closed for a week after a crane fell on its main quay, the port said.",
    "Nobody was hurt when the crane gave way in a storm on Sunday night, but two ferries were damaged.",
    "Engineers will cut the wreck into pieces and lift it off the quay before ships can return.",
    "Fishermen from Lindmere asked the port for money for every day that they cannot sail.",
    "The port said that its insurers would decide on that within a month.",
    "A replacement crane has been ordered from a yard in Alm and should arrive in the spring.",
]


def summary_of(text: str, **options: object) -> list[str]:
    return sentences(analysed(text, **options))


def analysed(text: str, **options: object) -> Analysis:
    return analyse(parse(text), {"summary"}, Options(**options))  # type: ignore[arg-type]


def sentences(analysis: Analysis) -> list[str]:
    return [" ".join(found.span.of(analysis.article.text).split()) for found in analysis.summary]


FURNITURE = {
    "caption": "Image: The fallen crane on the main quay of Lindmere harbour on Monday morning.",
    "caption of the BBC's kind": "Image caption, The crane fell on the main quay of the harbour of Lindmere",
    "source of a picture": "Image source, Lindmere Port",
    "byline": "By Mara Orel",
    "credit": "Reporting by Mara Orel in Lindmere; editing by Colm Hale",
    "link": "Read more: Why the cranes in the harbour of Lindmere keep falling on its main quay",
    "label": "RELATED: Port of Lindmere promised to test its harbour cranes after the storm",
    "embed": "Crane down on the main quay of Lindmere harbour, port closed. pic.twitter.com/abc123",
    "signature of an embed": "— Port of Lindmere (@lindmereport) March 3, 2021",
    "photograph on a network": "A post shared by Port of Lindmere (@lindmereport)",
    "newsletter": "Sign up for our morning newsletter on the harbour of Lindmere, its port and its quay.",
    "inbox": "Get the story of the harbour crane and the port of Lindmere in your inbox every day.",
    "section line": "World News",
    "advertisement": "Advertisement",
}


@pytest.mark.parametrize("line", FURNITURE.values(), ids=FURNITURE)
@pytest.mark.parametrize("place", [1, 3])
def test_what_stands_beside_the_story_is_no_sentence_of_it(line: str, place: int) -> None:
    paragraphs = ["Crane falls on quay of Lindmere harbour", *STORY[:place], line, *STORY[place:]]
    chosen = summary_of("\n\n".join(paragraphs), sentences=7)
    assert line not in chosen
    assert set(STORY) >= set(chosen) != set()


@pytest.mark.parametrize("kind", ["caption", "link", "label", "signature of an embed", "newsletter", "inbox"])
def test_nor_is_it_where_the_line_breaks_are_lost(kind: str) -> None:
    line = FURNITURE[kind].rstrip(".") + "."
    chosen = summary_of(" ".join([*STORY[:2], line, *STORY[2:]]), sentences=7)
    assert line not in chosen
    assert len(chosen) >= 5


def test_headlines_are_no_sentences_of_a_summary() -> None:
    chosen = summary_of(
        "# Crane falls\n\n" + STORY[0] + "\n\n## Port asks insurers\n\n" + "\n\n".join(STORY[1:])
    )
    assert set(chosen) <= set(STORY)


def test_prose_that_opens_like_a_credit_is_read() -> None:
    finding = (
        "Research by the port of Lindmere shows that the crane was older than its papers said in the spring."
    )
    assert finding in summary_of("\n\n".join([*STORY[:2], finding, STORY[2]]), sentences=9)


def test_one_sentence_is_its_own_summary() -> None:
    analysis = analysed(STORY[0])
    assert sentences(analysis) == [STORY[0]]
    assert analysis.summary[0].score == 1.0


def test_a_list_of_scores_gives_lines_of_it() -> None:
    scores = ["Lindmere 2-1 Alm", "Osk 0-0 Northam", "Ferry Town 3-2 Quay Rovers", "Mill Green 1-4 Lake End"]
    chosen = summary_of("Results\n\n" + "\n".join(scores))
    assert 1 <= len(chosen) <= 3
    assert set(chosen) <= set(scores)


def test_a_live_blog_gives_its_entries_and_not_their_times() -> None:
    times = ["18:05", "17.40", "4:55 pm", "16:20 GMT", "16:02", "15:30"]
    entries = "\n\n".join(f"{time}\n\n{entry}" for time, entry in zip(times, STORY, strict=True))
    chosen = summary_of(f"Harbour crane falls: live\n\n{entries}")
    assert len(chosen) == 3
    assert set(chosen) <= set(STORY)


def test_an_interview_gives_answers_rather_than_questions() -> None:
    questions = [
        "What happened to the crane on the quay of the harbour?",
        "Will the port of Lindmere pay the fishermen of Lindmere harbour?",
        "When will ships return to the harbour of Lindmere?",
    ]
    answers = [
        "It fell. The storm of Sunday night broke two bolts of the crane on the quay of the harbour.",
        "The insurers of the port will decide within a month whether the fishermen get money for lost days.",
        "Ships return to the harbour once engineers have lifted the wreck off the quay, which takes a week.",
    ]
    text = "\n\n".join(f"Q: {q}\n\nA: {a}" for q, a in zip(questions, answers, strict=True))
    chosen = summary_of(text)
    assert chosen
    assert not [sentence for sentence in chosen if sentence.endswith("?")]


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_an_article_that_repeats_itself_is_summed_up_once(joint: str) -> None:
    once = summary_of(joint.join(STORY))
    twice = summary_of(joint.join(STORY * 2), sentences=12)
    assert len(twice) == len(set(twice)) <= len(STORY)
    assert set(once) <= set(STORY)


def test_without_a_headline_the_body_tells_all() -> None:
    chosen = summary_of("\n\n".join(STORY))
    assert len(chosen) == 3
    assert STORY[0] in chosen


def test_capitals_throughout_give_a_summary_like_any_other() -> None:
    chosen = summary_of("\n\n".join(STORY).upper())
    assert len(chosen) == 3
    assert STORY[0].upper() in chosen


FRENCH = (
    "Le port de Lindmere restera fermé pendant une semaine, a annoncé la direction mardi matin. "
    "Une grue est tombée sur le quai principal pendant la tempête de dimanche soir. "
    "Personne n'a été blessé, mais deux bateaux ont subi des dégâts importants. "
    "Les pêcheurs demandent une aide pour chaque jour sans sortie en mer. "
    "Les assureurs doivent décider dans le mois qui vient, selon la direction du port."
)


def test_another_language_is_summed_up_by_place_with_a_warning() -> None:
    analysis = analysed(FRENCH)
    assert analysis.summary_method == "lead"
    assert [found.index for found in analysis.summary] == [0, 1, 2]
    assert any("English" in warning for warning in analysis.warnings)


def test_a_method_that_was_asked_for_reads_another_language_too() -> None:
    assert analysed(FRENCH, method="textrank").summary_method == "textrank"


def test_a_budget_that_no_sentence_fits_is_told() -> None:
    analysis = analysed(STORY[0], words=3)
    assert analysis.summary == ()
    assert any("short enough" in warning for warning in analysis.warnings)


@pytest.mark.parametrize(
    ("method", "options", "most"),
    [
        ("fast", {}, 3),
        ("lexrank", {"sentences": 5000}, 5000),
        ("fast", {"words": 700}, 100),
        pytest.param("lexrank", {}, 3, marks=pytest.mark.long),
        pytest.param("fast", {"sentences": 5000}, 5000, marks=pytest.mark.long),
        pytest.param("lexrank", {"words": 700}, 100, marks=pytest.mark.long),
    ],
)
def test_two_hundred_pages_are_an_article_like_any_other(
    method: str, options: dict[str, int], most: int
) -> None:
    pages = (f"Crane{n} hit quay{n} as ferry{n} left gate{n}." for n in range(5000))
    found = analysed(" ".join(pages), method=method, **options)
    assert len(found.summary) == most


def test_a_body_without_a_word_leaves_the_headline() -> None:
    assert summary_of("Crane falls on quay\n\nBy Ana Orel\n\n***.") == ["Crane falls on quay"]
    assert summary_of("By Ana Orel\n\n.") == []
