"""An article with one of each of the common facts, its document, and the faults of a document that must be refused."""

import pytest
from hypothesis import HealthCheck, settings

from newsmodel.formats.json import to_dict
from newsmodel.model import (
    Article,
    Block,
    Bound,
    DocumentError,
    Entity,
    EntityKind,
    Quote,
    QuoteKind,
    Role,
    Span,
    Statistic,
    Tweet,
)

# Articles are large: some take long to draw.
any_article = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

TEXT = "At least 342 people were killed, said Ann."
ANN = Entity(name="Ann", kind=EntityKind.PERSON, mentions=(Span(38, 41),))


def article(**parts):
    """Make an article with one of each of the common facts."""
    given_parts = {
        "headline": "Truce",
        "body": (Block(role=Role.PARAGRAPH, text=TEXT, source=3), Block(role=Role.TWEET, text="")),
        "quotes": (Quote(text=TEXT[:31], kind=QuoteKind.INDIRECT, speaker=ANN, cue="said", span=Span(0, 31), cue_span=Span(33, 37)),),
        "statistics": (Statistic(value=342, bound=Bound.AT_LEAST, text=TEXT[:19], span=Span(0, 19)),),
        "tweets": (Tweet(text="hi", block=1),),
    }
    return Article(**given_parts | parts)


def document(**keys):
    """Give the plain data of that article, with other values at the top."""
    return to_dict(article()) | keys


def problems(read, source):
    """Give what is told of a document that must be refused."""
    with pytest.raises(DocumentError) as caught:
        read(source)
    assert caught.value.problems
    return list(caught.value.problems)
