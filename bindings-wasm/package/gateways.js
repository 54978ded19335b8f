// Written by tests/contract from the core's tables. Do not edit.
import {
  Gateway,
  MacKeeper,
  acknowledgmentOf,
  callOf,
  decide,
  hintOf,
  toolAlone,
  toolOf,
  verifyCallback,
} from "./api.js";
import { inputs } from "./tables.js";

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

  getPaymentByToken(input) {
    return callOf(this, "get_payment_by_token", input);
  }

  history(input = {}) {
    return callOf(this, "history", input);
  }

  historyCsv(input = {}) {
    return callOf(this, "history_csv", input);
  }

  processCard(input) {
    return callOf(this, "process_card", input);
  }

  retryPayment(input) {
    return callOf(this, "retry_payment", input);
  }

  reversePayment(input) {
    return callOf(this, "reverse_payment", input);
  }

  revokePayment(input) {
    return callOf(this, "revoke_payment", input);
  }

  payPage(input) {
    return toolOf(this, "pay_page", "PayPage", input);
  }

  verifyWebhook(input) {
    return toolOf(this, "verify_webhook", "VerifiedWebhook", input, undefined, inputs.WebhookMessage);
  }

  testWebhook(input) {
    return toolOf(this, "test_webhook", "TestMessage", input);
  }

  testRedirect(input) {
    return toolOf(this, "test_redirect", "TestUrl", input);
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

  completion(input, options = {}) {
    return callOf(this, "completion", input, options, inputs.Completion);
  }

  reversal(input, options = {}) {
    return callOf(this, "reversal", input, options, inputs.Reversal);
  }

  statusInquiry(input, options = {}) {
    return callOf(this, "status_inquiry", input, options);
  }

  static explainCode(input) {
    return toolAlone("egw", "explain_code", "CodeMeaning", input);
  }

  static orderNumber(input) {
    return toolAlone("egw", "order_number", "NumberedOrder", input);
  }

  cardForm(input, options = {}) {
    return toolOf(this, "card_form", "CardPage", input, options);
  }

  testCallback(input) {
    return toolOf(this, "test_callback", "TestMessage", input);
  }

  static diagnose(input) {
    return toolAlone("egw", "diagnose", "Diagnosis", input, undefined, inputs.Diagnose);
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

  authenticate(input = {}) {
    return callOf(this, "authenticate", input);
  }

  addInvoice(input) {
    return callOf(this, "add_invoice", input);
  }

  getInvoice(input) {
    return callOf(this, "get_invoice", input);
  }

  cancelInvoice(input) {
    return callOf(this, "cancel_invoice", input);
  }

  getTransactionsOfOrder(input) {
    return callOf(this, "get_transactions_of_order", input);
  }

  getOrder(input) {
    return callOf(this, "get_order", input);
  }

  getOrdersBySettlement(input) {
    return callOf(this, "get_orders_by_settlement", input);
  }

  getMerchantInvoice(input) {
    return callOf(this, "get_merchant_invoice", input);
  }

  verifyWebhook(input) {
    return toolOf(this, "verify_webhook", "PaymentWebhook", input, undefined, inputs.VerifyPaymentWebhook);
  }

  verifyRefundWebhook(input) {
    return toolOf(this, "verify_refund_webhook", "RefundWebhook", input, undefined, inputs.VerifyRefundWebhook);
  }

  testWebhook(input) {
    return toolOf(this, "test_webhook", "TestMessage", input);
  }

  testRefundWebhook(input) {
    return toolOf(this, "test_refund_webhook", "TestMessage", input);
  }

  testCallback(input) {
    return toolOf(this, "test_callback", "TestUrl", input);
  }

  decide(decision, earlier) {
    return decide(this, decision, earlier);
  }

  acknowledgment(saved) {
    return acknowledgmentOf(this, saved);
  }

  static parseCallback(message) {
    return hintOf("paylink", "parse_callback", "InvoiceCallback", message);
  }

  static parseWebhook(message) {
    return hintOf("paylink", "parse_webhook", "PaymentWebhook", message);
  }

  static parseRefundWebhook(message) {
    return hintOf("paylink", "parse_refund_webhook", "RefundWebhook", message);
  }
}

export class Mac extends MacKeeper {}
