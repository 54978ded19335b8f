const qantara = require("qantara");

(async () => {
  (await import("./check.mjs")).check(qantara);
  // One copy, however it is loaded: else `instanceof` and private fields break between the two.
  if ((await import("qantara")).echo !== qantara.echo) throw new Error("two copies");
  console.log("passed");
})();
