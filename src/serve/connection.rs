//! Connections of browsers, each with a time in which it has to ask, and all of them with a bound: whoever opens one and says
//! nothing, or half a request, is let go.

use std::collections::VecDeque;
use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Sleep, sleep};

/// How long the head of a request may take from its first byte.
const HEAD: Duration = Duration::from_secs(10);
/// How long a connection may be open between requests, or wait for its reader.
const IDLE: Duration = Duration::from_mins(1);
/// How many connections there may be. A browser opens six for a page and one for its events; a system may allow a process
/// 256 files.
const MOST: usize = 128;
/// How long to wait where the system has no more files.
const PAUSE: Duration = Duration::from_millis(100);

/// Accepts connections within bounds.
pub(super) struct Bounded {
    socket: TcpListener,
    open: Open,
}

impl Bounded {
    pub(super) fn new(socket: TcpListener) -> Self {
        Self {
            socket,
            open: Open::default(),
        }
    }
}

impl axum::serve::Listener for Bounded {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.socket.accept().await {
                Ok((stream, address)) => return (self.open.connect(stream), address),
                Err(error) if is_of_one_connection(&error) => {}
                Err(_) => {
                    self.open.shed();
                    sleep(PAUSE).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}

/// The connections that are open, the oldest first.
#[derive(Clone, Default)]
struct Open(Arc<Mutex<VecDeque<Handle>>>);

/// What ends a connection.
struct Handle {
    end: oneshot::Sender<()>,
    is_idle: Arc<AtomicBool>,
}

impl Open {
    /// Takes a connection in. If there are too many, the oldest has to go that is not being answered.
    fn connect(&self, stream: TcpStream) -> Connection {
        let (end, ended) = oneshot::channel();
        let is_idle = Arc::new(AtomicBool::new(true));
        let handle = Handle {
            end,
            is_idle: is_idle.clone(),
        };
        let mut open = self.handles();
        open.retain(|handle| !handle.end.is_closed());
        open.push_back(handle);
        let is_full = open.len() > MOST;
        drop(open);
        if is_full {
            self.shed();
        }
        Connection {
            stream,
            ended,
            is_shed: false,
            is_idle,
            phase: Phase::Waiting,
            timer: Box::pin(sleep(IDLE)),
        }
    }

    /// Ends the oldest connection that is idle, else the oldest.
    fn shed(&self) {
        let mut open = self.handles();
        let idle = open
            .iter()
            .position(|handle| handle.is_idle.load(Ordering::Relaxed));
        if let Some(handle) = open.remove(idle.unwrap_or_default()) {
            _ = handle.end.send(());
        }
    }

    fn handles(&self) -> MutexGuard<'_, VecDeque<Handle>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a connection is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Between requests.
    Waiting,
    /// In the head of a request, of whose end so many bytes have come.
    Asking(usize),
    /// After it. The site decides how long an answer takes.
    Answering,
    /// It is a stream of events, which is open as long as the page is.
    Upgraded,
}

/// What ends the head of a request.
const END: [u8; 4] = *b"\r\n\r\n";

impl Phase {
    /// The phase after these bytes have come.
    fn after_reading(self, bytes: &[u8]) -> Self {
        let (Self::Waiting | Self::Asking(_)) = self else {
            return self;
        };
        let mut matched = match self {
            Self::Asking(matched) => matched,
            _ => 0,
        };
        for byte in bytes {
            matched = match byte {
                byte if *byte == END[matched] => matched + 1,
                b'\r' => 1,
                _ => 0,
            };
            if matched == END.len() {
                return Self::Answering;
            }
        }
        if bytes.is_empty() {
            self
        } else {
            Self::Asking(matched)
        }
    }

    /// The phase after these bytes have been sent.
    fn after_writing(self, bytes: &[u8]) -> Self {
        match self {
            Self::Upgraded => Self::Upgraded,
            _ if bytes.starts_with(b"HTTP/1.1 101") => Self::Upgraded,
            _ => Self::Waiting,
        }
    }
}

/// A connection that ends by itself when nothing comes.
pub(super) struct Connection {
    stream: TcpStream,
    ended: oneshot::Receiver<()>,
    /// Whether it has been told to end, which is told once.
    is_shed: bool,
    is_idle: Arc<AtomicBool>,
    phase: Phase,
    timer: Pin<Box<Sleep>>,
}

impl Connection {
    fn enter(&mut self, phase: Phase) {
        let is_new = std::mem::discriminant(&phase) != std::mem::discriminant(&self.phase);
        self.phase = phase;
        let is_idle = matches!(phase, Phase::Waiting | Phase::Asking(_));
        self.is_idle.store(is_idle, Ordering::Relaxed);
        if is_new || phase == Phase::Waiting {
            let time = if matches!(phase, Phase::Asking(_)) {
                HEAD
            } else {
                IDLE
            };
            self.timer = Box::pin(sleep(time));
        }
    }

