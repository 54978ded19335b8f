// With your order, in one transaction.
$stored = $gateway->decide(linkReference: '1234567890ABC', verdict: 'success', deadline: time() + 600);
for (;;) {
    $delivery = $gateway->acknowledgment($stored);
    $step = $delivery->step();
    $stored = $delivery->save(); // before anything is sent
    if ($step->kind === 'done') {
        break;
    }
    if ($step->kind === 'wait') {
        sleepUntil($step->until);
        continue;
    }
    [$status, $body] = send($step->call); // none came: heard()
    $delivery->heard(status: $status, body: $body);
    $stored = $delivery->save();
}
echo $delivery->state, "\n";
