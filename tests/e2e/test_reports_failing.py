"""Reports that cannot be made, while no worker runs."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

import projections.runner
from api.designs import family3
from commands.job import FailAttempt, StartAttempt
from handlers.desk_keeper import keep_planning_desk
from tests.e2e.conftest import Configure, Server, designing, numbers, serving, wait_for_the_admin
from tests.e2e.pipeline import give
from tests.e2e.turns import turns


@pytest.fixture
def idle(configure: Configure) -> Iterator[Server]:
    """A server without a worker that hardly waits for one."""
    with serving(configure(job_wait_s=0.2), (projections.runner.run, keep_planning_desk)) as running:
        wait_for_the_admin(running)
        yield running


def test_a_report_that_could_not_be_made_is_told_at_once_and_tried_again_later(
    idle: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with designing(idle, f"ruth{next(numbers)}") as person:
        spec_id = person.client.post("/generate", json={"prompt": "A round oak stool", "seed": 5}).json()["spec_id"]
        pdf = f"/reports/{spec_id}.pdf"
        assert person.client.get(pdf).status_code == 202
        with psycopg.connect(str(idle.settings.database_url)) as database:
            query = "SELECT id FROM view_job.job WHERE kind = 'report_design' AND parent = %s"
            ((job_id,),) = database.execute(query, (spec_id,)).fetchall()
        give(idle, StartAttempt(job_id, 1, "worker"), FailAttempt(job_id, 1, "WORKER_LOST", "The worker ended"))
        for _ in turns():
            answer = person.client.get(pdf)
            if answer.status_code != 202:
                break
        again = person.client.get(pdf)
        assert (answer.status_code, again.status_code) == (500, 500)
        assert again.json()["detail"] == "The report could not be made: The worker ended"
        monkeypatch.setattr(family3, "FAILED_FOR", timedelta(0))
        assert person.client.get(pdf).status_code == 202
