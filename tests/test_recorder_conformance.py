"""The recorder passes the test cases that ship inside the `eventsourcing` package, through the group writer."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from eventsourcing.persistence import ApplicationRecorder
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
