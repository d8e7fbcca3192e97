"""The audit trail on the command line: `audit` writes it out, or checks what was written out."""

from pathlib import Path
from typing import IO, Any

import click
import msgspec

from domain.errors import Invalid
from runtime.cli.common import command, data_dir_option, open_services


@click.command(epilog="Example: meshwright audit > trail.jsonl      meshwright audit --check trail.jsonl")
@click.option("--account", default="", help="Only what this account did.")
@click.option(
    "--check",
    "trail",
    type=click.File("rb"),
    help="Compare an exported trail with the log instead.",
)
@data_dir_option
@command
async def audit(account: str, trail: IO[bytes] | None, data_dir: Path | None) -> int:
    """Write out who did and read what, a line of JSON for each record, with the proof that the log holds it so."""
    from projections.audit_export import export

    async with open_services(data_dir) as services:
        if trail is not None:
            return await _check(trail.read().splitlines(), services)
        async for line in export(services, account):
            click.echo(line, nl=False)
    return 0


async def _check(lines: list[bytes], services: Any) -> int:
    """Compare each line with its own hash, and with what the log has at its position."""
    from projections.audit_export import Line, is_true, lines_at

    checked = erased = 0
    for number, text in enumerate(lines, 1):
        try:
            line = msgspec.json.decode(text, type=Line)
        except msgspec.DecodeError as error:
            raise Invalid(f"Line {number} is not one of an exported trail") from error
        if line.proof is None:
            if line.records != checked:
                click.echo(f"The trail had {line.records} records when it was exported; {checked} are here.")
                return 1
            continue
        known = await lines_at(services, [line.proof.position])
        if not known or not is_true(line, known[0]):
            click.echo(f"Line {number} is not what the log has at position {line.proof.position}.")
            return 1
        checked += 1
        erased += line.event is not None and known[0].event is None
    click.echo(
        f"All {checked} records of the trail are as the log has them; `meshwright verify` checks the log itself."
    )
    if erased:
        click.echo(f"{erased} of them were erased since: what their lines say beside the envelope cannot be compared.")
    return 0
