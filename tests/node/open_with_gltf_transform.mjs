// Print what gltf-transform finds in a GLB file as JSON: node open_with_gltf_transform.mjs FILE
// Geometry is unpacked and as floats, in the axes of its node; arrays stand as base64 of 32-bit floats or whole numbers.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { NodeIO, Logger } from "@gltf-transform/core";
import { ALL_EXTENSIONS } from "@gltf-transform/extensions";
import { MeshoptDecoder } from "meshoptimizer";

const draco = createRequire(import.meta.url)("draco3dgltf");
const bytes = new Uint8Array(await readFile(process.argv[2]));
const packed = Buffer.from(bytes).includes("KHR_draco_mesh_compression");
await MeshoptDecoder.ready;
const io = new NodeIO().setLogger(new Logger(Logger.Verbosity.SILENT)).registerExtensions(ALL_EXTENSIONS);
io.registerDependencies({
  "meshopt.decoder": MeshoptDecoder,
  ...(packed ? { "draco3d.decoder": await draco.createDecoderModule() } : {}),
});
const document = await io.readBinary(bytes);
const root = document.getRoot();

const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
const floats = (accessor) => {
  const width = accessor.getElementSize();
  const values = new Float32Array(accessor.getCount() * width);
  const element = [];
  for (let i = 0; i < accessor.getCount(); i++) values.set(accessor.getElement(i, element), i * width);
  return { width, data: base64(values) };
};
const primitives = [];
for (const node of root.listNodes()) {
  for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
    const attributes = Object.fromEntries(primitive.listSemantics().map((name) => [name, floats(primitive.getAttribute(name))]));
    primitives.push({
      node: node.getName(),
      matrix: node.getWorldMatrix(),
      material: primitive.getMaterial()?.getName() ?? null,
      attributes,
      faces: base64(Uint32Array.from(primitive.getIndices().getArray())),
      targets: primitive.listTargets().map((target) =>
        Object.fromEntries(target.listSemantics().map((name) => [name, floats(target.getAttribute(name))]))),
    });
  }
}
const slots = ["BaseColor", "MetallicRoughness", "Normal", "Occlusion", "Emissive"];
console.log(JSON.stringify({
  primitives,
  extensions: root.listExtensionsUsed().map((extension) => extension.extensionName),
  required: root.listExtensionsRequired().map((extension) => extension.extensionName),
  textures: root.listTextures().map((texture) => ({
    name: texture.getName(), media_type: texture.getMimeType(), size: texture.getSize(), size_bytes: texture.getImage().byteLength,
  })),
  materials: root.listMaterials().map((material) => ({
    name: material.getName(), base_color: material.getBaseColorFactor(), metallic: material.getMetallicFactor(),
    roughness: material.getRoughnessFactor(), emissive: material.getEmissiveFactor(), alpha_mode: material.getAlphaMode(),
    is_double_sided: material.getDoubleSided(), extensions: material.listExtensions().map((each) => each.extensionName),
    textures: slots.filter((slot) => material[`get${slot}Texture`]() !== null),
  })),
  skins: root.listSkins().map((skin) => ({
    joints: skin.listJoints().length, inverse_bind: skin.getInverseBindMatrices() && floats(skin.getInverseBindMatrices()),
  })),
  animations: root.listAnimations().map((animation) => ({
    name: animation.getName(),
    channels: animation.listChannels().map((channel) => [channel.getTargetNode()?.getName() ?? null, channel.getTargetPath()]),
  })),
  asset: root.getAsset(),
}));
