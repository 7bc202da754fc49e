"""Make the pictures of the documentation: the Syria article as newsmodel.to_html shows it, in a headless Chromium.

It needs ``newsmodel[browser]``, Chromium and chromedriver. Run it from anywhere: ``python scripts/screenshot.py``.
"""

import shutil
import tempfile
from pathlib import Path

from selenium import webdriver

import newsmodel

ROOT = Path(__file__).parents[1]
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1")
# file, width, height, colour scheme, and the mark whose note is open
PICTURES = (
    ("html-view.png", 1180, 1060, "light", "q1"),
    ("html-view-statistic.png", 760, 560, "light", "s1"),
    ("html-view-phone.png", 390, 760, "dark", None),
)


def main() -> None:
    """Write the page to a file, open it at each size, and keep what is seen."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS:
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    article = newsmodel.parse(ROOT / "examples" / "syria_article.txt")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "article.html"
        page.write_text(newsmodel.to_html(article), encoding="utf-8")
        for name, width, height, scheme, mark in PICTURES:
            features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
            size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            browser.get(page.as_uri())
            if mark is not None:
                show = "const it = document.getElementById(arguments[0]); it.focus({preventScroll: true});"
                into_view = "if (it.getBoundingClientRect().bottom > innerHeight) it.scrollIntoView({block: 'center'})"
                browser.execute_script(show + into_view, mark)
            browser.save_screenshot(str(ROOT / "docs" / name))
            print(f"docs/{name}: {width} x {height}")
    browser.quit()


if __name__ == "__main__":
    main()
