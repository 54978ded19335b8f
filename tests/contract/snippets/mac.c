qantara_field configuration[] = {
    {QANTARA_STR("key"), QANTARA_TEXT, 0, QANTARA_STR("00112233445566778899AABBCCDDEEFF")},
    {QANTARA_STR("order"), QANTARA_JSON, 0, QANTARA_STR("[\"AMOUNT\",\"CURRENCY\",\"ORDER\"]")},
};
qantara_field fields[] = {
    {QANTARA_STR("AMOUNT"), QANTARA_TEXT, 0, QANTARA_STR("11.48")},
    {QANTARA_STR("CURRENCY"), QANTARA_TEXT, 0, QANTARA_STR("USD")},
};
qantara_mac *mac = NULL;
qantara_record *source = NULL;
char hex[QANTARA_MAC_SIZE];
size_t length = 0;
TRY(qantara_mac_new(QANTARA_SNAKE, configuration, 2, &mac));
TRY(qantara_mac_sign(mac, fields, 2, hex, &length));
TRY(qantara_mac_verify(mac, fields, 2, (qantara_text){hex, length}));
TRY(qantara_mac_source(mac, fields, 2, &source));
print(source, "source");
qantara_record_free(source);
qantara_mac_free(mac);
