//! `history_csv`: GET `/egw/payments/history/download`.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::AlQaseh;
use super::csv::{Csv, not_csv};
use super::history_query::{history_query, request};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::read::{is_no_time, message_text};
use crate::record::{Alphabet, Names, Record, Text, Value, record};

history_query! {
    /// Asks for the list of payments as a CSV file.
    HistoryCsvQuery {
        /// Which header stands for which field, as the gateway doesn't publish them: `{"order_id": "Order No"}`.
        /// Headers that are named like a field are found by themselves. This is not sent.
        columns as "": may map,
    }
}

record! {
    /// A row of the file: texts as they stand there. Columns that are no field are kept under their headers.
    output HistoryRow {
        /// The line of the file the row begins on; the header is line 1.
        line as "": need count(1, i64::MAX),
        /// The gateway's internal number.
        id: may text,
        /// The gateway's id of the payment.
        payment_id: may text,
        /// The token of the payment page.
        token: may text secret,
        /// Your order number.
        order_id: may text,
        /// The figure, as the gateway prints it.
        amount: may text,
        /// The currency.
        currency: may text,
        /// The description.
        description: may text,
        /// The status, in the gateway's own word.
        payment_status: may text,
        /// What kind of transaction it is, in the gateway's own word.
        transaction_type: may text,
        /// Where the browser returns to.
        redirect_url: may text,
        /// Where webhooks go.
        webhook_url: may text,
        /// The issuer's approval code.
        approval_code: may text,
        /// The issuer's response code.
        rc: may text,
        /// The retrieval reference number.
        rrn: may text,
        /// Your e-mail address at the gateway.
        merchant_email: may text,
        /// Your number at the gateway.
        merchant_id: may text,
        /// The terminal.
        terminal_id: may text,
        /// The country.
        country: may text,
        /// The nonce.
        nonce: may text,
        /// A signature whose algorithm is not published.
        p_sign: may text,
        /// The offset from GMT.
        gmt: may text,
        /// The gateway's time stamp.
        timestamp: may text(Text::TIME),
        /// When it was created.
        created_at: may text(Text::TIME),
        /// When it was last changed.
        updated_at: may text(Text::TIME),
        /// When it was deleted.
        deleted_at: may text(Text::TIME),
    }
}

record! {
    /// The history as a file. It proves nothing: reconcile from `history`.
    output HistoryCsv {
        /// The headers, as they stand in the file.
        columns: need texts,
        /// The rows, in the file's order.
        rows: need records(HistoryRow::SHAPE),
    }
}

