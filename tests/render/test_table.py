from __future__ import annotations

import os
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from newscli.model import Analysis, Article, Block, Entity, Quote, Role, Span, SummarySentence
from newscli.render import Looks, View
from newscli.render.table import write
from tests.support.payloads import NAMED, dangers, random_strings
from tests.support.port_ellery import VIEWS, cells, nothing_found, reading, retold, saying

GOLDEN = Path(__file__).with_name("golden")
DRAWINGS: dict[str, tuple[View, Looks]] = {
    "report": ("report", Looks()),
    "report-narrow": ("report", Looks(width=40)),
    "report-wide": ("report", Looks(width=120)),
    "report-colored": ("report", Looks(color=True)),
    "summary": ("summary", Looks()),
    "summary-scores": ("summary", Looks(scores=True)),
    "quotes": ("quotes", Looks()),
    "quotes-narrow": ("quotes", Looks(width=40)),
    "quotes-by-speaker": ("quotes", Looks(by_speaker=True)),
    "quotes-by-speaker-narrow": ("quotes", Looks(width=40, by_speaker=True)),
    "sources": ("sources", Looks()),
    "sources-narrow": ("sources", Looks(width=40)),
    "entities": ("entities", Looks()),
    "entities-narrow": ("entities", Looks(width=40)),
    "entities-scores": ("entities", Looks(width=100, scores=True)),
    "entities-mentions": ("entities", Looks(mentions=True)),
    "keywords": ("keywords", Looks()),
    "keywords-several": ("keywords", Looks(several=True)),
}


def drawn(view: View, *analyses: Analysis, looks: Looks | None = None) -> str:
    out = StringIO()
    write(view, analyses, looks or Looks(), out)
    return out.getvalue()


@pytest.mark.parametrize(("view", "looks"), DRAWINGS.values(), ids=DRAWINGS)
def test_looks_as_in_the_golden_file(view: View, looks: Looks, request: pytest.FixtureRequest) -> None:
    """After a wanted change run with NEWSCLI_GOLDEN=write, and look at each file that differs."""
    golden = GOLDEN / f"{request.node.callspec.id}.txt"
    found = drawn(view, reading(), looks=looks)
    if os.environ.get("NEWSCLI_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")


def test_a_report_fits_on_a_screen() -> None:
    assert len(drawn("report", reading()).splitlines()) < 40


