//! Whatever was edited before, a pipeline that ran all the time has what a clean build has, byte for byte and
//! warning for warning; and it renders no more pages than the edit touches.

mod edits;

use proptest::collection::vec;
use proptest::prelude::*;
use warraq::diagnostic::Diagnostic;
use warraq::output::Output;
use warraq::pipeline::{self, Build, Options, Pipeline};
use warraq::source::{Snapshot, Source};

use self::edits::{edit, start};
use crate::site::Files;

// ---------------------------------------------------------- any edits

/// All that a build comes to, but for how it came there.
fn outcome(build: Build) -> (Option<Output>, Vec<Diagnostic>, usize) {
    (build.output, build.diagnostics, build.pages)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn after_any_edits_there_is_what_a_clean_build_makes(
        edits in vec((edit(), any::<bool>()), 1..16),
        drafts in any::<bool>(),
        shared in any::<bool>(),
    ) {
        let options = Options {
            drafts,
            ..Options::default()
        };
        let mut pipeline = Pipeline::new(options.clone());
        let (mut files, mut sound) = (start(), start());
        let mut last = files.snapshot();
        pipeline.run(&last);
        for (edit, mends) in edits {
            files = edit.apply(files);
            let fresh = files.snapshot();
            // Unchanged files come either as the very sources of the last run, or read anew.
            last = if shared { sharing(&last, &fresh) } else { fresh.clone() };
            let clean = pipeline::run(&fresh, &options);
            // What broke the site is mostly mended at once, or nothing would ever be rendered.
            match clean.output {
                Some(_) => sound = files.clone(),
                None if mends => files = sound.clone(),
                None => {}
            }
            prop_assert_eq!(outcome(pipeline.run(&last)), outcome(clean));
        }
    }
}

/// The same files, those that are as they were from the last snapshot.
fn sharing(last: &Snapshot, fresh: &Snapshot) -> Snapshot {
    let kept = |source: &Source| {
        last.get(source.path())
            .filter(|old| *old == source)
            .cloned()
    };
    fresh
        .iter()
        .map(|source| kept(source).unwrap_or_else(|| source.clone()))
        .collect()
}

#[test]
fn problems_stay_and_move_with_the_text_around_them_and_with_their_file() {
    let path = "content/books/aghani.md";
    let uncited = Files::searched().and(path, "\nنص.\n\nكلام «بلا مصدر».\n");
    let page = "+++\ntitle = \"صفحة\"\nslug = \"page\"\n+++\n\n## أ {#top}\n";
    let template = Files::searched().replace("templates/page.html", "<main>", "<main id=\"top\">");
    let twice = |name: &str| template.clone().with(name, page);
    let forbidden = Files::searched().and("site.toml", "\n[[forbid]]\ntext = \"أربعة كتب\"\n");
    let sequences = [
        [forbidden.clone(), forbidden.and(path, "\nنص.\n")],
        [uncited.clone(), uncited.replace(path, "نص.", "نص أطول.")],
        [twice("content/pages/a.md"), twice("content/pages/b.md")],
    ];
    for sequence in sequences {
        let mut pipeline = Pipeline::new(Options::default());
        for files in sequence {
            let build = pipeline.run(&files.snapshot());
            assert_ne!(build.diagnostics, []);
            assert_eq!(build.diagnostics, files.run().diagnostics);
        }
    }
}

// ---------------------------------------------------------- no more than needed

/// The good site in a pipeline that has run.
struct Session {
    pipeline: Pipeline,
    files: Files,
}

impl Session {
    fn start(files: Files) -> Self {
        let mut pipeline = Pipeline::new(Options::default());
        let build = pipeline.run(&files.snapshot());
        assert_eq!(build.diagnostics, []);
        assert_eq!(build.rendered, build.pages);
        Self { pipeline, files }
    }

    /// How many pages are rendered when the files read so.
    fn rendered(&mut self, files: Files) -> usize {
        let build = self.pipeline.run(&files.snapshot());
        assert_eq!(build.diagnostics, []);
        self.files = files;
        build.rendered
    }

    fn rendered_after(&mut self, path: &str, from: &str, to: &str) -> usize {
        self.rendered(self.files.clone().replace(path, from, to))
    }
}

#[test]
fn an_edit_of_prose_renders_one_page() {
    let mut session = Session::start(Files::searched());
    let path = "content/books/bukhala.md";
    assert_eq!(session.rendered(Files::searched()), 0);
    assert_eq!(session.rendered_after(path, "وله أيضا", "وله كذلك كتاب"), 1);
    assert_eq!(session.rendered_after(path, "أول ما", "\nأول الأمر ما"), 1);
    assert_eq!(session.rendered(Files::searched()), 1);
}

#[test]
fn an_edit_of_a_title_renders_the_pages_that_show_it() {
    let (path, from, to) = ("content/books/aghani.md", "الأغاني", "الأغاني الكبير");
    let before = Files::searched().built();
    let after = Files::searched().replace(path, from, to).built();
    let changed = after
        .texts(&["html"])
        .filter(|(page, html)| before.text(page) != *html)
        .count();
    let rendered = Session::start(Files::searched()).rendered_after(path, from, to);
    assert!(
        changed > 1 && rendered >= changed,
        "{rendered} rendered, {changed} changed"
    );
    assert!(rendered < after.texts(&["html"]).count() / 2, "{rendered}");
}

#[test]
fn an_edit_of_a_template_renders_the_pages_that_use_it() {
    let mut session = Session::start(Files::searched());
    let mut rendered = |path, from, to| session.rendered_after(path, from, to);
    assert_eq!(
        rendered("templates/book.html", "class=\"author\"", "class=\"by\""),
        4
    );
    assert_eq!(
        rendered(
            "templates/author.html",
            "class=\"count\"",
            "class=\"number\""
        ),
        3
    );
    assert_eq!(
        rendered("templates/page.html", "<main>", "<main class=\"page\">"),
        10
    );
}

#[test]
fn a_page_more_or_less_renders_its_neighbour_besides_and_no_other() {
    let mut session = Session::start(Files::searched());
    let page = "+++\ntitle = \"ملاحظة\"\n+++\n\nعن [الحيوان](ref:books/hayawan).\n";
    let with_page = Files::searched().with("content/pages/note.md", page);
    assert_eq!(session.rendered(with_page), 2);
    assert_eq!(session.rendered(Files::searched()), 1);
}

#[test]
fn in_the_dossier_an_edit_of_prose_renders_one_page() {
    let files = Files::dossier();
    let prose = files.texts(&["md"]).map(|(path, _)| path.to_owned());
    let prose: Vec<String> = prose.collect();
    let mut session = Session::start(files.clone());
    for path in prose {
        // Digits are of every language.
        let edited = files.clone().and(&path, "\n\n2025.\n");
        assert!(session.rendered(edited) <= 1, "{path}");
        assert!(session.rendered(files.clone()) <= 1, "{path}");
    }
}
