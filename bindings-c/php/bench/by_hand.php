<?php
// What one would write for one shop, with PHP's own functions: the same bytes, and only the checks nobody should leave out.
declare(strict_types=1);

namespace ByHand;

const KEY = '00112233445566778899AABBCCDDEEFF';
const ORDER = ['AMOUNT', 'CURRENCY', 'ORDER', 'DESC', 'MERCH_NAME', 'MERCH_URL', 'MERCHANT', 'TERMINAL', 'EMAIL',
    'TRTYPE', 'COUNTRY', 'MERCH_GMT', 'TIMESTAMP', 'NONCE', 'BACKREF'];

function source(array $order, array $fields): string
{
    $source = '';
    foreach ($order as $name) {
        $value = $fields[$name] ?? '';
        $source .= $value === '' ? '-' : strlen($value) . $value;
    }
    return $source;
}

/** The key is kept as the HMAC it begins: a copy is a little faster than hash_hmac. */
function key(): \HashContext
{
    return hash_init('sha1', HASH_HMAC, hex2bin(KEY));
}

function mac(array $fields, \HashContext $key, bool $binary = false): string
{
    $mac = hash_copy($key);
    hash_update($mac, source(ORDER, $fields));
    return hash_final($mac, $binary);
}

function sign(array $fields, \HashContext $key): string
{
    return strtoupper(mac($fields, $key));
}

function verify(array $fields, string $hex, \HashContext $key): bool
{
    return hash_equals(mac($fields, $key, true), hex2bin($hex));
}

function message(array $input, \HashContext $key, ?array $stamp): array
{
    if (!preg_match('/^(0|[1-9]\d*)(\.\d+)?$/D', $input['AMOUNT']) || strlen($input['AMOUNT']) > 12 || !preg_match('/^[A-Z]{3}$/D', $input['CURRENCY'])
        || !preg_match('/^\d{6,32}$/D', $input['ORDER']) || !preg_match('/^[^\x00-\x1f\x7f]{1,50}$/Du', $input['DESC'])
        || !filter_var($input['EMAIL'], FILTER_VALIDATE_EMAIL) || !filter_var($input['BACKREF'], FILTER_VALIDATE_URL)) {
        throw new \InvalidArgumentException('bad input');
    }
    ['BACKREF' => $back] = $input;
    unset($input['BACKREF']);
    $fields = $input + ['TERMINAL' => '99999999', 'MERCHANT' => '123456789012345', 'MERCH_NAME' => 'Books Online Inc.',
        'MERCH_URL' => 'www.sample.com', 'TIMESTAMP' => $stamp['timestamp'] ?? gmdate('YmdHis'),
        'NONCE' => $stamp['nonce'] ?? strtoupper(bin2hex(random_bytes(16))), 'BACKREF' => $back];
    $fields['P_SIGN'] = sign($fields, $key);
    return $fields;
}

function input(): array
{
    return ['AMOUNT' => '11.48', 'CURRENCY' => 'USD', 'ORDER' => '771446', 'DESC' => 'IT Books. Qty: 2', 'TRTYPE' => '1',
        'EMAIL' => 'pgw@mail.sample.com', 'BACKREF' => 'https://www.sample.com/shop/reply'];
}

function as_json(array $fields): string
{
    $body = [];
    foreach ($fields as $name => $value) {
        $body[$name === 'BACKREF' ? 'back_ref' : strtolower($name)] = $value;
    }
    return json_encode($body, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
}

/** URL, headers and body. */
function prepare(string $type, callable $encode, \HashContext $key, ?array $stamp = null): array
{
    return ['https://ac.alqaseh.com:9900/api/payment/prepare', ['X-API-Key: k3y', "Content-Type: $type"], $encode(message(input(), $key, $stamp))];
}

function card_form(\HashContext $key, ?array $stamp = null): string
{
    $inputs = '';
    foreach (message(input(), $key, $stamp) as $name => $value) {
        $inputs .= '<input type="hidden" name="' . $name . '" value="' . htmlspecialchars($value, ENT_QUOTES) . '">';
    }
    return '<!DOCTYPE html><html><head><meta charset="utf-8"><title>…</title></head><body>'
        . '<form method="post" action="https://ac.alqaseh.com:5443/cgi-bin/cgi_link">' . $inputs . '<button>→</button></form>'
        . '<script>document.forms[0].submit()</script></body></html>';
}

function create(): array
{
    static $login = null;
    $login ??= 'Authorization: Basic ' . base64_encode('shop:s3cret');
    $input = ['order_id' => 'A-1', 'amount' => '25000', 'currency' => 'IQD', 'description' => 'Two books', 'redirect_url' => 'https://shop.example/return'];
    if (!preg_match('~^[A-Za-z0-9._:/-]{1,32}$~D', $input['order_id']) || !preg_match('/^[1-9]\d{0,17}$/D', $input['amount'])
        || !preg_match('/^[A-Z]{3}$/D', $input['currency']) || !preg_match('/^[^\x00-\x1f\x7f]{1,250}$/Du', $input['description'])
        || !filter_var($input['redirect_url'], FILTER_VALIDATE_URL)) {
        throw new \InvalidArgumentException('bad input');
    }
    $input['amount'] = (int) $input['amount'];
    $input['transaction_type'] = 'Retail';
    $headers = [$login, 'Accept: application/json', 'Content-Type: application/json'];
    return ['https://api-test.alqaseh.com/v1/egw/payments/create', $headers, json_encode($input, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR)];
}

function parse(string $body): array
{
    return json_decode($body, true, 32, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
}

/** The replay key of a payment for this order. */
function settle(string $body, array $order): string
{
    $payment = parse($body);
    if (($payment['payment_id'] ?? null) !== 'p-1' || ($payment['order_id'] ?? null) !== $order['orderId'] || ($payment['currency'] ?? null) !== $order['currency']
        || (string) ($payment['amount'] ?? '') !== $order['amount'] || strtolower($payment['payment_status'] ?? '') !== 'succeeded'
        || !in_array($payment['transaction_type'] ?? '', ['Retail', 'CompleteSales'], true)) {
        throw new \RuntimeException('not paid');
    }
    return 'alqaseh/test/shop/' . rawurlencode($payment['payment_id']) . '/paid';
}
