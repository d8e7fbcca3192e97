"""What scores say together, in words."""

from collections.abc import Mapping

from domain.scoring.types import Score

_WORDS = ((8.5, "Excellent"), (7.0, "Good"), (5.5, "Fair"), (4.0, "Modest"), (0.0, "Poor"))


def feedback_of(overall: float, scores: Mapping[str, Score]) -> str:
    """Return the whole in a few sentences: how good it is, where it is best, and where it is worst."""
    judged = {name: score for name, score in scores.items() if score.applies}
    if not judged:
        return "None of these criteria applies to this design"
    said = f"{word_of(overall)} overall ({overall:.1f} of 10)"
    if len(judged) == 1:
        (score,) = judged.values()
        return f"{said}. {score.finding}."
    best = max(judged, key=lambda name: judged[name].value)
    worst = min(judged, key=lambda name: judged[name].value)
    if judged[best].value == judged[worst].value:
        return f"{said}, alike in all that was judged. {judged[best].finding}."
    return (
        f"{said}. Best in {best} ({judged[best].value:.1f}): {_joined(judged[best].finding)}."
        f" Weakest in {worst} ({judged[worst].value:.1f}): {_joined(judged[worst].finding)}."
    )


def word_of(value: float) -> str:
    """Return a word for a score."""
    return next(word for least, word in _WORDS if value >= least)


def _joined(finding: str) -> str:
    return finding[:1].lower() + finding[1:]
