//! What both benchmarks are told and look at: their two numbers, and a process's memory.

use std::fs;

/// Pages and rounds, from the command line.
pub(crate) fn numbers(pages: usize, rounds: usize) -> (usize, usize) {
    let mut numbers = std::env::args().skip(1).filter_map(|one| one.parse().ok());
    (
        numbers.next().unwrap_or(pages),
        numbers.next().unwrap_or(rounds),
    )
}

/// A figure of `/proc/PID/status` (proc(5)), in mebibytes. None when the process has ended.
pub(crate) fn memory(process: u32, name: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kibibytes / 1024.0)
}
