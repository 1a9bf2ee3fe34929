//! The template set: every `.html` and `.svg` file of `templates/`, loaded together, with the filters and functions
//! of `filters`. Finds out which collections each template reads, so that a page is given no more.

mod accepted;
mod attributes;
mod bounded;
mod braces;
mod call;
mod failed;
mod foreign;
pub mod names;
mod refused;
mod said;
mod syntax;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{ComponentInfo, Context, ErrorKind, Tera, TeraResult};

use accepted::accept;
use attributes::Prints;
use bounded::Bounded;
use refused::template_hint;
use said::said;

use super::data::Data;
use super::dependencies::Dependencies;
use super::filters;
use super::plan::REDIRECT_TEMPLATE;
use crate::assets::Assets;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::digest::{Digest, StableHasher};
use crate::graph::Site;
use crate::locale::{Text, text};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{CollectionId, LanguageId, Schema, Spanned, nearest};
use crate::source::{Snapshot, Source, controls, load, utf8};

/// Templates, ready to render.
pub struct Templates {
    /// The engine, for each language.
    engines: Vec<Tera>,
    /// What they print into attributes.
    prints: Prints,
    /// The text of each.
    sources: BTreeMap<String, Source>,
    /// Those that the engine cannot read, or that are made of one which it cannot, by their names.
    left_out: BTreeMap<String, Source>,
    /// How many bytes one of them may print.
    limit: usize,
    /// The collections that each template names, its parents and includes among them.
    pub(super) reads: BTreeMap<String, BTreeSet<CollectionId>>,
    /// Of everything besides its context that each template's output depends on.
    pub(super) digests: BTreeMap<String, Digest>,
    /// The files of data that they load.
    data: Arc<Data>,
    /// The templates that each is made of, itself among them.
    made_of: BTreeMap<String, Vec<String>>,
}

impl Templates {
    /// Loads the templates of a snapshot.
    #[must_use]
    pub fn load(snapshot: &Snapshot, config: &Arc<Config>, assets: &Assets) -> Checked<Self> {
        let sources: Vec<(&str, &Source)> = snapshot
            .below(load::TEMPLATES)
            .filter(|source| source.path().below(load::ASSETS).is_none())
            .filter(|source| is_template(source))
            .filter_map(|source| Some((source.path().below(load::TEMPLATES)?, source)))
            .collect();
        let mut diagnostics = Vec::new();
        let texts = sources.iter().map(|(_, source)| *source);
        let data = Arc::new(Data::read(texts, snapshot, config).collect(&mut diagnostics));
        let unread = sources.iter();
        let unread: Vec<Diagnostic> = unread.filter_map(|(_, source)| source.problem()).collect();
        let is_read = |source: &Source| source.problem().is_none();
        let controls = sources.iter().filter(|(_, source)| is_read(source));
        diagnostics.extend(controls.flat_map(|(_, source)| controls::problems(source)));
        let components = sources.iter();
        let components: Vec<&str> = components
            .flat_map(|(_, source)| refused::components_of(source.text()))
            .collect();
        let pages = sources.iter().filter(|(name, _)| name.ends_with(KINDS[0]));
        diagnostics.extend(pages.flat_map(|(_, source)| braces::problems(source, &components)));
        let dependencies = Dependencies::read(&sources);
        let made_of = dependencies.made_of();
        let new = || {
            let mut engine = Tera::default();
            engine.autoescape_on(KINDS.to_vec());
            filters::register(&mut engine, config, LanguageId::OWN, (assets, &data));
            engine
        };
        let accepted = accept(new, &sources, unread, &made_of, config.limits.page);
        let accepted = accepted.collect(&mut diagnostics);
        let tera = accepted.engine;
        let reads = dependencies.calls().into_iter();
        let reads = reads.map(|(name, calls)| {
            let read = collections_read(&tera, (name, &calls), &config.schema);
            (name.to_owned(), read)
        });
        let reads = reads.collect();
        // What is said of dates, numbers and words is said in the language of the page.
        let others = config.languages().skip(1).map(|language| {
            let mut other = tera.clone();
            filters::register(&mut other, config, language, (assets, &data));
            other
        });
        let others: Vec<Tera> = others.collect();
        let surroundings = surroundings(snapshot, config, assets);
        let named = |(name, source): &(&str, &Source)| ((*name).to_owned(), (*source).clone());
        let read: BTreeMap<_, _> = accepted.sources.iter().map(named).collect();
        let left_out = sources.iter().filter(|(name, _)| !read.contains_key(*name));
        let templates = Self {
            engines: std::iter::once(tera).chain(others).collect(),
            left_out: left_out.map(named).collect(),
            sources: read,
            limit: config.limits.page,
            prints: accepted.prints,
            reads,
            digests: dependencies.digests(surroundings, &data),
            data,
            made_of,
        };
        Checked::new(templates, diagnostics)
    }

