"""WARC records for tests, and the script that writes made-up pages."""

import gzip
import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]

PAGE = "<html lang=en><article><h1>Bridge number {n} reopens</h1><p>“The bridge is open,” said Ann Lee on 2 May 2024.</p></article></html>"


def script():
    """Give the module of ``scripts/synthetic_warc.py``."""
    spec = importlib.util.spec_from_file_location("synthetic_warc", ROOT / "scripts" / "synthetic_warc.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(number):
    """Give a page with a number in its headline."""
    return PAGE.format(n=number).encode()


def record(body, url="https://news.example/1", *, status=200, media="text/html", kind="response", http="", length=None, version="WARC/1.1"):  # noqa: PLR0913  each is something that may be wrong
    """Give a record, not compressed."""
    block = f"HTTP/1.1 {status} Told\r\nContent-Type: {media}\r\n{http}\r\n".encode() + body
    head = (
        f"{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*records):
    """Compress records, each by itself, as crawls do."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
