"""What may be asked of projects, and the files of their jobs."""

import pytest

from commands.job import DropFiles
from commands.project import (
    CreateProject,
    DeleteProject,
    EditProject,
    GivePictures,
    GiveVideo,
    RemovePicture,
    StartProjectJob,
)
from domain.asset import AssetUploaded
from domain.errors import Conflict, Invalid, NotFound
from domain.job import ArtefactKept, FilesDropped, JobRequested, JobStarted
from domain.project import (
    NAME_LENGTH_MAX,
    PICTURES_MAX,
    Given,
    PictureRemoved,
    PicturesGiven,
    ProjectArchived,
    ProjectCreated,
    ProjectDeleted,
    ProjectEdited,
    ProjectJobStarted,
    ProjectReopened,
    VideoGiven,
)
from domain.work import ExtractFrames
from tests.decisions import given

BEGUN = ProjectCreated("acct_ada", "Fountain", "in the yard")
FILM = Given("asset_1", "film.mp4", "video/mp4", "aa", 10)


def picture(number: int) -> Given:
    return Given(f"asset_{number}", f"{number}.jpg", "image/jpeg", f"{number:x}", 10)


def test_a_project_is_begun_once_with_a_name() -> None:
    given().when(CreateProject("project_1", "acct_ada", " Fountain ", "in the yard")).then(BEGUN)
    given(BEGUN).when(CreateProject("project_1", "acct_ada", "Fountain")).then_refuses(Conflict)


@pytest.mark.parametrize("name", ["", "  ", "x" * (NAME_LENGTH_MAX + 1), "a\0b"])
def test_a_name_that_says_nothing_or_too_much_is_refused(name: str) -> None:
    given().when(CreateProject("project_1", "acct_ada", name)).then_refuses(Invalid)
    given(BEGUN).when(EditProject("project_1", name)).then_refuses(Invalid)


def test_an_edit_says_what_stood_before_and_the_same_again_is_no_fact() -> None:
    given(BEGUN).when(EditProject("project_1", "Well")).then(
        ProjectEdited("Well", "in the yard", "Fountain", "in the yard")
    )
    given(BEGUN).when(EditProject("project_1", "Fountain", is_archived=False)).then_nothing()


def test_an_archived_project_takes_nothing_until_it_is_reopened() -> None:
    archived = (BEGUN, ProjectArchived())
    for command in (GiveVideo("project_1", FILM), StartProjectJob("project_1", "recon_1", "reconstruct", "low")):
        given(*archived).when(command).then_refuses(Conflict, "archived")
    given(*archived).when(EditProject("project_1", is_archived=False)).then(ProjectReopened())


def test_pictures_come_beside_each_other_and_a_film_stands_for_all_of_them() -> None:
    first = given(BEGUN).when(GivePictures("project_1", (picture(1), picture(2))))
    assert first.after.pictures == (picture(1), picture(2))
    more = given(BEGUN, PicturesGiven((picture(1),))).when(GivePictures("project_1", (picture(1), picture(2))))
    more.then(PicturesGiven((picture(2),)))
    film = given(BEGUN, PicturesGiven((picture(1),))).when(GiveVideo("project_1", FILM))
    film.then(VideoGiven(FILM))
    assert (film.after.video, film.after.pictures) == (FILM, ())


def test_too_many_pictures_are_refused() -> None:
    full = PicturesGiven(tuple(picture(number) for number in range(PICTURES_MAX)))
    given(BEGUN, full).when(GivePictures("project_1", (picture(9999),))).then_refuses(Invalid, "1000 pictures")


def test_another_film_makes_the_frames_of_the_one_before_worthless() -> None:
    taken = (BEGUN, VideoGiven(FILM), ProjectJobStarted("frames_1", "extract_frames"))
    assert given(*taken).when(StartProjectJob("project_1", "recon_1", "reconstruct", "low")).after.frames == "frames_1"
    other = Given("asset_2", "other.mp4", "video/mp4", "bb", 10)
    assert given(*taken).when(GiveVideo("project_1", other)).after.frames == ""


