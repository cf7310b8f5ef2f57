"""Whether a text is English, and what else it is."""

from __future__ import annotations

import pytest

from newscli.text.language import foreign_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "Der Rat der Stadt will die alte Brücke sperren, weil sie nicht mehr sicher ist."),
        ("French", "Le maire de la ville a dit mardi que le pont ne serait pas ouvert avant juin."),
        ("Spanish", "El alcalde dijo el martes que el puente no se abrirá hasta el mes de junio."),
        ("Italian", "Il sindaco ha detto che il ponte della città non sarà aperto prima di giugno."),
        (
            "Portuguese",
            "O prefeito disse que a ponte da cidade não será aberta antes de junho, por causa do rio.",
        ),
        (
            "Dutch",
            "De burgemeester zei dinsdag dat de brug niet voor juni open is, want het water is te hoog.",
        ),
        (
            "Swedish",
            "Borgmästaren sade att bron inte ska öppnas för trafik före juni, och att det är för farligt.",
        ),
        ("Polish", "Burmistrz powiedział we wtorek, że most nie będzie otwarty do czerwca, bo się chwieje."),
        (
            "Turkish",
            "Belediye başkanı salı günü için bir açıklama yaptı ve köprü çok eski olduğu gibi kaldı.",
        ),
        ("Russian", "Мэр города сказал во вторник, что мост не откроют до июня."),
        ("Ukrainian", "Мер міста сказав у вівторок, що міст не відкриють до червня."),
        ("Chinese", "市长周二宣布，大桥将关闭到六月，居民对此表示不满。"),
        ("Japanese", "市長は火曜日、橋を六月まで閉鎖すると発表した。住民は不満だ。"),
        ("Arabic", "قال رئيس البلدية يوم الثلاثاء إن الجسر لن يفتح قبل يونيو"),
    ],
)
def test_a_sentence_shows_its_language(language: str, text: str) -> None:
    warning = foreign_language(text)
    assert warning is not None
    assert warning.startswith(f"looks like {language}, not like English")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Tuesday that the bridge would stay shut until June.",
        "Mayor shuts bridge; shops fear ruin; ferry runs free; rivals walk out of hall; rain falls",
        "The chef made coq au vin de la maison with crème brûlée for ten guests from Le Mans.",
        "“Wir brauchen sie jetzt” (“We need it now”), Brandt told the council in her own language.",
        "Orel 3, Ek 2, Ruiz 1, Lind 0, Marsh 4, Holm 5, Quill 6, Roe 7, Doe 8, Orr 9",
        "Le pont est fermé.",
        "",
    ],
)
def test_english_and_what_is_too_short_is_no_other_language(text: str) -> None:
    assert foreign_language(text) is None


def test_another_language_that_has_no_list_is_named_by_nothing() -> None:
    text = "a polgármester kedden azt mondta hogy a híd júniusig zárva marad mert nem elég biztonságos " * 4
    assert str(foreign_language(text)).startswith("does not look like English")
