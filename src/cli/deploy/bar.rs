//! How far a deploy is, on a terminal.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::outcome::MessageFormat;
use crate::deploy::{Progress, Stage};
use crate::locale::{Language, Text, text};

/// A bar that grows with the bytes of a stage. Not shown where nobody looks.
pub(super) struct Bar {
    bar: ProgressBar,
    language: Language,
}

const TEMPLATE: &str = "{msg:10} {wide_bar} {bytes}/{total_bytes} {eta}";

impl Bar {
    /// A bar, as yet unseen.
    pub(super) fn new(format: MessageFormat, language: Language) -> Self {
        let is_seen = format == MessageFormat::Human && stderr().is_terminal();
        let target = if is_seen {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        let style = ProgressStyle::with_template(TEMPLATE);
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self {
            bar: bar.with_style(style),
            language,
        }
    }

    /// Takes it away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
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
        self.bar.set_length(bytes);
        self.bar.set_position(0);
        let stage = match stage {
            Stage::Assets => text!("sending-assets"),
            Stage::NewPages => text!("sending-new-pages"),
            Stage::Pages => text!("sending-pages"),
            Stage::Listings => text!("sending-listings"),
            Stage::Removals => text!("deleting"),
        };
        self.bar.set_message(stage.say(self.language).into_owned());
    }

    fn done(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    fn waiting(&self, reason: &Text, pause: Duration) {
        let seconds = pause.as_secs_f32().to_string();
        let text = text!("trying-again", reason = reason.clone(), seconds);
        self.bar.println(text.say(self.language));
    }
}
