"""Which files a cleanup may let go, case by case; the laws are in `laws/`."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from domain.cleanup import CleanupScope
from domain.old_files import Bounds, Inventory, PastBatch, PastWork, StoredFile, contents_without_a_name, removable

NOW = datetime(2026, 11, 21, 22, tzinfo=UTC)
OLD, LATELY = NOW - timedelta(days=3), NOW - timedelta(hours=1)
PICTURE = StoredFile("picture", "acct_1", "input", "aa", 10, OLD)
MODEL = StoredFile("model", "acct_1", "result", "bb", 20, OLD, "task_1")
PREVIEW = StoredFile("preview", "acct_1", "preview", "cc", 5, OLD, "task_1")
TASK = PastWork("task_1", "image_to_model", ("picture",), OLD, "batch_1")
BATCH = PastBatch("batch_1", OLD, ("picture",))
FILES, ALL = (PICTURE, MODEL, PREVIEW), {"picture", "model", "preview"}
BOUNDS = Bounds(NOW - timedelta(days=1), NOW, timedelta(days=7))


def gone(
    *jobs: PastWork, files: tuple[StoredFile, ...] = FILES, held: str = "", scope: CleanupScope = "images"
) -> set[str]:
    there = Inventory(files, (TASK, *jobs), (BATCH,), frozenset([held] if held else []))
    return {file.asset_id for file in removable(there, replace(BOUNDS, scope=scope))}


def test_all_of_an_old_batch_goes() -> None:
    assert gone() == ALL


def test_what_ended_lately_or_has_not_ended_stays_with_its_pictures() -> None:
    for ended_at in (LATELY, None):
        there = Inventory(FILES, (replace(TASK, ended_at=ended_at),), (BATCH,))
        assert not removable(there, BOUNDS)


def test_a_batch_keeps_everything_while_any_of_its_work_waits_or_runs() -> None:
    again = PastWork("task_2", "image_to_model", (), None, "batch_1")
    assert gone(again) == set()
    assert gone(again, scope="everything") == set()
    assert gone(replace(again, parent="batch_2")) == ALL


def test_a_batch_of_which_a_model_was_made_lately_keeps_its_pictures() -> None:
    lately = PastWork("task_2", "image_to_model", (), LATELY, "batch_1")
    assert gone(lately) == {"model", "preview"}


def test_a_young_batch_keeps_its_pictures() -> None:
    there = Inventory(FILES, (TASK,), (PastBatch("batch_1", LATELY, ("picture",)),))
    assert {file.asset_id for file in removable(there, BOUNDS)} == {"model", "preview"}


def test_what_live_work_is_made_from_stays_and_what_that_came_of() -> None:
    lighter = PastWork("job_1", "optimize_mesh", ("model",), OLD)
    assert gone(lighter) == {"preview"}  # of another kind than the cleanup is for
    assert gone(lighter, scope="everything") == ALL
    assert gone(replace(lighter, ended_at=LATELY), scope="everything") == {"preview"}


def test_a_chain_is_kept_to_its_beginning() -> None:
    lighter = StoredFile("lighter", "acct_1", "result", "dd", 5, OLD, "job_1")
    simplify, bake = (
        PastWork("job_1", "optimize_mesh", ("model",), OLD),
        PastWork("job_2", "bake_textures", ("lighter",)),
    )
    assert gone(simplify, bake, files=(*FILES, lighter), scope="everything") == {"preview"}


def test_an_export_keeps_what_it_is_of_for_seven_days() -> None:
    export = PastWork("export_1", "export", ("model",), NOW - timedelta(days=6))
    file = StoredFile("file", "acct_1", "result", "ee", 5, OLD, "export_1")
    assert gone(export, files=(*FILES, file), scope="everything") == {"preview"}
    over = replace(export, ended_at=NOW - timedelta(days=8))
    assert gone(over, files=(*FILES, file), scope="everything") == {*ALL, "file"}


def test_what_projects_and_designs_have_stays() -> None:
    assert gone(held="picture") == {"model", "preview"}
    assert gone(held="preview") == {"model"}  # and the picture that it came of
    frames = PastWork("recon_1", "reconstruct", ("picture",), OLD)
    assert gone(frames, scope="everything") == {"model", "preview"}


def test_what_came_with_a_prompt_or_was_never_used_stays() -> None:
    prompt = StoredFile("reference", "acct_1", "input", "ff", 5, OLD, prompt_id="prompt_1")
    unused = StoredFile("unused", "acct_1", "input", "gg", 5, OLD)
    made = PastWork("run_1", "text_to_model", ("reference",), OLD)
    assert gone(made, files=(*FILES, prompt, unused), scope="everything") == ALL


def test_a_picture_of_an_old_batch_that_no_model_was_asked_of_stays() -> None:
    unasked = StoredFile("unasked", "acct_1", "input", "hh", 5, OLD)
    both = replace(BATCH, pictures=("picture", "unasked"))
    for jobs, batch, expected in (((TASK,), both, ALL), ((), replace(both, pictures=("unasked",)), set())):
        there = Inventory((*FILES, unasked), jobs, (batch,))
        assert {file.asset_id for file in removable(there, BOUNDS)} == expected


def test_a_content_goes_with_the_last_file_that_has_it() -> None:
    twin = StoredFile("twin", "acct_2", "input", "aa", 10, OLD)
    there = Inventory((*FILES, twin), (TASK,), (BATCH,))
    assert contents_without_a_name(there, removable(there, BOUNDS)) == {"bb": 20, "cc": 5}
    assert contents_without_a_name(there, there.files) == {"aa": 10, "bb": 20, "cc": 5}
