<?php
// What the test scripts share: counting, and the shop whose secrets are canaries.
declare(strict_types=1);

use Qantara\{AlQaseh, Egw, Mac, Outcome, Paylink, QantaraError};

if (!extension_loaded('qantara')) {
    fwrite(STDERR, "the extension is not loaded\n");
    exit(2);
}

$checks = $failures = 0;

function check(bool $good, string $what): void
{
    global $checks, $failures;
    $checks++;
    if (!$good) {
        $failures++;
        fwrite(STDERR, "FAILED $what\n");
    }
}

/** The error something must end with: its dotted code, or for PHP's own errors the class. */
function refused(string $what, string $code, callable $work): ?Throwable
{
    try {
        $work();
        check(false, "$what: no error, but $code was expected");
        return null;
    } catch (Throwable $error) {
        $found = $error instanceof QantaraError ? $error->code : $error::class;
        check($found === $code, "$what: $found, not $code: " . $error->getMessage());
        return $error;
    }
}

function finish(int $least): never
{
    global $checks, $failures;
    echo basename($_SERVER['SCRIPT_NAME']), ": $checks checks, $failures failures\n";
    // A script that ended early is no success.
    exit($failures || $checks < $least ? 1 : 0);
}

const CANARY = 'c4nary';
const MAC_KEY = 'C4A4C4A400112233445566778899AABB';
const ORDER = ['orderId' => 'A-1', 'amount' => '25000', 'currency' => 'IQD'];
const INPUT = ORDER + ['description' => 'Two books', 'redirectUrl' => 'https://shop.example/return'];
const PREPARE = ['orderId' => '771446', 'amount' => '11.48', 'currency' => 'USD', 'description' => 'Books',
    'transactionType' => 'retail', 'backRef' => 'https://shop.example/result'];
const PAYMENT = '{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded",'
    . '"transaction_type":"Retail","token":"' . CANARY . '-token","custom_data":{"note":"' . CANARY . '-note"},"new":"' . CANARY . '-new"}';

function shop(): AlQaseh
{
    return new AlQaseh(environment: 'test', clientId: 'shop', clientSecret: CANARY . '-secret');
}

function egw(): Egw
{
    return new Egw(environment: 'test', apiKey: CANARY . '-key', macKey: MAC_KEY, terminal: '99999999', profile: ['preset' => 'classic', 'orders' => ['reply' => ['TERMINAL', 'TRTYPE', 'ORDER', 'AMOUNT', 'CURRENCY', 'ACTION', 'RC', 'RRN', 'CARD']]]);
}

function paylink(): Paylink
{
    return new Paylink(environment: 'test', merchantId: 'm-1', apiKey: CANARY . '-paylink', baseUrl: 'http://localhost:1', apiId: 'APP_ID', secretKey: CANARY . '-login', webhookSecret: CANARY . '-hook');
}

const PRODUCT = ['title' => 'Book', 'price' => '25.50', 'quantity' => 1, 'isDigital' => true];
const INVOICE = ['bearerToken' => CANARY . '-bearer', 'orderId' => 'A-1', 'amount' => '25.50', 'callbackUrl' => 'https://shop.example/return',
    'clientName' => 'Zahra', 'clientMobile' => '0500000000', 'products' => [PRODUCT]];
const COMPLETION = ['amount' => '240000', 'description' => 'Room 12', 'backRef' => 'https://shop.example/result'];

/** A gateway that can complete, and an outcome that says what it may. */
function hotel(): Egw
{
    return new Egw(environment: 'test', apiKey: CANARY . '-key', macKey: MAC_KEY, completionTrtype: '21', profile: ['preset' => 'classic', 'orders' => ['reply' => ['TRTYPE', 'ORDER', 'AMOUNT', 'CURRENCY', 'ACTION', 'RC', 'RRN', 'INT_REF']]]);
}

function held(): Outcome
{
    $order = ['orderId' => '771446', 'amount' => '240000', 'currency' => 'IQD'];
    $made = hotel()->testCallback(...$order, trtype: '0', action: '0', rc: '00', rrn: '123456789012', intRef: 'ABCDEF01');
    return hotel()->verifyCallback($made->body)->settle($order);
}

function callback(): string
{
    $fields = ['TERMINAL' => '99999999', 'TRTYPE' => '1', 'ORDER' => '771446', 'AMOUNT' => '11.48', 'CURRENCY' => 'USD',
        'ACTION' => '0', 'RC' => '00', 'RRN' => '123456789012', 'CARD' => CANARY . '-card'];
    $mac = new Mac(key: MAC_KEY, order: array_keys($fields));
    return http_build_query($fields + ['P_SIGN' => $mac->sign($fields)]);
}

