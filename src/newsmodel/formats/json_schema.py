"""The JSON Schema of newsmodel's own JSON.

It is generated from the classes of the model and kept beside this module, since their docstrings cannot be read at run time.
"""

import json
from pathlib import Path
from typing import Any  # a schema is data of any shape

_FILE = Path(__file__).with_name("article.schema.json")


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the documents that :func:`to_json` writes and :func:`from_json` reads, as plain data.

    It describes every field.
    A document that it accepts can still be refused: whether the facts stand in the text is nothing that a schema can tell.
    """
    schema: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return schema
