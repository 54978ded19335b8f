//! The port, the thread behind it, and the way in for every request.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::sync::oneshot;
use tower::ServiceExt;

use crate::app::{App, Shared};
use crate::config::Config;
use crate::faults::ReplyLost;
use crate::guard::guard;
use crate::{admin, alqaseh, dashboard, deliveries, egw, paylink};

/// No operation takes a longer body, in bytes.
const LONGEST_BODY: usize = 64 * 1024;

/// A running sandbox. It stops when dropped.
pub struct Sandbox {
    url: String,
    port: u16,
    stop: Option<oneshot::Sender<Duration>>,
    thread: Option<JoinHandle<Stopped>>,
}

/// How a sandbox came to its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stopped {
    /// Whether all requests and deliveries that were under way came to their end.
    pub is_complete: bool,
    /// How many webhooks and callbacks are not through: with a state file, the next start goes on
    /// with them.
    pub unsent: usize,
    /// Whether the state file lacks something, because it could not be written.
    pub is_unsaved: bool,
}

impl Sandbox {
    /// Binds 127.0.0.1, or the configured address, and serves from a thread of its own, so blocking code can use it.
    ///
    /// # Errors
    /// If the port is taken (the error names it), a merchant makes no sense, the state file can't be used, or the thread can't
    /// be started.
    pub fn start(config: Config) -> io::Result<Sandbox> {
        let address = SocketAddr::new(config.listen, config.port);
        let listener = TcpListener::bind(address)
            .map_err(|e| io::Error::new(e.kind(), format!("can't listen on {address}: {e}")))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let url = match &config.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", SocketAddr::new(reached_at(config.listen), port)),
        };
        let app = App::new(config, url.clone())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("qantara-sandbox".to_owned()).spawn(move || {
            let end = runtime.block_on(serve(listener, app, stopped));
            // What was cut off may hang in its own timeout; nobody needs its end.
            runtime.shutdown_background();
            end
        })?;
        Ok(Sandbox { url, port, stop: Some(stop), thread: Some(thread) })
    }

    /// How to reach it: `http://127.0.0.1:<port>`, the configured address, or the configured public URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port it was given.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Whether it serves. It ends by itself only if something in it broke.
    pub fn is_running(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }

    /// Takes no more requests, and lets those that run, and attempts to deliver, come to their end
    /// within a time.
    pub fn stop(mut self, within: Duration) -> Stopped {
        if let Some(stop) = self.stop.take() {
            // Fails if it isn't running any more.
            let _ = stop.send(within);
        }
        self.thread.take().and_then(|thread| thread.join().ok()).unwrap_or_default()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Joined, so that the port is free again when this returns.
            let _ = thread.join();
        }
    }
}

/// Where this machine reaches what listens on an address.
fn reached_at(listen: IpAddr) -> IpAddr {
    match listen {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        _ => listen,
    }
}

fn router(app: Shared) -> Router {
    let guarded = dashboard::router().nest("/sandbox", admin::router());
    Router::new()
        .merge(guarded.layer(from_fn_with_state(app.clone(), guard)))
        .nest("/alqaseh", alqaseh::router())
        .nest("/egw", egw::router())
        .nest("/paylink", paylink::router())
        .fallback(no_such_page)
        .with_state(app)
}

async fn no_such_page() -> Response {
    (StatusCode::NOT_FOUND, "404 page not found\n").into_response()
}

/// Serves until it is stopped. If the sender is dropped nothing is waited for.
async fn serve(listener: TcpListener, app: Shared, stopped: oneshot::Receiver<Duration>) -> Stopped {
    deliveries::resume(&app);
    let connections = GracefulShutdown::new();
    let within = tokio::select! {
        () = accept(listener, app.clone(), &connections) => None,
        () = paylink::refunds(app.clone()) => None,
        within = stopped => within.ok(),
    };
    let mut is_complete = false;
    if let Some(within) = within {
        let end = async {
            tokio::join!(connections.shutdown(), app.end_attempts());
        };
        is_complete = tokio::time::timeout(within, end).await.is_ok();
    }
    let unsent = app.state().deliveries.iter().filter(|(_, delivery)| !delivery.state.is_over()).count();
    Stopped { is_complete, unsent, is_unsaved: app.is_unsaved() }
}

async fn accept(listener: TcpListener, app: Shared, connections: &GracefulShutdown) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let router = router(app.clone());
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, usually: give others time to close theirs.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (app, router, watcher) = (app.clone(), router.clone(), connections.watcher());
        tokio::spawn(async move {
            let service = service_fn(|request| answer(&app, &router, request));
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service);
            // An error is a client that went away, or a reply that was to be lost.
            let _ = watcher.watch(connection).await;
        });
    }
}

/// The body of a request, unless it is too long.
async fn whole(body: Incoming) -> Option<Bytes> {
    // Read somewhat further than taken, so that the refusal arrives.
    let read = Limited::new(body, 16 * LONGEST_BODY).collect().await.ok()?.to_bytes();
    (read.len() <= LONGEST_BODY).then_some(read)
}

/// Whether two hex digits follow every percent sign of a path.
fn is_well_escaped(path: &str) -> bool {
    let is_escape = |rest: &str| rest.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    path.split('%').skip(1).all(is_escape)
}

async fn answer(app: &Shared, router: &Router, request: Request<Incoming>) -> Result<Response, ReplyLost> {
    let (head, body) = request.into_parts();
    // All of it is read before anything is answered: the connection of a request that is answered
    // halfway can't be used again, and its client learns that with its next request only.
    let Some(body) = whole(body).await else {
        return Ok((StatusCode::PAYLOAD_TOO_LARGE, "length limit exceeded\n").into_response());
    };
    if !is_well_escaped(head.uri.path()) {
        // No server that reads its path hands such a request on.
        return Ok((StatusCode::BAD_REQUEST, "400 Bad Request").into_response());
    }
    let fault = app.state().fault_for(head.uri.path(), &head.headers);
    let process = async {
        let request = Request::from_parts(head, Body::from(body));
        let response: Result<Response, Infallible> = router.clone().oneshot(request).await;
        response.unwrap_or_else(|never| match never {})
    };
    let response = match fault {
        None => process.await,
        Some(fault) => fault.befalls(process).await?,
    };
    if app.is_unsaved() {
        // What is answered is kept, so nothing is answered.
        let text = "The sandbox can't write its state file.\n";
        return Ok((StatusCode::INSUFFICIENT_STORAGE, text).into_response());
    }
    Ok(response)
}
