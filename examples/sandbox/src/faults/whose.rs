//! Whose a request is, before anybody has read it: by its login, or by the page it asks for. What
//! says so in its body only (`cgi_link`) is nobody's yet.

use axum::http::HeaderMap;

use super::{Fault, Gateway};
use crate::app::{State, header};
use crate::merchants::{Key, Merchant};
use crate::{alqaseh, paylink};

impl Gateway {
    pub(super) fn of_path(path: &str) -> Option<Gateway> {
        match path.split('/').nth(1)? {
            "alqaseh" => Some(Gateway::AlQaseh),
            "egw" => Some(Gateway::Egw),
            "paylink" => Some(Gateway::Paylink),
            _ => None,
        }
    }
}

impl State {
    /// Whether the only merchant that is to suffer a fault is there, if it names one.
    pub(crate) fn knows_merchant_of(&self, fault: &Fault) -> bool {
        let knows = |id: &str, gateway: Gateway| match gateway {
            Gateway::AlQaseh => self.alqaseh.merchants.get(id).is_some(),
            Gateway::Egw => self.egw.merchants.get(id).is_some(),
            Gateway::Paylink => self.paylink.merchants.get(id).is_some(),
        };
        fault.merchant.as_deref().is_none_or(|id| match fault.gateway {
            Some(gateway) => knows(id, gateway),
            None => [Gateway::AlQaseh, Gateway::Egw, Gateway::Paylink].into_iter().any(|gateway| knows(id, gateway)),
        })
    }

    /// The id of the merchant, as far as it can be known.
    pub(super) fn merchant_of(&self, gateway: Gateway, path: &str, headers: &HeaderMap) -> Option<String> {
        let page = path.rsplit('/').next().unwrap_or_default();
        let key = || Some(Key::Login(header(headers, "x-api-key")?.to_owned()));
        match gateway {
            Gateway::AlQaseh if path.starts_with("/alqaseh/pay/") => {
                Some(self.alqaseh.page(page)?.merchant.client_id.clone())
            }
            Gateway::AlQaseh => Some(alqaseh::login(headers)?.0),
            Gateway::Egw if path.starts_with("/egw/pay/") => Some(self.egw.page(page)?.merchant.clone()),
            Gateway::Egw => Some(self.egw.merchants.find(&key()?)?.id().to_owned()),
            Gateway::Paylink if path.starts_with("/paylink/pay/") => {
                Some(self.paylink.invoice(page)?.merchant_id.clone())
            }
            Gateway::Paylink => match paylink::token(headers) {
                Some(token) => Some(self.paylink.sessions.find(&token.to_owned())?.merchant_id.clone()),
                None => Some(self.paylink.merchants.find(&key()?)?.id().to_owned()),
            },
        }
    }
}
