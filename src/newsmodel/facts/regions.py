"""What a region of a language writes otherwise than the others: the marks of its numbers."""

from typing import Any  # tables come from TOML


def with_marks_of(tables: dict[str, Any], tag: str) -> dict[str, Any]:
    """Give the tables of a language with the marks of thousands and decimals that the region of a tag has."""
    numbers = tables.get("numbers", {})
    # The tag itself is none of its regions.
    if not {part.upper() for part in tag.split("-")[1:]} & set(numbers.get("english_marks", ())):
        return tables
    return tables | {"numbers": numbers | {"thousands": [",", " "], "decimals": ["."]}}
