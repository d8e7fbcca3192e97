"""A search that learns which numbers pull together: covariance matrix adaptation."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def evolved(
    score: Callable[[Numbers], float], start: Numbers, spread: Numbers, *, looks: int, random: np.random.Generator
) -> Numbers:
    """Return the numbers of the highest score found in so many looks.

    Parameters
    ----------
    start, spread : (n,) float64
        Where it begins, and how far it strays at first along each.

    Source: Hansen, "The CMA Evolution Strategy: A Tutorial", 2016, with its usual constants.
    """
    count = len(start)
    many = 4 + int(3 * np.log(count))
    weights = np.log((many + 1) / 2) - np.log(np.arange(1, many // 2 + 1))
    weights /= weights.sum()
    mass = 1 / float((weights**2).sum())
    c_sigma = (mass + 2) / (count + mass + 5)
    damping = 1 + 2 * max(0.0, np.sqrt((mass - 1) / (count + 1)) - 1) + c_sigma
    c_path = (4 + mass / count) / (count + 4 + 2 * mass / count)
    c_one = 2 / ((count + 1.3) ** 2 + mass)
    c_many = min(1 - c_one, 2 * (mass - 2 + 1 / mass) / ((count + 2) ** 2 + mass))
    usual = np.sqrt(count) * (1 - 1 / (4 * count) + 1 / (21 * count**2))
    mean, sigma, shape = np.zeros(count), 1.0, np.eye(count)
    path_sigma, path = np.zeros(count), np.zeros(count)
    best, best_score = start, score(start)
    for _ in range(max(0, looks - 1) // many):
        values, axes = np.linalg.eigh(shape)
        root = axes * np.sqrt(np.maximum(values, 1e-12))
        steps = random.standard_normal((many, count)) @ root.T
        tried = start + spread * (mean + sigma * steps)
        scores = np.array([score(one) for one in tried])
        order = np.argsort(-scores, kind="stable")
        if scores[order[0]] > best_score:
            best, best_score = tried[order[0]], float(scores[order[0]])
        chosen = steps[order[: len(weights)]]
        move = weights @ chosen
        mean = mean + sigma * move
        inverse = axes / np.sqrt(np.maximum(values, 1e-12)) @ axes.T
        path_sigma = (1 - c_sigma) * path_sigma + np.sqrt(c_sigma * (2 - c_sigma) * mass) * (inverse @ move)
        length = float(np.linalg.norm(path_sigma))
        path = (1 - c_path) * path + np.sqrt(c_path * (2 - c_path) * mass) * move
        spreadings = np.einsum("k,ki,kj->ij", weights, chosen, chosen)
        shape = (1 - c_one - c_many) * shape + c_one * np.outer(path, path) + c_many * spreadings
        sigma *= float(np.exp(np.clip(c_sigma / damping * (length / usual - 1), -1, 1)))
    return best
