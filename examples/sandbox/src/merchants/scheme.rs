//! Ways of signing.

use std::fmt::Formatter;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::is_field;

/// The hash under the HMAC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// HMAC-SHA1.
    Sha1,
    /// HMAC-SHA256.
    Sha256,
}

/// A way of signing: the hash, and the order of the fields of each message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scheme {
    /// What people call it.
    pub name: String,
    /// The hash.
    pub algorithm: Algorithm,
    /// The order of the fields of a request that starts a payment (TRTYPE 0 or 1).
    pub request: Vec<String>,
    /// The order of the fields of a completion or reversal.
    pub later: Vec<String>,
    /// The order of the fields of a status inquiry; empty where the scheme has none.
    pub inquiry: Vec<String>,
    /// The order of the fields of the reply or callback to TRTYPE 0 or 1.
    pub reply: Vec<String>,
    /// The order of the fields of the reply to anything later.
    pub later_reply: Vec<String>,
}

const CLASSIC_REQUEST: &str = "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL \
     EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP NONCE BACKREF";
const CLASSIC_NINE: &str = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE";
/// Bank CenterCredit's, the only one that is published.
const INQUIRY: &str = "ORDER TERMINAL TIMESTAMP TRTYPE NONCE";
/// This sandbox's own: everything that proves something is covered.
const FULL_REPLY: &str = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE";

impl Scheme {
    /// A scheme from lists of field names, separated by blanks. The replies to what comes later
    /// are those to a payment, until [`Scheme::later_reply`] is changed.
    pub fn new(name: &str, algorithm: Algorithm, [request, later, inquiry, reply]: [&str; 4]) -> Self {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        Scheme {
            name: name.to_owned(),
            algorithm,
            request: list(request),
            later: list(later),
            inquiry: list(inquiry),
            reply: list(reply),
            later_reply: list(reply),
        }
    }

    /// This sandbox's own: classic requests, a status inquiry, and a reply whose MAC covers all
    /// that matters.
    pub fn demo() -> Self {
        Scheme::new("demo", Algorithm::Sha1, [CLASSIC_REQUEST, CLASSIC_NINE, INQUIRY, FULL_REPLY])
    }

    /// The e-Gateway manual's: HMAC-SHA1; the reply's MAC covers neither ACTION nor RC.
    pub fn classic() -> Self {
        Scheme::new("classic", Algorithm::Sha1, [CLASSIC_REQUEST, CLASSIC_NINE, "", CLASSIC_NINE])
    }

    /// Kina Bank's: HMAC-SHA256; the reply's MAC covers MERCHANT, which the reply doesn't carry.
    pub fn kina() -> Self {
        let request = "TERMINAL TRTYPE AMOUNT CURRENCY ORDER MERCHANT EMAIL BACKREF TIMESTAMP MERCH_NAME \
             COUNTRY MERCH_URL MERCH_GMT DESC NONCE";
        let reply = "ACTION RC APPROVAL CURRENCY AMOUNT TERMINAL TRTYPE ORDER RRN MERCHANT TIMESTAMP \
             INT_REF NONCE";
        Scheme::new("kina", Algorithm::Sha256, [request, CLASSIC_NINE, "", reply])
    }

    /// Romcard's: replies to a payment and to what comes later have orders of their own.
    pub fn romcard() -> Self {
        let later = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE BACKREF";
        let reply = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY DESC ACTION RC MESSAGE RRN INT_REF APPROVAL \
             TIMESTAMP NONCE";
        let later_reply = "ACTION RC MESSAGE TRTYPE AMOUNT CURRENCY ORDER RRN INT_REF TIMESTAMP NONCE";
        let later_reply = later_reply.split(' ').map(str::to_owned).collect();
        Scheme { later_reply, ..Scheme::new("romcard", Algorithm::Sha1, [CLASSIC_REQUEST, later, "", reply]) }
    }

    /// Bank CenterCredit's: a status inquiry, and ORG_AMOUNT. Its replies' order is not published;
    /// these are the sandbox's.
    pub fn bcc() -> Self {
        let request = "AMOUNT CURRENCY ORDER MERCHANT TERMINAL MERCH_GMT TIMESTAMP TRTYPE NONCE";
        let later = "ORDER ORG_AMOUNT AMOUNT CURRENCY RRN INT_REF TERMINAL TIMESTAMP TRTYPE NONCE";
        Scheme::new("bcc", Algorithm::Sha1, [request, later, INQUIRY, FULL_REPLY])
    }

    /// The order of Al Qaseh's own page, which doesn't say that it is the MAC's. Its replies'
    /// order is not published; these are the sandbox's.
    pub fn alqaseh_unconfirmed() -> Self {
        let request = "AMOUNT CURRENCY ORDER DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF";
        let later = "AMOUNT CURRENCY ORDER RRN INT_REF DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF";
        Scheme::new("alqaseh-unconfirmed", Algorithm::Sha1, [request, later, "", FULL_REPLY])
    }

    /// The schemes that have a name.
    pub fn all() -> [Scheme; 6] {
        [
            Scheme::demo(),
            Scheme::classic(),
            Scheme::kina(),
            Scheme::romcard(),
            Scheme::bcc(),
            Scheme::alqaseh_unconfirmed(),
        ]
    }

    pub(super) fn check(&self) -> Result<(), &'static str> {
        let orders = [&self.request, &self.later, &self.reply, &self.later_reply];
        match () {
            () if orders.iter().any(|order| order.is_empty()) => {
                Err("the scheme's request, later and reply must name fields")
            }
            () if orders.into_iter().chain([&self.inquiry]).flatten().any(|name| !is_field(name)) => {
                Err("the scheme's fields have names like TERMINAL")
            }
            () => Ok(()),
        }
    }
}

/// A scheme that is written out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    #[serde(default = "own")]
    name: String,
    algorithm: Algorithm,
    request: Vec<String>,
    later: Vec<String>,
    #[serde(default)]
    inquiry: Vec<String>,
    reply: Vec<String>,
    /// Those of `reply`, if left out.
    later_reply: Option<Vec<String>>,
}

fn own() -> String {
    "own".to_owned()
}

impl<'de> Deserialize<'de> for Scheme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scheme, D::Error> {
        deserializer.deserialize_any(NameOrOwn)
    }
}

struct NameOrOwn;

impl<'de> Visitor<'de> for NameOrOwn {
    type Value = Scheme;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a scheme's name, or a scheme")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Scheme, E> {
        let unknown = || {
            let names = Scheme::all().map(|scheme| scheme.name).join(", ");
            E::custom(format!("there is no scheme of this name; there are {names}"))
        };
        Scheme::all().into_iter().find(|scheme| scheme.name == name).ok_or_else(unknown)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Scheme, A::Error> {
        let own = Own::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Scheme {
            later_reply: own.later_reply.unwrap_or_else(|| own.reply.clone()),
            name: own.name,
            algorithm: own.algorithm,
            request: own.request,
            later: own.later,
            inquiry: own.inquiry,
            reply: own.reply,
        })
    }
}
