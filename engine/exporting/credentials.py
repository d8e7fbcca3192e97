"""Content credentials (C2PA) of an export, a file beside it: what it came of, and whether a byte changed since.

Source: C2PA, "Technical specification" 2.1.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any

import c2pa
import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from domain.errors import Invalid
from engine.models.model import Json

MEDIA_TYPE = "application/c2pa"
UNTRUSTED = "signingCredential.untrusted"
ASSERTION = "meshwright.provenance"
_MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_LIFETIME = timedelta(days=3650)
_OF_CURVES = {256: c2pa.C2paSigningAlg.ES256, 384: c2pa.C2paSigningAlg.ES384, 521: c2pa.C2paSigningAlg.ES512}


@dataclass(frozen=True, slots=True)
class Signature:
    """A chain of certificates, the signer's first, and the signer's key; both PEM."""

    chain: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Parent:
    """The file that an export was made of."""

    data: bytes
    name: str
    media_type: str


def credentials_of(
    data: bytes, name: str, media_type: str, *, account: Json, parent: Parent, signature: Signature
) -> bytes:
    """Return the C2PA manifest of a file; it differs each time, since signatures and their ids are random.

    Raises
    ------
    Invalid
        The certificate and key are not such as C2PA allows.
    """
    manifest = msgspec.json.encode(_manifest(name, media_type, account)).decode()
    info = c2pa.C2paSignerInfo(_algorithm(signature), signature.chain, signature.key, None)
    try:
        with c2pa.Signer.from_info(info) as signer, c2pa.Builder.from_json(manifest) as builder:
            builder.set_no_embed()
            builder.add_ingredient(_ingredient(parent), _known(parent.media_type), io.BytesIO(parent.data))
            return bytes(builder.sign(signer, media_type, io.BytesIO(data), io.BytesIO()))
    except c2pa.C2paError as error:
        raise Invalid("The certificate and key for content credentials cannot be used", field="c2pa_cert") from error


def checked(data: bytes, media_type: str, credentials: bytes) -> tuple[Json, tuple[str, ...]]:
    """Return what the credentials of a file say, and the codes of all that is wrong with them but their trust.

    Raises
    ------
    Invalid
        They are damaged so far that they cannot be read.
    """
    try:
        reader = c2pa.Reader(media_type, io.BytesIO(data), manifest_data=credentials)
    except c2pa.C2paError as error:
        raise Invalid("The content credentials cannot be read") from error
    said: Json = msgspec.json.decode(reader.json())
    manifest = said.get("manifests", {}).get(said.get("active_manifest"))
    if manifest is None:
        raise Invalid("The content credentials cannot be read")
    return manifest, tuple(each["code"] for each in said.get("validation_status", ()) if each["code"] != UNTRUSTED)


def made_for_once() -> Signature:
    """Return a certificate whose key is kept nowhere: it shows changes, and vouches for nobody."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, name = _name("Meshwright, root made for one file"), _name("Meshwright, not trusted by anybody")
    root = _certificate(root_name, root_name, root_key, root_key, is_root=True)
    leaf = _certificate(name, root_name, key, root_key, is_root=False)
    chain = leaf.public_bytes(Encoding.PEM) + root.public_bytes(Encoding.PEM)
    return Signature(chain, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _manifest(name: str, media_type: str, account: Mapping[str, Any]) -> Json:
    tool = {"name": "Meshwright", "version": version("meshwright")}
    told = {"label": ASSERTION, "data": dict(account)}
    actions = {"label": "c2pa.actions.v2", "data": {"actions": _actions(account)}}
    return {"claim_generator_info": [tool], "title": name, "format": media_type, "assertions": [told, actions]}


def _actions(account: Mapping[str, Any]) -> list[Json]:
    """Return what was done; how the opened file came to be is only said where this server made it."""
    opened: Json = {"action": "c2pa.opened", "parameters": {"ingredientIds": ["parent"]}}
    if any(ancestor.get("operation") == "text_to_model" for ancestor in account.get("ancestors", ())):
        is_learnt = any(cited["name"] == "Shap-E" for cited in account.get("citations", ()))
        opened["digitalSourceType"] = _MADE + ("trainedAlgorithmicMedia" if is_learnt else "algorithmicMedia")
    return [opened, {"action": "c2pa.converted", "softwareAgent": {"name": "Meshwright"}}]


def _ingredient(parent: Parent) -> Json:
    return {"title": parent.name, "relationship": "parentOf", "label": "parent"}


def _known(media_type: str) -> str:
    """Return a type under which the library hashes a file whole, and does not look for credentials in it."""
    return media_type if media_type.startswith("model/") else "application/octet-stream"


def _algorithm(signature: Signature) -> c2pa.C2paSigningAlg:
    try:
        key = load_pem_private_key(signature.key, None)
    except (ValueError, TypeError) as error:
        raise Invalid("The key for content credentials is not an unlocked PEM key", field="c2pa_key") from error
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return c2pa.C2paSigningAlg.ED25519
    if isinstance(key, rsa.RSAPrivateKey):
        return c2pa.C2paSigningAlg.PS256
    size = key.curve.key_size if isinstance(key, ec.EllipticCurvePrivateKey) else 0
    if size not in _OF_CURVES:
        raise Invalid("The key for content credentials is of no kind that C2PA allows", field="c2pa_key")
    return _OF_CURVES[size]


def _name(text: str) -> x509.Name:
    return x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Meshwright"), x509.NameAttribute(NameOID.COMMON_NAME, text),
    ])  # fmt: skip


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_root: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_root, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=is_root, crl_sign=is_root, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + _LIFETIME)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=0 if is_root else None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_root:
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purposes, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())
