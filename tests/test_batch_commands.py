"""What may be asked of batches of pictures."""

from commands.batch import DeleteBatch, OpenBatch, Request, RequestGeneration
from domain.asset import AssetUploaded
from domain.batch import BatchDeleted, BatchOpened, GenerationRequested, Making, Picture
from domain.errors import Conflict, Invalid, NotFound
from domain.job import JobRequested
from domain.work import ImageToModel
from tests.decisions import given

CUP = Picture("file_001", "asset_cup", "cup.jpg", "image/jpeg", "ab" * 32, 10, 640, 480)
KEY = Picture("file_002", "asset_key", "key.png", "image/png", "cd" * 32, 10, 640, 480)
OPENED = BatchOpened("acct_ada", (CUP, KEY))


def asked(job_id: str, file_id: str = "file_001", face_limit: int | None = None) -> Request:
    work = ImageToModel("batch_1", file_id, "asset_cup", face_limit=face_limit)
    return Request(job_id, JobRequested("acct_ada", work, parent="batch_1"))


def test_pictures_that_are_given_begin_a_batch_their_assets_and_their_jobs_at_once() -> None:
    uploaded = tuple(
        AssetUploaded("acct_ada", file.name, file.media_type, file.sha256, file.size_bytes) for file in (CUP, KEY)
    )
    command = OpenBatch("batch_1", "acct_ada", (CUP, KEY), uploaded, (asked("task_1"), asked("task_2", "file_002")))
    opened = given().when(command)
    opened.then(OPENED, GenerationRequested("file_001", "task_1"), GenerationRequested("file_002", "task_2"))
    assert opened.after.jobs == ("task_1", "task_2")
    assert [stream for stream, _ in command.claims] == ["asset_cup", "asset_key", "task_1", "task_2"]


def test_a_batch_has_pictures_and_is_begun_once() -> None:
    given().when(OpenBatch("batch_1", "acct_ada", ())).then_refuses(Invalid, "at least one picture")
    given(OPENED).when(OpenBatch("batch_1", "acct_ada", (CUP,))).then_refuses(Conflict)


def test_another_model_stands_for_the_one_before_it() -> None:
    first = GenerationRequested("file_001", "task_1", 500)
    again = given(OPENED, first).when(RequestGeneration("batch_1", asked("task_2", face_limit=900), before="task_1"))
    again.then(GenerationRequested("file_001", "task_2", 900))
    assert again.after.makings == {"file_001": Making("task_2", 900)}
    assert again.after.jobs == ("task_1", "task_2")


def test_of_two_who_ask_at_the_same_moment_one_is_told_so() -> None:
    first = GenerationRequested("file_001", "task_1")
    given(OPENED, first).when(RequestGeneration("batch_1", asked("task_2"))).then_refuses(Conflict, "same moment")
    given(OPENED, first).when(RequestGeneration("batch_1", asked("task_1"))).then_nothing()


def test_no_model_is_made_of_what_is_not_there() -> None:
    given(OPENED).when(RequestGeneration("batch_1", asked("task_1", "file_003"))).then_refuses(NotFound, "no such file")
    deleted = (OPENED, BatchDeleted())
    given(*deleted).when(RequestGeneration("batch_1", asked("task_1"))).then_refuses(NotFound)


def test_a_batch_is_deleted_once() -> None:
    given(OPENED).when(DeleteBatch("batch_1")).then(BatchDeleted())
    given(OPENED, BatchDeleted()).when(DeleteBatch("batch_1")).then_nothing()
