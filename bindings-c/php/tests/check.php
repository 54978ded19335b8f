<?php
// What the test scripts share: counting, and the shop whose secrets are canaries.
declare(strict_types=1);

use Qantara\{AlQaseh, Egw, Mac, Paylink, QantaraError};

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
    return new Paylink(environment: 'test', merchantId: 'm-1', apiKey: CANARY . '-paylink', baseUrl: 'http://localhost:1');
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
    return [
        'gateway' => shop(), 'egw' => egw(), 'paylink' => $paylink, 'mac' => new Mac(key: MAC_KEY, order: ['AMOUNT']),
        'call' => $call, 'created' => $call->parse(200, '{"payment_id":"p-1","token":"' . CANARY . '-token"}'),
        'prepare' => $prepare, 'prepared' => $prepare->parse(200, '{"url":"https://pay.example/' . CANARY . '-page"}'),
        'payment' => $payment, 'outcome' => $payment->settle(ORDER),
        'webhook' => AlQaseh::parseWebhook('{"order_id":"A-1","token":"' . CANARY . '-token","x":"' . CANARY . '-x"}'),
        'redirect' => AlQaseh::parseRedirect('https://shop.example/return?order_id=A-1&status=Success'),
        'hint' => Egw::parseCallback(callback()), 'signed' => $signed,
        'step' => $step, 'acknowledgment' => $acknowledgment, 'acknowledged' => $step->call->parse(200, '{"status":"success"}'),
    ];
}
