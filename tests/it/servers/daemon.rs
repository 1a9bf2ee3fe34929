//! A program that runs in the background until it is killed.

use std::fs;
use std::fs::File;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program in the background.
pub(crate) struct Daemon(Child);

/// For how long a server may take to come up, on a machine with much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

impl Daemon {
    /// Starts a server, and waits until it answers on its port. What it says goes to a file.
    pub(crate) fn start(command: &mut Command, port: u16, log: &Path) -> Self {
        let file = File::options().create(true).append(true).open(log).unwrap();
        command.stdin(Stdio::null());
        command.stdout(file.try_clone().unwrap()).stderr(file);
        let child = command.spawn();
        let child = child.unwrap_or_else(|error| {
            panic!("{command:?}: {error}; tests/run installs what the tests need")
        });
        let mut daemon = Self(child);
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = daemon.0.try_wait().unwrap();
            if ended.is_some() || start.elapsed() > PATIENCE {
                let said = fs::read_to_string(log).unwrap_or_default();
                panic!("{command:?} does not come up ({ended:?}):\n{said}");
            }
            thread::sleep(Duration::from_millis(20));
        }
        daemon
    }

    /// Its process id.
    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Daemon {
    /// Kills it as a power failure would, and waits until it is gone.
    fn drop(&mut self) {
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// Writes a script for sh that can be run at once. Another program writes it: what this one has open for writing, a program that another
/// test starts at this moment may have inherited, and the system runs no file that is open for writing.
pub(crate) fn script(path: &Path, text: &str) {
    let mut install = assert_cmd::Command::new("install");
    install.args(["-m", "755", "/dev/stdin"]).arg(path);
    let text = format!("#!/bin/sh\n{text}\n");
    install.write_stdin(text).assert().success();
}

/// A program that `tests/run` builds beside the tests.
pub(crate) fn tool(name: &str) -> PathBuf {
    // The program under test is in `target/debug/`.
    let program = Path::new(env!("CARGO_BIN_EXE_warraq"));
    let target = program.ancestors().nth(2).unwrap();
    target.join("tools/bin").join(name)
}
