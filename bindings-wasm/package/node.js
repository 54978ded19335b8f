// Written by tests/contract from the core's tables. Do not edit.
// Node, `import`. Named one by one and required, because Node would else read all of node.cjs once more
// to find the names; and shared with `require`, so that there is one copy.
import { createRequire } from "node:module";

export const {
  AlQaseh,
  Egw,
  Paylink,
  Mac,
  parseReply,
  QantaraError,
  ValidationError,
  SignatureError,
  ReplyError,
  MismatchError,
  GatewayError,
} = createRequire(import.meta.url)("./node.cjs");