/** One object of every class, by what it is. */
function objects(): array
{
    $call = shop()->createPayment(INPUT + ['customData' => ['note' => CANARY . '-own']]);
    $payment = shop()->getPayment('p-1')->parse(200, PAYMENT);
    $paylink = paylink();
    $saved = $paylink->decide(linkReference: '1234567890ABC', verdict: 'success', deadline: time() + 600);
    $acknowledgment = $paylink->acknowledgment($saved);
    $step = $acknowledgment->step();
    $signed = egw()->verifyCallback(callback());
    $prepare = egw()->prepare(PREPARE);
    $history = shop()->history(orderId: 'A-1')->parse(200, '[' . PAYMENT . ',{"payment_id":"p-2"}]');
    $file = shop()->historyCsv(orderId: 'A-1')->parse(200, "order_id,token,other\nA-1," . CANARY . '-token,' . CANARY . '-x');
    $get_invoice = $paylink->getInvoice(bearerToken: CANARY . '-bearer', transactionNo: '1714289084591');
    $answer = ['transactionNo' => '1714289084591', 'orderStatus' => 'Paid', 'amount' => 25.5, 'success' => true, 'new' => CANARY . '-new'];
    $receipt = ['receiptUrl' => 'https://r.example/1', 'passcode' => CANARY . '-passcode', 'new' => CANARY . '-new'];
    $invoice = $get_invoice->parse(200, json_encode($answer + ['paymentReceipt' => $receipt, 'gatewayOrderRequest' => ['orderNumber' => 'A-1', 'amount' => 25.5]]));
    $completion = hotel()->completion(...COMPLETION, authorization: held());
    $login = $paylink->authenticate();
    $by_token = shop()->getPaymentByToken(CANARY . '-token');
    $card = shop()->processCard(token: CANARY . '-token', cardNumber: '5341432900077803', cvv: '971', expMonth: '01', expYear: '27');
    return [
        'gateway' => shop(), 'egw' => egw(), 'paylink' => $paylink, 'mac' => new Mac(key: MAC_KEY, order: ['AMOUNT']),
        'call' => $call, 'created' => $call->parse(200, '{"payment_id":"p-1","token":"' . CANARY . '-token"}'),
        'prepare' => $prepare, 'prepared' => $prepare->parse(200, '{"url":"https://pay.example/' . CANARY . '-page"}'),
        'payment' => $payment, 'outcome' => $payment->settle(ORDER),
        'webhook' => AlQaseh::parseWebhook('{"order_id":"A-1","token":"' . CANARY . '-token","x":"' . CANARY . '-x"}'),
        'redirect' => AlQaseh::parseRedirect('https://shop.example/return?order_id=A-1&status=Success'),
        'hint' => Egw::parseCallback(callback()), 'signed' => $signed,
        'call by token' => $by_token, 'info' => $by_token->parse(200, '{"amount":25000,"currency":"IQD","payment_status":"prepared","x":"' . CANARY . '"}'),
        'history' => $history, 'row' => $history->payments[0], 'file' => $file, 'line' => $file->rows[0],
        'card' => $card, 'processed' => $card->parse(200, CANARY . '-page'), 'pay page' => shop()->payPage(CANARY . '-token'),
        'invoice call' => $paylink->addInvoice(INVOICE), 'invoice' => $invoice, 'receipt' => $invoice->paymentReceipt,
        // What should be a record and is something else is kept as it came.
        'odd invoice' => $get_invoice->parse(200, json_encode($answer + ['paymentReceipt' => CANARY . '-receipt', 'gatewayOrderRequest' => [CANARY]])),
        'login' => $login, 'session' => $login->parse(200, '{"id_token":"' . CANARY . '-bearer"}'),
        'webhook of an invoice' => $paylink->verifyWebhook(body: '{"transactionNo":"1714289084591","x":"' . CANARY . '"}', header: CANARY . '-hook'),
        'completion' => $completion, 'number' => Egw::orderNumber(417), 'meaning' => Egw::explainCode(rc: '51'),
        'card page' => hotel()->cardForm(['description' => CANARY . '-card page'] + PREPARE),
        'step' => $step, 'acknowledgment' => $acknowledgment, 'acknowledged' => $step->call->parse(200, '{"status":"success"}'),
    ];
}
