"""The built documentation in a browser: it fits a phone and a desk, and every picture is there."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WIDTHS = (390, 1280)
HEIGHT = 900
NO_PAGES = {"genindex.html", "search.html", "py-modindex.html"}  # lists that Sphinx makes

# What sticks out at the right without being inside a box that scrolls, and the pictures that are not there.
FAULTS = """
const scrolls = node => node && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
const wide = document.scrollingElement.scrollWidth > innerWidth ? ['the page'] : [];
const out = [...document.querySelectorAll('article *')].filter(
    node => node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node.parentElement));
const missing = [...document.images].filter(image => !image.naturalWidth);
return [...wide, ...out.map(node => node.outerHTML.slice(0, 80)), ...missing.map(image => image.src)];
"""


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory):
    for package in ("sphinx", "furo", "myst_parser"):
        pytest.importorskip(package, reason=f"{package} is not installed (the extra `docs` has it)")
    folder = tmp_path_factory.mktemp("site")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", ROOT / "docs", folder], check=True)
    return folder


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits(browser, site, width):
    """No page is wider than the window, nothing sticks out of it, and no picture is missing."""
    size = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    faults = {}
    pages = sorted(path for path in site.rglob("*.html") if "_static" not in path.parts and path.name not in NO_PAGES)
    for page in pages:
        browser.get(page.as_uri())
        if found := browser.execute_script(FAULTS):
            faults[page.relative_to(site).as_posix()] = found
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert len(pages) > 1
    assert faults == {}
