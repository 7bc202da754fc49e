"""Every fault of a document: a slow second look at data that the strict converter refused.

It goes the same way as the converter, by the same hooks, but does not stop at the first fault.
"""

import re
from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, get_args, get_origin  # Any: a document under test holds anything

import attrs
from cattrs import Converter

from newsmodel.formats._paths import at
from newsmodel.formats._strict import is_sequence, keys_of, members
from newsmodel.formats._text import Refused

_BROKEN = object()
# "Block.level must be …" and "Article.quotes[3].span must …": how the model tells what breaks its rules.
_RULE = re.compile(r"(?P<cls>\w+)\.(?P<path>[\w.\[\]]+) (?P<fault>.+)", re.DOTALL)


def faults_of(data: object, tp: Any, converter: Converter) -> list[str]:
    """List every fault that keeps data from being a value of a type, each as ``path: what is wrong``."""
    look = _Look(converter)
    look.structured(data, tp, "")
    return look.faults


@attrs.frozen
class _Look:
    converter: Converter
    faults: list[str] = attrs.field(factory=list)

    def structured(self, value: object, tp: Any, path: str) -> object:
        """Make the value of the type, or tell its faults and give ``_BROKEN``."""
        if isinstance(value, Refused):  # told already, by its reader
            return _BROKEN
        some = members(tp) - {NoneType}
        if value is not None and len(some) == 1:
            (inner,) = some
            tp = inner if attrs.has(inner) or is_sequence(inner) else tp
        hook = self.converter.get_structure_hook(tp)
        if is_sequence(tp) and isinstance(value, list):
            return self._sequence(value, tp, path)
        # A hook without overrides is one of the user's own: only it knows what the class looks like in a document.
        if attrs.has(tp) and isinstance(value, dict) and hasattr(hook, "overrides"):
            return self._object(value, tp, keys_of(tp, hook.overrides), path)
        try:
            return hook(value, tp)
        except RecursionError:
            raise  # The document is nested too deeply: that has no place of its own.
        except Exception as error:  # noqa: BLE001 -- whatever a hook raises is a fault of the document
            return self._fault(path, str(error) or type(error).__name__)

    def _fault(self, path: str, fault: str) -> object:
        self.faults.append(f"{path or 'document'}: {fault}")
        return _BROKEN

    def _sequence(self, value: list[object], tp: Any, path: str) -> object:
        items = [self.structured(item, get_args(tp)[0], at(path, index)) for index, item in enumerate(value)]
        return _BROKEN if _has_broken(items) else get_origin(tp)(items)

    def _object(self, value: dict[Any, object], cls: Any, keys: "dict[str, attrs.Attribute[Any]]", path: str) -> object:
        missing = [key for key, attribute in keys.items() if key not in value and attribute.default is attrs.NOTHING]
        unknown = [key for key in value if key not in keys]
        for key in missing:
            self._fault(at(path, key), "missing")
        for key in unknown:
            self._fault(at(path, key), "unknown key")
        known = ((key, keys[key]) for key in value if key in keys)
        given: dict[str, Any] = {field.alias or field.name: self._field(value[key], field, cls, at(path, key)) for key, field in known}
        if missing or unknown or _has_broken(given.values()):
            return _BROKEN
        try:
            return cls(**given)
        except (TypeError, ValueError) as error:
            for way, fault in _told_by_rules(error, cls):
                self._fault(f"{path}.{way}" if path and way else path or way, fault)
            return _BROKEN

    def _field(self, value: object, attribute: "attrs.Attribute[Any]", cls: Any, path: str) -> object:
        made = self.structured(value, attribute.type, path)
        # Making the object would stop at the first field that breaks a rule; so each is asked on its own.
        if made is not _BROKEN and attribute.validator is not None and attribute.converter is None:
            try:
                attribute.validator(cls.__new__(cls), attribute, made)
            except AttributeError:
                pass  # A rule that looks at other fields too: it is asked again when the object is made.
            except (TypeError, ValueError) as error:
                for way, fault in _told_by_rules(error, cls):
                    self._fault(path + way.removeprefix(attribute.name), fault)
                return _BROKEN
        return made


def _told_by_rules(error: Exception, cls: Any) -> Iterator[tuple[str, str]]:
    """Give each fault that an error tells, with the way to it from the object; ``""`` where a rule of the user's own tells none."""
    names = {base.__name__ for base in cls.__mro__}
    for line in str(error).splitlines() or [type(error).__name__]:
        rule = _RULE.fullmatch(line)
        yield (rule["path"], rule["fault"]) if rule and rule["cls"] in names else ("", line)


def _has_broken(values: Iterable[object]) -> bool:
    return any(value is _BROKEN for value in values)
