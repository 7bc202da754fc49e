"""The way from a prose to its facts."""

from datetime import date, datetime

from newsmodel.facts import aged, dates, names, pulled, tweets
from newsmodel.facts.attribution import Sources
from newsmodel.facts.calendar import Anchor
from newsmodel.facts.draft import Draft
from newsmodel.facts.entities import Register
from newsmodel.facts.events import Events
from newsmodel.facts.givers import Givers
from newsmodel.facts.indirect import Indirect
from newsmodel.facts.labelled import Labelled
from newsmodel.facts.language import Language, load_for
from newsmodel.facts.quotes import Quoted
from newsmodel.facts.scan import Scan
from newsmodel.facts.speakers import Speakers
from newsmodel.facts.statistics import Statistics
from newsmodel.model import Block, Entity, EntityKind, Facts, Limits, Quote, Role, Tweet
from newsmodel.model.tags import language_tag


def extract_facts(
    text: str,
    language: str | Language | None = "en",
    published: date | datetime | None = None,
    limits: Limits | None = None,
) -> Facts:
    """Find the facts of any prose.

    Args:
        text: the prose; a line break ends a paragraph. Spans of the facts count in it as it is.
        language: BCP 47 tag, English unless told otherwise. Of a language without a file, rules without words are all there is:
            quotations without their speakers, numbers with the word after them, and names by their capital letters.
            Or a :class:`~newsmodel.Language` of your own.
        published: when the text was published; relative dates (“on Tuesday”) count from it, and stay open without it.
        limits: how long the text may be, and how many facts it may hold; by default :class:`~newsmodel.Limits` as it is.

    Raises:
        PageError: the text is beyond the limits.
        TypeError: an argument has the wrong type.
        ValueError: ``language`` is no BCP 47 tag.

    """
    if not isinstance(text, str):
        msg = f"text must be str, not {type(text).__name__}"
        raise TypeError(msg)
    if not isinstance(language, Language):
        language = load_for(language_tag(language), text)
    if published is not None and not isinstance(published, date):
        msg = f"published must be date, datetime or None, not {type(published).__name__}"
        raise TypeError(msg)
    return find(text, language, Anchor(published=day_of(published)), limits=Limits.of(limits))


def day_of(moment: date | datetime | None) -> date | None:
    """Give the day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def find_in_body(
    body: tuple[Block, ...], text: str, language: str | Language | None, published: date | datetime | None, limits: Limits
) -> tuple[Facts, tuple[Tweet, ...]]:
    """Find the facts of an article's body and its tweets.

    Where nothing tells the day of publication, the newest tweet tells the year of incomplete dates.
    """
    found = tweets.find(body)
    if not isinstance(language, Language):
        language = load_for(language, text)
    days = [day for tweet in found if (day := day_of(tweet.posted))]
    anchor = Anchor(published=day_of(published), around=max(days, default=None))
    return find(text, language, anchor, tuple(block for block in body if block.role.is_prose), limits=limits), found


def find(text: str, language: Language, anchor: Anchor, prose: tuple[Block, ...] = (), *, limits: Limits) -> Facts:
    """Find the facts of a text; ``prose`` are the blocks that it was made of, one a paragraph, where they are known."""
    limits.check("characters", len(text))
    read = [block for block in prose if block.role is not Role.TABLE]
    headings = frozenset(number for number, block in enumerate(read) if block.role is Role.HEADING)
    scan = Scan(_without_tables(text, prose), language)
    mentions = names.find(scan)
    register = Register(scan, mentions)
    speakers = Speakers(scan, register)
    aged.hold(scan, register, speakers.anaphora)
    periods = dates.find(scan, anchor, mentions)
    sources = Sources(scan, register)
    quoted = Quoted(scan, sources, speakers, headings)
    drafts = pulled.merged(quoted.find(), pulled.find(register, prose))
    drafts = sorted((*drafts, *Labelled(scan, register).find(drafts)), key=_place)
    reporting = Indirect(scan, sources, quoted)
    indirect, stances = reporting.with_stances(drafts, reporting.find(drafts))
    said = sorted((*drafts, *indirect), key=_place)
    entities: dict[int, Entity] = {}
    quotes = tuple(_quote(text, draft, register, entities) for draft in sorted((*said, *stances), key=_place))
    contents = [(draft.span, entities[draft.speaker]) for draft in said if draft.speaker is not None]
    places = {
        mention.span.start: register.entity(register.of(mention))
        for mention in register.mentions
        if mention.kind is EntityKind.PLACE or register.kind(register.of(mention)) is EntityKind.PLACE
    }
    cues = frozenset(draft.cue.last for draft in said if draft.cue is not None)
    # "Das teilte die Stadt am Freitag mit" reports what was said before.
    cues |= {cue.first for cue in sources.cues if cue.tail is not None}
    facts = Facts(
        quotes=quotes,
        statistics=Statistics(scan, register.mentions, periods).find(contents, places, Givers(scan, register)),
        events=Events(scan, register, cues, [draft.span for draft in said]).find(periods),
        dates=tuple(periods),
        entities=register.entities(),
    )
    count = len(facts.quotes) + len(facts.statistics) + len(facts.events) + len(facts.dates) + len(facts.entities)
    limits.check("facts", count)
    limits.check("mentions", _mentions_told(facts))
    return facts


def _mentions_told(facts: Facts) -> int:
    """Count the mentions of those whom the facts name, as often as facts name them."""
    named = [
        *(quote.speaker for quote in facts.quotes),
        *(each for whole in facts.statistics for statistic in (whole, *whole.parts) for each in (statistic.source, statistic.place)),
        *(each for event in facts.events for each in (*event.participants, event.place)),
    ]
    return sum(len(entity.mentions) for entity in named if entity is not None)


def _without_tables(text: str, prose: tuple[Block, ...]) -> str:
    """Blank out the rows of tables: no mark parts their cells, so that names and numbers would run across them."""
    rows = [block.span for block in prose if block.role is Role.TABLE and block.span is not None]
    pieces, at = [], 0
    for row in rows:
        pieces += [text[at : row.start], " " * (row.end - row.start)]
        at = row.end
    return "".join((*pieces, text[at:])) if rows else text


def _place(draft: Draft) -> tuple[int, int]:
    return draft.span.start, draft.span.end


def _quote(text: str, draft: Draft, register: Register, entities: dict[int, Entity]) -> Quote:
    if draft.speaker is not None and draft.speaker not in entities:
        entities[draft.speaker] = register.entity(draft.speaker)
    return Quote(
        text=draft.span.of(text),
        kind=draft.kind,
        speaker=entities[draft.speaker] if draft.speaker is not None else None,
        cue=draft.cue.span.of(text) if draft.cue is not None else None,
        span=draft.span,
        speaker_span=draft.source.span if draft.source is not None else None,
        cue_span=draft.cue.span if draft.cue is not None else None,
    )