/// The operation.
pub static HISTORY_CSV: Operation = Operation {
    name: "history_csv",
    input: HistoryCsvQuery::SHAPE,
    output: HistoryCsv::SHAPE,
    look_up: "",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches the list of payments as a CSV file of at most 1 MiB.",
            "",
            "Its columns are not published: they are found by their headers, or by the ones you give in `columns`. \
             A file for people and spreadsheets: reconcile from `history`, which says what its rows prove.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Fetches the list of payments as a CSV file. <https://docs.alqaseh.com/payment-api>
    ///
    /// For a file of more than 1 MiB read its rows one by one with [`CsvRows`].
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn history_csv(&self, mut input: HistoryCsvQuery) -> Result<Call<HistoryCsv>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

impl HistoryCsv {
    /// The rows, one by one.
    pub fn iter(&self) -> impl Iterator<Item = HistoryRow> {
        self.0.records("rows").into_iter().map(HistoryRow)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    let headers = Headers::new(input.value("columns"), &mut faults);
    input.shape().refuse(faults)?;
    let mut request = request(gateway, "/egw/payments/history/download", input);
    if let Some(accept) = request.headers.iter_mut().find(|header| header.name == "Accept") {
        accept.value = String::from("text/csv");
    }
    let columns = headers.0.into_iter().map(|(name, header)| (String::from(name), Value::Text(header))).collect();
    let known = vec![("columns", json::to_text(&Value::Map(columns)))];
    Ok(Call::new(request, gateway.expect(&HISTORY_CSV, known)))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let given = json::read(expect.known("columns").as_bytes()).unwrap_or_default();
    let headers = Headers::new(&given, &mut Vec::new());
    let mut file = CsvRows::open(message_text(answer.body)?, &headers)?;
    let (mut rows, mut repeated) = (Vec::new(), 0);
    while let Some(row) = file.row()? {
        repeated += row.extra().iter().map(|(header, _)| header.len()).sum::<usize>();
        if repeated > MOST_REPEATED {
            return Err(not_csv(String::from("its headers are too long for as many rows")));
        }
        rows.push(Value::from(row));
    }
    let mut record = Record::new(HistoryCsv::SHAPE);
    record.set("columns", Value::List(file.columns.into_iter().map(Value::Text).collect()));
    record.set("rows", Value::List(rows));
    Ok(record)
}

/// The headers the caller says stand for fields.
struct Headers(Vec<(&'static str, String)>);

impl Headers {
    /// From the caller's map; its names may have either spelling.
    fn new(columns: &Value, faults: &mut Vec<Fault>) -> Self {
        let mut headers = Self(Vec::new());
        let Value::Map(columns) = columns else { return headers };
        for (given, header) in columns {
            let mut fields = HistoryRow::SHAPE.fields.iter().filter(|field| !field.wire.is_empty());
            let field = fields.find(|f| [Names::Snake, Names::Camel].iter().any(|names| names.matches(f.name, given)));
            let taken = |name: &str, header: &str| headers.0.iter().any(|known| known.0 == name || known.1 == header);
            let mut fault = match (field, header) {
                (None, _) => HistoryRow::SHAPE.unknown(Names::Snake, given),
                (Some(field), Value::Text(header)) if taken(field.name, header) => {
                    Fault::new(Code::FieldDuplicate, String::from(given))
                }
                (Some(field), Value::Text(header)) => {
                    headers.0.push((field.name, header.clone()));
                    continue;
                }
                (Some(_), _) => Fault::new(Code::FieldType, String::from(given)).with_limit("the header as text"),
            };
            // Named like what is wrong within a record.
            fault.rename(format!("columns.{}", fault.field()));
            faults.push(fault);
        }
        headers
    }

    /// The field a column stands for.
    fn field(&self, column: &str) -> Option<usize> {
        let given = self.0.iter().find(|(_, header)| header == column).map(|(name, _)| *name);
        let is_given = |name: &str| self.0.iter().any(|given| given.0 == name);
        let name = given.or_else(|| {
            let mut fields = HistoryRow::SHAPE.fields.iter().filter(|field| !is_given(field.name));
            fields.find(|field| same_words(field.wire, column)).map(|field| field.name)
        });
        HistoryRow::SHAPE.position(name?)
    }
}

/// Equal but for letter case and what stands between the words.
fn same_words(name: &str, header: &str) -> bool {
    !name.is_empty() && letters(name).eq(letters(header))
}

fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes().filter(|b| !b" _-".contains(b)).map(|b| b.to_ascii_lowercase())
}

/// How long a header may be: every row repeats those that name no field.
const LONGEST_HEADER: usize = 256;

/// How many bytes of such headers all rows of a file may repeat: without a bound a file of 1 MiB takes hundreds.
const MOST_REPEATED: usize = 16 * json::MAX_BYTES;

/// The rows of a history's CSV file, one by one; for files of any size.
///
/// ```
/// use qantara::alqaseh::CsvRows;
/// let file = "Payment ID,Order No,Amount\r\np-1,A-1,25000\r\n";
/// for row in CsvRows::new(file, &[("order_id", "Order No")])? {
///     let row = row?;
///     assert_eq!((row.line(), row.payment_id(), row.order_id()), (2, Some("p-1"), Some("A-1")));
/// }
/// # Ok::<(), qantara::Error>(())
/// ```
pub struct CsvRows<'a> {
    csv: Csv<'a>,
    columns: Vec<String>,
    fields: Vec<Option<usize>>,
    done: bool,
}

impl<'a> CsvRows<'a> {
    /// The rows of a file, given which headers stand for which fields (those named like a field need not be given).
    ///
    /// # Errors
    /// `field.unknown` and `field.duplicate` for `columns`; `reply.not_csv` if the file is something else, a header that
    /// was given is not in it, or none of its headers stands for a field.
    pub fn new(file: &'a str, columns: &[(&str, &str)]) -> Result<Self, Error> {
        let given = columns.iter().map(|(name, header)| (String::from(*name), Value::text(header))).collect();
        let mut faults = Vec::new();
        let headers = Headers::new(&Value::Map(given), &mut faults);
        HistoryCsvQuery::SHAPE.refuse(faults)?;
        Ok(Self::open(file, &headers)?)
    }

    fn open(file: &'a str, headers: &Headers) -> Result<Self, Fault> {
        let first = file.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().next();
        match first {
            None => return Err(not_csv(String::from("it is empty"))),
            Some('{' | '[') => return Err(not_csv(String::from("it looks like JSON"))),
            Some('<') => return Err(not_csv(String::from("it looks like a page"))),
            Some(_) => {}
        }
        let mut csv = Csv::new(file);
        let columns = csv.row()?.map(|(_, columns)| columns).unwrap_or_default();
        if let Some((_, missing)) = headers.0.iter().find(|(_, header)| !columns.contains(header)) {
            return Err(not_csv(format!("it has no column \"{missing}\"")));
        }
        if columns.iter().any(|column| column.len() > LONGEST_HEADER) {
            return Err(not_csv(format!("a header is longer than {LONGEST_HEADER} bytes")));
        }
        let fields: Vec<_> = columns.iter().map(|column| headers.field(column)).collect();
        if fields.iter().all(Option::is_none) {
            return Err(not_csv(String::from("none of its headers names a field, or is given in columns")));
        }
        Ok(Self { csv, columns, fields, done: false })
    }

    /// The headers, as they stand in the file.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    fn row(&mut self) -> Result<Option<Record>, Fault> {
        let Some((line, values)) = self.csv.row()? else { return Ok(None) };
        let (found, expected) = (values.len(), self.columns.len());
        if found != expected {
            return Err(not_csv(format!("line {line} has {found} values where the header has {expected}")));
        }
        let mut row = Record::new(HistoryRow::SHAPE);
        row.set("line", line);
        for ((value, field), column) in values.into_iter().zip(&self.fields).zip(&self.columns) {
            let Some(at) = *field else {
                if !value.is_empty() {
                    row.push_extra(column.clone(), Value::Text(value));
                }
                continue;
            };
            let is_no_time = HistoryRow::SHAPE.fields.get(at).is_some_and(|field| is_no_time(field, &value));
            let value = if value.is_empty() || is_no_time { Value::Null } else { Value::Text(value) };
            match row.values_mut().get_mut(at) {
                Some(slot) if slot.is_null() => *slot = value,
                Some(slot) if *slot != value && !value.is_null() => {
                    return Err(Fault::new(Code::ReplyFieldDuplicate, column.clone()));
                }
                _ => {}
            }
        }
        Ok(Some(row))
    }
}

impl Iterator for CsvRows<'_> {
    type Item = Result<HistoryRow, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = self.row();
        // After a row that can't be read nobody knows where the next one begins.
        self.done = !matches!(row, Ok(Some(_)));
        match row {
            Ok(row) => row.map(|row| Ok(HistoryRow(row))),
            Err(fault) => Some(Err(fault.into())),
        }
    }
}
