/* Qantara: payments for Al Qaseh and Paylink, without doing any input or output itself.
 *
 * Generated from bindings-c/src; do not edit.
 *
 *     qantara_error *error = qantara_gateway_new(QANTARA_STR("alqaseh"), QANTARA_SNAKE, settings, count, &gateway);
 *     if (error) { puts(qantara_error_message(error)); qantara_error_free(error); return; }
 *
 * Every function that can fail returns an error, which is yours to free, or NULL if all went well; what it makes
 * goes through an out pointer, which is NULL after an error. What is made has a free function of its own; those
 * accept NULL. Handles may go to another thread, and where their description says so, be used from several.
 *
 * Text is UTF-8 with a length, not terminated by NUL. Text and fields that you give are read while the call lasts
 * and not kept; what you get points into its handle and lives as long as that. A pointer must be NULL or point to
 * what its type says, and a length must be true: C has no way to check that. NULL where something is needed, bytes
 * that are not UTF-8, and lengths beyond 1 MiB are errors, not crashes.
 *
 * There is no global state. Only two things are ever asked of the system, and only if you leave them out: the time,
 * and randomness for the nonce of a signed request.
 */


#ifndef QANTARA_H
#define QANTARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/* Text from a literal, as an initial value; C wants this one for what is static:
 *
 *     static const qantara_field fields[] = {
 *         {QANTARA_STR_INIT("order_id"), QANTARA_TEXT, 0, QANTARA_STR_INIT("A-1")},
 *     };
 */
#define QANTARA_STR_INIT(literal) {(literal), sizeof(literal) - 1}

/* Text from a literal, as an argument or the initial value of what is not static. */
#ifdef __cplusplus
#define QANTARA_STR(literal) (qantara_text QANTARA_STR_INIT(literal))
#else
#define QANTARA_STR(literal) ((qantara_text)QANTARA_STR_INIT(literal))
#endif


// What a program compiled against a header needs to find: it must equal `QANTARA_ABI` there.
#define QANTARA_ABI 0

// Read this machine's clock.
#define QANTARA_NOW INT64_MIN

// Store the record, then send the call and say what came of it.
#define QANTARA_SEND 1

// Come back at a certain time.
#define QANTARA_WAIT 2

// There is nothing more to send; the state says how it ended.
#define QANTARA_DONE 3

// Nothing.
#define QANTARA_NULL 0

// Text.
#define QANTARA_TEXT 1

// A number, by its decimal text. A floating-point number must keep its `.` or exponent, so that it is refused
// where money is meant.
#define QANTARA_NUMBER 2

// `true` or `false`, as text.
#define QANTARA_FLAG 3

// A list or a map, as JSON text.
#define QANTARA_JSON 4

// Something of another language that has no form here. It is refused with `field.type`; the value says what
// to give instead. For bindings.
#define QANTARA_OTHER 5

// An array without entries, of a language that has one kind of array: a map or a list, whichever the field is. For
// bindings.
#define QANTARA_EMPTY 6

// A record that this library gave, as its JSON text: taken where a record is expected, and refused with `field.type`
// elsewhere, so that none is sent by mistake. For bindings.
#define QANTARA_RECORD 7

// In `flags`, on the way out: keep this value out of logs.
#define QANTARA_SECRET 1

// `order_id`.
#define QANTARA_SNAKE 0

// `orderId`.
#define QANTARA_CAMEL 1

// The most characters a MAC has in hex.
#define QANTARA_MAC_SIZE 64

// The delivery of a decision. For one thread at a time.
typedef struct qantara_acknowledgment qantara_acknowledgment;

// A request that is ready to be sent.
typedef struct qantara_call qantara_call;

// Why something could not be done: every fault at once, and whether repeating is safe. Each is yours to free.
typedef struct qantara_error qantara_error;

// A gateway with your credentials. Cheap to make; it may be used from several threads at once.
typedef struct qantara_gateway qantara_gateway;

// A key and the order of the fields its MACs cover. It may be used from several threads at once.
typedef struct qantara_mac qantara_mac;

