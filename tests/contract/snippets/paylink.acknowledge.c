qantara_field decision[] = {
    {QANTARA_STR("link_reference"), QANTARA_TEXT, 0, QANTARA_STR("1234567890ABC")},
    {QANTARA_STR("verdict"), QANTARA_TEXT, 0, QANTARA_STR("success")},
    {QANTARA_STR("deadline"), QANTARA_NUMBER, 0, in_ten_minutes()},
};
qantara_record *stored = NULL; /* with your order, in one transaction */
TRY(qantara_decide(gateway, decision, 3, &stored));
uint32_t step = 0;
while (step != QANTARA_DONE) {
    int64_t until = 0;
    qantara_call *call = NULL;
    qantara_acknowledgment *delivery = NULL;
    qantara_field saved[] = {{{NULL, 0}, QANTARA_JSON, 0, qantara_record_json(stored)}};
    TRY(qantara_acknowledgment_new(gateway, saved, 1, &delivery));
    TRY(qantara_acknowledgment_step(delivery, QANTARA_NOW, &step, &until, &call));
    /* Store what qantara_acknowledgment_save gives, before anything is sent. */
    if (step == QANTARA_WAIT) sleep_until(until);
    if (step == QANTARA_SEND) {
        struct answer answer = send_call(call); /* none came: no field at all */
        qantara_field heard[] = {
            {QANTARA_STR("status"), QANTARA_NUMBER, 0, QANTARA_STR("200")},
            {QANTARA_STR("body"), QANTARA_TEXT, 0, answer.body},
        };
        TRY(qantara_acknowledgment_heard(delivery, heard, 2));
    }
    qantara_record_free(stored);
    TRY(qantara_acknowledgment_save(delivery, &stored));
    qantara_acknowledgment_free(delivery);
    qantara_call_free(call);
}
print(stored, "state");
qantara_record_free(stored);
