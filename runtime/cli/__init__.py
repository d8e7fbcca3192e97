"""The command line. It puts the rooms together: it alone imports from all of them, and only when a command runs."""

import click

from runtime.cli.account import account
from runtime.cli.audit import audit
from runtime.cli.gallery import gallery
from runtime.cli.history import events, rebuild, replay, rerun, verify
from runtime.cli.make import make
from runtime.cli.roles import api, project, relay, work
from runtime.cli.up import up


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="meshwright")
def main() -> None:
    """Meshwright makes 3D models from words, and remembers how.

    \b
    Make one model, no server needed:   meshwright make "a bronze pocket watch" --out demo
    Serve all, on one machine:          meshwright up
    Look at what happened:              meshwright events --limit 20
    """


for _command in (up, api, work, project, relay, make, gallery, events, replay, rebuild, verify, rerun, account, audit):
    main.add_command(_command)
