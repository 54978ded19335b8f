// What the package exposes, and how many of the shared cases ran for each name.
import * as qantara from "qantara";
import { check, exposes } from "./check.mjs";

console.log(JSON.stringify({ exposes: exposes(qantara), cases: check(qantara) }));