// A reply that was fetched with your credentials, or a callback whose MAC verified.
typedef struct qantara_message qantara_message;

// Named values that can be read. Views into it live as long as it does.
typedef struct qantara_record qantara_record;

// Text: UTF-8 bytes and how many there are. Not terminated by NUL, and may be empty.
typedef struct {
  // The bytes; may be NULL if `len` is 0.
  const char *ptr;
  // How many bytes there are.
  size_t len;
} qantara_text;

// A named value. One with an empty name and the kind `QANTARA_JSON`, alone in its array, stands for a whole
// record, such as one that you stored.
typedef struct {
  // The field's name.
  qantara_text name;
  // `QANTARA_NULL`, `QANTARA_TEXT`, `QANTARA_NUMBER`, `QANTARA_FLAG` or `QANTARA_JSON`.
  uint32_t kind;
  // 0, or `QANTARA_SECRET` on the way out. Ignored on the way in.
  uint32_t flags;
  // The value's text.
  qantara_text value;
} qantara_field;

// How names of fields are spelled.
typedef uint32_t qantara_names;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of this library, such as `0.1.0`.
const char *qantara_version(void);

// The ABI number of this library. Compare it with `QANTARA_ABI` once at the start.
uint32_t qantara_abi(void);

// Decides about a payment: `link_reference`, `verdict` (`success` or `failure`), `deadline`, perhaps `now`. If
// you have decided it before, give the stored record as `earlier`, a map. What comes out is the record to store,
// in the transaction that settles your order and before the first bytes go out.
qantara_error *qantara_decide(const qantara_gateway *gateway,
                              const qantara_field *decision,
                              size_t count,
                              qantara_record **out);

// Starts, or goes on after a restart, from a stored record.
qantara_error *qantara_acknowledgment_new(const qantara_gateway *gateway,
                                          const qantara_field *saved,
                                          size_t count,
                                          qantara_acknowledgment **out);

// What to do now (Unix seconds, or `QANTARA_NOW`): `*step` is `QANTARA_SEND` (then `*call` is yours), or
// `QANTARA_WAIT` (then `*until` is when to come back), or `QANTARA_DONE`. A clock that goes backwards does no harm.
qantara_error *qantara_acknowledgment_step(qantara_acknowledgment *acknowledgment,
                                           int64_t now,
                                           uint32_t *step,
                                           int64_t *until,
                                           qantara_call **call);

// Says what came of the call: `status`, `body` and `retry_after` of the answer, or no field at all if none came;
// perhaps `now`.
qantara_error *qantara_acknowledgment_heard(qantara_acknowledgment *acknowledgment,
                                            const qantara_field *answer,
                                            size_t count);

// How it stands: `pending`, `paused`, `acknowledged`, `acknowledged_late`, `refused` or `gave_up`. Until the next
// step.
qantara_text qantara_acknowledgment_state(const qantara_acknowledgment *acknowledgment);

// The record to store, before and after every step.
qantara_error *qantara_acknowledgment_save(const qantara_acknowledgment *acknowledgment,
                                           qantara_record **out);

// Frees an acknowledgment. NULL is fine.
void qantara_acknowledgment_free(qantara_acknowledgment *acknowledgment);

// What to send: `operation`, `method`, `url` (`shown_url` is for logs), `body` (empty if there is none); `retry`
// (`safe` or `look_up_first`: the verdict if no answer comes back) and `look_up`; for signed requests `expires` (Unix
// seconds), `mac_source` and `mac`; `warnings`, a list like an error's `faults`. `body`, `mac_source` and `mac` have
// the flag `QANTARA_SECRET`, and so has a `url` that ends in a token. As long as the call lives. Never follow a
// redirect with it: your credentials would travel.
const qantara_record *qantara_call_record(const qantara_call *call);

// A header to send, by position, as a name and its text; credentials have the flag `QANTARA_SECRET`. Returns
// false past the last one. As long as the call lives.
bool qantara_call_header(const qantara_call *call, size_t position, qantara_field *out);