    /// What a template makes of a context in a language, and what is wrong with that though it could be made. It has some `size` bytes.
    /// `while_rendering` says for messages what it is of `page`.
    ///
    /// # Errors
    /// What the template stumbled over, and what was wrong before.
    pub(super) fn render<'t>(
        &'t self,
        (template, language): (&'t str, LanguageId),
        context: &Context,
        size: usize,
        (page, while_rendering): (&SourcePath, fn(String) -> Text),
    ) -> Result<Checked<String>, Vec<Diagnostic>> {
        self.printed(
            (|| template, context),
            size,
            (page, while_rendering),
            |output| self.engines[language.0].render_to(template, context, output),
        )
    }

    /// What `print` prints of a context, which takes some `size` bytes, and what is wrong with that though it could be printed.
    /// What is too large is so in `template`.
    fn printed<'t>(
        &'t self,
        (template, context): (impl FnOnce() -> &'t str, &Context),
        size: usize,
        (page, while_rendering): (&SourcePath, fn(String) -> Text),
        print: impl FnOnce(&mut Bounded) -> TeraResult<()>,
    ) -> Result<Checked<String>, Vec<Diagnostic>> {
        let mut output = Bounded::new(size, self.limit);
        let (rendered, nulls) = self.prints.nulls(|| print(&mut output));
        let problem = |code, message: Text, template: &str, range, hint: Text| {
            let path = SourcePath::new(&format!("{}/{template}", load::TEMPLATES));
            Diagnostic::error(code, message)
                .at(Span::new(&path, range))
                .note(while_rendering(page.to_string()))
                .hint(hint)
        };
        let nulls = nulls.into_iter().map(|print| {
            let message = text!("null-in-attribute", expression = print.expression.as_str());
            let hint = text!("null-in-attribute-hint");
            problem("E409", message, &print.template, print.range.clone(), hint)
        });
        let mut problems: Vec<Diagnostic> = nulls.collect();
        let is_exceeded = output.is_exceeded;
        let text = rendered.and_then(|()| Ok(utf8(output.bytes)?));
        let error = match text {
            Ok(text) => return Ok(Checked::new(text, problems)),
            Err(error) => error,
        };
        problems.push(if is_exceeded {
            let message = text!("page-too-large", limit = self.limit.to_string());
            let hint = text!("page-too-large-hint");
            problem("E413", message, template(), 0..0, hint)
        } else {
            self.failure(&error, context, (page, while_rendering))
        });
        Err(problems)
    }

    /// What a template stumbled over.
    fn failure(
        &self,
        error: &tera::Error,
        context: &Context,
        (page, while_rendering): (&SourcePath, fn(String) -> Text),
    ) -> Diagnostic {
        let problem = |message: Text, template: &str, range, hint: Text| {
            let path = SourcePath::new(&format!("{}/{template}", load::TEMPLATES));
            Diagnostic::error("E402", message)
                .at(Span::new(&path, range))
                .note(while_rendering(page.to_string()))
                .hint(hint)
        };
        match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
                let template = report.filename();
                let range = self.prints.original(template, report.span().range.clone());
                let text = self.sources.get(template).map_or("", Source::text);
                let failed = failed::explain(report.message(), text, range, context);
                problem(failed.message, template, failed.range, failed.hint)
            }
            ErrorKind::Msg(words)
                if words == failed::WITHOUT_END
                    && let Some((template, range, name)) = failed::calls_itself(&self.sources) =>
            {
                let message = text!("component-without-end", name = name.clone());
                let hint = text!("component-without-end-hint", name);
                problem(message, template, range, hint)
            }
            _ => {
                let (message, hint) = said(&error.to_string(), "");
                Diagnostic::error("E402", message).at(page).hint(hint)
            }
        }
    }

    /// Reports entries and collections whose template does not exist.
    #[must_use]
    pub fn check_names(&self, site: &Site) -> Vec<Diagnostic> {
        let of_cards = site.config.cards.iter().map(|cards| &cards.template);
        let of_collections = site.config.schema.collections.iter();
        let of_collections = of_collections.filter_map(|c| c.template.as_ref());
        let of_entries = site
            .entries
            .iter()
            .filter_map(|e| e.document.template.as_ref());
        let redirects = of_redirects(site).into_iter();
        of_collections
            .chain(of_entries)
            .chain(of_cards)
            .cloned()
            .chain(redirects)
            .filter(|name| !self.reads.contains_key(&name.value))
            .map(|name| {
                let message = text!("template-none", name = name.value.as_str());
                Diagnostic::error("E403", message)
                    .at(name.span.clone())
                    .hint(template_hint(self.near(&name.value)))
            })
            .collect()
    }

    /// The template that may be meant by a name: one of that name below `templates/`, or a similar one.
    fn near(&self, name: &str) -> Option<&str> {
        let below = name.trim_start_matches(['.', '/']);
        let below = below.strip_prefix(load::TEMPLATES).unwrap_or(below);
        let below = below.trim_start_matches('/');
        let known = || self.reads.keys().map(String::as_str);
        known()
            .find(|known| *known == below)
            .or_else(|| nearest(name, known()))
    }

    /// Whether the engine cannot read a template.
    pub(super) fn leaves_out(&self, template: &str) -> bool {
        self.left_out.contains_key(template)
    }

    /// Whether a problem is in a template that one is made of which the engine cannot read.
    fn left_out_reach(&self, problem: &Diagnostic) -> bool {
        let template = problem.span.as_ref();
        let template = template.and_then(|span| span.path.below(load::TEMPLATES));
        let mut parts = self
            .left_out
            .keys()
            .filter_map(|name| self.made_of.get(name));
        template.is_some_and(|name| parts.any(|parts| parts.iter().any(|part| part == name)))
    }

    /// The templates that pages cannot be made by where one of those is broken that `is_broken` tells by name and text.
    pub(super) fn made_of_any(&self, is_broken: impl Fn(&str, &Source) -> bool) -> BTreeSet<&str> {
        let all = self.sources.iter().chain(&self.left_out);
        let broken = all.filter(|(name, source)| is_broken(name, source));
        let broken: BTreeSet<&str> = broken.map(|(name, _)| name.as_str()).collect();
        let hit = self.made_of.iter();
        let hit = hit.filter(|(_, parts)| parts.iter().any(|part| broken.contains(part.as_str())));
        hit.map(|(name, _)| name.as_str()).collect()
    }

    /// Whether there is a template of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.made_of.contains_key(name)
    }

    /// The collections whose lists these templates read.
    pub(super) fn lists_read<'a>(
        &self,
        templates: impl Iterator<Item = &'a str>,
    ) -> BTreeSet<CollectionId> {
        let templates: BTreeSet<&str> = templates.collect();
        let reads = templates.iter().filter_map(|name| self.reads.get(*name));
        reads.flatten().copied().collect()
    }
}

