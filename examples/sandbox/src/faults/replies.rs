//! What a request suffers: its reply is lost, late, cut or in disguise, or it never arrives.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper::body::Frame;

use super::{Fault, Gateway, Kind, Whose};
use crate::app::State;

/// What is about to happen to a request.
pub(crate) struct OnReply(Kind);

/// The reply was lost on purpose: hyper answers such an error by closing the connection.
#[derive(Debug)]
pub(crate) struct ReplyLost;

impl std::fmt::Display for ReplyLost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the reply was lost on purpose")
    }
}

impl std::error::Error for ReplyLost {}

impl State {
    /// Uses up one fault that a request suffers. Those to the sandbox itself suffer none: one of
    /// them clears the faults.
    pub(crate) fn fault_for(&mut self, path: &str, headers: &HeaderMap) -> Option<OnReply> {
        let gateway = Gateway::of_path(path)?;
        let merchant = self.faults.ask_for_merchants().then(|| self.merchant_of(gateway, path, headers)).flatten();
        let whose = Whose { gateway: Some(gateway), merchant: merchant.as_deref() };
        let suffers = |f: &Fault| f.kind.is_of_replies() && f.fits(&whose, path);
        self.faults.take(|fault| suffers(fault).then(|| OnReply(fault.kind.clone())))
    }
}

impl Kind {
    fn is_of_replies(&self) -> bool {
        use Kind::{Bom, ContentType, CutReply, Delay, LoseReply, Status};
        matches!(self, LoseReply {} | Status { .. } | Delay { .. } | CutReply { .. } | ContentType { .. } | Bom {})
    }
}

impl OnReply {
    /// The reply that arrives, of the one that `process` makes.
    pub(crate) async fn befalls(self, process: impl Future<Output = Response>) -> Result<Response, ReplyLost> {
        Ok(match self.0 {
            Kind::Status { status, body: None, .. } => proxy_page(status_code(status)),
            Kind::Status { status, body: Some(body), content_type } => {
                (status_code(status), [(header::CONTENT_TYPE, content_type)], body).into_response()
            }
            Kind::Delay { milliseconds } => {
                tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                process.await
            }
            Kind::LoseReply {} => {
                process.await;
                return Err(ReplyLost);
            }
            Kind::CutReply { bytes, breaks_off } => cut(process.await, bytes, breaks_off).await,
            Kind::ContentType { content_type } => {
                let mut reply = process.await;
                if let Ok(value) = HeaderValue::from_str(&content_type) {
                    reply.headers_mut().insert(header::CONTENT_TYPE, value);
                }
                reply
            }
            Kind::Bom {} => {
                let (head, body) = whole(process.await).await;
                Response::from_parts(head, Body::from([b"\xEF\xBB\xBF", &*body].concat()))
            }
            _ => process.await,
        })
    }
}

/// The head and the body of a reply. What the sandbox answers is in memory, and can be read.
async fn whole(reply: Response) -> (axum::http::response::Parts, Bytes) {
    let (mut head, body) = reply.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    (head, to_bytes(body, usize::MAX).await.unwrap_or_default())
}

async fn cut(reply: Response, bytes: Option<usize>, breaks_off: bool) -> Response {
    let (mut head, mut body) = whole(reply).await;
    let promised = body.len();
    body.truncate(bytes.unwrap_or(promised / 2));
    if !breaks_off || body.len() == promised {
        return Response::from_parts(head, Body::from(body));
    }
    head.headers.insert(header::CONTENT_LENGTH, promised.into());
    Response::from_parts(head, Body::new(BreaksOff { sent: Some(body), waited: false }))
}

/// A body whose sender goes away.
struct BreaksOff {
    sent: Option<Bytes>,
    waited: bool,
}

impl hyper::body::Body for BreaksOff {
    type Data = Bytes;
    type Error = ReplyLost;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ReplyLost>>> {
        if let Some(bytes) = self.sent.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        if !self.waited {
            // What was sent so far is flushed before it breaks off.
            self.waited = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(ReplyLost)))
    }
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

/// The kind of page a proxy in front of a gateway answers during an outage.
fn proxy_page(status: StatusCode) -> Response {
    let page = format!(
        "<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1>\
         </center>\r\n<hr><center>sandbox proxy</center>\r\n</body>\r\n</html>\r\n"
    );
    (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}
