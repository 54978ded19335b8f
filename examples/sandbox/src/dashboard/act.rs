//! What is done with a payment by a click.

use axum::extract::{Path, State};
use axum::response::Response;

use super::context::Asked;
use super::rows::{Act, System, encoded};
use crate::app::Shared;
use crate::cards::{ALQASEH, EGW, INSUFFICIENT_FUNDS, PAYLINK};
use crate::lang::Lang;
use crate::text::Said;
use crate::why::Why;
use crate::{alqaseh, egw, paylink};

/// What to say of it, with which value; or why it wasn't done.
type Outcome = Result<(Said, String), String>;

pub(super) async fn submit(
    State(app): State<Shared>,
    Path((system, id, act)): Path<(String, String, String)>,
    asked: Asked,
) -> Response {
    let outcome = match (System::of_slug(&system), Act::of_slug(&act)) {
        (Some(system), Some(act)) => perform(&app, system, &id, act, asked.get("amount").trim()).await,
        (Some(system), None) if act == "status" => force(&app, system, &id, asked.get("status")),
        _ => Ok((Said::NotThere, String::new())),
    };
    let (said, value) = outcome.unwrap_or_else(|why| (Said::Refused, why));
    asked.answer(said, &value)
}

/// Where a payment's page is.
pub(super) fn page(system: System, id: &str) -> String {
    format!("/dashboard/{}/{}", system.slug(), encoded(id))
}

async fn perform(app: &Shared, system: System, id: &str, act: Act, amount: &str) -> Outcome {
    let now = app.clock.now();
    let done = |said: Said| Ok((said, String::new()));
    match (act, system) {
        (Act::Pay, _) => pay(app, system, id, None).await,
        (Act::Decline, _) => pay(app, system, id, Some(INSUFFICIENT_FUNDS)).await,
        (Act::Expire, System::Api2) => {
            app.state().alqaseh.expire(id, now)?;
            done(Said::Expired)
        }
        (Act::Expire, System::Egw) => {
            app.state().egw.expire(id, now)?;
            done(Said::Expired)
        }
        (Act::Revoke, System::Api2) => {
            app.state().alqaseh.revoke(id, now)?;
            done(Said::Revoked)
        }
        (Act::Reverse, System::Api2) => {
            app.state().alqaseh.reverse(id, now)?;
            done(Said::Reversed)
        }
        (Act::Reverse, System::Egw) => {
            app.state().egw.reverse(id, amount, now)?;
            done(Said::Reversed)
        }
        (Act::Complete, System::Egw) => {
            app.state().egw.complete(id, amount, now)?;
            Ok((Said::Completed, amount.to_owned()))
        }
        (Act::Cancel, System::Paylink) => {
            app.state().paylink.cancel(id, now)?;
            done(Said::Cancelled)
        }
        (Act::Refund, System::Paylink) => {
            paylink::refund(app, id, false).await?;
            done(Said::Refunded)
        }
        (Act::FailRefund, System::Paylink) => {
            paylink::refund(app, id, true).await?;
            done(Said::RefundFailed)
        }
        _ => done(Said::NotThere),
    }
}

/// Tries the test card, or one with another number.
async fn pay(app: &Shared, system: System, id: &str, number: Option<&str>) -> Outcome {
    let test = match system {
        System::Api2 => &ALQASEH,
        System::Egw => &EGW,
        System::Paylink => &PAYLINK,
    };
    let card = test.with([number, None, None]).map_err(|mistake| mistake.in_lang(Lang::En))?;
    let rc = match system {
        System::Api2 => {
            let token = app.state().alqaseh.payment(id).map(|p| p.token.clone()).unwrap_or_default();
            alqaseh::pay::pay(app, &token, &card).await.map(|o| o.rc)
        }
        System::Egw => egw::pay::pay(app, id, &card).await.map(|o| o.rc.into_owned()),
        System::Paylink => paylink::pay::pay(app, id, &card).await.map(|o| o.rc.to_owned()),
    };
    match rc.as_deref() {
        None => Err(Why::NoneOpen.en().to_owned()),
        Some("00") => Ok((Said::Paid, String::new())),
        Some(rc) => Ok((Said::CardDeclined, rc.to_owned())),
    }
}

fn force(app: &Shared, system: System, id: &str, word: &str) -> Outcome {
    let now = app.clock.now();
    let mut state = app.state();
    let found = match system {
        System::Api2 => {
            let status = alqaseh::Status::ALL.iter().find(|s| s.word() == word).ok_or(Why::NoStatus.en())?;
            state.alqaseh.force(id, *status, now)
        }
        System::Paylink => {
            let status = paylink::Status::ALL.iter().find(|s| s.word() == word).ok_or(Why::NoStatus.en())?;
            state.paylink.force(id, *status, now)
        }
        // Its status is what the cards, completions and reversals make it.
        System::Egw => false,
    };
    Ok(if found { (Said::StatusForced, word.to_owned()) } else { (Said::NotThere, String::new()) })
}
