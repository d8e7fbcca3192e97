// Print what ktx-parse and three.js' KTX2Loader find in a KTX2 file as JSON: node open_ktx2.mjs FILE
// Node has no graphics card: blocks are handed on as they are, and Basis is decoded to plain pixels by three's transcoder.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { read } from "three/examples/jsm/libs/ktx-parse.module.js";
import { KTX2Loader } from "three/examples/jsm/loaders/KTX2Loader.js";

const folder = new URL("./node_modules/three/examples/jsm/libs/basis/", import.meta.url).pathname;
const bytes = new Uint8Array(readFileSync(process.argv[2]));
const file = read(bytes);
const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
const text = (value) => (typeof value === "string" ? value : Buffer.from(value).toString());
const descriptor = file.dataFormatDescriptor[0];
const found = {
  vk_format: file.vkFormat,
  size: [file.pixelWidth, file.pixelHeight],
  supercompression: file.supercompressionScheme,
  levels: file.levels.map((level) => ({ size_bytes: level.levelData.byteLength, uncompressed_bytes: level.uncompressedByteLength })),
  values: Object.fromEntries(Object.entries(file.keyValue).map(([key, value]) => [key, text(value)])),
  model: descriptor.colorModel,
  transfer: descriptor.transferFunction,
  block: descriptor.texelBlockDimension.slice(0, 2).map((last) => last + 1),
  block_bytes: descriptor.bytesPlane[0],
  samples: descriptor.samples.map((sample) => [sample.channelType, sample.bitOffset, sample.bitLength]),
};

async function transcoded() {
  const name = `${folder}basis_transcoder`;
  const module = { exports: {} }; // it is no ES module, whatever its package says
  const make = new Function("module", "exports", "require", "__dirname", "__filename", readFileSync(`${name}.js`, "utf8"));
  make(module, module.exports, createRequire(import.meta.url), folder, `${name}.js`);
  const basis = await module.exports({ wasmBinary: readFileSync(`${name}.wasm`) });
  basis.initializeBasis();
  const picture = new basis.KTX2File(bytes);
  if (!picture.isValid() || !picture.startTranscoding()) throw new Error("The KTX2 picture cannot be transcoded");
  const rgba = 13;
  return file.levels.map((_, level) => {
    const pixels = new Uint8Array(picture.getImageTranscodedSizeInBytes(level, 0, 0, rgba));
    if (!picture.transcodeImage(pixels, level, 0, 0, rgba, 0, -1, -1)) throw new Error("A level cannot be transcoded");
    return base64(pixels);
  });
}

async function loaded() {
  const loader = new KTX2Loader();
  loader.workerConfig = { astcSupported: true, etc2Supported: true, bptcSupported: true };
  const texture = await new Promise((done, failed) => loader.parse(bytes.slice().buffer, done, failed));
  const { format, colorSpace, mipmaps } = texture;
  return { format, color_space: colorSpace, mipmaps: mipmaps.map(({ width, height, data }) => ({ size: [width, height], data: base64(data) })) };
}

if (file.vkFormat === 0) found.pixels = await transcoded();
else found.three = await loaded().catch((error) => ({ error: String(error.message ?? error) }));
process.stdout.write(JSON.stringify(found), () => process.exit(0));