    /// Whether it has to end: by its own time, or because others need its place. Wakes the task when that changes.
    fn has_ended(&mut self, context: &mut Context<'_>) -> bool {
        if !self.is_shed {
            let told = Pin::new(&mut self.ended).poll(context);
            self.is_shed = told.is_ready();
        }
        self.is_shed
            || matches!(self.phase, Phase::Waiting | Phase::Asking(_))
                && self.timer.as_mut().poll(context).is_ready()
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        let phase = self.phase.after_reading(&buffer.filled()[before..]);
        if phase != self.phase {
            self.enter(phase);
        }
        // Bytes that come one by one do not put the end off.
        if self.has_ended(context) {
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        match written {
            Poll::Ready(Ok(count)) => {
                let phase = self.phase.after_writing(&bytes[..count]);
                self.enter(phase);
            }
            Poll::Pending if self.has_ended(context) => {
                return Poll::Ready(Err(ErrorKind::TimedOut.into()));
            }
            _ => {}
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::runtime::Builder;

    use super::*;

    fn block_on(work: impl Future<Output = ()>) {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(work);
    }

    #[test]
    fn the_end_of_a_head_is_found_however_it_is_cut() {
        let request = b"GET / HTTP/1.1\r\nHost: a\r\r\n\r\nGET";
        for cut in 0..request.len() {
            let (one, other) = request.split_at(cut);
            let phase = Phase::Waiting.after_reading(one).after_reading(other);
            assert_eq!(phase, Phase::Answering, "{cut}");
        }
        let half = &request[..request.len() - 4];
        assert!(matches!(
            Phase::Waiting.after_reading(half),
            Phase::Asking(_)
        ));
        assert_eq!(
            Phase::Answering.after_writing(b"HTTP/1.1 200"),
            Phase::Waiting
        );
        assert_eq!(
            Phase::Answering.after_writing(b"HTTP/1.1 101 S"),
            Phase::Upgraded
        );
        assert_eq!(
            Phase::Upgraded.after_writing(b"x").after_reading(b"y"),
            Phase::Upgraded
        );
    }

    /// A connection from both sides.
    async fn pair(open: &Open) -> (Connection, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap());
        let (client, accepted) = tokio::join!(client, listener.accept());
        (open.connect(accepted.unwrap().0), client.unwrap())
    }

    #[test]
    fn whoever_says_nothing_or_half_is_let_go() {
        block_on(async {
            let open = Open::default();
            for said in ["", "GET / HT"] {
                let (mut connection, mut client) = pair(&open).await;
                client.write_all(said.as_bytes()).await.unwrap();
                let mut buffer = [0; 64];
                if !said.is_empty() {
                    assert_eq!(connection.read(&mut buffer).await.unwrap(), said.len());
                }
                // As though its time were over.
                connection.timer = Box::pin(sleep(Duration::ZERO));
                let end = connection.read(&mut buffer).await.unwrap_err();
                assert_eq!(end.kind(), ErrorKind::TimedOut, "{said}");
            }
        });
    }

    #[test]
    fn what_is_being_answered_or_streams_events_has_time() {
        block_on(async {
            let open = Open::default();
            let (mut connection, mut client) = pair(&open).await;
            client.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
            let mut buffer = [0; 64];
            assert_eq!(connection.read(&mut buffer).await.unwrap(), 18);
            connection.timer = Box::pin(sleep(Duration::ZERO));
            connection
                .write_all(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
                .await
                .unwrap();
            connection.timer = Box::pin(sleep(Duration::ZERO));
            client.write_all(b"event").await.unwrap();
            assert_eq!(connection.read(&mut buffer).await.unwrap(), 5);
        });
    }

    #[test]
    fn the_oldest_idle_connection_makes_room() {
        block_on(async {
            let open = Open::default();
            let mut pairs = Vec::new();
            for _ in 0..MOST {
                pairs.push(pair(&open).await);
            }
            // The oldest is being answered.
            pairs[0].0.enter(Phase::Answering);
            let more = pair(&open).await;
            let mut buffer = [0; 1];
            let end = pairs[1].0.read(&mut buffer).await.unwrap_err();
            assert_eq!(end.kind(), ErrorKind::TimedOut);
            assert!(pairs[1].0.read(&mut buffer).await.is_err(), "it came back");
            assert_eq!(open.handles().len(), MOST);
            for (connection, _) in [pairs.remove(0), pairs.pop().unwrap(), more] {
                assert!(connection.ended.is_empty(), "it was told to end");
            }
        });
    }
}
