"""Who is named, and what each of them said."""

from collections.abc import Iterator
from unicodedata import category

from attrs import field, frozen

from newsmodel.formats.html.markup import NOTHING, Html, joined, tag, together
from newsmodel.formats.html.values import amount
from newsmodel.formats.html.view import View
from newsmodel.model import Article, Entity, EntityKind, Span, Statistic

_LONGEST_EXCERPT = 120
_MARKS = frozenset("\"'„‚")  # quotation marks that are not Pi or Pf in Unicode
_SIGNS = {EntityKind.PERSON: "●", EntityKind.ORGANIZATION: "■", EntityKind.PLACE: "▲", EntityKind.UNKNOWN: "○"}
_OTHERS = (
    (EntityKind.PERSON, "other_people"),
    (EntityKind.ORGANIZATION, "other_organizations"),
    (EntityKind.PLACE, "places"),
    (EntityKind.UNKNOWN, "other_names"),
)


@frozen
class Voice:
    """Somebody whom the article names, with what it attributes to them."""

    entity: Entity
    quotes: list[int] = field(factory=list)
    """Indices of the quotes that they speak."""
    statistics: list[int] = field(factory=list)
    """Indices of the statistics that they give."""

    @property
    def is_heard(self) -> bool:
        """Whether anything is attributed to them."""
        return bool(self.quotes or self.statistics)


Key = tuple[str, EntityKind]


def key_of(entity: Entity) -> Key:
    """Give what tells one entity of the article from another."""
    return entity.name, entity.kind


def voices_of(article: Article) -> dict[Key, Voice]:
    """Give everybody whom the article names or quotes, in order; those of the list of entities come first."""
    voices: dict[Key, Voice] = {}
    for entity in article.entities:
        voices.setdefault(key_of(entity), Voice(entity))
    for index, quote in enumerate(article.quotes):
        if quote.speaker is not None:
            voices.setdefault(key_of(quote.speaker), Voice(quote.speaker)).quotes.append(index)
    for index, statistic in enumerate(article.statistics):
        if statistic.source is not None:
            voices.setdefault(key_of(statistic.source), Voice(statistic.source)).statistics.append(index)
    return voices


def places_of(voices: dict[Key, Voice]) -> dict[Key, str]:
    """Give the names of the places on the page where those are shown who are heard."""
    return {key: f"p{number}" for number, key in enumerate((key for key, voice in voices.items() if voice.is_heard), 1)}


def people_panel(view: View, voices: dict[Key, Voice], places: dict[Key, str]) -> Html:
    """Show who is heard, with links to the words, and name the others."""
    cards = [_card(view, voices[key], place) for key, place in places.items()]
    others = list(_others(view, voices))
    if not cards and not others:
        return NOTHING
    heard = tag("ol", *cards, class_="voices") if cards else NOTHING
    named = tag("dl", *others, class_="named") if others else NOTHING
    return tag("section", tag("h2", view.word("people"), id="people"), heard, named, aria_labelledby="people", class_="panel")


def _card(view: View, voice: Voice, place: str) -> Html:
    entity = voice.entity
    role = tag("span", view.said(entity.role), class_="role") if entity.role else NOTHING
    who = tag("p", tag("span", _SIGNS[entity.kind], aria_hidden="true", class_="sign"), view.said(entity.name, class_="name"), " ", role)
    kind = tag("span", view.word(entity.kind), class_="unseen")
    said = [_said(view, index) for index in voice.quotes] + [_told(view, index) for index in voice.statistics]
    return tag("li", who, kind, tag("ul", *said), id=place, tabindex="-1")


def _said(view: View, index: int) -> Html:
    quote = view.article.quotes[index]
    before, after = _marks_around(view.article.text, quote.span)
    words = tag("a", view.said(f"{before}{excerpt(quote.text)}{after}"), href=f"#q{index + 1}", class_="to-quote")
    cue = together(" ", tag("span", view.said(quote.cue), class_="cue")) if quote.cue else NOTHING
    return tag("li", words, cue)


def _marks_around(text: str, span: Span) -> tuple[str, str]:
    """Give the quotation marks that the article prints around words; what has none there must be given none here."""
    around = (text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1])
    return around if all(mark and (mark in _MARKS or category(mark) in {"Pi", "Pf"}) for mark in around) else ("", "")


def _told(view: View, index: int) -> Html:
    statistic = view.article.statistics[index]
    return tag("li", tag("a", counted(view, statistic), href=f"#s{index + 1}", class_="to-statistic"))


def counted(view: View, statistic: Statistic) -> Html:
    """Give a number with what it counts."""
    parts = [tag("bdi", amount(statistic), dir="ltr", class_="amount")]
    parts.extend(view.said(words) for words in (statistic.unit, statistic.measure) if words)
    return joined(" ", parts)


def _others(view: View, voices: dict[Key, Voice]) -> Iterator[Html]:
    for kind, title in _OTHERS:
        silent = [voice.entity for voice in voices.values() if voice.entity.kind is kind and not voice.is_heard]
        if silent:
            names = [tag("li", _named(view, entity)) for entity in silent]
            sign = tag("span", _SIGNS[kind], aria_hidden="true", class_="sign")
            yield together(tag("dt", sign, view.word(title)), tag("dd", tag("ul", *names)))


def _named(view: View, entity: Entity) -> Html:
    role = together(" ", tag("span", view.said(entity.role), class_="role")) if entity.role else NOTHING
    return together(view.said(entity.name), role)


def excerpt(text: str) -> str:
    r"""Give the beginning of a text, whole words of it.

    >>> excerpt("word " * 30)[-11:]
    'word word\xa0…'
    """
    if len(text) <= _LONGEST_EXCERPT:
        return text
    beginning, blank, _ = text[:_LONGEST_EXCERPT].rpartition(" ")
    return f"{beginning}\N{NO-BREAK SPACE}…" if blank else f"{text[:_LONGEST_EXCERPT]}…"
