//! Interface and port become a socket, and the addresses at which it can be reached.

use std::io::ErrorKind;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::UdpSocket;

use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// Which port to listen at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one or none; 0 is any free one.
    Exactly(u16),
    /// This one, or the next that is free.
    From(u16),
}

/// A socket that is listened at, before anything is answered.
#[derive(Debug)]
pub struct Listener {
    /// The interface, as it was named.
    pub(super) interface: String,
    pub(super) socket: TcpListener,
    address: SocketAddr,
    /// The port that was wished for and is taken.
    pub taken: Option<u16>,
}

impl Listener {
    /// Listens at an interface: an address of this machine, or a name for one.
    ///
    /// # Errors
    /// A diagnostic when the port is taken, or the address is none of this machine's.
    pub fn open(interface: &str, port: Port) -> Result<Self, Diagnostic> {
        let (first, last) = match port {
            Port::Exactly(port) => (port, port),
            Port::From(port) => (port, u16::MAX),
        };
        let mut at = first;
        let socket = loop {
            match TcpListener::bind((interface, at)) {
                Ok(socket) => break socket,
                Err(error) if error.kind() == ErrorKind::AddrInUse && at < last => at += 1,
                Err(error) => return Err(unusable(interface, at, &error)),
            }
        };
        let address = socket
            .local_addr()
            .and_then(|address| socket.set_nonblocking(true).map(|()| address));
        let address = address.map_err(|error| unusable(interface, at, &error))?;
        Ok(Self {
            interface: interface.to_owned(),
            socket,
            address,
            taken: (at != first).then_some(first),
        })
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of the site's root on this machine.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = self.address;
        match address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip([127, 0, 0, 1].into()),
            IpAddr::V6(ip) if ip.is_unspecified() => {
                address.set_ip(std::net::Ipv6Addr::LOCALHOST.into());
            }
            _ => {}
        }
        format!("http://{address}/")
    }

    /// The address at which other machines can see the preview, when they can.
    #[must_use]
    pub fn visible_to_others(&self) -> Option<String> {
        let mut address = self.address;
        if address.ip().is_loopback() {
            return None;
        }
        if address.ip().is_unspecified() {
            address.set_ip(outward(address.ip()).unwrap_or(address.ip()));
        }
        Some(format!("http://{address}/"))
    }
}

/// The address of this machine on the way out. Nothing is sent: connecting a UDP socket only asks
/// for the route, here to an address that is set aside for documentation (RFC 5737, RFC 3849).
fn outward(unspecified: IpAddr) -> Option<IpAddr> {
    let far = match unspecified {
        IpAddr::V4(_) => "192.0.2.1:9",
        IpAddr::V6(_) => "[2001:db8::1]:9",
    };
    let socket = UdpSocket::bind((unspecified, 0)).ok()?;
    socket.connect(far).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

fn unusable(interface: &str, port: u16, error: &std::io::Error) -> Diagnostic {
    let port = port.to_string();
    let (problem, hint) = match error.kind() {
        ErrorKind::AddrInUse => (
            text!("port-in-use", port, interface),
            text!("port-in-use-hint"),
        ),
        _ => (
            text!("port-unusable", port, interface, error = Text::of_io(error)),
            text!("port-unusable-hint"),
        ),
    };
    Diagnostic::error("E600", problem).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_an_error_or_passed_over() {
        let first = Listener::open("127.0.0.1", Port::Exactly(0)).unwrap();
        let port = first.port();
        let problem = Listener::open("127.0.0.1", Port::Exactly(port)).unwrap_err();
        assert_eq!(problem.code, "E600");
        assert_eq!(
            problem.message.to_string(),
            format!("port {port} of 127.0.0.1 is taken")
        );
        if port < u16::MAX {
            let next = Listener::open("127.0.0.1", Port::From(port)).unwrap();
            assert_eq!(next.taken, Some(port));
            assert!(next.port() > port);
        }
    }

    #[test]
    fn loopback_is_seen_by_nobody_else() {
        let listener = Listener::open("localhost", Port::Exactly(0)).unwrap();
        assert_eq!(listener.visible_to_others(), None);
        let listener = Listener::open("0.0.0.0", Port::Exactly(0)).unwrap();
        let port = listener.port();
        assert_eq!(listener.address(), format!("http://127.0.0.1:{port}/"));
        let visible = listener.visible_to_others().unwrap();
        assert!(visible.ends_with(&format!(":{port}/")), "{visible}");
        let elsewhere = Listener::open("192.0.2.1", Port::Exactly(0)).unwrap_err();
        assert_eq!(elsewhere.code, "E600");
    }
}
