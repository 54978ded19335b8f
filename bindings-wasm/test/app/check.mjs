// What must hold in every runtime. Plain throws: not all of them have node:assert.
function same(got, wanted, what) {
  if (got !== wanted) throw new Error(`${what}: got ${JSON.stringify(got)?.slice(0, 200)}`);
}

export function check({ echo, nonce, panic }) {
  const texts = {
    empty: "",
    "line feeds": "\n\na\r\n",
    ascii: "x".repeat(300),
    arabic: "كتابان وقلم",
    "beyond the basic plane": "𐎀 🧾 e\u0301",
    "byte order mark": "\uFEFFa\uFEFF",
    "nul and controls": "\0\u0001\u001f\u007f\u0080",
  };
  const round = (when) => {
    for (const [name, text] of Object.entries(texts)) same(echo(text), text, `${name}, ${when}`);
  };
  round("at first");
  same(echo("a\uD800b"), "a\uFFFDb", "lone surrogate");
  // Around the desk's size, with one to four bytes a character, and far beyond it.
  for (const unit of ["a", "é", "ق", "🧾"]) {
    for (const size of [65520, 65531, 65532, 65536, 70000, 3000000]) {
      const text = unit.repeat(size / new TextEncoder().encode(unit).length);
      same(echo(text), text, `${size} bytes of ${unit}`);
    }
    round("after a long text");
  }
  for (let i = 0; i < 2000; i++) same(echo(`${i}`), `${i}`, "many");
  const nonces = new Set(Array.from({ length: 1000 }, nonce));
  same(nonces.size, 1000, "nonces differ");
  for (const each of nonces) same(/^(?!.*00000000)[0-9a-f]{32}$/.test(each), true, each);
  for (let i = 0; i < 3; i++) {
    let thrown;
    try {
      panic();
    } catch (error) {
      thrown = error;
    }
    same(thrown instanceof Error && thrown.message, "qantara: internal failure in panic", "panic");
    round("after a panic");
  }
}
