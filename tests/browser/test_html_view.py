"""The HTML view in a browser: it fits every screen, tells its facts to everybody, and lets nothing of the page act."""

import os
from pathlib import Path

import pytest

import newsmodel
from tests.formats.html_pages import ATTACKS, hostile, port

EXAMPLE = Path(__file__).parents[2] / "examples" / "syria_article.txt"
ARABIC = Path(__file__).parents[1] / "fixtures" / "dumps" / "ar-2024.txt"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 800
DEADLINE = 5

# What the reader sees of the prose: its blocks, each as it is laid out.
PROSE = "return [...document.querySelectorAll('article [data-block]')].map(block => block.innerText).join('\\n\\n')"
AXE = "return (await axe.run(document, {resultTypes: ['violations']})).violations"


def awaited(browser, script):
    """Run a script that waits for something, and give what it returns."""
    return browser.execute_async_script(f"(async () => {{{script}}})().then(arguments[0], fault => arguments[0](String(fault)))")


@pytest.fixture(name="shown", scope="module")
def _shown():
    return {
        "Syria": newsmodel.parse(EXAMPLE),
        "Arabic": newsmodel.parse(ARABIC),
        "everything": port(),
        "leftward": port("ar"),
        "unknown": port(None),
    }


NAMES = ("Syria", "Arabic", "everything", "leftward", "unknown")


