"""The recorder passes the test cases that ship inside the `eventsourcing` package, through the group writer."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from threading import Event, current_thread, main_thread
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent
from eventsourcing.tests import persistence as stock

from runtime.recorder import GroupRecorder, LogDatastore


class OnPostgres:
    """Gives a stock test case its recorder on a fresh database, and streams whose names are text."""

    recorders: list[GroupRecorder]
    recorder_class: type[GroupRecorder] = GroupRecorder

    @pytest.fixture(autouse=True)
    def database(self, postgres_url: str) -> Iterator[None]:
        self.url = postgres_url
        self.recorders = []
        yield
        for recorder in self.recorders:
            recorder.close()

    def new_originator_id(self) -> str:
        return str(uuid4())

    def create_recorder(self) -> Any:
        recorder = self.recorder_class(LogDatastore(self.url, pool_size=10))
        recorder.create_table()
        self.recorders.append(recorder)
        return recorder


class AsAggregateRecorder(GroupRecorder):
    """A recorder of streams alone has no positions to return: the case for it asks for None."""

    def insert_events(self, *args: Any, **kwargs: Any) -> None:
        super().insert_events(*args, **kwargs)


class TestAsApplicationRecorder(OnPostgres, stock.ApplicationRecorderTestCase[ApplicationRecorder]):
    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestAsAggregateRecorder(OnPostgres, stock.AggregateRecorderTestCase):
    recorder_class = AsAggregateRecorder


class TestPositionsDoNotInterleave(OnPostgres, stock.NonInterleavingNotificationIDsBaseCase):
    pass


class SlowToHear(LogDatastore):
    """A datastore whose subscriptions have looked before they hear, and hear when they may."""

    has_looked, may_hear = Event(), Event()

    def get_connection(self) -> AbstractContextManager[psycopg.Connection[Any]]:
        if current_thread() is not main_thread() and "_listen" in current_thread().name:
            assert self.may_hear.wait(60)
        return super().get_connection()


class Looking(GroupRecorder):
    """A recorder that tells when somebody has looked for events."""

    def select_notifications(self, *args: Any, **kwargs: Any) -> list[Notification]:
        found = list(super().select_notifications(*args, **kwargs))
        SlowToHear.has_looked.set()
        return found


@pytest.mark.timeout(60)
def test_an_event_between_looking_and_hearing_is_not_waited_for_forever(postgres_url: str) -> None:
    recorder = Looking(SlowToHear(postgres_url, pool_size=5))
    recorder.create_table()
    with recorder.subscribe(gt=0) as subscription:
        assert SlowToHear.has_looked.wait(60)
        recorder.insert_events([StoredEvent("stream", 1, "topic", b"state")])
        SlowToHear.may_hear.set()
        assert next(iter(subscription)).originator_id == "stream"
    recorder.close()
