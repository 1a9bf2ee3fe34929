//! Watches a build that it cannot interrupt: a template that never ends, or takes memory without end, is named while it
//! runs, so that whoever owns the process can end it.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::pages::{InProgress, Making};
use crate::path::SourcePath;
use crate::source::load;

/// How often it looks.
const EVERY: Duration = Duration::from_millis(100);

/// Does `work`. If a file takes longer than it may, or the work more memory, `end` is told once what is wrong, and by
/// which file; the work goes on if `end` lets it. No work may take more than three quarters of the memory that the system
/// has left, so that the system does not come to end something itself.
pub fn watch<T>(
    in_progress: &InProgress,
    end: impl FnOnce(Diagnostic) + Send,
    work: impl FnOnce() -> T,
) -> T {
    thread::scope(|scope| {
        let (done, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut watchdog = Watchdog::new(memory(), available().map(|bytes| bytes / 4 * 3));
            while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if let Some(problem) = watchdog.look(&in_progress.now(), memory()) {
                    return end(problem);
                }
            }
        });
        let result = work();
        drop(done);
        result
    })
}

struct Watchdog {
    /// How often each file has been seen.
    seen: BTreeMap<u64, u32>,
    /// The memory in use at the beginning.
    before: Option<u64>,
    /// How much more may be, whatever the site says.
    available: u64,
}

impl Watchdog {
    fn new(before: Option<u64>, available: Option<u64>) -> Self {
        Self {
            seen: BTreeMap::new(),
            before,
            available: available.unwrap_or(u64::MAX),
        }
    }

    /// What is wrong with what is being made now, with so much memory in use.
    fn look(&mut self, now: &BTreeMap<u64, Making>, memory: Option<u64>) -> Option<Diagnostic> {
        let last = std::mem::take(&mut self.seen);
        let seen = now
            .keys()
            .map(|number| (*number, last.get(number).map_or(0, |n| n + 1)));
        self.seen = seen.collect();
        let is_late =
            |number: &u64, making: &Making| EVERY * self.seen[number] >= making.limits.time;
        if let Some((_, late)) = now.iter().find(|(number, making)| is_late(number, making)) {
            let message = text!(
                "file-overdue",
                path = late.path.as_str(),
                seconds = late.limits.time.as_secs()
            );
            return Some(overdue(late, message).hint(text!("file-overdue-hint")));
        }
        let growth = memory?.saturating_sub(self.before?);
        // What has been in progress for longest is the likeliest.
        let (_, oldest) = now.first_key_value()?;
        let limit = oldest.limits.memory.min(self.available);
        if growth <= limit {
            return None;
        }
        let message = text!(
            "memory-used-up",
            megabytes = limit / 1_000_000,
            path = oldest.path.as_str()
        );
        let others = now.values().skip(1);
        let others = others.map(|making| text!("file-made-as-well", path = making.path.as_str()));
        let mut problem = overdue(oldest, message).hint(text!("memory-used-up-hint"));
        problem.notes.extend(others);
        Some(problem)
    }
}

fn overdue(making: &Making, message: Text) -> Diagnostic {
    let mut problem = Diagnostic::error("E415", message);
    if let Some(template) = &making.template {
        let path = SourcePath::new(&format!("{}/{template}", load::TEMPLATES));
        problem.span = Some(Span::from(&path));
    }
    problem
}

/// The memory that this process has in use, in bytes, where the system tells.
fn memory() -> Option<u64> {
    kilobytes("/proc/self/status", "VmRSS:")
}

/// The memory that the system has left, in bytes, where it tells.
fn available() -> Option<u64> {
    kilobytes("/proc/meminfo", "MemAvailable:")
}

/// A line `NAME: 123 kB` of a file of the kernel (proc(5)). Other systems have none.
fn kilobytes(file: &str, name: &str) -> Option<u64> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a file of the kernel, and none of the site"
    )]
    let text = std::fs::read_to_string(file).ok()?;
    let mut lines = text.lines().filter_map(|line| line.strip_prefix(name));
    let number = lines.next()?.trim().strip_suffix(" kB")?;
    Some(number.parse::<u64>().ok()? << 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Limits;
    use crate::path::OutputPath;

    fn making(path: &str, seconds: u64) -> Making {
        let limits = Limits {
            time: Duration::from_secs(seconds),
            ..Limits::default()
        };
        Making {
            path: OutputPath::new(path).unwrap(),
            template: Some("a.html".to_owned()),
            limits,
        }
    }

    #[test]
    fn a_file_is_late_when_it_has_been_seen_for_its_time() {
        let mut watchdog = Watchdog::new(None, None);
        let slow = making("slow/index.html", 1);
        let times = Duration::from_secs(1).as_millis() / EVERY.as_millis();
        for time in 0..times {
            // Others come and go meanwhile.
            let quick = (
                10 + u64::try_from(time).unwrap(),
                making("quick/index.html", 1),
            );
            let now = BTreeMap::from([(1, slow.clone()), quick]);
            assert_eq!(watchdog.look(&now, None), None, "{time}");
        }
        let now = BTreeMap::from([(1, slow.clone())]);
        let problem = watchdog.look(&now, None).unwrap();
        assert_eq!(
            problem.message.to_string(),
            "`slow/index.html` has not been made after 1 s"
        );
        assert_eq!(problem.span.unwrap().path.as_str(), "templates/a.html");
    }

    #[test]
    fn memory_counts_from_the_beginning_and_while_something_is_made() {
        let mut watchdog = Watchdog::new(Some(1 << 40), None);
        let memory = Limits::default().memory;
        let now = BTreeMap::from([
            (1, making("a/index.html", 1)),
            (2, making("b/index.html", 1)),
        ]);
        assert_eq!(watchdog.look(&now, Some((1 << 40) + memory)), None);
        assert_eq!(watchdog.look(&BTreeMap::new(), Some(1 << 50)), None);
        let problem = watchdog.look(&now, Some((1 << 40) + memory + 1)).unwrap();
        assert!(
            problem
                .message
                .to_string()
                .ends_with("while `a/index.html` is made"),
            "{problem}"
        );
        assert_eq!(problem.notes.len(), 1);
        assert_eq!(
            problem.notes[0].to_string(),
            "`b/index.html` is being made as well"
        );
        let mut watchdog = Watchdog::new(Some(0), Some(1 << 20));
        assert_eq!(watchdog.look(&now, Some(1 << 20)), None);
        assert!(watchdog.look(&now, Some((1 << 20) + 1)).is_some());
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_memory_of_this_process_is_known() {
        assert!(memory().is_some_and(|bytes| bytes > 1 << 20));
    }

    #[test]
    fn work_that_ends_is_left_alone() {
        let end = |problem: Diagnostic| panic!("{problem}");
        assert_eq!(watch(&InProgress::default(), end, || 1), 1);
    }
}
