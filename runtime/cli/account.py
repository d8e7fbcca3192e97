"""`meshwright account`: open accounts, list them, change their roles."""

from pathlib import Path
from typing import Any

import click

from domain.access import SYSTEM
from runtime.cli.common import command, data_dir_option, json_option, open_services, to_json


@click.group(epilog="Example: meshwright account list --json")
def account() -> None:
    """Open accounts, list them, change their roles."""


@account.command("add", epilog="Example: meshwright account add mira mira@example.org --admin")
@click.argument("username")
@click.argument("email")
@click.password_option(help="Asked for when it is not given.")
@click.option("--admin", is_flag=True, help="Give the role admin.")
@json_option
@data_dir_option
@command
async def add(username: str, email: str, password: str, admin: bool, as_json: bool, data_dir: Path | None) -> None:
    """Open an account."""
    from commands.do import Do
    from commands.register import register

    async with open_services(data_dir, begin=True) as services:
        done = await register(
            Do(services.store), services, username, email, password, role="admin" if admin else "user"
        )
        click.echo(to_json({"id": done.stream}) if as_json else done.stream)


@account.command("list", epilog="Example: meshwright account list --json")
@json_option
@data_dir_option
@command
async def list_(as_json: bool, data_dir: Path | None) -> None:
    """List accounts."""
    async with open_services(data_dir) as services:
        for row in await _accounts(services):
            click.echo(to_json(row) if as_json else f"{row['id']}  {row['role']:5}  {row['username']}")


@account.command("role", epilog="Example: meshwright account role acct_01k… admin")
@click.argument("account_id")
@click.argument("role", type=click.Choice(["user", "admin"]))
@json_option
@data_dir_option
@command
async def role(account_id: str, role: Any, as_json: bool, data_dir: Path | None) -> None:
    """Change what an account may do."""
    from commands.account import ChangeRole
    from commands.do import Do

    async with open_services(data_dir) as services:
        done = await Do(services.store)(ChangeRole(account_id, role), SYSTEM)
        changed = {"id": account_id, "role": done.state.role}
        click.echo(to_json(changed) if as_json else f"The account {account_id} has the role {done.state.role} now.")


async def _accounts(services: Any) -> list[dict[str, Any]]:
    from projections.account import AccountView
    from projections.base import PAGE_SIZE_MAX, every

    view = AccountView(services.pool)
    return [
        {"id": row.id, "number": row.number, "username": row.username, "role": row.role}
        async for row in every(lambda after: view.list(SYSTEM, after=after, limit=PAGE_SIZE_MAX))
    ]
