//! The history as CSV against the csv library, in both directions, and as JSON.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qantara::alqaseh::{CsvRows, HistoryCsv, HistoryRow};
use qantara::record::Value;
use qantara::{Call, Code, registry};
use qantara_fuzz::{Input, call, refused};

static CALL: LazyLock<Call> = LazyLock::new(|| {
    let at = registry::OPERATIONS.iter().position(|one| one.name == "history_csv").unwrap();
    call(at)
});

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    match input.byte() % 2 {
        0 => file(input.rest(), bytes),
        _ => rows(input),
    }
});

/// What the other library reads, strictly: rows of one length.
fn theirs(text: &str) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let headers = reader.headers().ok()?.iter().map(String::from).collect();
    let rows = reader.records().map(|row| row.ok().map(|row| row.iter().map(String::from).collect()));
    Some((headers, rows.collect::<Option<_>>()?))
}

/// A row's values in the columns' order, as far as they can be told.
fn value<'r>(row: &'r HistoryRow, column: &str, header: &str) -> &'r str {
    let _ = header;
    let known = row.shape().fields.iter().zip(row.values());
    let letters = |text: &str| text.to_ascii_lowercase().replace([' ', '_', '-'], "");
    for (field, value) in known {
        let is_given = field.name == "order_id" && column == "Order No";
        let is_named = field.name != "order_id" && letters(field.wire) == letters(column) && !field.wire.is_empty();
        if is_given || is_named {
            return value.as_text().unwrap_or("");
        }
    }
    let extra = row.extra().iter().find(|(name, _)| name == column);
    extra.and_then(|(_, value)| value.as_text()).unwrap_or("")
}

fn file(body: &[u8], bytes: &[u8]) {
    let reply = CALL.parse(200, body);
    let again = CALL.parse(200, body);
    assert_eq!(format!("{reply:?}"), format!("{again:?}"));
    let reply = match reply {
        Ok(reply) => reply,
        Err(error) => {
            refused(&error, bytes);
            let codes = [Code::ReplyNotCsv, Code::ReplyNotUtf8, Code::ReplyTooLarge, Code::ReplyFieldDuplicate];
            return assert!(codes.contains(&error.code()), "{error}");
        }
    };
    let file = HistoryCsv::from(reply.record().clone());
    let text = std::str::from_utf8(body).unwrap();
    // One by one they are the same.
    let streamed: Vec<HistoryRow> =
        CsvRows::new(text, &[("order_id", "Order No")]).unwrap().collect::<Result<_, _>>().unwrap();
    let whole: Vec<HistoryRow> = file.iter().collect();
    assert_eq!(streamed.len(), whole.len());
    for (one, other) in streamed.iter().zip(&whole) {
        assert_eq!((one.values(), one.extra()), (other.values(), other.extra()));
    }
    // The library takes a lone carriage return for a line's end, and reads quotes where none may be.
    let lone = text.replace("\r\n", "\n").contains('\r');
    if lone {
        return;
    }
    let Some((headers, rows)) = theirs(text) else { panic!("the library refuses it: {text}") };
    let columns: Vec<&str> = match file.columns() {
        Value::List(items) => items.iter().filter_map(Value::as_text).collect(),
        _ => Vec::new(),
    };
    assert_eq!(columns, headers);
    assert_eq!(whole.len(), rows.len(), "{text}");
    // Of columns of one name the values may stand in another's.
    let letters = |text: &str| text.to_ascii_lowercase().replace([' ', '_', '-'], "");
    for (row, values) in whole.iter().zip(&rows) {
        for (column, said) in headers.iter().zip(values) {
            let is_only = headers.iter().filter(|other| letters(other) == letters(column)).count() == 1;
            let is_nothing = said.is_empty() || said == "0001-01-01T00:00:00Z";
            let ours = value(row, column, column);
            assert!(!is_only || ours == said || is_nothing && ours.is_empty(), "{column}: {ours} {said}");
        }
    }
}

/// What the library writes, we read.
fn rows(mut input: Input<'_>) {
    let columns = ["Order No", "Payment ID", "amount", "Colour"];
    let mut writer = csv::WriterBuilder::new();
    if input.byte() & 1 == 1 {
        writer.terminator(csv::Terminator::CRLF);
    }
    if input.byte() & 1 == 1 {
        writer.quote_style(csv::QuoteStyle::Always);
    }
    let mut writer = writer.from_writer(Vec::new());
    writer.write_record(columns).unwrap();
    let mut written: Vec<[String; 4]> = Vec::new();
    while !input.is_empty() {
        let values = [(); 4].map(|()| input.text().into_owned());
        writer.write_record(&values).unwrap();
        written.push(values);
    }
    let file = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let read = CsvRows::new(&file, &[("order_id", "Order No")]).unwrap();
    let read: Vec<HistoryRow> = read.collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{error}: {file}"));
    assert_eq!(read.len(), written.len(), "{file}");
    for (row, values) in read.iter().zip(&written) {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let ours = [row.order_id(), row.payment_id(), row.amount()].map(|text| text.map(String::from));
        assert_eq!(ours, [some(&values[0]), some(&values[1]), some(&values[2])], "{file}");
        let extra: Vec<_> = some(&values[3]).map(|text| ("Colour".to_owned(), Value::text(&text))).into_iter().collect();
        assert_eq!(row.extra(), extra);
    }
}
