"""Keys, clicks and taps do what the page says, and without a script all is there but the lighting up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_hostile_pages import page as written
from tests.support.browser import watched
from tests.support.port_ellery import nothing_found, reading, retold


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written([reading()], tmp_path_factory.mktemp("use") / "page.html")


@pytest.fixture
def shown(browser: Browser, path: Path) -> Iterator[Page]:
    with watched(browser) as seen:
        yield seen.go(path)
        assert not seen.wrongs


def card(shown: Page) -> str:
    """Return what the card says, nothing if there is none."""
    place = shown.locator("#card")
    return place.inner_text() if place.is_visible() else ""


def focused(shown: Page) -> str:
    return str(shown.evaluate("document.activeElement.id"))


def test_j_and_k_go_from_statement_to_statement(shown: Page) -> None:
    places = ["qa1-d1", "qa1-d2", "qa1-d3", "qa1-d4", "qa1-d5", "qa1-d6"]
    visited = []
    for key in "jjjjjjjkkkkkkk":
        shown.keyboard.press(key)
        visited.append(focused(shown))
    assert visited == [*places, places[-1], *places[-2::-1], places[0], places[0]]


def test_the_keyboard_shows_speaker_description_cue_status_and_confidence(shown: Page) -> None:
    shown.keyboard.press("j")
    for words in ("Mara Voss", "the mayor", "told", "said", "confidence 0.97", "¶2", "counting sandbags"):
        assert words in card(shown)
    shown.keyboard.press("k")
    shown.keyboard.press("Escape")
    assert card(shown) == ""
    shown.locator("#qa1-d1").focus()
    shown.keyboard.press("Tab")
    assert focused(shown) == "qa1-d2"
    assert "Tomas Hale" in card(shown)


def test_the_card_covers_no_word_of_its_statement_wherever_the_page_is(shown: Page) -> None:
    shown.set_viewport_size({"width": 1_000, "height": 300})
    for _ in range(6):
        shown.keyboard.press("j")
        over = """place => {
            const card = document.getElementById("card").getBoundingClientRect();
            const boxes = Array.from(place.getClientRects());
            const apart = boxes.every((box) => card.bottom <= box.top || box.bottom <= card.top);
            return apart && card.top < innerHeight && card.bottom > 0;
        }"""
        assert shown.locator(":focus").evaluate(over), focused(shown)


def test_the_pointer_shows_a_statement_and_leaves_it(shown: Page) -> None:
    shown.locator("#qa1-d3").hover()
    assert "called · mixed · said · confidence 0.81" in card(shown)
    shown.locator("#card").hover()
    assert "called" in card(shown)
    shown.locator("h1").hover()
    assert card(shown) == ""


def test_a_tap_shows_a_statement_and_a_tap_elsewhere_closes_it(browser: Browser, path: Path) -> None:
    with watched(browser, 390) as seen:
        shown = seen.go(path)
        shown.locator("#qa1-d1").tap()
        assert "Mara Voss" in card(shown)
        shown.locator("h1").tap()
        assert card(shown) == ""
        shown.locator("a.q[tabindex='-1']").first.tap()  # the second piece of the first statement
        assert "Mara Voss" in card(shown)
        assert not seen.wrongs


def test_a_click_on_a_speaker_lights_all_of_theirs_and_a_second_one_none(shown: Page) -> None:
    button = shown.locator("button", has_text="Mara Voss")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    lit = shown.locator("a.q.lit")
    assert {one.get_attribute("href") for one in lit.all()} == {"#a1-d1", "#a1-d6"}
    assert lit.count() == 3
    shown.locator("button", has_text="Tomas Hale").click()
    assert {one.get_attribute("href") for one in lit.all()} == {"#a1-d2", "#a1-d3"}
    shown.locator("button", has_text="Tomas Hale").click()
    assert lit.count() == 0


def test_a_slash_filters_statements_and_j_goes_through_those_that_are_left(shown: Page) -> None:
    shown.keyboard.press("/")
    shown.keyboard.type("hale COMMON")
    assert shown.locator(".statements > li:visible").count() == 1
    assert shown.locator(".found").inner_text() == "1 of 6"
    shown.locator("h1").click()
    shown.keyboard.press("j")
    assert focused(shown) == "qa1-d3"
    shown.keyboard.press("/")
    shown.keyboard.press("Escape")
    assert shown.locator(".statements > li:visible").count() == 6


def test_the_strip_leads_to_the_statement(shown: Page) -> None:
    shown.locator("rect[data-q='qa1-d3']").dispatch_event("click")
    assert focused(shown) == "qa1-d3"


def test_links_lead_into_the_text(shown: Page) -> None:
    for link in shown.locator(".summary a, .places a, .how a").all():
        target = str(link.get_attribute("href")).removeprefix("#")
        assert shown.locator(f"article [id='{target}']").count() == 1, target


def test_without_a_script_all_is_there_but_what_lights_up(browser: Browser, path: Path) -> None:
    with watched(browser, script=False) as seen:
        shown = seen.go(path)
        assert shown.locator("article").text_content() == reading().article.prose
        assert not shown.locator(".filter").is_visible()
        assert not shown.locator("#card").is_visible()
        assert shown.locator(".statements > li").count() == 6
        shown.locator("#qa1-d2").click()
        assert shown.url.endswith("#a1-d2")
        assert shown.locator("#a1-d2").is_visible()


def test_an_index_is_filtered(browser: Browser, tmp_path: Path) -> None:
    several = written([reading(), retold(), nothing_found()], tmp_path / "several.html")
    with watched(browser) as seen:
        shown = seen.go(several)
        shown.keyboard.press("/")
        shown.keyboard.type("voss")
        visible = shown.locator("#index > li:visible")
        assert visible.count() == 1
        shown.keyboard.press("Tab")
        shown.keyboard.press("Enter")
        assert shown.url.endswith("#a1-story")
        assert not seen.wrongs
