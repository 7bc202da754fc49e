"""The browser that the other tests of this folder look with."""


def test_it_renders(browser):
    """A page that is given as data is laid out, and scripts of ours can read it."""
    browser.get("data:text/html,<h1>Today</h1>")
    assert browser.execute_script("return document.body.innerText.trim()") == "Today"
