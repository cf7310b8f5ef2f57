"""Text in UTF-8 that was once read as another encoding."""

from __future__ import annotations

import io

import pytest

from newscli.model import Span
from newscli.text.load import parse, read
from newscli.text.mojibake import damage, repair

WHOLE = "“We can’t live on that,” said Inés Carreño.\n\nThe café’s owner – Jürgen Höfer – agreed… it cost £9."
DAMAGED = WHOLE.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d")


def test_damage_is_told_with_an_example_and_the_way_out() -> None:
    article = parse(DAMAGED)
    assert article.text == DAMAGED.replace("\ufeff", "")
    assert article.counted is None
    (warning,) = article.warnings
    assert warning.startswith("looks damaged: text in UTF-8 was read as another encoding (â€œWe)")
    assert "--repair" in warning


def test_repaired_text_is_what_offsets_count_in() -> None:
    article = parse(DAMAGED, repair=True)
    assert article.text == article.counted == WHOLE
    start = WHOLE.index("Inés")
    assert article.in_file(Span(start, start + 4))[0].of(str(article.counted)) == "Inés"
    assert "was damaged (â€œWe for “We)" in article.warnings[0]


def test_a_file_is_repaired_too() -> None:
    assert read(io.BytesIO(DAMAGED.encode()), repair=True).text == WHOLE


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman"])
def test_each_usual_wrong_reading_is_undone(encoding: str) -> None:
    damaged = "Zoë Ångström paid £40 – at the café “Söder”, in São Paulo.".encode().decode(
        encoding, errors="ignore"
    )
    assert damage(damaged)
    assert "Zoë" in repair(damaged)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "Ângela of São Paulo, Ã alone and a price of Â£",
        "“Über” – “naïve” – Ωmega – 日本 – Москва – ‘it’s’ – €5 – ™ – façade",
        "",
    ],
)
def test_sound_text_is_left_as_it_is(text: str) -> None:
    assert repair(text) == text or damage(text)


def test_lines_that_are_sound_stay_beside_those_that_are_not() -> None:
    assert repair("Émile “Roux”\r\nÃ‰mile said.") == "Émile “Roux”\r\nÉmile said."


def test_a_closing_mark_that_lost_its_last_byte_is_mended() -> None:
    assert repair("â€œIt canâ€™t wait,â€\ufffd he said.") == "“It can’t wait,” he said."
