//! The stages of fonts: those that a site names, what sets words in them for pictures, and what is cut out of them for pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Pipeline;
use crate::config::Config;
use crate::diagnostic::Checked;
use crate::fonts::{self, Fonts, Webfonts};
use crate::memo::ByPointer;
use crate::pictures::Typesetter;
use crate::source::Snapshot;

impl Pipeline {
    pub(super) fn fonts(&mut self, snapshot: &Snapshot, config: &Config) -> Checked<Arc<Fonts>> {
        let named = config.fonts.files().map(|file| snapshot.get(&file));
        let question = (config.fonts.clone(), named.flatten().cloned().collect());
        let last = &mut self.memo.fonts;
        last.get_or_compute(question, || {
            Fonts::read(&config.fonts, snapshot).map(Arc::new)
        })
    }

    pub(super) fn typesetter(
        &mut self,
        config: &Arc<Config>,
        fonts: &Arc<Fonts>,
    ) -> Arc<Typesetter> {
        let question = (ByPointer::new(config), ByPointer::new(fonts));
        let answer = self.memo.typesetter.get_or_compute(question, || {
            let typesetter = Typesetter::new(fonts.clone(), &config.language);
            Checked::new(Arc::new(typesetter), Vec::new())
        });
        answer.value
    }

    pub(super) fn webfonts(
        &mut self,
        fonts: &Arc<Fonts>,
        config: &Config,
        snapshot: &Snapshot,
    ) -> Checked<Arc<Webfonts>> {
        let mut characters = BTreeSet::new();
        if !fonts.faces.is_empty() {
            characters = self.memo.characters.of(snapshot);
            for language in config.languages() {
                let language = config.in_language(language).language;
                characters.extend(fonts::base(language, &config.fonts.characters));
            }
        }
        let question = (ByPointer::new(fonts), fonts.covered(characters));
        let last = &mut self.memo.webfonts;
        let characters = question.1.clone();
        last.get_or_compute(question, || {
            Webfonts::make(fonts, &characters).map(Arc::new)
        })
    }
}
