// Simplify a GLB with gltf-transform: node simplify.mjs RATIO IN OUT; prints the seconds it took.
import { NodeIO, Logger } from "@gltf-transform/core";
import { ALL_EXTENSIONS } from "@gltf-transform/extensions";
import { simplify, weld } from "@gltf-transform/functions";
import { MeshoptSimplifier } from "meshoptimizer";

const [ratio, source, target] = process.argv.slice(2);
await MeshoptSimplifier.ready;
const io = new NodeIO().setLogger(new Logger(Logger.Verbosity.SILENT)).registerExtensions(ALL_EXTENSIONS);
const begun = performance.now();
const document = await io.read(source);
await document.transform(weld(), simplify({ simplifier: MeshoptSimplifier, ratio: Number(ratio), error: 1 }));
await io.write(target, document);
console.log((performance.now() - begun) / 1000);
