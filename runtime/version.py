"""The version of this release, as its package metadata has it."""

from importlib.metadata import version

VERSION = version("meshwright")
