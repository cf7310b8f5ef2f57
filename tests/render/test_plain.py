from __future__ import annotations

from io import StringIO

import pytest

from newscli.model import Analysis, Article, Quote
from newscli.render import Looks, View
from newscli.render.plain import write
from tests.support.port_ellery import TEXT, VIEWS, nothing_found, reading, saying, spot


def lines(view: View, *analyses: Analysis, looks: Looks | None = None) -> list[str]:
    out = StringIO()
    write(view, analyses, looks or Looks(), out)
    return out.getvalue().splitlines()


def test_a_quote_is_speaker_paragraph_kind_status_cue_and_words() -> None:
    words = "The work will cost 40 million crowns"
    assert lines("quotes", reading())[1] == f"Tomas Hale\t3\tindirect\tsaid\tsaid\t{words}"


def test_an_unknown_speaker_is_an_empty_column() -> None:
    assert lines("quotes", reading())[4] == "\t4\tdirect\tsaid\tsaid\t“Nobody asked us,”"


def test_the_parts_of_an_interrupted_quote_stand_on_one_line() -> None:
    words = lines("quotes", reading())[0].split("\t")[5]
    assert words.startswith("“We will not spend")
    assert words.endswith("sandbags,” … “and we will not ask our children to do it either.”")


def test_quotes_by_speaker_keep_together_with_the_unknown_last() -> None:
    speakers = [line.split("\t")[0] for line in lines("quotes", reading(), looks=Looks(by_speaker=True))]
    assert speakers == ["Mara Voss", "Mara Voss", "Tomas Hale", "Tomas Hale", "", ""]


def test_a_summary_is_its_sentences_and_nothing_else() -> None:
    first, *_, last = lines("summary", reading())
    assert first.startswith("The council of Port Ellery voted")
    assert last.startswith("Engineers from the Lindqvist Institute")


def test_a_score_comes_before_its_sentence_and_the_reasons_after_it() -> None:
    rows = [line.split("\t") for line in lines("summary", reading(), looks=Looks(scores=True))]
    assert [row[0] for row in rows] == ["0.9312", "0.7", "0.5555"]
    assert [row[2] for row in rows] == ["early in the article; names", "figures", ""]


def test_an_entity_is_count_label_name_and_aliases() -> None:
    assert lines("entities", reading())[:2] == [
        "2\tPER\tMara Voss\tMrs Voss",
        "3\tLOC\tPort Ellery\tPORT ELLERY",
    ]


def test_a_mention_stands_between_the_words_around_it() -> None:
    found = lines("entities", reading(), looks=Looks(mentions=True))
    assert len(found) == 11
    assert found[2].split("\t") == ["Port Ellery", "LOC", "", "Port Ellery", "votes to raise its sea wall"]
    assert found[-1].split("\t")[2:4] == [
        "Lindqvist Institute will inspect the ground first, and the",
        "Coastal Fund",
    ]


def test_a_keyword_is_term_count_and_score() -> None:
    assert lines("keywords", reading())[:2] == ["sea wall\t2\t1.0", "council\t2\t0.74"]


def test_a_line_of_a_report_says_first_what_it_is() -> None:
    found = lines("report", reading())
    assert found[0] == "headline\t\t\t\tPort Ellery votes to raise its sea wall"
    assert found[5] == "quote\tTomas Hale\tindirect\t\tThe work will cost 40 million crowns"
    assert {line.count("\t") for line in found} == {4}


def test_several_inputs_are_named_in_the_first_column() -> None:
    looks = Looks(several=True)
    found = lines("keywords", reading("one.txt"), nothing_found(), reading("two.txt"), looks=looks)
    assert [line.split("\t")[0] for line in found] == ["one.txt"] * 4 + ["two.txt"] * 4


def test_white_space_inside_a_value_is_folded() -> None:
    text = "“One\r\n  two,\tthree”"
    article = Article(text, "a.txt", (), text)
    whole = Quote(1, "direct", (spot(TEXT[: len(text)]),), (), None, "Ana\nLopez", "speech", 1.0)
    assert lines("quotes", Analysis(article, quotes=(whole,))) == [
        "Ana Lopez\t\tdirect\tsaid\t\t“One two, three”"
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_words_neither_add_a_line_nor_a_column(view: View) -> None:
    honest = lines(view, saying("x"))
    hostile = lines(view, saying("\x1b[2J\tnew\nline\u2028\x85\v\x1c"))
    assert [line.count("\t") for line in hostile] == [line.count("\t") for line in honest]
