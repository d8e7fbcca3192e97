// Print the Khronos validator's report on a GLB file as JSON: node validate.mjs FILE
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { validateBytes } = createRequire(import.meta.url)("gltf-validator");
const bytes = await readFile(process.argv[2]);
const report = await validateBytes(new Uint8Array(bytes), { maxIssues: 50 });
console.log(JSON.stringify(report.issues));
