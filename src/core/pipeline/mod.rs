//! The stages, in the order in which data flows through them. Reading comes before, publishing after.
//!
//! Run again and again, each stage is asked only what it was not asked the last time: incremental building is
//! the memory of pure stages and nothing more, so it cannot come to another result than a clean build.
//!
//! What makes an edit cheap:
//!
//! - The loader gives an unchanged file as the same `Source` as before, so that comparing files is
//!   comparing pointers.
//! - An entry is parsed again when its source or `site.toml` changed. Parsing gives a `Document`
//!   (what other pages may know of it) and a `Body` (what its own page shows). Linking sees
//!   documents only, and the site stands as long as all documents are equal to the last ones.
//! - A body with values of the site is made anew in each run, one that only calls components where it or a template has
//!   changed; it is the last one where it comes out alike.
//! - A page is rendered again when the digest of its context, its template or its body changed, or
//!   when one of its links leads elsewhere.
//! - A file is checked again when its bytes changed or it had problems.
//!
//! Results are kept with their diagnostics. Where a broken link is written is found out anew in
//! each run, since that place may move while the page stays.

mod album;
mod build;
mod entries;
mod finished;
mod lettering;
mod linked;
mod linking;
mod lost;
mod plan_key;
mod recipe;
mod template_key;
mod unread;
mod watchdog;

use std::collections::BTreeSet;
use std::sync::Arc;

use entries::Entries;
use finished::is_whole;
use linked::LinkKey;
use plan_key::PlanKey;
use template_key::TemplateKey;

pub use build::{Build, Options};
pub use finished::{Draft, Finished};
pub use linking::link;
pub use recipe::recipe;
pub use watchdog::watch;

pub use crate::check::CheckLevel;

use crate::assets::{self, Assets};
use crate::check;
use crate::config::{self, Config, Extent};
use crate::content::Absence;
use crate::diagnostic::{Checked, Diagnostic};
use crate::fonts::{Characters, Fonts, Webfont, Webfonts};
use crate::graph::{self, Documents, Included, Site};
use crate::markdown::Body;
use crate::memo::{ByPointer, Memo};
use crate::pages::{self, Planned, RenderCache, Rendered, Templates, names};
use crate::path::SourcePath;
use crate::pictures::{Icons, Typesetter};
use crate::raster::Album;
use crate::source::{Snapshot, Source, load};

/// The stack of a thread that runs the stages, in bytes. Templates that include each other and nested types are read by
/// recursion, and what an editor writes should not exhaust it. Only what is used takes memory.
pub const STACK: usize = 64 << 20;

/// Runs every stage over a snapshot, once.
#[must_use]
pub fn run(snapshot: &Snapshot, options: &Options) -> Build {
    let mut pipeline = Pipeline {
        options: options.clone(),
        memo: Memos::default(),
    };
    pipeline.run(snapshot)
}

/// The stages, and what the last run left behind. Whatever was run before, the result is that of [`run`].
pub struct Pipeline {
    options: Options,
    memo: Memos,
}

/// The last result of every stage.
#[derive(Default)]
struct Memos {
    config: Memo<(Source, Option<Source>), Option<Arc<Config>>>,
    fonts: Memo<(config::Fonts, Vec<Source>), Arc<Fonts>>,
    typesetter: Memo<(ByPointer<Config>, ByPointer<Fonts>), Arc<Typesetter>>,
    characters: Characters,
    webfonts: Memo<(ByPointer<Fonts>, BTreeSet<char>), Arc<Webfonts>>,
    assets: Memo<(Vec<Source>, bool, ByPointer<Webfonts>), Arc<Assets>>,
    templates: Memo<TemplateKey, Arc<Templates>>,
    names: Memo<(ByPointer<Templates>, names::Uses), names::Names>,
    site: Memo<LinkKey, Arc<Site>>,
    pictures: album::Pictures,
    plan: Memo<PlanKey, Planned>,
    calls: pages::MadeCalls,
    checked: check::Checked,
    /// The two that grow with the site's text, which a single run lets go as soon as it can.
    kept: Option<(Entries, RenderCache)>,
}

