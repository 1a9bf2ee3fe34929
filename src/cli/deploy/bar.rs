//! How far a deploy is, on a terminal.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::outcome::MessageFormat;
use crate::deploy::{Progress, Stage};

/// A bar that grows with the bytes of a stage. Not shown where nobody looks.
pub(super) struct Bar(ProgressBar);

const TEMPLATE: &str = "{msg:10} {wide_bar} {bytes}/{total_bytes} {eta}";

impl Bar {
    /// A bar, as yet unseen.
    pub(super) fn new(format: MessageFormat) -> Self {
        let is_seen = format == MessageFormat::Human && stderr().is_terminal();
        let target = if is_seen {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        let style = ProgressStyle::with_template(TEMPLATE);
        Self(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    /// Takes it away.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.finish();
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, files: usize, bytes: u64) {
        if files == 0 {
            return;
        }
        self.0.set_length(bytes);
        self.0.set_position(0);
        self.0.set_message(match stage {
            Stage::Assets => "assets",
            Stage::NewPages => "new pages",
            Stage::Pages => "pages",
            Stage::Listings => "listings",
            Stage::Removals => "deleting",
        });
    }

    fn done(&self, bytes: u64) {
        self.0.inc(bytes);
    }

    fn waiting(&self, reason: &str, pause: Duration) {
        let seconds = pause.as_secs_f32();
        self.0
            .println(format!("{reason}; trying again in {seconds} s"));
    }
}
