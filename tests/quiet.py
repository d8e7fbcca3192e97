"""Logs of the tests' own process: shown with a test that fails, and nowhere else."""

import logging

import structlog


def quieten() -> None:
    """Pass what structlog gets to the standard library, whose records pytest keeps for the report of a test."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.ExceptionRenderer(),
            structlog.processors.KeyValueRenderer(key_order=["event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    logging.getLogger().setLevel(logging.INFO)
    # Between tests nobody keeps them; without this, the standard library would write warnings to stderr.
    logging.getLogger().addHandler(logging.NullHandler())