impl Pipeline {
    /// A pipeline that is going to run more than once.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let kept = Some((Entries::default(), RenderCache::default()));
        let memo = Memos {
            kept,
            ..Memos::default()
        };
        Self { options, memo }
    }

    /// Runs every stage over a snapshot.
    pub fn run(&mut self, snapshot: &Snapshot) -> Build {
        let mut diagnostics = Vec::new();
        let rendered = self.stages(snapshot, &mut diagnostics);
        lost::blocks(&mut diagnostics);
        lost::templates(&mut diagnostics, snapshot);
        lost::files(&mut diagnostics);
        lost::tables(&mut diagnostics);
        let diagnostics = Diagnostic::in_order(diagnostics);
        let config = self.config(snapshot).and_then(|checked| checked.value);
        let (rendered, finished) = rendered.unwrap_or_default();
        let plan = finished.as_ref().map(|finished| finished.plan.clone());
        // A single run lets go of all that it can.
        let finished = finished.filter(|_| self.memo.kept.is_some());
        let base_path = config.as_ref().map(|config| config.base_path().to_owned());
        let has_errors = diagnostics.iter().any(Diagnostic::is_error);
        let is_tolerated =
            || self.options.in_spite_of_errors && is_whole(plan.as_deref(), &rendered);
        let is_broken = has_errors && !is_tolerated();
        Build {
            output: Some(rendered.output).filter(|_| !is_broken),
            pages: rendered.pages,
            rendered: rendered.fresh,
            left_out: rendered.left_out,
            outbound: rendered.outbound,
            base_path: base_path.unwrap_or_default(),
            config,
            plan,
            unpublished: self.unpublished(),
            translated: check::translated(self.memo.site.last(), snapshot),
            finished,
            diagnostics,
        }
    }

    /// Of the last run, if it came so far.
    fn unpublished(&self) -> Vec<(SourcePath, Absence)> {
        let site = self.memo.site.last();
        site.map_or_else(Vec::new, |site| site.unpublished())
    }

    fn stages(
        &mut self,
        snapshot: &Snapshot,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<(Rendered, Option<Arc<Finished>>)> {
        diagnostics.extend_from_slice(snapshot.problems());
        let config = self.config(snapshot)?.collect(diagnostics)?;
        unread::note(diagnostics, config.extent);
        if config.extent == Extent::WithoutSchema {
            self.what_needs_no_schema(snapshot, &config, diagnostics);
            return None;
        }
        if !snapshot.below(load::CONTENT).any(pages::is_entry) {
            // Whatever site.toml names would be reported as missing.
            diagnostics.extend(lost::no_entries(snapshot));
            return None;
        }
        let (documents, bodies) = self.parse(snapshot, &config).collect(diagnostics);
        let before = diagnostics.len();
        let fonts = self.fonts(snapshot, &config).collect(diagnostics);
        let typesetter = self.typesetter(&config, &fonts);
        let icons = Icons::read(&config, snapshot).collect(diagnostics);
        let webfonts = self.webfonts(&fonts, &config, snapshot);
        let webfonts = webfonts.collect(diagnostics);
        let assets = self.assets(snapshot, &webfonts).collect(diagnostics);
        let (memo, colours) = (&mut self.memo.pictures, &self.options.colours);
        let album = memo.album(snapshot, &config, colours).collect(diagnostics);
        let templates = self.templates(snapshot, &config, &assets);
        let templates = templates.collect(diagnostics);
        if config.extent != Extent::Whole {
            unread::leave_out_consequences(diagnostics, before);
        }
        let site = self.link(&config, documents, snapshot).collect(diagnostics);
        lost::paragraphs(diagnostics, &site);
        diagnostics.extend(templates.check_names(&site));
        if config.extent != Extent::Whole {
            // Templates may name what could not be read.
            return None;
        }
        let names = self.names(&templates, &site).collect(diagnostics);
        let calls = &mut self.memo.calls;
        let called = pages::make_calls(&site, (&templates, &names), bodies, calls);
        let called = called.collect(diagnostics);
        let Planned { plan, recipes } = self
            .plan(&site, (&assets, &album), snapshot)
            .collect(diagnostics);
        let read = (&*templates, &called);
        let holes = pages::Holes::left_by(diagnostics, &site, read, snapshot);
        let bodies = called.bodies;
        let inputs = pages::Inputs {
            site: &site,
            plan: &plan,
            templates: &templates,
            names: &names,
            assets: &assets,
            typesetter: &typesetter,
            icons: icons.as_ref(),
            in_progress: &self.options.in_progress,
            snapshot,
            holes: holes.as_ref(),
        };
        lost::say_once(diagnostics, snapshot, &config, self.options.each_reference);
        if holes.is_none() {
            diagnostics.extend(pages::unshown(&site, &bodies, &names, snapshot));
        }
        // A single run lets bodies go as soon as it can.
        let of_unmade = holes.as_ref().map(|_| bodies.clone()).unwrap_or_default();
        let mut rendered = if holes.as_ref().is_some_and(pages::Holes::are_anywhere) {
            // Templates would stumble over what is missing, and only repeat what has been said.
            Rendered::default()
        } else {
            let kept = self.memo.kept.as_mut().map(|(_, kept)| kept);
            // Budgets ask for the sizes of fonts. To pack one takes as much memory as thousands of pages: one after the other,
            // and while there are few pages yet.
            let pack = |font: &Webfont| self.options.known_sizes.size(&font.bytes);
            let (rendered, _) = rayon::join(
                || pages::render_all(inputs, &recipes, bodies, kept),
                || webfonts.fonts.iter().map(pack).sum::<u64>(),
            );
            rendered.collect(diagnostics)
        };
        names::say_once(&templates, &names, diagnostics);
        let lettering = check::Lettering {
            fonts: &fonts,
            webfonts: &webfonts,
            known_sizes: &self.options.known_sizes,
        };
        let how = (lettering, self.options.level);
        let checked = &mut self.memo.checked;
        let problems = check::check(&site, &plan, &rendered, snapshot, how, checked);
        diagnostics.extend(problems);
        if let Some(holes) = &holes {
            let made = &rendered.output;
            diagnostics.extend(pages::links_of_unmade(inputs, &of_unmade, holes, made));
            rendered.left_out = unread::pages_left_out(&site, &plan, &rendered);
            return Some((rendered, None));
        }
        let finished = Finished {
            site,
            plan,
            fonts,
            webfonts,
            known_sizes: self.options.known_sizes.clone(),
        };
        Some((rendered, Some(Arc::new(finished))))
    }

    /// What can be said of files each by itself.
    fn what_needs_no_schema(
        &mut self,
        snapshot: &Snapshot,
        config: &Arc<Config>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let before = diagnostics.len();
        self.parse(snapshot, config).collect(diagnostics);
        let fonts = self.fonts(snapshot, config).value;
        let webfonts = self.webfonts(&fonts, config, snapshot).value;
        let assets = self.assets(snapshot, &webfonts).collect(diagnostics);
        self.templates(snapshot, config, &assets)
            .collect(diagnostics);
        unread::leave_out_consequences(diagnostics, before);
    }

    fn config(&mut self, snapshot: &Snapshot) -> Option<Checked<Option<Arc<Config>>>> {
        let source = snapshot.get(&config::path())?;
        let base_url = self.options.base_url.as_deref();
        let theme = snapshot.get(&config::theme_path());
        let question = (source.clone(), theme.cloned());
        Some(self.memo.config.get_or_compute(question, || {
            let config = Config::parse_themed(source, theme, base_url);
            config.map(|config| config.map(Arc::new))
        }))
    }

    fn parse(
        &mut self,
        snapshot: &Snapshot,
        config: &Arc<Config>,
    ) -> Checked<(Documents, Vec<Arc<Body>>)> {
        let sources = snapshot.below(load::CONTENT);
        let sources = sources.filter(|source| pages::is_entry(source)).cloned();
        let tables = entries::tables(config, snapshot);
        let last = self.memo.kept.as_mut().map(|(entries, _)| entries);
        let mut parsed = entries::parse(sources.collect(), tables, config, last);
        let missing = entries::missing(config, snapshot);
        let unread = missing.collect(&mut parsed.diagnostics);
        parsed.value.0.unread.extend(unread);
        let lost = lost::homeless(&mut parsed.diagnostics, snapshot, config);
        parsed.value.0.unread.extend(lost);
        parsed
    }

    fn assets(&mut self, snapshot: &Snapshot, webfonts: &Arc<Webfonts>) -> Checked<Arc<Assets>> {
        let sources = snapshot.below(load::ASSETS).cloned().collect();
        let has_import_map = assets::has_import_map(snapshot);
        let question = (sources, has_import_map, ByPointer::new(webfonts));
        let last = &mut self.memo.assets;
        last.get_or_compute(question, || {
            assets::prepare(snapshot, webfonts).map(Arc::new)
        })
    }

    fn templates(
        &mut self,
        snapshot: &Snapshot,
        config: &Arc<Config>,
        assets: &Arc<Assets>,
    ) -> Checked<Arc<Templates>> {
        let question = TemplateKey::new(snapshot, config, assets);
        self.memo.templates.get_or_compute(question, || {
            Templates::load(snapshot, config, assets).map(Arc::new)
        })
    }

    /// Holds the names in templates against what they can see.
    fn names(&mut self, templates: &Arc<Templates>, site: &Site) -> Checked<names::Names> {
        let uses = names::uses(site);
        let question = (ByPointer::new(templates), uses.clone());
        self.memo
            .names
            .get_or_compute(question, || names::check(templates, &site.config, &uses))
    }

    fn link(
        &mut self,
        config: &Arc<Config>,
        documents: Documents,
        snapshot: &Snapshot,
    ) -> Checked<Arc<Site>> {
        let key = LinkKey {
            config: ByPointer::new(config),
            documents,
            included: Included {
                drafts: self.options.drafts,
                today: self.options.today,
                history: snapshot.history().cloned(),
            },
        };
        self.memo.site.get_or_compute_unless(
            key,
            |last, key, site| key.differs(last, &site.diagnostics),
            |key| graph::link(config, key.documents.clone(), key.included.clone()).map(Arc::new),
        )
    }

    fn plan(
        &mut self,
        site: &Arc<Site>,
        (assets, album): (&Arc<Assets>, &Arc<Album>),
        snapshot: &Snapshot,
    ) -> Checked<Planned> {
        let files = snapshot.below(load::CONTENT);
        let attachments = files.filter(|source| !pages::is_entry(source));
        let attachments = attachments.map(|source| source.path().clone()).collect();
        let key = PlanKey {
            site: ByPointer::new(site),
            assets: ByPointer::new(assets),
            album: ByPointer::new(album),
            attachments,
        };
        self.memo.plan.get_or_compute_unless(
            key,
            // Problems have places, and those may move while the plan stays.
            |last, key, plan| !plan.diagnostics.is_empty() || key.differs(last),
            |_| pages::plan(site, assets, album, snapshot),
        )
    }
}
