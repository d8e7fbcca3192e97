"""Each family's words for what went wrong, and which path speaks which."""

import typing
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.handlers import BaseRouteHandler

from api.app import create_app
from api.dialects import DIALECTS, STATUS, TITLE, Kind, Problem, family_of
from api.wire.errors import KINDS, problem_of
from api.wire.nesting import require_shallow
from api.wire.wording import allowed_values, reworded
from domain import errors
from domain.errors import Invalid
from domain.prompt import PromptParameters
from runtime.settings import Settings

ALL_KINDS: tuple[Kind, ...] = typing.get_args(Kind)
OF_SPEC_1 = {
    "VALIDATION_ERROR",
    "AUTHENTICATION_ERROR",
    "AUTHORIZATION_ERROR",
    "NOT_FOUND",
    "RATE_LIMIT_EXCEEDED",
    "GENERATION_FAILED",
    "STORAGE_ERROR",
    "INTERNAL_ERROR",
}
PUBLIC = {
    "GetGeometryOperation",  # of a compliance case: the path is signed; operations ask for a token themselves
    "HeadCaseGeometry",
    "GetErasureReceipt",
    "GetReceiptKey",
    "GetAssetContent",  # a signed link
    "GetBatchStatus",  # its session id, or its owner's credentials; so are the next ones
    "download_model",
    "download_all",
    "WatchBatch",
    "watch_batch",
    "download_batch_file",
    "hear_fal",  # signed by who sends it
    "get_preview",  # a signed path, or its owner's credentials; so are the next two
    "get_geometry",
    "get_report",
    "Register",
    "SignIn",
    "Refresh",
    "TakeToken",
    "ShowHealth",
    "ShowReadiness",
    "ShowMetrics",
    "show_openapi",
    "show_asyncapi",
    "show_docs",
    "show_asset",
    "show_way_in",
    "handle_schema_path_not_found",  # pages of Litestar, which are off
    "_handler",
    "watch_project",  # as watch_run
    "watch_run",  # accepts first and then checks, so that browsers see why it was closed
}


@pytest.mark.parametrize(
    ("path", "family"),
    [
        ("/api/v1/prompts/", 1),
        ("/prompts", 1),
        ("/api/v1/geometry/simplify", 1),
        ("/geometry/case_001.stl", 3),  # a file of a compliance case
        ("/api/v1/ws/runs/run_1", 1),
        ("/api/v1/generate", 3),
        ("/api/v1/compliance/run_case", 3),
        ("/api/v1/data/u123", 3),
        ("/preview/spec_1.jpg", 3),
        ("/api/v1/status/stream/x", 4),
        ("/api/v1/download/a/b/model", 4),
        ("/api/v1/files/download/1/mesh", 5),
        ("/api/v1/projects", 5),
        ("/ws/jobs/1", 5),
        ("/api/v1/auth/login", 1),
        ("/api/v1/auth/register", 5),
        ("/api/v1/auth/registered", 1),
        ("/api/v1/auth/token/x", 5),
        ("/api/v1/auth/me", 5),
        ("/api/v1/projectsx", 1),
        ("/api/v1", 1),
        ("/", 1),
        ("", 1),
        ("/api/v1x/generate", 1),
    ],
)
def test_the_longest_prefix_says_which_family_answers(path: str, family: int) -> None:
    assert family_of(path) == family


def test_both_sign_ins_share_a_path_and_the_api_key_tells_them_apart() -> None:
    assert family_of("/api/v1/auth/login", has_api_key=True) == 3
    assert family_of("/api/v1/auth/me", has_api_key=True) == 5


@given(st.text(max_size=200))
def test_every_path_has_a_family(path: str) -> None:
    assert family_of(path) in DIALECTS


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_problem_can_be_said_in_every_dialect(kind: Kind) -> None:
    problem = Problem(kind, "A sentence.", {"field": "text"})
    for dialect in DIALECTS.values():
        assert msgspec.json.encode(dialect.body(problem, "req_1"))
        assert dialect.problem_body(problem, "req_1")["title"] == TITLE[kind]
        assert 400 <= dialect.status(problem) < 600
        assert STATUS[kind]


def test_family_1_has_the_codes_of_its_spec_and_no_other() -> None:
    assert set(DIALECTS[1].codes.values()) == OF_SPEC_1


def test_a_full_disk_is_507_in_family_5_and_500_where_a_spec_knows_no_other() -> None:
    problem = problem_of(errors.DiskFull("The disk is full"))
    assert {family: dialect.status(problem) for family, dialect in DIALECTS.items()}[5] == 507
    assert DIALECTS[1].status(problem) == 500
    assert DIALECTS[1].codes[problem.kind] == "STORAGE_ERROR"