def test_a_deleted_project_is_not_there_any_more() -> None:
    gone = (BEGUN, ProjectDeleted())
    given(*gone).when(EditProject("project_1", "Well")).then_refuses(NotFound)
    given(*gone).when(DeleteProject("project_1")).then_nothing()


def test_only_files_that_a_job_has_are_let_go() -> None:
    kept = ArtefactKept(1, "asset_1", "mesh.ply", "result", "model/ply", "aa", 5)
    job = (JobRequested("acct_ada", ExtractFrames("project_1", "asset_0")), JobStarted(1, "w"), kept)
    dropped = given(*job).when(DropFiles("frames_1", ("asset_1", "asset_9")))
    dropped.then(FilesDropped(("asset_1",)))
    assert dropped.after.artefacts == ()
    given(*job, FilesDropped(("asset_1",))).when(DropFiles("frames_1", ("asset_1",))).then_nothing()


def test_of_two_who_start_the_same_the_second_is_refused() -> None:
    began = (BEGUN, VideoGiven(FILM))
    first = StartProjectJob("project_1", "recon_1", "reconstruct", "low", before="")
    given(*began).when(first).then(ProjectJobStarted("recon_1", "reconstruct", "low"))
    later = (*began, ProjectJobStarted("recon_1", "reconstruct", "low"))
    second = StartProjectJob("project_1", "recon_2", "reconstruct", "high", before="")
    given(*later).when(second).then_refuses(Conflict)
    frames = StartProjectJob("project_1", "frames_1", "extract_frames", before="")
    given(*later).when(frames).then(ProjectJobStarted("frames_1", "extract_frames"))
    again = StartProjectJob("project_1", "recon_2", "reconstruct", "high", before="recon_1")
    given(*later).when(again).then(ProjectJobStarted("recon_2", "reconstruct", "high"))


def test_what_is_given_and_what_is_asked_for_come_to_be_together() -> None:
    uploaded = AssetUploaded("acct_ada", "film.mp4", "video/mp4", "aa", 10)
    request = JobRequested("acct_ada", ExtractFrames("project_1", "asset_1"), parent="project_1")
    assert GiveVideo("project_1", FILM, (uploaded,)).claims == (("asset_1", uploaded),)
    pictures = GivePictures("project_1", (picture(2), picture(3)), (uploaded, uploaded))
    assert pictures.claims == (("asset_2", uploaded), ("asset_3", uploaded))
    assert GivePictures("project_1", (picture(2),)).claims == GiveVideo("project_1", FILM).claims == ()
    assert StartProjectJob("project_1", "frames_1", "f", request=request).claims == (("frames_1", request),)


def test_a_picture_is_taken_out_unless_it_is_not_there_or_work_was_started_meanwhile() -> None:
    had = (BEGUN, PicturesGiven((picture(1), picture(2))))
    done = given(*had).when(RemovePicture("project_1", "asset_1", before=""))
    done.then(PictureRemoved(picture(1)))
    assert done.after.pictures == (picture(2),)
    given(*had).when(RemovePicture("project_1", "asset_9")).then_refuses(NotFound, "no such picture")
    started = (*had, ProjectJobStarted("recon_1", "reconstruct", "low"))
    given(*started).when(RemovePicture("project_1", "asset_1", before="")).then_refuses(Conflict, "started")
    given(*had, ProjectArchived()).when(RemovePicture("project_1", "asset_1")).then_refuses(Conflict, "archived")


def test_pictures_in_zip_files_are_counted() -> None:
    zipped = Given("asset_0", "all.zip", "application/zip", "ff", 10, PICTURES_MAX - 1)
    given(BEGUN, PicturesGiven((zipped,))).when(GivePictures("project_1", (picture(1),))).then(
        PicturesGiven((picture(1),))
    )
    given(BEGUN, PicturesGiven((zipped,))).when(GivePictures("project_1", (picture(1), picture(2)))).then_refuses(
        Invalid, "1000 pictures"
    )
