// Print the Khronos validator's report on a GLB or glTF file as JSON: node validate.mjs FILE
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { validateBytes } = createRequire(import.meta.url)("gltf-validator");
const beside = async (name) => new Uint8Array(await readFile(join(dirname(process.argv[2]), decodeURIComponent(name))));
const bytes = new Uint8Array(await readFile(process.argv[2]));
const report = await validateBytes(bytes, { maxIssues: 50, externalResourceFunction: beside });
console.log(JSON.stringify(report.issues));