// What the reply must be for, as JSON text without secrets. Store it where another process will read the reply
// with `qantara_parse_reply`. As long as the call lives.
qantara_text qantara_call_expect(const qantara_call *call);

// Reads the reply to a call: its HTTP status, its `Content-Type` (may be empty) and its body as it came.
qantara_error *qantara_call_parse(const qantara_call *call,
                                  uint32_t status,
                                  qantara_text content_type,
                                  qantara_text body,
                                  qantara_message **out);

// Reads a reply in another place than its call was made: with what `qantara_call_expect` gave.
qantara_error *qantara_parse_reply(qantara_text expect,
                                   qantara_names names,
                                   uint32_t status,
                                   qantara_text content_type,
                                   qantara_text body,
                                   qantara_message **out);

// Frees a call. NULL is fine.
void qantara_call_free(qantara_call *call);

// The dotted code of an error, such as `amount.float`. As long as the error lives.
const char *qantara_error_code(const qantara_error *error);

// What a person reads: every fault's sentence, then what the gateway said. As long as the error lives.
const char *qantara_error_message(const qantara_error *error);

// Everything about an error: `code`, `number`, `range` (`validation`, `signature`, `reply`, `mismatch` or
// `gateway`), `field`, `message`, `faults` (a list of `{code, number, field, limit, message}`), `retry` (`safe`,
// `look_up_first` or `never`), `look_up`, `status`, `gateway_code`, `gateway_message`, `gateway_reference`.
// These names are spelled so whatever the gateway's `names` say. As long as the error lives.
const qantara_record *qantara_error_record(const qantara_error *error);

// For bindings: the error `field.type`, for an argument that is not what it has to be, such as `a list of texts`.
qantara_error *qantara_error_of_type(qantara_names names,
                                     qantara_text field,
                                     qantara_text expected);

// Frees an error. NULL is fine.
void qantara_error_free(qantara_error *error);

// Makes a gateway: `alqaseh`, `egw` or `paylink`, from its configuration. `names` says how you spell the names
// of fields, here and in whatever comes of it.
qantara_error *qantara_gateway_new(qantara_text kind,
                                   qantara_names names,
                                   const qantara_field *configuration,
                                   size_t count,
                                   qantara_gateway **out);

// Frees a gateway. NULL is fine. What was made with it lives on.
void qantara_gateway_free(qantara_gateway *gateway);

// Makes a call of an operation, such as `create_payment`: checks everything, sends nothing. Operations that sign
// take one more field, `stamp`, a map of `timestamp` and `nonce`; left out, it is made from this machine's clock
// and randomness. So is a field `now`, where there is one, from the clock. A field that is a record, such as
// `authorization`, takes what `qantara_record_json` gives.
qantara_error *qantara_call_new(const qantara_gateway *gateway,
                                qantara_text operation,
                                const qantara_field *input,
                                size_t count,
                                qantara_call **out);

// Reads something that arrived unasked, such as `alqaseh`'s `parse_webhook`. What comes out is a hint: it tells
// you what to look up, and nothing else. No credentials are needed.
qantara_error *qantara_read(qantara_text kind,
                            qantara_text reader,
                            qantara_names names,
                            qantara_text message,
                            qantara_record **out);

// Reads a callback of the e-Commerce Gateway and verifies its MAC. What comes out shows only what the MAC covers.
qantara_error *qantara_verify_callback(const qantara_gateway *gateway,
                                       qantara_text message,
                                       qantara_message **out);

// Makes a MAC: `key`, `order` (a list of names), perhaps `algorithm`, `length_unit`, `letter_case`, `absent`,
// `trailing`.
qantara_error *qantara_mac_new(qantara_names names,
                               const qantara_field *configuration,
                               size_t count,
                               qantara_mac **out);

// The text the MAC covers, as the field `source` of a record.
qantara_error *qantara_mac_source(const qantara_mac *mac,
                                  const qantara_field *given,
                                  size_t count,
                                  qantara_record **out);

