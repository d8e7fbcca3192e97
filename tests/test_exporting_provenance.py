"""What an export says of where it came from: its account, citations, PROV, XMP, and content credentials."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import prov.model
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from domain.citations import Citation, as_json, citations_of
from domain.errors import GenerationFailed, Invalid, Unavailable
from domain.materials import CATALOGUE
from domain.work import Export
from domain.work.export import Ancestor, Format
from engine.exporting.credentials import Parent, Signature, checked, credentials_of, made_for_once
from engine.exporting.lineage import account_for, digest, prov_json
from engine.exporting.writing import KINDS, write
from engine.exporting.xmp import packet, title_of
from engine.models.model import Mesh, Model, Node
from engine.models.reading import read_model
from engine.models.writing import write_model
from engine.provenance import sha256_of
from handlers.context import ReplayContext
from handlers.export import ExportResult, perform
from tests.exporting import ACCOUNT, rich
from tests.optimizing import box

PARENT = Parent(b"what it was made of", "bunny.obj", "model/obj")


def exported(work: Export, source: bytes) -> tuple[ExportResult, ReplayContext]:
    job = ReplayContext("export_1", load={work.mesh: source})
    return perform(work, job), job


def glb_of_ours() -> bytes:
    account = {name: fact for name, fact in ACCOUNT.items() if name not in ("export", "citations")}
    return write(rich(), "glb", provenance=account).data


def test_citations_name_libraries_models_and_where_the_materials_figures_stand() -> None:
    account = {
        "spec": {"objects": [{"material": "oak"}, {"material": "oak"}, {"material": "nothing known"}]},
        "stages": {
            "planning": {"generation_method": "language_model", "model": "tiny", "fallback_reason": ""},
            "geometry_generation": {"maker": "shap-e"},
        },
        "versions": {"libraries": {"xatlas": "0.0.11", "unheard-of": "1"}},
    }
    found = citations_of(account, libraries={"usd-core": "26.11"})
    assert [each.name for each in found] == ["tiny", "Shap-E", "oak: embodied carbon", "usd-core", "xatlas"]
    assert found[2].reference == CATALOGUE["oak"].carbon_source
    assert found[4].version == "0.0.11"
    assert all(each["reference"] and each["kind"] in ("library", "model", "data") for each in as_json(found))


def test_an_operation_cites_what_took_part_in_it_and_not_all_that_was_installed() -> None:
    account = {"operation": "unwrap_mesh", "versions": {"libraries": {"xatlas": "1", "usd-core": "2"}}}
    assert [each.name for each in citations_of(account)] == ["xatlas"]


@pytest.mark.parametrize(
    "account", [{}, {"spec": 3}, {"spec": {"objects": [1, {}]}}, {"stages": []}, {"versions": {"libraries": "x"}}]
)
def test_an_account_that_somebody_else_wrote_breaks_nothing(account: dict[str, Any]) -> None:
    assert citations_of(account) == ()
    assert packet(account)["dc:title"]["rdf:_1"]["@value"] == "Model"


@pytest.mark.parametrize(
    ("account", "title"),
    [
        ({"spec": {"name": "Bronze watch"}, "prompt": "a watch"}, "Bronze watch"),
        ({"prompt": "a bronze\npocket watch\0"}, "a bronze pocket watch"),
        ({"ancestors": [{"asset": "a"}, {"prompt": "an oak chair"}], "export": {"parameters": {"name": "x.glb"}}},
         "an oak chair"),
        ({"export": {"parameters": {"name": "duck.v2.glb"}}}, "duck.v2"),
        ({"export": {"parameters": {"name": "model.glb"}}}, "Model"),
        ({"prompt": "long words " * 50}, "long words " * 6 + "long words…"),
        ({"spec": {"name": 3}, "export": 4, "ancestors": 5}, "Model"),
    ],
)  # fmt: skip
def test_a_title_is_the_designs_name_or_the_words_or_the_files_name(account: dict[str, Any], title: str) -> None:
    assert title_of(account) == title


@pytest.mark.parametrize("format", ["glb", "gltf", "usdz", "obj", "ply", "3mf"])
def test_without_provenance_neither_title_nor_words_are_in_a_file(format: Format) -> None:
    account = {name: fact for name, fact in ACCOUNT.items() if name != "spec"} | {"prompt": "a quokka in secret"}
    told, untold = (_text_of(write(rich(), format, provenance=each).data) for each in (account, None))
    assert b"quokka" in told
    assert b"quokka" not in untold


def _text_of(data: bytes) -> bytes:
    """Return the content of a file, unpacked where it is a ZIP."""
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_the_packet_says_title_words_tool_parent_and_citations_and_no_date() -> None:
    told = packet(ACCOUNT)
    assert told["dc:title"]["rdf:_1"]["@value"] == "Box"
    assert told["dc:description"]["rdf:_1"]["@value"] == "a <red> box & more"
    assert told["dc:source"] == "Harris et al., 2020"
    assert told["xmpMM:DerivedFrom"]["stRef:documentID"] == "sha256:" + "ab" * 32
    used = {key.split(":")[0] for key in told if not key.startswith("@")}
    assert used <= set(told["@context"])
    assert not any("Date" in key for key in told)


def test_the_account_keeps_what_the_model_said_of_itself_and_adds_the_export() -> None:
    source = glb_of_ours()
    work = Export("run_1", "asset_1", "usdz", name="box.glb")
    account = account_for(work, source, read_model(source))
    assert (account["prompt"], account["seed"]) == (ACCOUNT["prompt"], 7)
    assert account["export"]["parent_sha256"] == sha256_of(source)
    assert account["export"]["parameters"]["format"] == "usdz"
    assert "usd-core" in [each["name"] for each in account["citations"]]
    shown = digest(account)
    assert shown["seed"] == 7
    assert shown["citations"] == account["citations"]


def test_the_w3cs_own_model_of_provenance_reads_the_document() -> None:
    told = prov_json(ACCOUNT, file_sha256="cd" * 32, format="glb", size_bytes=12)
    document = prov.model.ProvDocument.deserialize(content=told.decode(), format="json")
    kinds = [type(record).__name__ for record in document.get_records()]
    assert (kinds.count("ProvDerivation"), kinds.count("ProvGeneration"), kinds.count("ProvAgent")) == (2, 2, 1)
    (file,) = document.get_record("mw:file")
    facts = {str(name): value for name, value in file.attributes}
    assert facts["mw:sha256"] == "cd" * 32
    assert msgspec.json.decode(facts["mw:account"]) == ACCOUNT
    (cited,) = document.get_record("mw:citation1")
    assert "Harris et al., 2020" in [value for _, value in cited.attributes]


def test_the_line_goes_back_over_operations_to_the_words_and_so_do_the_citations() -> None:
    xatlas = Citation("library", "xatlas", "Young and contributors: xatlas")
    line = (
        Ancestor("asset_1", "11", "optimize_mesh", "1.0", 3, parents=("asset_2",)),
        Ancestor("asset_2", "22", "text_to_model", "1.1", 7, "a red box", citations=(xatlas,)),
    )
    work = Export("", "asset_1", "stl", ancestors=line)
    account = account_for(work, glb_of_ours(), read_model(glb_of_ours()))
    assert "xatlas" in [each["name"] for each in account["citations"]]
    told = prov_json(account, file_sha256="cd" * 32, format="stl", size_bytes=1)
    document = prov.model.ProvDocument.deserialize(content=told.decode(), format="json")
    derived = [
        tuple(str(value) for _, value in record.formal_attributes[:2])
        for record in document.get_records(prov.model.ProvDerivation)
    ]
    assert ("mw:file", "mw:asset_1") in derived
    assert ("mw:asset_1", "mw:asset_2") in derived
    (words,) = document.get_record("mw:making2-prompt")
    assert "a red box" in [value for _, value in words.attributes]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_credentials_hold_for_the_file_and_one_changed_byte_is_caught(kind: Any) -> None:
    data = bytes(range(256)) * 16
    signature = made_for_once()
    made = credentials_of(data, "x", kind.media_type, account=ACCOUNT, parent=PARENT, signature=signature)
    said, faults = checked(data, kind.media_type, made)
    assert faults == ()
    assert said["ingredients"][0]["title"] == "bunny.obj"
    (account,) = [each["data"] for each in said["assertions"] if each["label"] == "meshwright.provenance"]
    assert account["seed"] == 7
    changed = data[:2000] + b"!" + data[2001:]
    assert "assertion.dataHash.mismatch" in checked(changed, kind.media_type, made)[1]
    assert not holds(data, kind.media_type, made[:2000] + bytes([made[2000] ^ 1]) + made[2001:])


def holds(data: bytes, media_type: str, credentials: bytes) -> bool:
    try:
        return not checked(data, media_type, credentials)[1]
    except Invalid:
        return False


@pytest.mark.parametrize(
    ("ancestors", "kind"), [([{"operation": "text_to_model"}], "algorithmicMedia"), ([{"asset": "asset_1"}], "")]
)
def test_how_a_model_came_to_be_is_signed_only_where_we_made_it(ancestors: list[dict[str, str]], kind: str) -> None:
    account = {**ACCOUNT, "ancestors": ancestors}
    made = credentials_of(b"data" * 9, "x", "model/stl", account=account, parent=PARENT, signature=made_for_once())
    said, _ = checked(b"data" * 9, "model/stl", made)
    (done,) = [each["data"]["actions"] for each in said["assertions"] if each["label"].startswith("c2pa.actions")]
    assert [each["action"] for each in done] == ["c2pa.opened", "c2pa.converted"]
    assert done[0].get("digitalSourceType", "").rpartition("/")[2] == kind


def pem(key: Any) -> bytes:
    found: bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return found


@pytest.mark.parametrize(
    "key",
    [
        b"no key",
        pem(x25519.X25519PrivateKey.generate()),
        pem(ec.generate_private_key(ec.SECP256K1())),
        pem(ed25519.Ed25519PrivateKey.generate()),
        pem(rsa.generate_private_key(65537, 2048)),
    ],
    ids=["none", "x25519", "another curve", "another key", "another kind"],
)
def test_a_key_that_does_not_fit_is_refused_with_a_sentence(key: bytes) -> None:
    signature = Signature(made_for_once().chain, key)
    with pytest.raises(Invalid, match="content credentials"):
        credentials_of(b"data", "x", "model/stl", account=ACCOUNT, parent=PARENT, signature=signature)


def test_a_run_of_ours_is_handed_out_as_it_is_where_all_of_it_is_wanted() -> None:
    source = glb_of_ours()
    result, job = exported(Export("run_1", "asset_1", name="model.glb"), source)
    assert job.artefacts["export_1.glb"].data == source
    assert result.size_bytes == len(source)
    packed = write(rich(), "glb", compression="draco", provenance=ACCOUNT).data
    _, job = exported(Export("run_1", "asset_1", name="model.glb"), packed)
    assert b"draco" not in job.artefacts["export_1.glb"].data
    other, job = exported(Export("run_1", "asset_1", include_provenance=False), source)
    assert b"provenance" not in job.artefacts["export_1.glb"].data
    assert other.c2pa_asset == ""


def test_a_file_that_was_given_is_written_anew_whatever_it_says_of_itself() -> None:
    _, job = exported(Export("", "asset_1", name="model.glb"), glb_of_ours())
    written = job.artefacts["export_1.glb"].data
    assert written != glb_of_ours()
    assert read_model(written).extras["provenance"]["export"]["parent_sha256"] == sha256_of(glb_of_ours())


def test_a_key_of_the_operators_that_does_not_fit_is_no_fault_of_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in (("CERT", made_for_once().chain), ("KEY", made_for_once().key)):
        (tmp_path / name).write_bytes(content)
        monkeypatch.setenv(f"MESHWRIGHT_EXPORT_C2PA_{name}", str(tmp_path / name))
    with pytest.raises(GenerationFailed, match="content credentials"):
        exported(Export("run_1", "asset_1", "stl"), glb_of_ours())
    (tmp_path / "KEY").unlink()
    with pytest.raises(Unavailable, match="cannot be read"):
        exported(Export("run_1", "asset_1", "stl"), glb_of_ours())


def test_an_export_keeps_its_provenance_and_credentials_beside_the_file() -> None:
    result, job = exported(Export("run_1", "asset_1", "3mf", name="model.glb"), glb_of_ours())
    assert list(job.artefacts) == ["export_1.3mf", "provenance.json", "export_1.c2pa"]
    assert list(job.stages) == ["reading", "writing", "packaging"]
    file = job.artefacts["export_1.3mf"]
    assert (file.media_type, file.sha256) == ("model/3mf", result.sha256)
    assert checked(file.data, file.media_type, job.artefacts["export_1.c2pa"].data)[1] == ()
    assert result.sha256 in job.artefacts["provenance.json"].data.decode()
    assert any("a changed byte is noticed; their certificate is trusted by nobody" in note for note in result.notes)
    assert result.provenance["parent_asset"] == "asset_1"


def test_credentials_are_signed_by_the_operators_key_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = made_for_once()
    (tmp_path / "cert.pem").write_bytes(own.chain)
    (tmp_path / "key.pem").write_bytes(own.key)
    monkeypatch.setenv("MESHWRIGHT_EXPORT_C2PA_CERT", str(tmp_path / "cert.pem"))
    monkeypatch.setenv("MESHWRIGHT_EXPORT_C2PA_KEY", str(tmp_path / "key.pem"))
    serials = set()
    for _ in range(2):
        result, job = exported(Export("run_1", "asset_1", "stl"), glb_of_ours())
        assert not any("trusted" in note for note in result.notes)
        said, _ = checked(job.artefacts["export_1.stl"].data, "model/stl", job.artefacts["export_1.c2pa"].data)
        serials.add(said["signature_info"]["cert_serial_number"])
    assert len(serials) == 1


def test_the_certificate_made_for_one_file_is_good_now_and_another_one_each_time() -> None:
    from cryptography import x509

    first, second = (x509.load_pem_x509_certificates(made_for_once().chain)[0] for _ in range(2))
    now = datetime.datetime.now(datetime.UTC)
    assert first.not_valid_before_utc < now < first.not_valid_after_utc
    assert first.serial_number != second.serial_number


@pytest.mark.parametrize(("form", "stored"), [("glb", 12), ("stl", 24)])
def test_triangles_are_told_as_they_are_shown_and_as_they_are_stored(form: Any, stored: int) -> None:
    twice = Model((Node(mesh=0), Node(mesh=0, translation=(3, 0, 0))), (0, 1), (Mesh((box(),)),))
    result, _ = exported(Export(run_id="", mesh="a", format=form, include_provenance=False), write_model(twice))
    assert result.triangles == result.metrics["triangles"] == 24
    assert result.metrics["triangles_stored"] == stored
