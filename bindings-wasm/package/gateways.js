// Written by tests/contract from the core's tables. Do not edit.
import { Gateway, MacKeeper, acknowledgmentOf, callOf, decide, hintOf, verifyCallback } from "./api.js";

export { parseReply } from "./api.js";
export { QantaraError, ValidationError, SignatureError, ReplyError, MismatchError, GatewayError } from "./errors.js";

export class AlQaseh extends Gateway {
  constructor(configuration) {
    super("alqaseh", configuration);
  }

  createPayment(input) {
    return callOf(this, "create_payment", input);
  }

  getPayment(input) {
    return callOf(this, "get_payment", input);
  }

  static parseWebhook(message) {
    return hintOf("alqaseh", "parse_webhook", "Webhook", message);
  }

  static parseRedirect(message) {
    return hintOf("alqaseh", "parse_redirect", "Redirect", message);
  }
}

export class Egw extends Gateway {
  constructor(configuration) {
    super("egw", configuration);
  }

  prepare(input, options = {}) {
    return callOf(this, "prepare", input, options);
  }

  verifyCallback(message) {
    return verifyCallback(this, message);
  }

  static parseCallback(message) {
    return hintOf("egw", "parse_callback", "Callback", message);
  }
}

export class Paylink extends Gateway {
  constructor(configuration) {
    super("paylink", configuration);
  }

  decide(decision, earlier) {
    return decide(this, decision, earlier);
  }

  acknowledgment(saved) {
    return acknowledgmentOf(this, saved);
  }
}

export class Mac extends MacKeeper {}
