"""What a page shows and where it leads: pictures, films, links."""

from attrs import field, frozen

from newsmodel.model import rules


@frozen(kw_only=True)
class Image:
    """A picture of the article (schema.org ImageObject)."""

    url: str | None = field(default=None, validator=rules.string(nullable=True))
    """Address of its largest variant; ``None`` where the source does not hold it, as in a dump."""

    caption: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Caption as printed, without the credit; ``None`` where there is none."""

    credit: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Who made it or owns it, as printed; ``None`` where the page does not tell."""

    alt: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Alternative text; ``None`` where the page gives none."""


@frozen(kw_only=True)
class Video:
    """A film of the article (schema.org VideoObject)."""

    url: str | None = field(default=None, validator=rules.string(nullable=True))
    """Address of the film or of its player; ``None`` where the source does not hold it, as in a dump."""

    title: str | None = field(default=None, validator=rules.folded(nullable=True))
    """Title or description as the page has it; ``None`` where it has none."""

    duration: str | None = field(default=None, validator=rules.duration)
    """Length as an ISO 8601 duration; ``None`` where the page does not tell."""


@frozen(kw_only=True)
class Link:
    """A link to another page."""

    text: str | None = field(default=None, validator=rules.folded(nullable=True))
    """The words of the link: the title of a related article, or the name of a language; ``None`` where it has no words."""

    url: str | None = field(default=None, validator=rules.string(nullable=True))
    """Where it leads; ``None`` where the source does not hold it, as in a dump."""

    language: str | None = field(default=None, validator=rules.string(nullable=True))
    """BCP 47 tag of the page that it leads to; ``None`` where the page does not tell."""
