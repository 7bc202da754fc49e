"""Threads and processes may share everything: the same pages give equal articles, and articles can be handed on."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

import newsmodel
from newsmodel.facts import language
from newsmodel.pages import style
from tests.promises.digest import pages

PAGES = pages()
THREADS = 16


@pytest.fixture(scope="module", name="alone")
def _alone():
    return [newsmodel.parse(page) for page in PAGES]


def test_threads_read_the_same(alone):
    """Sixteen threads that read the same pages at once, with nothing read before, make equal articles."""
    for module in (language, style):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    with ThreadPoolExecutor(THREADS) as pool:
        for articles in zip(*(pool.map(newsmodel.parse, PAGES) for _ in range(THREADS)), strict=True):
            assert len(set(articles)) == 1
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(newsmodel.parse, PAGES)) == alone


@pytest.mark.parametrize("way", ["spawn", "forkserver"])
def test_processes_read_the_same(alone, way):
    """Processes that are started afresh make equal articles, and hand them over."""
    with ProcessPoolExecutor(2, mp_context=get_context(way)) as pool:
        assert list(pool.map(newsmodel.parse, PAGES)) == alone


def test_articles_can_be_handed_on(alone):
    """A pickle, a copy and a deep copy of an article are equal to it, have its hash, and derive the same."""
    for article in alone:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(article, protocol)) == article  # noqa: S301 -- our own pickle
        for made in (copy.copy(article), copy.deepcopy(article), pickle.loads(pickle.dumps(article))):  # noqa: S301 -- likewise
            assert (made, hash(made), made.text, repr(made)) == (article, hash(article), article.text, repr(article))
    assert len(set(alone)) == len({newsmodel.to_json(article) for article in alone})
