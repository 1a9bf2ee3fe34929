//! Builds a generated Arabic site and prints time, CPU and peak memory next to a plain copy of its output.
//!
//! ```text
//! cargo bench --bench site                # 10,000 pages, 5 rounds
//! cargo bench --bench site -- 2000 3      # 2,000 pages, 3 rounds
//! ```
//!
//! Each round builds into a folder that does not exist, builds again over it, and copies the output with
//! `cp -r`. The figures are medians of whole processes; read them as ratios, absolute times are the
//! machine's. Works in the system's temporary folder (set TMPDIR to a memory file system to leave the disk
//! out of it). Linux only: it reads `/proc`.
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark is an edge of its own"
)]
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot run has nothing to report"
)]

mod generated;
mod process;

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use process::{memory, numbers};

/// Clock ticks a second in `/proc`, fixed by the kernel's interface to programs (`USER_HZ`).
const TICKS: f64 = 100.0;

fn main() {
    let (pages, rounds) = numbers(10_000, 5);
    let folder = tempfile::tempdir().unwrap();
    let [site, output, copy] = ["site", "output", "copy"].map(|name| folder.path().join(name));
    fs::create_dir(&site).unwrap();
    generated::write(&site, pages).unwrap();

    let mut build = Command::new(env!("CARGO_BIN_EXE_warraq"));
    build
        .arg("--root")
        .arg(&site)
        .arg("build")
        .arg("--output-dir")
        .arg(&output);
    let mut plain_copy = Command::new("cp");
    plain_copy.arg("-r").arg(&output).arg(&copy);

    let [mut first, mut second, mut copied] = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..rounds {
        for leftover in [&output, &copy, &folder.path().join(".output.warraq")] {
            _ = fs::remove_dir_all(leftover);
        }
        first.push(run(&mut build));
        second.push(run(&mut build));
        copied.push(run(&mut plain_copy));
    }
    println!("{pages} pages, {rounds} rounds, medians      wall s    CPU s   peak MiB");
    let base = median(&copied);
    for (name, runs) in [
        ("first build", &first),
        ("second build", &second),
        ("plain copy", &copied),
    ] {
        let run = median(runs);
        println!(
            "{name:36} {:8.2} {:8.2} {:10.0}   wall is {:.2} of the copy's",
            run.wall,
            run.cpu,
            run.peak,
            run.wall / base.wall
        );
    }
}

/// What one process took.
#[derive(Clone, Copy)]
struct Run {
    /// Seconds.
    wall: f64,
    /// Seconds of both user and system time.
    cpu: f64,
    /// Mebibytes resident at most.
    peak: f64,
}

fn run(command: &mut Command) -> Run {
    let before = cpu_of_children();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let mut peak = 0.0;
    let exit = loop {
        // The peak only grows, so the last look before the end is right to within a few milliseconds.
        peak = memory(child.id(), "VmHWM:").unwrap_or(peak);
        if let Some(exit) = child.try_wait().unwrap() {
            break exit;
        }
        sleep(Duration::from_millis(2));
    };
    assert!(exit.success(), "{command:?} failed");
    Run {
        wall: start.elapsed().as_secs_f64(),
        cpu: cpu_of_children() - before,
        peak,
    }
}

/// Seconds that ended children have taken: fields 16 and 17 of `/proc/self/stat` (proc(5)).
fn cpu_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit_once(')').unwrap().1;
    let ticks = after_name.split_whitespace().skip(13).take(2);
    ticks
        .map(|ticks| ticks.parse::<f64>().unwrap())
        .sum::<f64>()
        / TICKS
}

fn median(runs: &[Run]) -> Run {
    let middle = |of: fn(&Run) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Run {
        wall: middle(|run| run.wall),
        cpu: middle(|run| run.cpu),
        peak: middle(|run| run.peak),
    }
}
