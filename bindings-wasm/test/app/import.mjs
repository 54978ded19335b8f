import * as qantara from "qantara";
import { check } from "./check.mjs";
import { printed } from "./printed.mjs";

check(qantara, printed);
console.log("passed");
