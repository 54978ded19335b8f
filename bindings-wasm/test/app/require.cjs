const qantara = require("qantara");

(async () => {
  const { printed } = await import("./printed.mjs");
  (await import("./check.mjs")).check(qantara, printed);
  // One copy, however it is loaded: else `instanceof` and private fields break between the two.
  const imported = await import("qantara");
  for (const name of Object.keys(qantara)) {
    if (imported[name] !== qantara[name]) throw new Error(`two copies of ${name}`);
  }
  if (Object.keys(imported).length !== Object.keys(qantara).length) throw new Error("other names");
  console.log("passed");
})();