/// The template of redirects, asked for where the first of them is written.
fn of_redirects(site: &Site) -> Option<Spanned<String>> {
    let of_entries = site.entries.iter();
    let mut of_entries = of_entries.flat_map(|entry| &entry.document.redirect_from);
    let of_config = site.config.redirects.first();
    let first = of_entries.next();
    let first = first.or(of_config.map(|redirect| &redirect.from));
    // From the address of the whole site to its first language, unless a page is there.
    let is_taken = site
        .entries
        .iter()
        .any(|entry| entry.page == Some(UrlPath::root()));
    let prefix = site.config.prefix.as_ref().filter(|_| !is_taken);
    let first = first.or(prefix)?;
    Some(Spanned {
        value: REDIRECT_TEMPLATE.to_owned(),
        span: first.span.clone(),
    })
}

/// The extensions of templates: pages, and cards. What they print is escaped.
const KINDS: [&str; 2] = [".html", ".svg"];

/// Whether a file of `templates/` is a template by its extension.
pub(super) fn is_template(source: &Source) -> bool {
    let name = source.path().as_str();
    KINDS.iter().any(|kind| name.ends_with(kind))
}

/// What every template may depend on: site.toml and the addresses of the assets.
fn surroundings(snapshot: &Snapshot, config: &Config, assets: &Assets) -> Digest {
    let mut trace = StableHasher::default();
    let source = snapshot.get(&config::path());
    trace.text(source.map_or("", Source::text));
    let theme = snapshot.get(&config::theme_path());
    trace.text(theme.map_or("", Source::text));
    trace.text(&config.base_url);
    for (name, asset) in &assets.files {
        trace.text(name);
        trace.text(asset.path.as_str());
    }
    trace.digest()
}

/// The collections whose lists a template names, or takes over for components that it calls (`@posts`).
fn collections_read(
    tera: &Tera,
    (template, calls): (&str, &BTreeSet<&str>),
    schema: &Schema,
) -> BTreeSet<CollectionId> {
    let Ok(variables) = tera.get_template_variables(template) else {
        return BTreeSet::new();
    };
    let calls = calls
        .iter()
        .filter_map(|name| tera.get_component_definition(name));
    let calls: Vec<_> = calls.collect();
    let taken = |name: &str| {
        let arguments = calls.iter().flat_map(ComponentInfo::args);
        let mut taken = arguments.filter(|argument| argument.is_implicit());
        taken.any(|argument| argument.name() == name)
    };
    let is_read = |name: &str| variables.contains(name) || taken(name);
    let ids = schema.ids();
    ids.filter(|id| is_read(&schema.collection(*id).name))
        .collect()
}
