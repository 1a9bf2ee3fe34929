//! A machine to log in to: OpenSSH's sshd, for whoever runs the tests, with a key of its own.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use tempfile::TempDir;

use super::daemon::{self, Daemon};
use super::port;

/// The machine, until it is dropped.
pub(crate) struct Shell {
    folder: TempDir,
    port: u16,
    user: String,
    /// Where the machine looks for programs.
    path: Mutex<String>,
    daemon: Mutex<Option<Daemon>>,
}

impl Shell {
    /// A machine that lets in whoever has [`Self::arguments`].
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for key in ["host", "client"] {
            let path = folder.path().join(key);
            let (kind, path) = (["-q", "-t", "ed25519", "-N", ""], path.to_str().unwrap());
            said(Command::new("ssh-keygen").args(kind).args(["-f", path]));
        }
        let path = format!("{}/bin:/usr/bin:/bin", folder.path().display());
        let shell = Self {
            folder,
            path: Mutex::new(path),
            port: port::free(),
            user: said(Command::new("id").arg("-un")).trim().to_owned(),
            daemon: Mutex::new(None),
        };
        let host = fs::read_to_string(shell.file("host.pub")).unwrap();
        let known = format!("[127.0.0.1]:{} {host}", shell.port);
        fs::write(shell.file("known_hosts"), known).unwrap();
        fs::create_dir(shell.file("bin")).unwrap();
        shell.restart();
        shell
    }

    /// Ends it and every session on it, as a power failure would.
    pub(crate) fn kill(&self) {
        if let Some(daemon) = self.daemon.lock().unwrap().take() {
            end_with_all_it_started(daemon);
        }
    }

    /// Starts it again, at the same address.
    pub(crate) fn restart(&self) {
        self.kill();
        let folder = self.folder.path().display();
        let config = format!(
            "ListenAddress 127.0.0.1\nPort {}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/client.pub\n\
             StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin prohibit-password\n\
             PidFile none\nMaxStartups 100\nSetEnv PATH={}\n",
            self.port,
            self.path.lock().unwrap()
        );
        fs::write(self.file("sshd_config"), config).unwrap();
        if self.user == "root" {
            // Where sshd locks up the half of it that talks to strangers.
            fs::create_dir_all("/run/sshd").unwrap();
        }
        // By its whole path, as it wants to be called.
        let mut command = Command::new("/usr/sbin/sshd");
        command
            .args(["-D", "-e", "-f"])
            .arg(self.file("sshd_config"));
        let log = self.file("log");
        *self.daemon.lock().unwrap() = Some(Daemon::start(&mut command, self.port, &log));
    }

    /// Puts a program of the test's before all others of the same name.
    pub(crate) fn program(&self, name: &str, script: &str) {
        daemon::script(&self.file("bin").join(name), script);
    }

    /// Has the machine lack a program.
    pub(crate) fn uninstall(&self, name: &str) {
        let bin = self.file("bin");
        for program in fs::read_dir("/usr/bin").unwrap() {
            let program = program.unwrap();
            if program.file_name() != name {
                symlink(program.path(), bin.join(program.file_name())).unwrap();
            }
        }
        *self.path.lock().unwrap() = format!("{}", bin.display());
        self.restart();
    }

    /// A place on the machine, by a name as awkward as names may be.
    pub(crate) fn place(&self) -> PathBuf {
        self.file("خادم $(false)/موقع \"الدار\" 'ب' ")
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The machine, as ssh is told it.
    pub(crate) fn machine(&self) -> String {
        format!("{}@127.0.0.1", self.user)
    }

    /// What ssh needs to be told besides, to reach it at a port: its own, or that of a line to it.
    pub(crate) fn arguments(&self, port: u16) -> Vec<String> {
        let folder = self.folder.path().display();
        let options = [
            "-F".to_owned(),
            "/dev/null".to_owned(),
            "-p".to_owned(),
            port.to_string(),
            "-i".to_owned(),
            format!("{folder}/client"),
            "-o".to_owned(),
            format!("UserKnownHostsFile={folder}/known_hosts"),
            "-o".to_owned(),
            format!("HostKeyAlias=[127.0.0.1]:{}", self.port),
            "-o".to_owned(),
            "StrictHostKeyChecking=yes".to_owned(),
            "-o".to_owned(),
            "IdentitiesOnly=yes".to_owned(),
        ];
        options.to_vec()
    }

    /// A file of its settings: `client`, the key to it, or `known_hosts`, its own.
    pub(crate) fn key(&self, name: &str) -> PathBuf {
        self.file(name)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What a program says that has to succeed.
pub(super) fn said(command: &mut Command) -> String {
    let output = command.output();
    let output = output.unwrap_or_else(|error| {
        panic!("{command:?}: {error}; tests/run installs what the tests need")
    });
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

/// Each session of sshd is a session of the system too, so no group of processes holds them all.
fn end_with_all_it_started(daemon: Daemon) {
    // It must not start more meanwhile.
    signal("STOP", &[daemon.id()]);
    let parents = parents();
    let mut ended = vec![daemon.id()];
    let mut next = 0;
    while let Some(parent) = ended.get(next) {
        let children = parents.iter().filter(|(_, of)| *of == parent);
        let children: Vec<u32> = children.map(|(child, _)| *child).collect();
        ended.extend(children);
        next += 1;
    }
    if ended.len() > 1 {
        signal("KILL", &ended[1..]);
    }
    drop(daemon);
}

fn signal(name: &str, processes: &[u32]) {
    let ids = processes.iter().map(u32::to_string);
    // One that has ended meanwhile is an error of no account.
    _ = Command::new("kill").arg("-s").arg(name).args(ids).output();
}

/// Every process with its parent.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").unwrap();
    let known = entries.filter_map(|entry| {
        let folder = entry.ok()?.path();
        let id = folder.file_name()?.to_str()?.parse().ok()?;
        Some((id, parent(&folder)?))
    });
    known.collect()
}

/// The fourth word of `stat`; the second is the name of the program, between parentheses (`man 5 proc_pid_stat`).
fn parent(folder: &Path) -> Option<u32> {
    let stat = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, rest) = stat.rsplit_once(") ")?;
    rest.split(' ').nth(1)?.parse().ok()
}
