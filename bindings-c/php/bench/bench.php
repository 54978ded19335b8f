<?php
// What the extension costs beside PHP's own functions, in the same run.
declare(strict_types=1);

use Qantara\{AlQaseh, Egw, Mac};

const KEY = '00112233445566778899AABBCCDDEEFF';
const ORDER = ['AMOUNT', 'CURRENCY', 'ORDER', 'DESC', 'MERCH_NAME', 'MERCH_URL', 'MERCHANT', 'TERMINAL', 'EMAIL',
    'TRTYPE', 'COUNTRY', 'MERCH_GMT', 'TIMESTAMP', 'NONCE', 'BACKREF'];
const FIELDS = ['AMOUNT' => '11.48', 'CURRENCY' => 'USD', 'ORDER' => '771446', 'DESC' => 'IT Books. Qty: 2',
    'MERCH_NAME' => 'Books Online Inc.', 'MERCH_URL' => 'www.sample.com', 'MERCHANT' => '123456789012345',
    'TERMINAL' => '99999999', 'EMAIL' => 'pgw@mail.sample.com', 'TRTYPE' => '1', 'COUNTRY' => null, 'MERCH_GMT' => null,
    'TIMESTAMP' => '20030105153021', 'NONCE' => 'F2B2DD7E603A7ADA', 'BACKREF' => 'https://www.sample.com/shop/reply'];

/** Nanoseconds a round: the best of many short rows, so that a busy machine disturbs little. */
function time_of(callable $work, int $rounds): float
{
    $best = INF;
    $work(2000);
    for ($row = 0; $row < 150; $row++) {
        $start = hrtime(true);
        $work($rounds);
        $best = min($best, (hrtime(true) - $start) / $rounds);
    }
    return $best;
}

function show(string $what, callable $ours, callable $plain, float $budget, int $rounds = 400): void
{
    [$a, $b] = [time_of($ours, $rounds), time_of($plain, $rounds)];
    printf("%-38s %8.0f ns  %8.0f ns  %5.2f x%s\n", $what, $a, $b, $b / $a, $budget ? sprintf('   (at least %.0f x)', $budget) : '   (at most 10 us)');
}

/** The source of a MAC as it is commonly written. */
function source(array $order, array $fields): string
{
    $source = '';
    foreach ($order as $name) {
        $value = $fields[$name] ?? '';
        $source .= $value === '' ? '-' : strlen($value) . $value;
    }
    return $source;
}

function plain_sign(array $order, array $fields, string $key): string
{
    return strtoupper(hash_hmac('sha1', source($order, $fields), $key));
}

$mac = new Mac(key: KEY, order: ORDER);
$key = hex2bin(KEY);
if ($mac->sign(FIELDS) !== plain_sign(ORDER, FIELDS, $key)) {
    exit("the two ways differ\n");
}
$hex = $mac->sign(FIELDS);
printf("%-38s %11s  %11s\n", '', 'Qantara', 'plain PHP');
show('sign (15 fields)', function (int $n) use ($mac) {
    for ($i = 0; $i < $n; $i++) $mac->sign(FIELDS);
}, function (int $n) use ($key) {
    for ($i = 0; $i < $n; $i++) plain_sign(ORDER, FIELDS, $key);
}, 3);
show('sign, key in hex each time', function (int $n) {
    for ($i = 0; $i < $n; $i++) (new Mac(key: KEY, order: ORDER))->sign(FIELDS);
}, function (int $n) {
    for ($i = 0; $i < $n; $i++) plain_sign(ORDER, FIELDS, hex2bin(KEY));
}, 0);
show('verify', function (int $n) use ($mac, $hex) {
    for ($i = 0; $i < $n; $i++) $mac->verify(FIELDS, $hex);
}, function (int $n) use ($key, $hex) {
    for ($i = 0; $i < $n; $i++) hash_equals(hash_hmac('sha1', source(ORDER, FIELDS), $key, true), hex2bin($hex)) || exit('no');
}, 3);

$settings = ['environment' => 'test', 'apiKey' => 'k3y', 'macKey' => KEY, 'profile' => 'classic', 'merchant' => '123456789012345',
    'terminal' => '99999999', 'merchName' => 'Books Online Inc.', 'merchUrl' => 'www.sample.com'];
