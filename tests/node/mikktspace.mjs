// Prints the tangents that the reference implementation of MikkTSpace makes of unindexed triangles.
import { readFileSync } from "node:fs";
import { generateTangents } from "mikktspace";

const { points, normals, uvs } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tangents = generateTangents(new Float32Array(points), new Float32Array(normals), new Float32Array(uvs));
console.log(JSON.stringify({ tangents: Array.from(tangents) }));
