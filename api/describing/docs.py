"""How to ask: the OpenAPI and AsyncAPI documents, and a page to read and try the first of them offline."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request, Response, get
from litestar.types import ControllerRouterHandler

from api.describing import asyncapi, openapi
from domain.errors import NotFound

ASSETS = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui-standalone-preset.js": "text/javascript",
    "favicon-32x32.png": "image/png",
    "start.js": "text/javascript",
}
START = b"""window.onload = () => SwaggerUIBundle({
  url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, displayRequestDuration: true,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "BaseLayout"
});
"""
PAGE = b"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Meshwright</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css"><link rel="icon" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/assets/swagger-ui-standalone-preset.js"></script>
<script src="/docs/assets/start.js"></script>
</body>
</html>
"""
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
PUBLIC = {"public": True}


@get("/openapi.json", opt=PUBLIC, include_in_schema=False, sync_to_thread=False)
def show_openapi(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Show the OpenAPI document."""
    state = request.app.state
    if "openapi" not in state:
        state.openapi = msgspec.json.encode(openapi.document(request.app))
    return Response(state.openapi, media_type="application/json")


@get("/asyncapi.json", opt=PUBLIC, include_in_schema=False, sync_to_thread=False)
def show_asyncapi() -> Response[bytes]:
    """Show the AsyncAPI document."""
    return Response(_asyncapi(), media_type="application/json")


@get("/", opt=PUBLIC, include_in_schema=False, sync_to_thread=False, status_code=303)
def show_way_in() -> Response[None]:
    """Send whoever asks for nothing in particular to the page."""
    return Response(None, headers={"location": "/docs"})


@get("/docs", opt=PUBLIC, include_in_schema=False, sync_to_thread=False)
def show_docs() -> Response[bytes]:
    """Show the page; all that it loads comes from this server."""
    return Response(PAGE, media_type="text/html", headers={"content-security-policy": POLICY})


@get("/docs/assets/{name:str}", opt=PUBLIC, include_in_schema=False, sync_to_thread=False)
def show_asset(name: str) -> Response[bytes]:
    """Show a part of the page."""
    if name not in ASSETS:
        raise NotFound("The page has no such part")
    return Response(_asset(name), media_type=ASSETS[name], headers={"cache-control": "public, max-age=86400"})


routes: list[ControllerRouterHandler] = [show_way_in, show_openapi, show_asyncapi, show_docs, show_asset]


@cache
def _asyncapi() -> bytes:
    return msgspec.json.encode(asyncapi.document())


@cache
def _asset(name: str) -> bytes:
    if name == "start.js":
        return START
    found = importlib.util.find_spec("swagger_ui")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "static" / name).read_bytes()
