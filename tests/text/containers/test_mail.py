"""Mails: the words of the message, and nothing of headers, signatures, quoted mails and attachments."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from newscli.errors import InputError
from newscli.model import Article
from newscli.text.load import read, read_all

STATEMENT = "“We are sorry that the heating failed,” said Leo Marsh."


def mail(text: str, subject: str = "Statement") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Rita Sandoval <rita@desk.example>", "news@desk.example"
    message["Date"], message["Subject"] = "Wed, 07 Feb 2024 18:20:00 -0500", subject
    message.set_content(text)
    return message


def words(message: EmailMessage | bytes) -> str:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return read(io.BytesIO(data)).text


def test_the_subject_is_the_headline_and_the_rest_of_the_head_is_meta() -> None:
    article = read(io.BytesIO(mail(STATEMENT, "Fwd: RE: Schools “sorry”").as_bytes()))
    headline = article.first("headline")
    assert headline
    assert headline.of(article.text) == "Schools “sorry”"
    assert article.article is None
    assert article.date == "2024-02-07"
    assert article.meta == {
        "from": "Rita Sandoval <rita@desk.example>",
        "to": "news@desk.example",
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{STATEMENT}\n\n-- \nRita\nThe desk",
        f"{STATEMENT}\n\nOn Wed, Feb 7, 2024 at 5:02 PM Newsroom <n@x.example> wrote:\n> Any comment?\n",
        f"{STATEMENT}\n\nOn Wed, Feb 7, 2024 at 5:02 PM Newsroom\n<n@x.example> wrote:\n> Any comment?\n",
        f"{STATEMENT}\n\n-----Original Message-----\nFrom: N\nAny comment?\n",
        f"> {STATEMENT}\n",
        f">> {STATEMENT}\n",
        f"---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Wed\nTo: B\n\n{STATEMENT}\n",
        f"Begin forwarded message:\n\n> From: A <a@b.example>\n> Subject: S\n>\n> {STATEMENT}\n",
    ],
)
def test_only_the_words_of_the_message_are_read(text: str) -> None:
    assert words(mail(text)).split("\n\n", 1)[1].strip() == STATEMENT


def test_of_two_forms_the_plain_one_is_read_and_attachments_are_not() -> None:
    message = mail(STATEMENT)
    message.add_alternative("<p>Another form.</p>", subtype="html")
    message.add_attachment("“Attached,” said Ana Orel.", filename="a.txt")
    assert words(message).strip() == f"Statement\n\n{STATEMENT}"


def test_a_mail_of_html_alone_is_read_as_its_paragraphs() -> None:
    message = mail("x")
    message.set_content(
        f"<p>{STATEMENT}</p><p>It was <b>cold</b>.<br>Very.</p><style>p {{}}</style>", subtype="html"
    )
    assert words(message) == f"Statement\n\n{STATEMENT}\n\nIt was cold.\n\nVery."


def test_a_charset_that_is_wrong_or_unknown_is_found_out() -> None:
    head = b"From: a@b.example\nMIME-Version: 1.0\nSubject: S\nContent-Type: text/plain; charset=%s\n\n%s"
    for charset, encoding in (
        ("ascii", "utf-8"),
        ("nonsense", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "cp1252"),
    ):
        data = head % (charset.encode(), STATEMENT.encode(encoding))
        assert STATEMENT.strip("“”")[:6] in words(data)


def test_a_mail_without_words_says_so() -> None:
    with pytest.raises(InputError, match="is a mail without text"):
        words(mail(""))


def test_the_mails_of_an_mbox_are_parted_and_a_quoted_border_is_text() -> None:
    border = "From rita@desk.example Wed Feb  7 18:20:00 2024\n"
    data = (
        border.encode() + mail("One.\n\n>From Monday on it is cold.\n").as_bytes() + b"\n" + border.encode()
    )
    data += (
        mail("").as_bytes()
        + b"\n"
        + border.encode()
        + mail("Three.\nFrom here, 2024 looks odd.\n").as_bytes()
    )
    one, two, three = read_all(io.BytesIO(data))
    assert isinstance(one, Article)
    assert isinstance(three, Article)
    assert "From Monday on it is cold." in one.text
    assert (one.article, three.article) == (1, 3)
    assert isinstance(two, InputError)
    assert two.message == "message 2: is a mail without text"


def test_news_that_opens_with_a_field_is_no_mail() -> None:
    text = "Subject: a word that the court heard often\n\nThe trial began, police said."
    assert read(io.BytesIO(text.encode())).text == text
