import * as qantara from "qantara";
import { check } from "./check.mjs";

addEventListener("fetch", (event) => {
  check(qantara);
  event.respondWith(new Response("passed"));
});
