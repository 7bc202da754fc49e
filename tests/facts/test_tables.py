"""What stands in the rows of tables."""

import newsmodel

PAGE = (
    "<html lang='en'><body><article><h1>Seats by country</h1><p>The parliament met on 2 May 2024 in Rome, Anna Brown said on Friday.</p>"
    "<h2>The groups</h2><table><tr><td>Injured</td><td>12</td><td>345</td></tr><tr><td>Ann Lee</td><td>Bo Lind</td></tr></table>"
    "<p>Some 20 people came, and “it went well”, said Tom Reed.</p></article></body></html>"
)


def test_nothing_runs_across_cells():
    """A row gives no number, name or date; what stands round the table is read as ever, at its place."""
    article = newsmodel.parse(PAGE)
    assert "Injured 12 345" in article.text
    assert [statistic.value for statistic in article.statistics] == [20]
    assert {entity.name for entity in article.entities} == {"Rome", "Anna Brown", "Tom Reed"}
    assert article.quotes[-1].speaker.name == "Tom Reed"
    assert all(article.text[quote.span.start : quote.span.end] == quote.text for quote in article.quotes)