// The MAC in hex: written to `hex`, which has room for `QANTARA_MAC_SIZE` characters; `*len` says how many it has.
// Fields outside the order are ignored; absent and empty ones count as absent.
qantara_error *qantara_mac_sign(const qantara_mac *mac,
                                const qantara_field *given,
                                size_t count,
                                char *hex,
                                size_t *len);

// Verifies a MAC in constant time; NULL means that it does.
qantara_error *qantara_mac_verify(const qantara_mac *mac,
                                  const qantara_field *given,
                                  size_t count,
                                  qantara_text hex);

// Frees a MAC. NULL is fine.
void qantara_mac_free(qantara_mac *mac);

// The fields of a message. As long as the message lives.
const qantara_record *qantara_message_record(const qantara_message *message);

// Signed callbacks: unique for this message, to be stored under a unique constraint. Empty for replies, whose
// proofs have one of their own. As long as the message lives.
qantara_text qantara_message_replay_key(const qantara_message *message);

// Matches a message against your order (`order_id`, `amount`, `currency`, perhaps `reversal_requested`) and says
// what happened: a record whose `kind` is `paid`, `held`, `reversed`, `failed` or `open`. An error means that it
// is not your order's, or was altered; never that it is still pending.
qantara_error *qantara_message_settle(const qantara_message *message,
                                      const qantara_field *order,
                                      size_t count,
                                      qantara_record **out);

// The short form: the outcome if it is `paid`, else an error.
qantara_error *qantara_message_expect_paid(const qantara_message *message,
                                           const qantara_field *order,
                                           size_t count,
                                           qantara_record **out);

// Frees a message. NULL is fine.
void qantara_message_free(qantara_message *message);

// What a record is: `CreatedPayment`, `Payment`, `Outcome` and so on. Empty for what is no such record.
qantara_text qantara_record_shape(const qantara_record *record);

// How many fields there are, those that are absent included.
size_t qantara_record_len(const qantara_record *record);

// The field at a position; those that are absent have the kind `QANTARA_NULL`. The last one is `extra`: what
// the gateway sent beyond the table. Returns false past the end.
bool qantara_record_at(const qantara_record *record, size_t position, qantara_field *out);

// The field of this name. Returns false if there is no such field or it is absent.
bool qantara_record_get(const qantara_record *record, qantara_text name, qantara_field *out);

// The text of the field of this name (a C string), whatever its kind; empty if it is absent.
qantara_text qantara_record_text(const qantara_record *record, const char *name);

// A record within a record, such as the `payments` of a history, by its place in the list; for a single one that is 0.
// NULL where there is none. It is yours to free and lives on by itself. The field's own text is the same as JSON.
qantara_record *qantara_record_nested(const qantara_record *record,
                                      const char *name,
                                      size_t position);

// The whole record as JSON, secrets included; absent fields are left out. It can be stored, and given back with the
// kind `QANTARA_JSON` wherever such a record is taken, in either spelling of its names.
qantara_text qantara_record_json(const qantara_record *record);

// Frees a record that a function gave you through an out pointer. NULL is fine.
void qantara_record_free(qantara_record *record);

// Reads the JSON text of a field, one level: a map's entries, or a list's, whose names are empty. For walking
// what a gateway sent without a JSON library; numbers keep every digit.
qantara_error *qantara_json_read(qantara_text text, qantara_record **out);

// Runs a tool of a gateway, such as `egw`'s `card_form`: checks everything, sends nothing. Tools that sign take one
// more field, `stamp`, as in `qantara_call_new`, and a `now` left out is made as there.
qantara_error *qantara_tool(const qantara_gateway *gateway,
                            qantara_text tool,
                            const qantara_field *input,
                            size_t count,
                            qantara_record **out);

// Runs a tool that needs no credentials, such as `egw`'s `order_number`. `names` says how you spell the names of
// fields, here and in what comes out.
qantara_error *qantara_tool_alone(qantara_text kind,
                                  qantara_text tool,
                                  qantara_names names,
                                  const qantara_field *input,
                                  size_t count,
                                  qantara_record **out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* QANTARA_H */
