import * as qantara from "qantara";
import { check } from "./check.mjs";

check(qantara);
console.log("passed");
