$signed = $gateway->verifyCallback($body); // else: unverified, not declined; look it up
$outcome = $signed->settle(['orderId' => '000417', 'amount' => '25000', 'currency' => 'IQD']);
echo $outcome->kind, "\n";
