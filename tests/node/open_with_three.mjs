// Print what three.js' GLTFLoader finds in a GLB file as JSON: node open_with_three.mjs FILE
// DRACOLoader and MeshoptDecoder are three's own; its workers run as threads of Node. Node has no canvas and no graphics
// card: PNG, JPEG and WebP pictures are not decoded, and KTX2 is decoded to plain pixels by three's own Basis transcoder.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Worker as Thread } from "node:worker_threads";

const require = createRequire(import.meta.url);
const sources = new Map();
globalThis.self = globalThis;
URL.createObjectURL = (blob) => { const key = `blob:${sources.size}`; sources.set(key, blob.text()); return key; };
URL.revokeObjectURL = () => {};
globalThis.Worker = class {
  constructor(url) {
    const prelude = "const { parentPort } = require('node:worker_threads'); globalThis.self = globalThis;"
      + "globalThis.postMessage = (data, moved) => parentPort.postMessage(data, moved);"
      + "parentPort.on('message', (data) => globalThis.onmessage({ data }));\n";
    this.thread = sources.get(url).then((body) => {
      const thread = new Thread(prelude + body, { eval: true });
      thread.on("message", (data) => this.onmessage({ data }));
      return thread;
    });
  }
  postMessage(data, moved) { this.thread.then((thread) => thread.postMessage(data, moved)); }
  terminate() { this.thread.then((thread) => thread.terminate()); }
};

const { DataTexture, Vector3 } = await import("three");
const { GLTFLoader } = await import("three/examples/jsm/loaders/GLTFLoader.js");
const { DRACOLoader } = await import("three/examples/jsm/loaders/DRACOLoader.js");
const { MeshoptDecoder } = await import("three/examples/jsm/libs/meshopt_decoder.module.js");
const folder = new URL("./node_modules/three/examples/jsm/libs/", import.meta.url).pathname;

const draco = new DRACOLoader().setDecoderPath("draco/gltf/").setWorkerLimit(1);
draco._loadLibrary = async (url, kind) => {
  const content = readFileSync(folder + url);
  return kind === "text" ? content.toString() : content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength);
};

let basis = null;
async function transcoded(bytes) {
  if (basis === null) {
    const name = `${folder}basis/basis_transcoder`, module = { exports: {} };  // it is no ES module, whatever its package says
    const make = new Function("module", "exports", "require", "__dirname", "__filename", readFileSync(`${name}.js`, "utf8"));
    make(module, module.exports, require, `${folder}basis`, `${name}.js`);
    basis = await module.exports({ wasmBinary: readFileSync(`${name}.wasm`) });
    basis.initializeBasis();
  }
  const file = new basis.KTX2File(bytes);
  if (!file.isValid() || !file.startTranscoding()) throw new Error("The KTX2 picture cannot be transcoded");
  const rgba = 13;
  const pixels = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, rgba));
  if (!file.transcodeImage(pixels, 0, 0, 0, rgba, 0, -1, -1)) throw new Error("The KTX2 picture cannot be transcoded");
  const mean = [0, 1, 2, 3].map((channel) => {
    let sum = 0;
    for (let i = channel; i < pixels.length; i += 4) sum += pixels[i];
    return sum / (pixels.length / 4);
  });
  return { size: [file.getWidth(), file.getHeight()], levels: file.getLevels(), is_uastc: file.isUASTC(), mean };
}

const textures = [];
const opener = (name) => (parser) => ({
  name,
  async loadTexture(number) {
    const { source, extensions } = parser.json.textures[number];
    const basisu = extensions?.KHR_texture_basisu?.source;
    const chosen = basisu ?? extensions?.EXT_texture_webp?.source ?? source;
    const image = parser.json.images[chosen];
    const bytes = new Uint8Array(await parser.getDependency("bufferView", image.bufferView));
    textures.push({ media_type: image.mimeType, size_bytes: bytes.length, ...(basisu === undefined ? {} : await transcoded(bytes)) });
    return new DataTexture(new Uint8Array(4), 1, 1);
  },
});

const loader = new GLTFLoader().setDRACOLoader(draco).setMeshoptDecoder(MeshoptDecoder);
for (const name of ["KHR_texture_basisu", "EXT_texture_webp", "EXT_texture_avif", "pictures"]) loader.register(opener(name));
const bytes = await readFile(process.argv[2]);
const gltf = await loader.parseAsync(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), "");

const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
const floats = (attribute) => {
  const values = new Float32Array(attribute.count * attribute.itemSize);
  for (let i = 0; i < attribute.count; i++)
    for (let j = 0; j < attribute.itemSize; j++) values[i * attribute.itemSize + j] = attribute.getComponent(i, j);
  return { width: attribute.itemSize, data: base64(values) };
};
const posed = (mesh) => {
  const { count } = mesh.geometry.attributes.position;
  const values = new Float32Array(3 * count);
  const place = new Vector3();
  for (let i = 0; i < count; i++) mesh.getVertexPosition(i, place).applyMatrix4(mesh.matrixWorld).toArray(values, 3 * i);
  return { width: 3, data: base64(values) };
};
const primitives = [];
gltf.scene.updateMatrixWorld(true);
gltf.scene.traverse((each) => {
  if (!each.isMesh) return;
  const { attributes, index, morphAttributes } = each.geometry;
  const { map } = each.material;
  primitives.push({
    node: each.name,
    matrix: each.matrixWorld.elements,
    material: each.material.name || null,
    map_transform: map ? [...map.offset.toArray(), map.rotation, ...map.repeat.toArray()] : null,
    is_skinned: Boolean(each.isSkinnedMesh),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, floats(attribute)])),
    posed: posed(each),
    faces: base64(Uint32Array.from(index.array)),
    targets: (morphAttributes.position ?? []).map((attribute) => ({ POSITION: floats(attribute) })),
  });
});
const animations = gltf.animations.map((clip) => ({ name: clip.name, tracks: clip.tracks.map((track) => track.name) }));
process.stdout.write(JSON.stringify({ primitives, textures, animations, asset: gltf.asset }), () => process.exit(0));