@pytest.fixture(name="show")
def _show(browser, tmp_path, shown):
    """Open the view of an article as a reader has it, who wants no motion."""

    def show(article, width=1280, scheme="light", media=""):
        features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        size = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        file = tmp_path / "view.html"
        file.write_text(newsmodel.to_html(shown.get(article, article)), encoding="utf-8")
        browser.get(file.as_uri())

    yield show
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_theshown(show, browser, shown, name, width):
    """What stands in the article element is the article's text, block by block, at every width."""
    show(name, width)
    assert browser.execute_script(PROSE) == shown[name].text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_screen(show, browser, name, width):
    """The page never scrolls sideways, and no word of it is cut off."""
    show(name, width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    beyond = """
        return [...document.querySelectorAll('body *')].filter(each => {
          const box = each.getBoundingClientRect();
          return each.className !== 'unseen' && box.width && (box.left < -1 || box.right > innerWidth + 1);
        }).map(each => each.outerHTML.slice(0, 80))
    """
    assert browser.execute_script(beyond) == []


def test_long_words_break(show, browser):
    """A word longer than a phone is wide is broken, wherever it stands."""
    show(hostile("W" * 300), 360)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_focus_opens_the_note(show, browser, name, width):
    """The note of a mark that gets the focus is seen, lies on the screen, leaves the mark's beginning free, and is the only one."""
    show(name, width)
    seen = """
        const faults = [], frame = () => new Promise(requestAnimationFrame);
        for (const mark of document.querySelectorAll('mark[id]')) {
          mark.focus();
          await frame(); await frame();  // notes are placed when the page has been scrolled and drawn
          const open = [...document.querySelectorAll('.note')].filter(note => note.checkVisibility({visibilityProperty: true}));
          const note = document.getElementById(mark.getAttribute('aria-describedby')).parentElement;
          const box = note.getBoundingClientRect(), line = mark.getClientRects()[0];
          if (open.length !== 1 || open[0] !== note) faults.push(mark.id + ' opens ' + open.length);
          if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
            faults.push(mark.id + ' leaves the screen');
          if (box.top < line.bottom - 4 && box.bottom > line.top + 4 && box.left < line.right && box.right > line.left)
            faults.push(mark.id + ' is covered');
        }
        return faults
    """
    assert awaited(browser, seen) == []


def test_the_keyboard_reaches_the_marks_and_their_links(show, browser):
    """Tab goes from a mark into its note, whose links stay open while they have the focus, and on to the next mark."""
    keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
    show("everything")
    browser.execute_script("document.getElementById('s1').focus()")
    visited = []
    for _ in range(8):
        browser.switch_to.active_element.send_keys(keys.TAB)
        focused = "const at = document.activeElement; return [at.closest('mark')?.id, at.tagName, at.checkVisibility()]"
        visited.append(browser.execute_script(focused))
    assert ["s1-1", "MARK", True] in visited
    assert any(tag == "A" for _, tag, _ in visited)
    assert all(is_seen for *_, is_seen in visited)


def test_pointing_opens_the_innermost_note(show, browser):
    """Pointing at a date in a statistic in a quote opens the note of the date, which names the marks around it."""
    show("everything")
    chains = pytest.importorskip("selenium.webdriver.common.action_chains")
    by = pytest.importorskip("selenium.webdriver.common.by").By
    wait = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait(browser, DEADLINE)
    chains.ActionChains(browser).move_to_element(browser.find_element(by.ID, "d1")).perform()
    is_open = "return document.querySelector('#d1 > .note').checkVisibility({visibilityProperty: true})"
    wait.until(lambda driver: driver.execute_script(is_open))
    told = browser.find_element(by.ID, "d1-note").text
    assert "Quote Mina Okafor" in told
    assert "2024-05" in told
    open_ = "return [...document.querySelectorAll('.note')].filter(note => note.checkVisibility()).length"
    assert browser.execute_script(open_) == 1


def test_a_link_of_the_panel_leads_to_the_mark(show, browser):
    """Following what somebody said gives the focus to the words in the text, and so opens their note."""
    by = pytest.importorskip("selenium.webdriver.common.by").By
    show("Syria")
    browser.find_element(by.CSS_SELECTOR, ".voices a").click()
    assert browser.execute_script("return document.activeElement.id") == "q1"


def test_a_kind_of_marks_can_be_hidden(show, browser):
    """The legend switches the marks of a kind off, without a script, and their words stay."""
    by = pytest.importorskip("selenium.webdriver.common.by").By
    show("everything")
    line = "return getComputedStyle(document.getElementById('q1')).textDecorationLine"
    assert browser.execute_script(line) == "underline"
    text = browser.execute_script(PROSE)
    browser.find_element(by.ID, "show-quotes").click()
    assert browser.execute_script(line) == "none"
    assert browser.execute_script(PROSE) == text


def test_the_kinds_differ_without_colour(show, browser):
    """Each kind of mark has a line of its own."""
    show("everything")
    styles = "return ['q1', 's1', 'd1', 'e1'].map(id => getComputedStyle(document.getElementById(id)).textDecorationStyle)"
    assert browser.execute_script(styles) == ["solid", "double", "dotted", "dashed"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_do_nothing(show, browser, attack):
    """Words that would be markup, scripts or handlers stay words, wherever they stand."""
    article = hostile(attack)
    show(article)
    browser.execute_script("for (const each of document.querySelectorAll('*')) each.focus?.()")
    assert browser.execute_script("return window.hurt ?? null") is None
    assert browser.execute_script("return document.querySelectorAll('script, img, iframe, [onerror], [onload]').length") == 0
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.execute_script(PROSE) == article.text


def test_paper_has_the_marks_and_no_notes(show, browser):
    """In print the lines of the marks stay, the notes and the switches do not, and the paper is white."""
    show("everything", scheme="dark", media="print")
    seen = "return [...document.querySelectorAll('.note, .legend input')].filter(each => each.checkVisibility()).length"
    browser.execute_script("document.getElementById('q1').focus()")
    assert browser.execute_script(seen) == 0
    assert browser.execute_script("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.execute_script("return getComputedStyle(document.getElementById('q1')).textDecorationLine") == "underline"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_frame_of_a_notebook_works(browser, tmp_path, language):
    """The page that a notebook gets stands in a frame of its own, and its marks can be focused."""
    file = tmp_path / "notebook.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{port(language)._repr_html_()}", encoding="utf-8")
    browser.get(file.as_uri())
    frame = browser.find_element("css selector", "iframe")
    assert frame.size["height"] > 300
    browser.switch_to.frame(frame)
    assert browser.execute_script(PROSE) == port(language).text
    browser.execute_script("document.getElementById('q1').focus()")
    assert browser.execute_script("return document.querySelector('#q1 > .note').checkVisibility()")
    browser.switch_to.default_content()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(show, browser, name, width, scheme):
    """axe-core finds no fault, contrast included, with a note open and without."""
    script = os.environ.get("NEWSMODEL_AXE")
    if not script:
        pytest.skip("NEWSMODEL_AXE does not name the file axe.min.js of the npm package axe-core")
    show(name, width, scheme)
    browser.execute_script(Path(script).read_text(encoding="utf-8"))
    found = awaited(browser, AXE)
    for place in ("q1", "s1", "d1", "e1"):
        browser.execute_script("document.getElementById(arguments[0])?.focus()", place)
        found += awaited(browser, AXE)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
