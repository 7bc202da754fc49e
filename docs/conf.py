"""How Sphinx builds the documentation: `sphinx-build -W -n docs <folder>`."""

import ast
from enum import Enum
from importlib import metadata
from inspect import getsource
from typing import Any  # Sphinx hands its objects to hooks untyped

import attrs
from sphinx.ext.napoleon import GoogleDocstring

import newsmodel

project = "newsmodel"
author = "newsmodel contributors"
copyright = f"2026, {author}"  # noqa: A001  Sphinx looks for this name
release = version = metadata.version("newsmodel")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsmodel {release}"
html_static_path = ["_static"]
html_css_files = ["newsmodel.css"]
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "signature"

# The build needs no network, so it cannot look up the documentation of others.
nitpick_ignore_regex = [
    ("py:.*", r"(date|datetime|pathlib|enum|os|typing|collections\.abc)\b.*"),  # the standard library
    ("py:.*", r"(attrs?|cattrs)\b.*"),  # what newsmodel is built on
    ("py:.*", r"(pa|pyarrow)\b.*"),  # an extra
    ("py:.*", r"collections\.Counter"),  # likewise
    ("py:.*", r"newsmodel\..*\._[A-Z]\w*"),  # type variables, which signatures show and nobody imports
]


def _shown(default: object) -> str:
    return f"{type(default).__name__}.{default.name}" if isinstance(default, Enum) else repr(default)


def _signature(app: Any, what: str, name: str, obj: Any, options: Any, signature: str, returned: str) -> tuple[str, str] | None:
    """Show which fields of a model class are required and what the others are without a value; of an enum, nothing."""
    if what != "class":
        return None
    if not attrs.has(obj):
        return ("", "") if issubclass(obj, Enum) else None
    fields = sorted(attrs.fields(obj), key=lambda field: (field.kw_only, field.default is not attrs.NOTHING))
    shown = [field.name if field.default is attrs.NOTHING else f"{field.name}={_shown(field.default)}" for field in fields]
    keywords = [field.kw_only for field in fields]
    if True in keywords:
        shown.insert(keywords.index(True), "*")
    return f"({', '.join(shown)})", ""


def _sections(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Read the sections of Google docstrings; napoleon itself would take the words before a colon under a field for its type."""
    if what not in {"attribute", "property", "data"}:
        lines[:] = GoogleDocstring(lines, what=what).lines()


def _show_cached_properties(cls: type) -> None:
    """Give a slotted class its cached properties back as properties: attrs makes slots of them, without docstrings."""
    (tree,) = ast.parse(getsource(cls)).body
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef) and any(ast.unparse(decorator) == "cached_property" for decorator in node.decorator_list):

            def getter(self: Any) -> Any: ...

            getter.__doc__ = ast.get_docstring(node)
            getter.__annotations__ = {"return": ast.unparse(node.returns) if node.returns else "Any"}
            setattr(cls, node.name, property(getter))
            cls.__slots__ = tuple(slot for slot in cls.__slots__ if slot != node.name)  # type: ignore[attr-defined]  # attrs.has


def _closed(app: Any, docname: str, source: list[str]) -> None:
    """Take the empty line away that ends a block of examples; doctest needs it, and readers do not."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")


def _public(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Resolve what annotations name by its home (`newsmodel.model.span.Span`) as the public name (`newsmodel.Span`)."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in newsmodel.__all__:
        return None
    return env.get_domain("py").resolve_xref(env, node["refdoc"], app.builder, "obj", f"newsmodel.{name}", node, contnode)


def setup(app: Any) -> None:
    """Register the hooks above."""
    for name in newsmodel.__all__:
        if attrs.has(value := getattr(newsmodel, name)) and value is not newsmodel.Language:  # whose are not public
            _show_cached_properties(value)
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _sections)
    app.connect("missing-reference", _public)
    app.connect("source-read", _closed)
