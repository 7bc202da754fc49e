"""How the command ends: its status when the output fails, nobody reads it any more, or somebody stops it."""

import os
import runpy
import sys
from pathlib import Path

import pytest

import newsmodel
from newsmodel.__main__ import main

PAGE = str(Path(__file__).parents[1] / "examples" / "bridge.html")


def test_a_pipe_that_nobody_reads_ends_it_quietly(monkeypatch, capfd):
    """Where the reader has gone, the status is that of a broken pipe, nothing is told, and nothing is left to be written."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main([PAGE]) == 141
    assert capfd.readouterr().err == ""


def test_an_output_that_is_no_file_is_told(tmp_path, capsys):
    """An output that cannot be opened gives status 2 and its name."""
    assert main([PAGE, "--out", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", f"newsmodel: {tmp_path}: Is a directory\n")


def test_whoever_stops_it_sees_no_trace(monkeypatch, capsys):
    """Control-C ends it with the status of that signal, and without a traceback."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(newsmodel, "parse", interrupted)
    assert main([PAGE]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_module_ends_with_the_status_of_the_command(monkeypatch, tmp_path, capsys):
    """``python -m newsmodel`` gives the status to the shell."""
    monkeypatch.setattr(sys, "argv", ["newsmodel", str(tmp_path / "none.html")])
    monkeypatch.delitem(sys.modules, "newsmodel.__main__")
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("newsmodel", run_name="__main__")
    assert (caught.value.code, capsys.readouterr().out) == (2, "")