$json = new Egw($settings);
$form = new Egw([...$settings, 'encoding' => 'form']);
$prepare = function (Egw $egw): string {
    $call = $egw->prepare(amount: '11.48', currency: 'USD', orderId: '771446', description: 'IT Books. Qty: 2',
        transactionType: 'retail', email: 'pgw@mail.sample.com', backRef: 'https://www.sample.com/shop/reply');
    return $call->url . $call->body . count($call->headerLines);
};
$plain_prepare = function (callable $encode) use ($key): string {
    // The same fields, and only the checks nobody should leave out.
    $input = ['AMOUNT' => '11.48', 'CURRENCY' => 'USD', 'ORDER' => '771446', 'DESC' => 'IT Books. Qty: 2', 'TRTYPE' => '1',
        'EMAIL' => 'pgw@mail.sample.com', 'BACKREF' => 'https://www.sample.com/shop/reply'];
    if (!preg_match('/^(0|[1-9]\d*)(\.\d+)?$/D', $input['AMOUNT']) || strlen($input['AMOUNT']) > 12 || !preg_match('/^[A-Z]{3}$/D', $input['CURRENCY'])
        || !preg_match('/^\d{6,32}$/D', $input['ORDER']) || !preg_match('/^[^\x00-\x1f\x7f]{1,50}$/Du', $input['DESC'])
        || !filter_var($input['EMAIL'], FILTER_VALIDATE_EMAIL) || !filter_var($input['BACKREF'], FILTER_VALIDATE_URL)) {
        throw new InvalidArgumentException('bad input');
    }
    $fields = $input + ['MERCHANT' => '123456789012345', 'TERMINAL' => '99999999', 'MERCH_NAME' => 'Books Online Inc.',
        'MERCH_URL' => 'www.sample.com', 'TIMESTAMP' => gmdate('YmdHis'), 'NONCE' => strtoupper(bin2hex(random_bytes(16)))];
    $fields['P_SIGN'] = plain_sign(ORDER, $fields, $key);
    $headers = ['X-API-Key: k3y', 'Content-Type: application/json'];
    return 'https://ac.alqaseh.com:9900/api/payment/prepare' . $encode($fields) . count($headers);
};
$json_encode = fn (array $fields) => json_encode(array_change_key_case($fields), JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
show('EGW prepare, JSON', function (int $n) use ($prepare, $json) {
    for ($i = 0; $i < $n; $i++) $prepare($json);
}, function (int $n) use ($plain_prepare, $json_encode) {
    for ($i = 0; $i < $n; $i++) $plain_prepare($json_encode);
}, 2);
show('EGW prepare, form', function (int $n) use ($prepare, $form) {
    for ($i = 0; $i < $n; $i++) $prepare($form);
}, function (int $n) use ($plain_prepare) {
    for ($i = 0; $i < $n; $i++) $plain_prepare(http_build_query(...));
}, 2);
show('EGW prepare, a gateway each time', function (int $n) use ($prepare, $settings) {
    for ($i = 0; $i < $n; $i++) $prepare(new Egw($settings));
}, function (int $n) use ($plain_prepare, $json_encode) {
    for ($i = 0; $i < $n; $i++) $plain_prepare($json_encode);
}, 0);

$shop = new AlQaseh(environment: 'test', clientId: 'shop', clientSecret: 's3cret');
$create = function (AlQaseh $shop): string {
    $call = $shop->createPayment(orderId: 'A-1', amount: '25000', currency: 'IQD', description: 'Two books', redirectUrl: 'https://shop.example/return');
    return $call->url . $call->body . count($call->headerLines);
};
$plain_create = function (): string {
    $input = ['order_id' => 'A-1', 'amount' => '25000', 'currency' => 'IQD', 'description' => 'Two books', 'redirect_url' => 'https://shop.example/return'];
    if (!preg_match('~^[A-Za-z0-9._:/-]{1,32}$~D', $input['order_id']) || !preg_match('/^[1-9]\d{0,17}$/D', $input['amount'])
        || !preg_match('/^[A-Z]{3}$/D', $input['currency']) || !preg_match('/^[^\x00-\x1f\x7f]{1,250}$/Du', $input['description'])
        || !filter_var($input['redirect_url'], FILTER_VALIDATE_URL)) {
        throw new InvalidArgumentException('bad input');
    }
    $input['amount'] = (int) $input['amount'];
    $input['transaction_type'] = 'Retail';
    $headers = ['Authorization: Basic ' . base64_encode('shop:s3cret'), 'Accept: application/json', 'Content-Type: application/json'];
    return 'https://api-test.alqaseh.com/v1/egw/payments/create' . json_encode($input, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . count($headers);
};
show('create_payment', function (int $n) use ($create, $shop) {
    for ($i = 0; $i < $n; $i++) $create($shop);
}, function (int $n) use ($plain_create) {
    for ($i = 0; $i < $n; $i++) $plain_create();
}, 0);

$body = '{"id":42,"payment_id":"p-1","token":"9f8e7d6c5b4a","order_id":"A-1","amount":25000,"currency":"IQD","description":"Two books","payment_status":"succeeded","transaction_type":"Retail","redirect_url":"https://shop.example/return","webhook_url":"","approval_code":"123456","rc":"00","rrn":"123456789012","merchant_id":7,"terminal_id":"T1","country":"IQ","custom_data":null,"nonce":"","created_at":"2026-11-20T13:00:00Z","updated_at":"2026-11-20T13:01:00Z"}';
$look = $shop->getPayment(paymentId: 'p-1');
$order = ['orderId' => 'A-1', 'amount' => '25000', 'currency' => 'IQD'];
show('parse and settle (' . strlen($body) . ' bytes)', function (int $n) use ($look, $body, $order) {
    for ($i = 0; $i < $n; $i++) $look->parse(200, $body)->expectPaid($order)->replayKey;
}, function (int $n) use ($body, $order) {
    for ($i = 0; $i < $n; $i++) {
        $payment = json_decode($body, true, 32, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
        if (!is_array($payment) || ($payment['payment_id'] ?? null) !== 'p-1' || ($payment['order_id'] ?? null) !== $order['orderId'] || ($payment['currency'] ?? null) !== $order['currency']
            || (string) ($payment['amount'] ?? '') !== $order['amount'] || strtolower($payment['payment_status'] ?? '') !== 'succeeded'
            || !in_array($payment['transaction_type'] ?? '', ['Retail', 'CompleteSales'], true)) {
            throw new RuntimeException('not paid');
        }
        $key = 'alqaseh/test/shop/' . rawurlencode($payment['payment_id']) . '/paid';
    }
}, 0);
