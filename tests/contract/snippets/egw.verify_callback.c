qantara_message *message = NULL;
TRY(qantara_verify_callback(gateway, body, &message)); /* else: unverified, not declined; look it up */
qantara_field order[] = {
    {QANTARA_STR("order_id"), QANTARA_TEXT, 0, QANTARA_STR("000417")},
    {QANTARA_STR("amount"), QANTARA_TEXT, 0, QANTARA_STR("25000")},
    {QANTARA_STR("currency"), QANTARA_TEXT, 0, QANTARA_STR("IQD")},
};
qantara_record *outcome = NULL;
TRY(qantara_message_settle(message, order, 3, &outcome));
print(outcome, "kind");
qantara_record_free(outcome);
qantara_message_free(message);
