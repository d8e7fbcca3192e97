"""Handlers that behave as a test wants; the setting `work.handlers_package` names this package."""
