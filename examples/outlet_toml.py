"""Read the page of an outlet with a style file of its own, and show what the file changes.

Run it from anywhere: ``python examples/outlet_toml.py``. The file is ``quay.toml``, the page ``pages/lighthouse.html``.
"""

from pathlib import Path

import newsmodel

HERE = Path(__file__).parent
PAGE = HERE / "pages" / "lighthouse.html"


def main() -> None:
    """Print the blocks of the page with the roles that structure alone gives them, and with those of the file."""
    style = newsmodel.Style.load(HERE / "quay.toml")
    alone = {block.text: block.role.value for block in newsmodel.read_page(PAGE).blocks}
    print(f"{'without the file':<18}{'with it':<12}words")
    for block in newsmodel.read_page(PAGE, style=style).blocks:
        print(f"{alone.get(block.text, '-'):<18}{block.role.value:<12}{block.text}")

    for name, used in (("without the file", None), ("with it", style)):
        article = newsmodel.parse(PAGE, style=used)
        print(f"\n{name}:")
        print(f"  published  {article.published}")
        print(f"  authors    {[author.name for author in article.authors]}")
        print(f"  images     {[(image.caption, image.credit) for image in article.images]}")
        print(f"  quotes     {[(quote.speaker and quote.speaker.name, quote.text) for quote in article.quotes]}")


if __name__ == "__main__":
    main()
