"""Follow what happens to your designs over HTTP: `python examples/follow_events.py [POSITION]`.

Needs httpx, and a server at MESHWRIGHT_URL. Stop it when you like: the last position goes on from there.
"""

import json
import os
import sys

import httpx

URL = os.environ.get("MESHWRIGHT_URL", "http://localhost:8000/api/v1")
HEADERS = {"X-API-Key": os.environ["MESHWRIGHT_API_KEY"]}
WHO = {"username": os.environ.get("MESHWRIGHT_USER", "admin"), "password": os.environ["MESHWRIGHT_PASSWORD"]}
token = httpx.post(f"{URL}/auth/login", json=WHO, headers=HEADERS).raise_for_status().json()["access_token"]
HEADERS |= {"Authorization": f"Bearer {token}"}
query = {"tag": "design", "after": sys.argv[1]} if len(sys.argv) > 1 else {"tag": "design"}
with httpx.stream("GET", f"{URL}/events/stream", params=query, headers=HEADERS, timeout=60) as stream:
    for line in stream.raise_for_status().iter_lines():
        if line.startswith("data: "):
            event = json.loads(line.removeprefix("data: "))
            print(event["position"], event["tag"], event["stream"], flush=True)
