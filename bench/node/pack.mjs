// Pack a GLB with gltf-transform: node pack.mjs draco|meshopt|meshopt-high|quantize IN OUT; prints the seconds it took.
import { createRequire } from "node:module";
import { NodeIO, Logger } from "@gltf-transform/core";
import { ALL_EXTENSIONS } from "@gltf-transform/extensions";
import { draco, meshopt, quantize } from "@gltf-transform/functions";
import { MeshoptEncoder } from "meshoptimizer";

const [how, source, target] = process.argv.slice(2);
await MeshoptEncoder.ready;
const io = new NodeIO().setLogger(new Logger(Logger.Verbosity.SILENT)).registerExtensions(ALL_EXTENSIONS).registerDependencies({
  "meshopt.encoder": MeshoptEncoder,
  "draco3d.encoder": await createRequire(import.meta.url)("draco3dgltf").createEncoderModule(),
});
const begun = performance.now();
const document = await io.read(source);
await document.transform({
  draco: draco(),
  meshopt: meshopt({ encoder: MeshoptEncoder, level: "medium" }),
  "meshopt-high": meshopt({ encoder: MeshoptEncoder, level: "high" }),
  quantize: quantize(),
}[how]);
await io.write(target, document);
console.log((performance.now() - begun) / 1000);