def test_validation_is_422_in_family_5_and_400_elsewhere() -> None:
    problem = Problem("validation", "x")
    assert {family: dialect.status(problem) for family, dialect in DIALECTS.items()} == {
        1: 400,
        2: 400,
        3: 400,
        4: 400,
        5: 422,
    }


def test_every_error_of_the_domain_has_a_kind() -> None:
    leaves = [
        found
        for found in vars(errors).values()
        if isinstance(found, type)
        and issubclass(found, errors.MeshwrightError)
        and not any(one.__module__ == errors.__name__ for one in found.__subclasses__())
    ]
    assert {leaf for leaf in leaves if problem_of(leaf("x")).kind == "internal"} == set()
    assert set(KINDS) <= {*leaves, errors.StorageFailed}  # of which a full disk is a kind


def test_what_nobody_expected_says_nothing_of_the_inside() -> None:
    problem = problem_of(RuntimeError("password=hunter2 at /srv/secret.py"))
    said = str(DIALECTS[1].body(problem, "req_1")) + str(DIALECTS[1].problem_body(problem, "req_1"))
    assert problem.kind == "internal"
    assert "hunter2" not in said
    assert "secret.py" not in said


def test_an_error_that_passes_with_time_says_when_to_return() -> None:
    assert problem_of(errors.TooMany("Wait", retry_after_s=2.4)).headers["Retry-After"] == "2"
    assert problem_of(errors.Unavailable("Away")).headers["Retry-After"] == "1"


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("Object missing required field `text`", "The field `text` is missing"),
        ("Expected `int` >= 4 - at `$.poly_budget`", "`x` must be a whole number, at least 4"),
        ("Expected `str` of length <= 10", "`x` must have at most 10 characters"),
        ("Expected `array` of length <= 2", "`x` must have at most 2 items"),
        ("Expected `array` of length >= 1", "`x` must have at least 1 item"),
        ("Expected `str` of length >= 1", "`x` must have at least 1 character"),
        ("Expected `int | null`, got `str`", "`x` must be a whole number or null, not a text"),
        ("Expected `str` matching regex '^a$'", "`x` must match ^a$"),
        ("something new", "`x` is missing, or has a value that is not allowed"),
    ],
)
def test_a_validators_message_is_said_in_plain_words(message: str, words: str) -> None:
    key = "" if "missing required" in message else "x"
    assert reworded(key, message)[1] == words


def test_a_choice_names_what_is_allowed() -> None:
    assert allowed_values(PromptParameters, "scale") == ["large", "medium", "small"]
    said = reworded("scale", "Invalid enum value 'huge'", PromptParameters)[1]
    assert said == "`scale` must be one of: large, medium, small, not `huge`"


def test_a_refused_choice_is_named_and_cut_where_it_is_long() -> None:
    assert (
        reworded("scale", f"Invalid enum value '{'x' * 500}'")[1] == f"`scale` has a value not allowed: `{'x' * 39}…`"
    )


@given(st.integers(1, 300))
def test_nesting_is_counted_outside_texts(depth: int) -> None:
    body = b'{"a": "' + b"[" * 1000 + b'\\"{", "b": ' + b"[" * depth + b"]" * depth + b"}"
    if depth < 64:
        require_shallow(body, 64)
    else:
        with pytest.raises(Invalid, match="64"):
            require_shallow(body, 64)


def every_route(settings: Settings) -> dict[str, BaseRouteHandler]:
    app = create_app(settings)
    found: dict[str, BaseRouteHandler] = {}
    for route in app.routes:
        handlers: Any = getattr(route, "route_handlers", None) or [getattr(route, "route_handler", None)]
        for handler in handlers:
            if handler is not None and "OPTIONS" not in getattr(handler, "http_methods", ()):
                name = getattr(handler, "operation_id", None)
                key = name if isinstance(name, str) else handler.handler_name
                found["GetAssetContent" if key == "get_asset_content" else key] = handler
    return found


def test_a_route_is_closed_unless_it_is_on_the_short_list_of_open_ones(tmp_path: Any) -> None:
    routes = every_route(Settings(str(tmp_path)))
    assert {name for name, handler in routes.items() if handler.opt.get("public")} == PUBLIC
    closed = [handler for handler in routes.values() if not handler.opt.get("public")]
    assert closed
    for handler in closed:
        assert any(guard.__name__ == "require_caller" for guard in handler.resolve_guards())
