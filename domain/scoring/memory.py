"""The last evaluations, so that who shows one need not compute again what a decision has just computed."""

from collections import OrderedDict
from collections.abc import Callable

from domain.scoring.types import Evaluation
from domain.spec import DesignSpec

KEPT_MAX = 256
Chosen = frozenset[tuple[str, str]]
Key = tuple[int, tuple[str, ...], Chosen]
_KEPT: OrderedDict[Key, tuple[DesignSpec, Evaluation]] = OrderedDict()


def remembered(
    spec: DesignSpec, asked: tuple[str, ...], chosen: Chosen, compute: Callable[[], Evaluation]
) -> Evaluation:
    """Return the evaluation of this very object, computed at most once while it is among the last ones."""
    key = (id(spec), asked, chosen)  # the spec is kept with it, so its id stays its own
    found = _KEPT.get(key)
    if found is not None and found[0] is spec:
        return found[1]
    made = compute()
    _KEPT[key] = (spec, made)
    while len(_KEPT) > KEPT_MAX:
        _KEPT.popitem(last=False)
    return made
