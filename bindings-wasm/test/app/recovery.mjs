// A trap ends the instance, and nothing else: gateways go on in a fresh one.
import { fail, same, thrown } from "./same.mjs";

let trap = false;
let instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const { exports } = new Instance(...given);
  instances++;
  const call = (...numbers) => {
    if (!trap) return exports.call(...numbers);
    trap = false;
    return exports.room(-1); // more than there is: a trap, with the desk half open
  };
  return { exports: { ...exports, call } };
};
const { AlQaseh, Mac, QantaraError, ReplyError } = await import("qantara");

const gateway = new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "s3cret" });
const other = new AlQaseh({ environment: "test", clientId: "other", clientSecret: "s3cret" });
const mac = new Mac({ key: "00112233445566778899AABBCCDDEEFF", order: ["A"] });
const signed = mac.sign({ A: "1" });
const login = (of) => of.getPayment({ paymentId: "p" }).headers.Authorization;
const [first, second] = [login(gateway), login(other)];
same(instances, 1, "one instance");
for (let round = 1; round < 4; round++) {
  trap = true;
  const error = thrown(() => login(gateway), "a trap");
  if (!(error instanceof ReplyError && error instanceof QantaraError)) fail(`${error}`);
  same([error.code, error.number, error.retry], ["internal", 3090, "look_up_first"], "its error");
  // In the fresh instance the slots are empty, and none may be mistaken for another's.
  same([login(other), login(gateway), mac.sign({ A: "1" })], [second, first, signed], "after a trap");
  same(instances, round + 1, "a fresh instance");
}
console.log("passed");
