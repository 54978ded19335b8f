<?php
// A million rounds with a new gateway in each: what the process holds must not grow.   php memory.php [ROUNDS]
declare(strict_types=1);

use Qantara\{AlQaseh, Egw, Mac, QantaraError};

function resident(): int
{
    preg_match('/VmRSS:\s+(\d+)/', file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

$rounds = (int) ($argv[1] ?? 1_000_000);
$order = ['orderId' => 'A-1', 'amount' => '25000', 'currency' => 'IQD'];
$body = '{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail","more":{"a":[1,2,3]}}';
$round = function (int $i) use ($order, $body): void {
    $shop = new AlQaseh(environment: 'test', clientId: "shop-$i", clientSecret: 's3cret');
    $call = $shop->createPayment(...$order, description: 'Two books', redirectUrl: 'https://shop.example/return', customData: ['round' => $i, 'list' => [1, 2]]);
    strlen($call->body) + count($call->headerLines) + count($call->expect);
    $payment = $shop->getPayment('p-1')->parse(200, $body);
    $payment->settle($order)->kind === 'paid' && count($payment->extra) === 1 || exit("wrong\n");
    $egw = new Egw(environment: 'test', apiKey: 'k3y', macKey: '00112233445566778899AABBCCDDEEFF', profile: 'classic');
    $egw->prepare(orderId: '771446', amount: '11.48', currency: 'USD', description: 'Books', transactionType: 'retail', backRef: 'https://shop.example/result');
    (new Mac(key: '00112233445566778899AABBCCDDEEFF', order: ['AMOUNT']))->sign(['AMOUNT' => "$i"]);
    $history = $shop->history(orderId: 'A-1')->parse(200, "[$body,$body]");
    count($history->payments) === 2 && $history->payments[1]->toArray() === $history->toArray()['payments'][0] || exit("wrong\n");
    print_r($history, true);
    $held = ['kind' => 'held', 'orderId' => '771446', 'amount' => '11.48', 'currency' => 'USD', 'status' => '0/00', 'list' => [$i]];
    try {
        $egw->completion(authorization: $held, amount: '11.48');
    } catch (QantaraError $error) {
        count($error->faults);
    }
    Egw::orderNumber(sequence: $i)->orderId !== '' || exit("wrong\n");
    try {
        $egw->completion(authorization: $history->payments[0]);
    } catch (QantaraError $error) {
        count($error->faults);
    }
    try {
        $shop->createPayment(['amount' => 1.5]);
    } catch (QantaraError $error) {
        count($error->faults);
    }
};
resident(); // measuring takes memory, too, the first time
for ($i = 0; $i < 5000; $i++) {
    $round($i);
}
$before = resident();
$start = hrtime(true);
for ($i = 0; $i < $rounds; $i++) {
    $round($i);
}
$grown = resident() - $before;
fprintf(STDERR, "%d rounds in %.0f s: %d kB at first, %+d kB at the end\n", $rounds, (hrtime(true) - $start) / 1e9, $before, $grown);
echo json_encode(['language' => 'PHP', 'job' => 'memory', 'unit' => 'bytes', 'rounds' => $rounds, 'ours' => $grown * 1024, 'against' => null, 'theirs' => null]), "\n";
exit($grown > 512 ? 1 : 0);
