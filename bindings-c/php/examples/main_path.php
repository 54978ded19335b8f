<?php
// The main path against the sandbox, as a shop would write it:
//
//   cargo run -p qantara-sandbox -- --port 8480
//   php -d extension=target/php/qantara.so bindings-c/php/examples/main_path.php http://127.0.0.1:8480
declare(strict_types=1);

use Qantara\{AlQaseh, Call, Egw, MismatchError, Outcome, Paylink, QantaraError, SignatureError};

$sandbox = $argv[1] ?? 'http://127.0.0.1:8480';

function say(string $who, string $what): void
{
    printf("  %-8s %s\n", $who, $what);
}

function must(bool $holds, string $what): void
{
    if (!$holds) {
        throw new LogicException("it does not hold that $what");
    }
}

/** The error that something must end with. */
function refused(callable $work): QantaraError
{
    try {
        $work();
    } catch (QantaraError $error) {
        return $error;
    }
    throw new LogicException('it was not refused');
}

/** Sends a call and reads its reply; null if none came. */
function send(Call $call, ?array &$answer = null): ?object
{
    $curl = curl_init();
    curl_setopt_array($curl, [
        CURLOPT_URL => $call->url,
        CURLOPT_CUSTOMREQUEST => $call->method,
        CURLOPT_HTTPHEADER => $call->headerLines,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FOLLOWLOCATION => false, // the credentials would travel
        CURLOPT_TIMEOUT => 10,
    ]);
    if ($call->body !== '') {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $call->body);
    }
    $body = curl_exec($curl);
    $answer = $body === false ? null : ['status' => curl_getinfo($curl, CURLINFO_RESPONSE_CODE), 'body' => $body];
    return $answer ? $call->parse($answer['status'], $body, curl_getinfo($curl, CURLINFO_CONTENT_TYPE) ?: '') : null;
}

/** Something else than a call: the customer's browser, and what the sandbox can be asked. */
function http(string $url, string|array|null $post = null): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 10]);
    if ($post !== null) {
        $is_form = is_string($post);
        $type = $is_form ? 'application/x-www-form-urlencoded' : 'application/json';
        curl_setopt_array($curl, [CURLOPT_POSTFIELDS => $is_form ? $post : json_encode($post), CURLOPT_HTTPHEADER => ["Content-Type: $type"]]);
    }
    $body = curl_exec($curl);
    must($body !== false, "$url answers");
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $body, curl_getinfo($curl, CURLINFO_REDIRECT_URL)];
}

/** What a customer does on the gateway's page. Returns where the browser is sent. */
function pay(string $page, array $card): string
{
    [$status, , $location] = http($page, http_build_query($card));
    must($status === 200 || $status === 303, "the page takes the card ($status)");
    return (string) $location;
}

