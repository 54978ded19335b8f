//! The port, the thread behind it, and the way in for every request.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::oneshot;
use tower::ServiceExt;

use crate::app::{App, Shared};
use crate::config::Config;
use crate::faults::ReplyLost;
use crate::guard::guard;
use crate::{admin, alqaseh, dashboard, deliveries, egw, paylink};

/// A running sandbox. It stops when dropped.
pub struct Sandbox {
    url: String,
    port: u16,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Binds 127.0.0.1 and serves from a thread of its own, so blocking code can use it.
    ///
    /// # Errors
    /// If the port is taken, a merchant makes no sense, the state file can't be used, or the thread can't
    /// be started.
    pub fn start(config: Config) -> io::Result<Sandbox> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, config.port)))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let url = match &config.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://127.0.0.1:{port}"),
        };
        let app = App::new(config, url.clone())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name("qantara-sandbox".to_owned()).spawn(move || {
            runtime.block_on(async {
                deliveries::resume(&app);
                tokio::select! {
                    () = accept(listener, app.clone()) => {}
                    () = paylink::refunds(app) => {}
                    _ = stopped => {}
                }
            });
            // A delivery may hang in its own timeout; nobody needs its end.
            runtime.shutdown_background();
        })?;
        Ok(Sandbox { url, port, stop: Some(stop), thread: Some(thread) })
    }

    /// How to reach it: `http://127.0.0.1:<port>`, or the configured public URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The port it was given.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Blocks for as long as the sandbox serves.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends by itself only if its runtime broke; there is nothing to add.
            let _ = thread.join();
        }
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

fn router(app: Shared) -> Router {
    let guarded = dashboard::router().nest("/sandbox", admin::router());
    Router::new()
        .merge(guarded.layer(from_fn_with_state(app.clone(), guard)))
        .nest("/alqaseh", alqaseh::router())
        .nest("/egw", egw::router())
        .nest("/paylink", paylink::router())
        .fallback(no_such_page)
        .layer(DefaultBodyLimit::max(64 * 1024))
        .with_state(app)
}

async fn no_such_page() -> Response {
    (StatusCode::NOT_FOUND, "404 page not found\n").into_response()
}

async fn accept(listener: TcpListener, app: Shared) {
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
        let (app, router) = (app.clone(), router.clone());
        tokio::spawn(async move {
            let service = service_fn(|request| answer(&app, &router, request));
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service);
            // An error is a client that went away, or a reply that was to be lost.
            let _ = connection.await;
        });
    }
}

async fn answer(app: &Shared, router: &Router, request: Request<Incoming>) -> Result<Response, ReplyLost> {
    let path = request.uri().path();
    let fault = app.state().faults.for_request(path);
    let process = async {
        let response: Result<Response, Infallible> = router.clone().oneshot(request.map(Body::new)).await;
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
