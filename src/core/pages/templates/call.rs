//! Components as prose calls them: which there are, what they take, and what they print.

use tera::{ComponentInfo, Context};

use super::Templates;
use super::refused::components_of;
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::LanguageId;

impl Templates {
    /// Whether a component of this name may be declared in a template that the engine cannot read.
    pub(in crate::pages) fn may_declare(&self, component: &str) -> bool {
        let mut left_out = self.left_out.values();
        left_out.any(|source| source.text().contains(component))
    }

    /// What a component takes, if there is one of this name.
    pub(in crate::pages) fn component(&self, name: &str) -> Option<ComponentInfo> {
        self.engines.first()?.get_component_definition(name)
    }

    /// The names of all components.
    pub(in crate::pages) fn component_names(&self) -> impl Iterator<Item = &str> {
        let engine = self.engines.iter().take(1);
        let left_out = self.left_out.values();
        engine
            .flat_map(tera::Tera::get_component_names)
            .chain(left_out.flat_map(|source| components_of(source.text())))
    }

    /// What a component prints that the text of `page` calls, and what is wrong with that.
    pub(in crate::pages) fn call(
        &self,
        (name, language): (&str, LanguageId),
        context: &Context,
        body: &str,
        page: &SourcePath,
    ) -> Result<Checked<String>, Vec<Diagnostic>> {
        let while_calling = |page: String| text!("while-calling", page);
        let template = || self.declaring(name);
        self.printed(
            (template, context),
            body.len(),
            (page, while_calling),
            |output| {
                self.engines[language.0].render_component_to(
                    name,
                    context,
                    Some(body),
                    true,
                    output,
                )
            },
        )
    }

    /// The template that declares a component.
    fn declaring(&self, component: &str) -> &str {
        let mut sources = self.sources.iter();
        let found =
            sources.find(|(_, source)| components_of(source.text()).any(|one| one == component));
        found.map_or("", |(name, _)| name)
    }
}