// The shop's own address, where webhooks and callbacks arrive.
$inbox = sys_get_temp_dir() . '/qantara-inbox-' . bin2hex(random_bytes(6));
mkdir($inbox);
$free = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($free, false);
fclose($free);
$shop = "http://$address";
$quiet = [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']];
$server = proc_open([PHP_BINARY, '-n', '-S', $address, __DIR__ . '/inbox.php'], $quiet, $pipes, null, ['INBOX' => $inbox]);
register_shutdown_function(function () use ($server, $inbox) {
    proc_terminate($server);
    array_map(unlink(...), glob("$inbox/*"));
    rmdir($inbox);
});
for ($i = 0; !@fsockopen('127.0.0.1', (int) explode(':', $address)[1]) && $i < 100; $i++) {
    usleep(20000);
}

/** The next message that arrives under a path. */
function arrived(string $path): string
{
    global $inbox;
    for ($i = 0; $i < 500; $i++) {
        if ($found = glob("$inbox/$path.*")) {
            $body = file_get_contents($found[0]);
            unlink($found[0]);
            return $body;
        }
        usleep(20000);
    }
    throw new LogicException("nothing arrived at $path");
}

/** What the shop has booked: a proof counts once, for its replay key is unique. */
function book(Outcome $outcome): bool
{
    static $booked = [];
    if ($outcome->replayKey === null || isset($booked[$outcome->replayKey])) {
        return false;
    }
    return $booked[$outcome->replayKey] = true;
}

echo "\nAl Qaseh: a payment, and two people who would like it to be one\n";
$gateway = new AlQaseh(
    environment: 'test',
    clientId: 'public_test', // the login Al Qaseh publishes for its test environment
    clientSecret: 'Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0',
    baseUrl: "$sandbox/alqaseh/v1",
    payPageUrl: "$sandbox/alqaseh/pay",
);
$order = ['orderId' => 'A-' . hrtime(true), 'amount' => '25000', 'currency' => 'IQD'];
$created = send($gateway->createPayment(...$order, description: 'Two books', redirectUrl: "$shop/return", webhookUrl: "$shop/webhook"));
say('shop', "created payment $created->paymentId");

/** What a shop does with every webhook: look up the payment it stored itself, settle, book. */
$on_webhook = function (string $body) use ($gateway, $order, $created): array {
    must(AlQaseh::parseWebhook($body)->orderId === $order['orderId'], 'it is about this order');
    $payment = send($gateway->getPayment(paymentId: $created->paymentId));
    $outcome = $payment->settle($order);
    return [$outcome, book($outcome), $payment];
};
$claim = AlQaseh::parseRedirect("/return?order_id={$order['orderId']}&status=Success");
must($claim->status === 'success' && !method_exists($claim, 'settle'), 'a redirect is a hint');
say('forger', 'opens /return?...&status=Success: a hint, it books nothing');
[$outcome, $changed, $payment] = $on_webhook(json_encode(['order_id' => $order['orderId'], 'payment_status' => 'Success']));
must($outcome->kind === 'open' && !$changed, 'a forged webhook changes nothing');
must(refused(fn () => $payment->expectPaid($order))->code === 'order.not_paid', 'it is not paid');
say('forger', 'posts a webhook that says Success: the look-up says open');
$back = pay($created->payUrl, ['number' => '5341432900077803', 'expiry' => '01/27', 'cvv' => '971']);
must(str_contains($back, 'status=Success'), 'the customer is sent back');
say('customer', "pays on the gateway's page");
$genuine = arrived('webhook');
[$outcome, $changed, $payment] = $on_webhook($genuine);
must($outcome->kind === 'paid' && $changed, 'it is paid');
say('shop', "paid: $outcome->replayKey");
must(refused(fn () => $payment->settle(['amount' => '250000'] + $order)) instanceof MismatchError, 'another amount is refused');
must($on_webhook($genuine)[1] === false, 'it is booked once');
say('shop', 'the same webhook again: the same proof, booked once');
$history = send($gateway->history(orderId: $order['orderId']));
must($history->settle($order)->replayKey === $outcome->replayKey, 'the history proves the same');
foreach ($history->payments as $row) {
    say('books', "$row->paymentId: $row->transactionType of $row->amount, $row->paymentStatus");
}

echo "\ne-Commerce Gateway: an authorization, its signed callback, and an altered one\n";
$gateway = new Egw(
    environment: 'test',
    apiKey: '4c2db6a1c9d841809c0fcdbf1fd0aeb8', // published for tests, as is the MAC key of the manual's example
    macKey: '00112233445566778899AABBCCDDEEFF',
    profile: ['preset' => 'classic', 'orders' => ['reply' => explode(' ', 'TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE')]],
    merchant: 'EGW TEST',
    terminal: '99999999',
    merchName: 'Books Online Inc.',
    merchUrl: 'www.sample.com',
    prepareUrl: "$sandbox/egw/api/payment/prepare",
    cgiLinkUrl: "$sandbox/egw/cgi-bin/cgi_link",
    completionTrtype: '21', // what this merchant's bank says; Al Qaseh's page has 1, and no number for a reversal
    reversalTrtype: '24',
);
// Its last six digits must not repeat for a terminal and day: a shop counts, a script takes the time.
$order = ['orderId' => substr((string) intdiv(hrtime(true), 1000), -9), 'amount' => '240000', 'currency' => 'IQD'];
$call = $gateway->prepare(...$order, description: 'Room 12, two nights', transactionType: 'authorization', backRef: "$shop/callback");
say('shop', "signs an authorization, P_SIGN $call->mac");
$prepared = send($call);
pay($prepared->redirectUrl, ['number' => '5341432908085972', 'expiry' => '11/26', 'cvv' => '972']);
$callback = arrived('callback');
$outcome = $gateway->verifyCallback($callback)->settle($order);
must($outcome->kind === 'held' && book($outcome), 'it is held');
say('shop', "held, not paid: RRN $outcome->rrn is what a completion will need");
// What the shop stores until the guest leaves, perhaps days later and in another process.
$stored = json_encode($outcome->toArray());
$altered = str_replace('AMOUNT=240000', 'AMOUNT=140000', $callback);
must($altered !== $callback, 'one character is altered');
$error = refused(fn () => $gateway->verifyCallback($altered));
must($error instanceof SignatureError && $error->code === 'mac.mismatch', 'it does not verify');
say('shop', 'one character altered: refused, and that is not declined');
$complete = fn (string $amount) => $gateway->completion(
    authorization: json_decode($stored, true),
    amount: $amount,
    description: 'Room 12, one night',
    backRef: "$shop/callback",
);
must(refused(fn () => $complete('250000'))->code === 'amount.above_authorized', 'no more is taken than is held');
$order['amount'] = '120000';
send($complete('120000'), $answer); // it answers what was sent, and its P_SIGN proves what it says
$paid = $gateway->verifyCallback($answer['body'])->settle($order);
must($paid->kind === 'paid' && book($paid), 'the completion is paid');
say('shop', 'paid: 120000 of the 240000 that were held, by the stored proof');
$order['reversalRequested'] = true;
$reversal = $gateway->reversal(authorization: $paid, amount: '120000', description: 'Room 12, with regrets', backRef: "$shop/callback");
send($reversal, $answer);
$reversed = $gateway->verifyCallback($answer['body'])->settle($order);
must($reversed->kind === 'reversed' && book($reversed), 'it is reversed');
say('shop', 'reversed');

echo "\nPaylink: an acknowledgment under a deadline\n";
$reference = hrtime(true) . 'ABC';
$gateway = new Paylink(environment: 'test', merchantId: 'sandbox-merchant', apiKey: 'sandbox-paylink-key', baseUrl: "$sandbox/paylink");
http("$sandbox/sandbox/paylink/orders", ['merchant' => 'sandbox-merchant', 'transaction_no' => $reference, 'amount' => '100.00', 'currency' => 'SAR', 'window_seconds' => 600]);
http("$sandbox/sandbox/faults", ['kind' => 'lose_reply', 'path' => 'payment-acknowledgment', 'times' => 1]);
$deadline = time() + 600;
// What the shop stores, in the transaction that settles its order, before the first bytes go out.
$stored = json_encode($gateway->decide(linkReference: $reference, verdict: 'success', deadline: $deadline));
for (;;) {
    // Every round begins with what was stored, as after a restart.
    $delivery = $gateway->acknowledgment(json_decode($stored, true));
    $step = $delivery->step();
    $stored = json_encode($delivery->save());
    if ($step->kind === 'done') {
        break;
    }
    if ($step->kind === 'wait') {
        usleep(max(0, (int) (($step->until - microtime(true)) * 1e6)) + 50000);
        continue;
    }
    try {
        send($step->call, $answer);
    } catch (QantaraError) {
        // heard() judges what came; this error says no more than that.
    }
    if (!$answer) {
        say('network', 'loses the reply');
    }
    $delivery->heard(...$answer ?? []);
    $stored = json_encode($delivery->save());
}
must(json_decode($stored)->state === 'acknowledged', 'it is acknowledged');
must(json_decode(http("$sandbox/sandbox/paylink/orders/$reference")[1])->status === 'PAID', 'the gateway says PAID');
say('shop', 'acknowledged, and PAID at the gateway');
$earlier = json_decode($stored, true);
$flip = fn () => $gateway->decide(linkReference: $reference, verdict: 'failure', deadline: $deadline, earlier: $earlier);
must(refused($flip)->code === 'ack.flip', 'a decision is never changed');
say('shop', 'a failure afterwards is refused: a decision is never changed');

echo "\nPaylink: an invoice\n";
$gateway = new Paylink(environment: 'test', apiId: 'sandbox-api-id', secretKey: 'sandbox-secret-key', invoicesUrl: "$sandbox/paylink");
$session = send($gateway->authenticate());
must($session->refreshAt > time(), 'the token lives for a while');
$order = ['orderId' => 'P-' . hrtime(true), 'amount' => '115.00', 'currency' => 'SAR'];
$invoice = send($gateway->addInvoice(
    ...$order,
    bearerToken: $session->bearerToken,
    callbackUrl: "$shop/return",
    clientName: 'Layla',
    clientMobile: '0500000000',
    products: [['title' => 'A box of dates', 'price' => '57.50', 'quantity' => 2]],
));
say('shop', "invoice $invoice->transactionNo");
$look = $gateway->getInvoice(bearerToken: $session->bearerToken, transactionNo: $invoice->transactionNo);
must(send($look)->settle($order)->kind === 'open', 'nothing is paid yet');
$back = pay($invoice->url, ['number' => '4111111111111111', 'expiry' => '12/30', 'cvv' => '123']);
must(Paylink::parseCallback($back)->transactionNo === $invoice->transactionNo, 'the browser comes back');
$looked = send($look);
$outcome = $looked->settle($order);
must($outcome->kind === 'paid' && book($outcome), 'the invoice is paid');
must($looked->gatewayOrderRequest->orderId === $order['orderId'], 'it is for this order');
say('shop', "paid: $outcome->replayKey");

echo "\nmain path: passed\n";
