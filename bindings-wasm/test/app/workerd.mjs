import * as qantara from "qantara";
import { check } from "./check.mjs";

export default {
  test() {
    check(qantara);
  },
};