@pytest.mark.parametrize("width", [1, 20, 37, 59, 60, 61, 80, 100, 120, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_is_wider_than_asked(view: View, width: int) -> None:
    scored = Looks(width=width, scores=True)
    by_speaker = Looks(width=width, mentions=True, by_speaker=True, several=True)
    for analysis in (reading(), saying("日本語の記者会見で「港の壁」" * 9), saying("x" * 150)):
        for looks in (scored, by_speaker):
            lines = drawn(view, analysis, looks=looks).splitlines()
            assert max(map(cells, lines)) <= max(20, width)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("view", VIEWS)
def test_no_word_is_cut(view: View, width: int) -> None:
    words = set(re.findall(r"\w+", drawn(view, reading(), looks=Looks(width=200))))
    assert set(re.findall(r"\w+", drawn(view, reading(), looks=Looks(width=width)))) <= words


@pytest.mark.parametrize("view", VIEWS)
def test_no_line_ends_in_a_space(view: View) -> None:
    assert not re.search(r" $", drawn(view, reading()), re.MULTILINE)


def test_a_long_word_in_a_name_is_not_cut() -> None:
    name = "Bürgermeisterkandidatin"
    assert name in drawn("entities", saying(name), looks=Looks(width=60))
    assert name in drawn("quotes", saying(name), looks=Looks(width=90))


@pytest.mark.parametrize(("names", "more"), [(6, None), (7, "and 1 more"), (9, "and 3 more")])
def test_a_report_shows_the_chief_names_and_says_how_many_more(names: int, more: str | None) -> None:
    places = tuple(Entity(f"Place {n}", "LOC", (Span(0, 4),), (), 0.1) for n in range(names))
    report = drawn("report", Analysis(reading().article, entities=places))
    assert re.findall(r"Place \d", report) == [f"Place {n}" for n in range(6)]
    assert re.findall(r"and \d more", report) == ([more] if more else [])


@pytest.mark.parametrize(
    ("view", "message"),
    [
        ("summary", "Nothing to summarise."),
        ("quotes", "No quotes found."),
        ("entities", "No names found."),
        ("keywords", "No keywords found."),
        ("report", "No quotes found."),
    ],
)
def test_says_so_where_nothing_is_found(view: View, message: str) -> None:
    assert message in drawn(view, nothing_found())


def test_articles_are_parted_by_their_names() -> None:
    found = drawn("keywords", reading("one.txt"), reading("two.txt"), looks=Looks(several=True))
    rules = [line for line in found.splitlines() if line.startswith("──")]
    assert [rule.strip("─ ") for rule in rules] == ["one.txt", "two.txt"]
    assert {cells(rule) for rule in rules} == {80}


def test_of_several_articles_those_without_a_hit_are_left_out() -> None:
    looks = Looks(several=True)
    found = drawn("quotes", nothing_found("bare.txt"), reading("one.txt"), nothing_found(), looks=looks)
    assert found == drawn("quotes", reading("one.txt"), looks=looks)
    assert (
        drawn("quotes", nothing_found("a.txt"), nothing_found("b.txt"), looks=looks) == "No quotes found.\n"
    )


def test_what_is_rather_wrong_than_right_is_left_out_and_that_is_said() -> None:
    for view in ("quotes", "report"):
        found = drawn(view, reading())
        assert "Nobody asked us" not in found
        assert "1 unsure quote is left out" in found
    assert "left out" not in drawn("entities", reading())


def test_a_thought_is_marked_so() -> None:
    assert "March [thought]" in drawn("quotes", reading())


def test_each_quote_has_the_number_of_its_paragraph() -> None:
    found = drawn("quotes", reading())
    assert re.findall(r"^(¶\d) ", found, re.MULTILINE) == ["¶2", "¶3", "¶3", "¶4", "¶5"]
    headline = replace(reading().quotes[0], paragraph=None)
    assert drawn("quotes", replace(reading(), quotes=(headline,))).startswith("head Mara Voss")


def test_what_was_not_said_is_marked_and_stands_under_who_tells_it() -> None:
    asked, denied = (line for line in drawn("quotes", retold()).splitlines() if line)
    assert asked.split() == "¶1 Tomas Hale did … say Mara Voss denied the vote [asked]".split()
    assert denied.split() == "¶1 ↳ Mara Voss denied the vote [denied]".split()


def test_under_another_speaker_it_is_said_who_tells_it() -> None:
    found = drawn("quotes", retold(), looks=Looks(by_speaker=True))
    assert "the vote [denied, told by Tomas Hale]" in found


def test_speakers_are_grouped_over_all_articles() -> None:
    looks = Looks(by_speaker=True, several=True)
    found = drawn("quotes", reading("one.txt"), nothing_found("bare.txt"), retold("two.txt"), looks=looks)
    heads = [line for line in found.splitlines() if "quote" in line and not line.startswith("¶")]
    assert heads == [
        "Mara Voss, the mayor  3 quotes · 26 words",
        "Tomas Hale, of the Harbour Board  3 quotes · 20 words",
        "No speaker named  1 quote · 10 words",
    ]
    assert [line for line in found.splitlines() if line.endswith(".txt")] == [
        "one.txt",
        "two.txt",
        "one.txt",
        "two.txt",
        "one.txt",
    ]
    assert drawn("quotes", looks=looks) == ""
    assert drawn("quotes", nothing_found(), looks=looks) == "No quotes found.\n"


def test_a_long_quote_is_cut_in_a_report_and_whole_in_quotes() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    long = Quote(1, "direct", (Span(0, len(text)),), (), None, "Ana Orel", "speech", 0.9, paragraph=1)
    said = Analysis(Article(text, "a.txt", (), text), quotes=(long,))
    assert "word99" in drawn("quotes", said)
    (line,) = (line for line in drawn("report", said).splitlines() if "…" in line)
    assert re.search(r" word\d+…$", line)


def test_sources_are_audited_in_one_line_and_listed() -> None:
    line, _, heads, voss, mayor, hale, board, *_ = drawn("sources", reading()).splitlines()
    assert line == "2 sources, 2 named · largest 65% · anonymous 0%"
    assert heads.split() == ["type", "share", "said", "direct", "words", "first"]
    assert voss.split()[-5:] == ["65%", "2", "1", "24", "¶2"]
    assert "person, she" in voss
    assert hale.startswith("Tomas Hale")
    assert (mayor, board) == ("the mayor", "of the Harbour Board")


def test_sources_of_several_articles_are_told_with_how_many() -> None:
    many = replace(reading(), articles=3)
    assert "articles" in drawn("sources", many).splitlines()[2]


def test_markup_of_the_article_is_not_shown() -> None:
    text, prose = (
        "It was **reckless**, [he](http://example.org) said.",
        "It was   reckless  ,  he                      said.",
    )
    article = Article(text, "a.md", (), prose)
    quote = Quote(1, "direct", (Span(0, 20),), (Span(46, 50),), Span(22, 24), None, "speech", 0.9)
    words = drawn("quotes", Analysis(article, quotes=(quote,)))
    assert words == "head (he)  said  It was reckless,\n"


def test_an_unknown_speaker_is_the_source_in_parentheses_or_a_dash() -> None:
    assert "(Fishermen at" in drawn("quotes", reading())
    unsaid = Analysis(
        reading().article,
        quotes=(Quote(1, "direct", (Span(0, 4),), (), None, None, "speech", 1.0),),
    )
    assert drawn("quotes", unsaid).startswith("head —")


def saying_again(*speakers: str | None) -> Analysis:
    quotes = tuple(
        Quote(n, "direct", (Span(0, 4),), (), None, speaker, "speech", 0.9)
        for n, speaker in enumerate(speakers, start=1)
    )
    return Analysis(reading().article, quotes=quotes)


@pytest.mark.parametrize("by_speaker", [False, True])
def test_who_is_quoted_again_keeps_one_colour(by_speaker: bool) -> None:
    said = saying_again("Ana", "Bo", "Cy", "Ana", "Bo", None, None)
    found = drawn("quotes", said, looks=Looks(color=True, by_speaker=by_speaker))
    styles = {name: set(re.findall(rf"\x1b\[([0-9;]*)m{name}", found)) for name in ("Ana", "Bo", "Cy")}
    assert styles == {"Ana": {"1;32"}, "Bo": {"1;35"}, "Cy": {"1"}}


def test_each_speaker_comes_with_the_number_of_quotes_and_words() -> None:
    found = drawn("quotes", saying_again("Ana", "Bo", "Ana", None), looks=Looks(by_speaker=True))
    heads = [line for line in found.splitlines() if "quote" in line]
    assert heads == ["Ana  2 quotes · 2 words", "Bo  1 quote · 1 word", "No speaker named  1 quote · 1 word"]


def test_a_long_description_of_a_speaker_is_cut_only_where_it_is_a_column() -> None:
    source = "A spokesman for the board that runs the ferries of the northern harbours and islands"
    assert "A spokesman for" in drawn("quotes", saying_again(source))
    assert "islands" not in drawn("quotes", saying_again(source))
    by_speaker = drawn("quotes", saying_again(source), looks=Looks(by_speaker=True))
    assert source in " ".join(by_speaker.replace("1 quote · 1 word", "").split())


@pytest.mark.parametrize("view", VIEWS)
def test_colour_changes_nothing_but_colour(view: View) -> None:
    colored = drawn(view, reading(), looks=Looks(color=True))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == drawn(view, reading())


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, colored = drawn("report", reading()), drawn("report", reading(), looks=Looks(color=True))
    settings = {
        "COLUMNS": "33",
        "LINES": "3",
        "TERM": "dumb",
        "FORCE_COLOR": "1",
        "NO_COLOR": "1",
        "TTY_COMPATIBLE": "1",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert drawn("report", reading()) == plain
    assert drawn("report", reading(), looks=Looks(color=True)) == colored


EVERY_LOOK = [
    Looks(),
    Looks(width=40),
    Looks(color=True, scores=True, several=True),
    Looks(color=True, mentions=True, by_speaker=True, several=True),
]


def saying_everywhere(words: str) -> Analysis:
    """Return a reading whose every string is the same words: parts of the article, reasons, names, notes."""
    said = saying(words)
    whole = Span(0, len(words))
    roles: tuple[Role, ...] = ("headline", "section", "byline", "dateline", "body", "subhead", "credits")
    return replace(
        said,
        article=replace(said.article, blocks=tuple(Block(role, whole) for role in roles)),
        summary=(SummarySentence(0, whole, 0.5, (words, words)),),
    )


@pytest.mark.parametrize(
    "words",
    ["[bold]x[/]", "[/]", "[link=a]x", "[@click=a]", ":smile:", "\\[x]", "{x}", "x[/]\\"],
)
@pytest.mark.parametrize("looks", EVERY_LOOK, ids=repr)
@pytest.mark.parametrize("view", VIEWS)
def test_markup_and_emoji_codes_of_rich_are_shown_as_the_article_has_them(
    view: View, looks: Looks, words: str
) -> None:
    honest = drawn(view, saying_everywhere("x" * len(words)), looks=looks)
    assert drawn(view, saying_everywhere(words), looks=looks) == honest.replace("x" * len(words), words)


@pytest.mark.parametrize("looks", EVERY_LOOK, ids=repr)
@pytest.mark.parametrize("view", VIEWS)
def test_no_string_of_a_reading_reaches_the_terminal_as_it_is(view: View, looks: Looks) -> None:
    for words in (*NAMED.values(), *random_strings(20)):
        found = drawn(view, saying_everywhere(words), looks=looks)
        assert not dangers(found, allowed="\n", palette=looks.color), words


def with_other_names() -> Analysis:
    told = reading()
    other = replace(told.entities[-1], name="Long Crossing", label="MISC")
    return replace(told, entities=(*told.entities, other))


def test_other_names_are_left_out_and_counted() -> None:
    page = drawn("entities", with_other_names())
    assert "Long Crossing" not in page
    assert page.count("1 other name: --all") == 1


def test_other_names_are_shown_on_request_or_if_there_are_no_names_but_these() -> None:
    told = with_other_names()
    assert "OTHER NAMES" in drawn("entities", told, looks=Looks(other_names=True))
    alone = replace(told, entities=told.entities[-1:])
    assert "Long Crossing" in drawn("entities", alone)


def test_a_description_stands_beside_the_name_where_there_is_room() -> None:
    told = reading()
    where = told.article.text.index("the mayor")
    entity = replace(told.entities[0], description=Span(where, where + len("the mayor")))
    told = replace(told, entities=(entity, *told.entities[1:]))
    assert re.search(r"Mara Voss .* the mayor +¶ 2", drawn("entities", told, looks=Looks(width=80)))
    assert "the mayor" not in drawn("entities", told, looks=Looks(width=40))


def test_scores_say_how_salient_each_is() -> None:
    told = reading()
    page = drawn("entities", told, looks=Looks(width=100, scores=True))
    assert f"{told.entities[0].salience:.2f}" in page


def test_on_a_wide_screen_the_names_stand_beside_the_summary() -> None:
    for width, beside in ((139, False), (140, True), (160, True), (200, True)):
        shown = drawn("report", reading(), looks=Looks(width=width))
        (title,) = [line for line in shown.splitlines() if line.startswith("SUMMARY")]
        assert ("PEOPLE" in title) is beside
        assert max(map(cells, shown.splitlines())) <= min(width, 160)
        assert shown.count("PEOPLE") == 1
