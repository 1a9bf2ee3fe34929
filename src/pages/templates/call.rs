//! Components as prose calls them: which there are, what they take, and what they print.

use tera::{ComponentInfo, Context};

use super::Templates;
use super::bounded::Bounded;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::LanguageId;

impl Templates {
    /// Whether the engine could read all templates.
    pub(in crate::pages) fn are_accepted(&self) -> bool {
        self.is_accepted
    }

    /// What a component takes, if there is one of this name.
    pub(in crate::pages) fn component(&self, name: &str) -> Option<ComponentInfo> {
        self.engines.first()?.get_component_definition(name)
    }

    /// The names of all components.
    pub(in crate::pages) fn component_names(&self) -> impl Iterator<Item = &str> {
        self.engines
            .iter()
            .take(1)
            .flat_map(tera::Tera::get_component_names)
    }

    /// What a component prints that the text of `page` calls.
    pub(in crate::pages) fn call(
        &self,
        (name, language): (&str, LanguageId),
        context: &Context,
        body: &str,
        page: &SourcePath,
    ) -> Result<String, Vec<Diagnostic>> {
        let mut output = Bounded::new(body.len(), self.limit);
        let (rendered, _) = self.prints.nulls(|| {
            self.engines[language.0].render_component_to(
                name,
                context,
                Some(body),
                true,
                &mut output,
            )
        });
        let is_exceeded = output.is_exceeded;
        let text = rendered.and_then(|()| Ok(String::from_utf8(output.bytes)?));
        text.map_err(|error| {
            let while_calling = |page: String| text!("while-calling", page);
            if is_exceeded {
                let message = text!("page-too-large", limit = self.limit.to_string());
                let problem = Diagnostic::error("E413", message).at(page);
                return vec![problem.hint(text!("page-too-large-hint"))];
            }
            vec![self.failure(&error, context, (page, while_calling))]
        })
    }
}
