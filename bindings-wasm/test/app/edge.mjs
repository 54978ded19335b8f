import * as qantara from "qantara";
import { check } from "./check.mjs";

addEventListener("fetch", (event) => {
  try {
    check(qantara);
    event.respondWith(new Response("passed"));
  } catch (error) {
    event.respondWith(new Response(error.stack));
  }
});
