"""What each format is made of, and what news in it may say.

The first two words of a format begin a file of it.
"""

from __future__ import annotations

from typing import Final

# Words, and what some rule or library looks for in them.
SAID: Final = (
    *("The ferry was late again. ", "“We are sorry,” said Ana Orel. ", "She said it’d take “a year”. "),
    *("\n", "\n\n", "Ferry returns", "By Ida Holm\n", "PORT ELLERY, May 4 (Post) - ", "4 May 2021"),
    *(
        "<p>Late.</p>",
        "&nbsp;",
        "&lt;b&gt;",
        "<br>",
        "</p>",
        '"',
        "'",
        ",",
        ";",
        "\t",
        "\\",
        "\r\n",
        "{",
        "[",
    ),
    *("İ", "e\u0301", "\u200b", "\u202e", "\x1b[2J", "\x00", "\x85", "ﷺ", "\U0001f6a2", "日本語", "\ufffe"),
    *("a" * 300, "a." * 60, "- ", "# ", "*", "https://post.example/a?b=c&d", "=1+1", "NaN", "-->", "]]>"),
    "2021-05-04",
)


def _words(text: str) -> tuple[bytes, ...]:
    """Return words that white space parts, written with the escapes of Python."""
    return tuple(word.encode().decode("unicode_escape").encode("latin-1") for word in text.split())


def _lines(text: str) -> tuple[bytes, ...]:
    """Return the lines of a text, each with its end."""
    return tuple(f"{line}\n".encode() for line in text.strip("\n").split("\n"))


