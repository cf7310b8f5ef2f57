"""Which encoding reads a file, and what is refused."""

from __future__ import annotations

import codecs
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import InputError, UsageError
from newscli.text.decode import decode

TEXT = "“Café prices rose,” the mayor of Northam said — by 5 €.\r\nNobody was surprised.\n"


@pytest.mark.parametrize(
    ("data", "encoding", "how"),
    [
        (TEXT.encode(), "utf-8", "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", "bom"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", "bom"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", "bom"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", "bom"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be", "bom"),
        (TEXT.encode("cp1252"), "windows-1252", "fallback"),
    ],
)
def test_finds_the_encoding_and_keeps_every_character(data: bytes, encoding: str, how: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.how, decoded.warnings) == (TEXT, encoding, how, ())


def test_the_named_encoding_goes_before_a_mark_and_before_utf_8() -> None:
    decoded = decode("Zoë".encode(), "latin1")
    assert (decoded.text, decoded.encoding, decoded.how) == ("ZoÃ«", "iso-8859-1", "option")


def test_a_byte_order_mark_is_no_text_under_a_named_encoding() -> None:
    assert decode(codecs.BOM_UTF8 + b"Rain.", "utf-8").text == "Rain."


def test_a_page_that_is_not_utf_8_is_read_as_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    decoded = decode(page.encode("iso-8859-2"))
    assert (decoded.text, decoded.encoding, decoded.how) == (page, "iso-8859-2", "meta")


@pytest.mark.parametrize("lie", ["utf-8", "utf-16", "no-such-charset", "zlib_codec"])
def test_a_page_that_declares_what_it_is_not_is_read_as_windows_1252(lie: str) -> None:
    page = f'<meta charset="{lie}"><p>5 € for a “coffee”</p>'
    assert decode(page.encode("cp1252")).text == page


def test_latin_1_on_the_web_means_windows_1252() -> None:
    assert decode('<meta charset="ISO-8859-1"><p>5 €'.encode("cp1252")).encoding == "windows-1252"


def test_bytes_of_no_encoding_are_replaced_and_counted() -> None:
    decoded = decode(b"caf\xe9 \x81 bar")  # 0x81 is undefined in windows-1252
    assert decoded.text == "caf\ufffd \ufffd bar"
    assert decoded.warnings[0].startswith(
        "2 characters could not be decoded as utf-8; name the encoding with --encoding"
    )


def test_a_cut_off_utf_8_file_is_not_turned_into_windows_1252() -> None:
    decoded = decode(TEXT.encode()[: TEXT.encode().index("€".encode()) + 1])
    assert decoded.text.startswith("“Café")
    assert decoded.text.endswith("\ufffd")


def test_one_broken_word_that_comes_back_is_no_other_encoding() -> None:
    broken = "on the island’s".encode()[:-2]  # of the apostrophe's three bytes two are left
    data = "“We are sorry,” she said. It’d cost £2m. ".encode() + (broken + b" coast. ") * 100
    assert decode(data).text.startswith("“We are sorry,” she said. It’d cost £2m.")
    old = "Café Zürich, naïve. ".encode("cp1252") * 100
    assert decode("£2m: ".encode() + old).encoding == "windows-1252"


@pytest.mark.parametrize(
    "name", ["rot13", "zlib_codec", "hex", "utf-9", "", "a\0b", "\ud800", "idna", "utf-7", "undefined"]
)
def test_what_is_no_text_encoding_is_unknown(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        decode(b"Rain.", name)


def test_bytes_that_do_not_decode_as_named_are_pointed_at() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"caf\xe9", "utf-8")
    assert caught.value.message == "is not utf-8: byte 0xe9 at offset 3"
    assert "--encoding" in caught.value.hint


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="is empty"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (TEXT.encode("utf-16-le"), "looks binary", "--encoding utf-16-le"),
        (TEXT.encode("utf-16-be"), "looks binary", "--encoding utf-16-be"),
        (bytes(1000), "looks binary", "plain text"),
        (bytes(range(256)) * 10, "looks binary", "plain text"),
        (b"%PDF-1.7\n1 0 obj", "PDF", "pdftotext"),
        (gzip.compress(TEXT.encode()), "gzip", "gunzip"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, message: str, hint: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        decode(data)
    assert hint in caught.value.hint


def test_terminal_escapes_do_not_make_a_text_binary() -> None:
    assert decode(b"\x1b[1mRain\x1b[0m fell.").text.startswith("\x1b[1mRain")


@given(
    st.text().filter(
        lambda text: text.strip() and "\0" not in text and not text.startswith(("\ufeff", "%PDF-", "PK"))
    )
)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        found = decode(text.encode()).text
    except InputError as error:
        found = error.message
    assert found in {text, "looks binary"}


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift-jis", "cp1252", "gb18030"]))
def test_any_bytes_are_text_or_an_input_error(data: bytes, encoding: str | None) -> None:
    message = ""
    try:
        decode(data, encoding).text.encode()  # lone surrogates would not encode
    except InputError as error:
        message = error.message
    assert "\n" not in message


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "latin-1"])
@pytest.mark.parametrize(
    "text",
    [
        'The café was shut. "No bread", said Jürgen Höfer.',
        "It cost £40m, said the mayor, Zoë Bell.",
        "Bread was scarce in São Martinho on Wednesday, said Émile Roux, who leads the bakers.",
    ],
)
def test_western_text_is_read_by_its_words(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.how) == (text, "fallback")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "shift_jis", "gb18030", "cp1250"])
def test_other_alphabets_are_told_by_statistics(encoding: str) -> None:
    text = {
        "shift_jis": "日本の首相は火曜日に辞任した。国会は新しい首相を選ぶ。",
        "gb18030": "市长周二宣布关闭大桥。居民不满，商店担心生意。",
        "cp1250": "Starosta města řekl v úterý, že most zavře. Obyvatelé se zlobí a říkají to.",
    }.get(encoding, "Мэр города заявил во вторник, что мост закроют. Жители недовольны решением.")
    assert decode(text.encode(encoding)).text == text
