"""Captions: what is said, without numbers and times, cut where another speaks."""

from __future__ import annotations

import io

from newscli.text.load import read

VTT = """WEBVTT - news

NOTE made by a machine

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start
<v Ana Orel>The flood wall <i>failed</i> &amp; broke</v>

00:03.000 --> 00:05.000
<v Ana Orel>at dawn.</v>

00:05.000 --> 00:07.000
<v.loud Tom Bask>We saw it go.</v>
"""

ROLLING = """1
00:00:01,000 --> 00:00:03,000
the wall has gone

2
00:00:03,000 --> 00:00:05,000
the wall has gone
and the water is in the town.

3
00:00:09,000 --> 00:00:11,000
{\\an8}- Who told you?
- The mayor did.
4
00:00:12,000 --> 00:00:13,000
>> Thank you.
"""


def words(text: str) -> list[str]:
    return read(io.BytesIO(text.encode())).text.split("\n\n")


def test_a_voice_opens_a_turn_once() -> None:
    assert words(VTT) == ["Ana Orel: The flood wall failed & broke at dawn.", "Tom Bask: We saw it go."]


def test_captions_that_roll_are_read_once_and_dashes_part_speakers() -> None:
    expected = [
        "the wall has gone and the water is in the town.",
        "Who told you?",
        "The mayor did.",
        "Thank you.",
    ]
    assert words(ROLLING) == expected
    assert words(ROLLING.replace("\n", "\r\n")) == expected


def test_a_pause_after_a_sentence_begins_a_paragraph() -> None:
    cues = "\n\n".join(
        f"{n}\n00:00:{start:02},000 --> 00:00:{start + 2:02},000\n{line}"
        for n, (start, line) in enumerate(
            [(1, "It broke."), (3, "The wall"), (20, "is gone."), (40, "Now the news.")]
        )
    )
    assert words(cues) == ["It broke. The wall is gone.", "Now the news."]


def test_a_colon_within_a_sentence_begins_no_turn() -> None:
    lines = ["She asked, and", "He said: wait. And", "TOM BASK: No."]
    cues = "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},000\n{line}" for n, line in enumerate(lines))
    assert words(cues) == ["She asked, and He said: wait. And", "TOM BASK: No."]


def test_a_voice_is_named_as_the_captions_have_it_and_nothing_is_a_headline() -> None:
    article = read(io.BytesIO(VTT.encode()))
    assert article.voices == ("Ana Orel", "Tom Bask")
    assert {block.role for block in article.blocks} == {"body"}
    assert {block.role for block in read(io.BytesIO(ROLLING.encode())).blocks} == {"body"}


def test_a_voice_of_several_words_and_signs_is_one_label() -> None:
    article = read(io.BytesIO(VTT.replace("Tom Bask", "desk &amp; co: 2").encode()))
    assert article.voices == ("Ana Orel", "desk & co 2")
    assert "desk & co 2: We saw it go." in article.text