_XML: Final = _words(
    r"""
    < > </ /> & &amp; &lt; &nbsp; &#0; &#x110000; &x; <!-- --> <![CDATA[ ]]> <? ?> " ' =
    <!DOCTYPE\x20x\x20[<!ENTITY\x20a\x20'b'>]> xmlns=
    """
)
_JSON: Final = _words(
    r"""
    { } [ ] , : " \\ \\u \\ud800 null NaN -Infinity 1e999 \n \n{ "text":\x20 {"text":\x20" "} [[[[ true
    \xef\xbb\xbf \x20\x20 //
    """
)
_MAIL: Final = _words(
    r"""
    From\x20a@b\x20Mon\x20Jan\x20\x201\x2000:00:00\x202024\n \nFrom\x20 >From\x20 \n\n Subject:\x20
    Date:\x20 Content-Type:\x20 multipart/mixed;\x20boundary=b\n --b\n --b--\n text/html charset= =?utf-8?b?
    ?= =C3= Content-Transfer-Encoding:\x20base64\n --\x20\n >\x20 On\x20Monday,\x20Ana\x20wrote:\n
    message/rfc822 \t boundary= ----------\x20Forwarded\x20message\x20---------\n
    Content-Disposition:\x20attachment\n filename*=utf-8''%ff =\n
    """
)
_HTML: Final = (
    *_XML,
    *_words(
        r"""
    <p> </p> <div> <script> </script> <style> <article> <h1> <!doctype\x20html>
    <script\x20type="application/ld+json"> {"@type":"NewsArticle","author": <meta\x20charset=
    <table><tr><td> <a\x20href='x'> <time\x20datetime= <title> <b> <template> <svg> <li> <br> <plaintext>
    """
    ),
)
_CAPTIONS: Final = _words(
    r"""
    WEBVTT\n\n 1\n00:00:01,000\x20-->\x2000:00:02,000\n 00:00:03.000\x20-->\x2000:00:09.500\x20align:start\n
    \n\n \n 2\n 999:59:59,999\x20-->\x200:00:00,0\n <v\x20Ana\x20Orel> <v.loud\x20Tom> </v> <i> {\\an8}
    >>\x20 -\x20 ANA\x20OREL:\x20 NOTE\x20a\n STYLE\n &gt;&gt;\x20 <00:00:01.000> --> [MUSIC] \r\n
    00:61:00,000\x20-->\x20
    """
)
_MARKDOWN: Final = _words(
    r"""
    #\x20 ---\ntitle:\x20a\ndate:\x202021-05-04\n---\n \n\n \n * ** _ ` ```\n >\x20 -\x20 1.\x20 [a](b)
    ![a](b) ]( [ |\x20a\x20|\x20b\x20|\n|---|---|\n ~~~\n \x20\x20\x20\x20 \t <!-- --> \\ <div> </div> ===\n
    ---\n [^1] [^1]:\x20a\n &amp; \x20\x20\n +++\n -\x20[\x20]\x20
    """
)
_WARC: Final = _words(
    r"""
    WARC/1.0\r\n WARC/1.1\r\n \r\n\r\n \r\n Content-Length:\x20 WARC-Type:\x20response\r\n
    HTTP/1.1\x20200\x20OK\r\n Transfer-Encoding:\x20chunked\r\n Content-Encoding:\x20gzip\r\n
    Content-Type:\x20text/html;\x20charset= ffffffff\r\n WARC-Target-URI:\x20 \x1f\x8b\x08 0\r\n\r\n
    WARC-Type:\x20resource\r\n ;\x20charset=' URL\x20IP-address\x20
    """
)
_BINARY: Final = _words(
    r"""
    PK\x03\x04 PK\x01\x02 PK\x05\x06 word/document.xml PAR1 \x1f\x8b\x08 BZh9 \xfd7zXZ\x00 \x00\x00\x00\x00
    \xff\xff\xff\xff \x15\x04 <w:t> </w:t> </w:p> [Content_Types].xml \x7f
    """
)
_CELLS: Final = _words(
    r"""
    , ; \t | " "" ", "\n \n \r\n \r sep=;\n id,title,text\n ,,,,,,,,, \xff\xfe \xef\xbb\xbf \\ ' \x00
    text,text\n
    """
)
_ANY: Final = _words(
    r"""
    \x00 \xff\xfe \xfe\xff \xef\xbb\xbf \xff\xfe\x00\x00 %PDF- {\\rtf ustar
    """
)
_NEXIS: Final = _lines("""
1 of 2 DOCUMENTS
2 of 2 DOCUMENTS

                        The Port Ellery Post
                        May 4, 2021 Tuesday
LENGTH: 60 words
BYLINE: Ida Holm; Roe, Ann, Jr
HEADLINE: Ferry returns
SECTION: NEWS; Pg. 1
LOAD-DATE: May 4, 2021
LANGUAGE: ENGLISH
                        Copyright 2021 Post Group
Body
End of Document
Classification
SUBJECT: FERRIES (90%)
  and a line that goes on
""")
_FACTIVA: Final = _lines("""
SE News
HD Ferry returns
HD
LP
TD
LP The ferry was late.
BY Ida Holm
WC 60 words
60 words
PD 4 May 2021
SN Port Ellery Post
LA English
English
RE uk : United Kingdom
CO post : Post Group
AN Document POST000020210504abcd00001
Document POST000020210504abcd00001
Copyright 2021 Post Group
4 May 2021

""")
_PROQUEST: Final = _lines("""
Document 1 of 2
____________________________________________________________
Document 2 of 2
Full text: The ferry was late.
Full text:
Author: Holm, Ida
Publication info: Port Ellery Post ; Port Ellery. 04 May 2021: A1.
Subject: Ferries
ProQuest document ID: 771
Title: Ferry returns
Abstract: None available.
Caption: A ferry
Document URL: https://post.example/a
  and a line that goes on

""")

WORDS: Final = {
    **{"json lines": _JSON, "json array": _JSON, "json": _JSON, "csv": _CELLS, "parquet": _BINARY},
    **{"feed": (b"<rss><channel>", b"<?xml version='1.0'?><feed>", *_XML, b"<item>", b"</item>", b"<title>")},
    **{"warc": _WARC, "mail": _MAIL, "mbox": _MAIL, "captions": _CAPTIONS, "word": (*_BINARY, *_XML)},
    **{"nexis": _NEXIS, "factiva": _FACTIVA, "proquest": _PROQUEST, "html": _HTML, "markdown": _MARKDOWN},
    "packed": (*_BINARY, *_JSON, *_CELLS),
    "any": (*_ANY, *_BINARY, *_MAIL, *_HTML, *_CELLS, *_JSON, *_CAPTIONS),
}
