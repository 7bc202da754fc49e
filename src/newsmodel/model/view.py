"""How notebooks show an article: the model knows of no format, only the name of the module that has one for notebooks."""

from importlib import import_module

VIEW = "newsmodel.formats.html.notebook"
"""The module whose ``framed`` gives an article as HTML that can stand inside another page; imported when a notebook asks for it."""


def view_of(article: object) -> str:
    """Give an article as notebooks show it."""
    shown: str = import_module(VIEW).framed(article)
    return shown
