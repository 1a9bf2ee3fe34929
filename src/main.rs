//! Parses the arguments, runs the command, sets the exit code.

use std::process::ExitCode;

/// Rendering allocates for every word and frees on another thread: see the decisions in ARCHITECTURE.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    warraq::cli::main()
}
