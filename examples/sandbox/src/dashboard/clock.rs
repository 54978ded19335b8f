//! Moving the clock, and forgetting everything.

use axum::extract::State;
use axum::response::Response;

use super::context::Asked;
use crate::app::Shared;
use crate::clock::{parse_compact, rfc3339};
use crate::text::Said;
use crate::why::Why;

pub(super) async fn submit(State(app): State<Shared>, asked: Asked) -> Response {
    if !asked.get("real").is_empty() {
        app.real_time();
        return asked.answer(Said::ClockReal, "");
    }
    let moved = match asked.get("advance").parse() {
        Ok(seconds) => app.advance_clock(seconds),
        Err(_) => local(asked.get("at")).is_some_and(|at| app.set_clock(at)),
    };
    if !moved {
        return asked.answer(Said::Refused, Why::Year.en());
    }
    let now = rfc3339(app.clock.now());
    asked.answer(Said::ClockMoved, &now.trim_end_matches('Z').replace('T', " "))
}

/// What a browser's field for a date and a time says; it leaves seconds out if they are zero.
fn local(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit()).collect();
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match shape.as_str() {
        "0000-00-00T00:00:00" => parse_compact(&digits),
        "0000-00-00T00:00" => parse_compact(&format!("{digits}00")),
        _ => None,
    }
}

pub(super) async fn reset(State(app): State<Shared>, asked: Asked) -> Response {
    if asked.get("sure").is_empty() {
        return asked.answer(Said::NotSure, "");
    }
    app.reset();
    asked.answer(Said::ResetDone, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_write() {
        assert_eq!(local("1970-01-01T00:00"), Some(0));
        assert_eq!(local("1970-01-02T00:00:01"), Some(86_401));
        for bad in
            ["", "1970-01-01", "1970-13-01T00:00", "1970-01-01T00:00:00Z", "1970-01-01 00:00", "٠٠٠٠-٠٠-٠٠T00:00"]
        {
            assert_eq!(local(bad), None, "{bad}");
        }
    }
}
