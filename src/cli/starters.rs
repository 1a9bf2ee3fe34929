//! The sites that `warraq new` and `warraq init` write, by kind: the files that all kinds share, and each kind's own.
//! They stand below `starter/`, a folder a kind, which is laid over those that it shares.

use std::collections::BTreeMap;

use clap::ValueEnum;

use crate::source::load::theme;

/// A file: where it goes in the site, and its bytes.
pub(super) type File = (&'static str, &'static [u8]);

macro_rules! files {
    ($folder:literal: $($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("starter/", $folder, "/", $path)) as &[u8])),*]
    };
}

/// A kind of site to begin with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    #[default]
    Dossier,
    Association,
    Blog,
    Docs,
}

/// What every kind has.
const SHARED: &[File] = files!["shared":
    ".gitignore",
    "templates/assets/css/site.css",
    "templates/assets/root/favicon.svg",
    "templates/not-found.html",
    "templates/page.html",
    "templates/redirect.html",
];

/// What kinds in one language have besides.
const FRAME: &[File] = files!["frame":
    "templates/base.html",
    "templates/find.html",
    "templates/head.html",
    "templates/pager.html",
];

/// What kinds have besides that bring a search, a font, cards, icons, and colours and a button for code.
const SEARCHED: &[File] = files!["searched":
    "content/pages/search.md",
    "templates/assets/css/code.css",
    "templates/assets/css/fonts.css",
    "templates/assets/css/search.css",
    "templates/assets/js/copy.js",
    "templates/card.svg",
    "templates/code.html",
    "templates/find.html",
    "templates/head.html",
    "templates/search.html",
];

/// The files of the theme that these take over.
const FONTS: [&str; 2] = [
    "templates/assets/fonts/LICENSE-Noto-Naskh.txt",
    "templates/assets/fonts/NotoNaskhArabic-Regular.ttf",
];

const DOSSIER: &[File] = files!["dossier":
    "content/news/collation.md",
    "content/news/opening.md",
    "content/pages/about.md",
    "content/pages/home.md",
    "content/pages/news.md",
    "content/pages/not-found.md",
    "content/source/notice.toml",
    "content/terms/binding.md",
    "content/terms/collation.md",
    "content/terms/copying.md",
    "site.toml",
    "templates/components.html",
    "templates/home.html",
    "templates/news-item.html",
    "templates/news.html",
    "templates/source.html",
    "templates/term.html",
];

const ASSOCIATION: &[File] = files!["association":
    "content/news/circle.fr.md",
    "content/news/circle.md",
    "content/news/donation.md",
    "content/news/opening.fr.md",
    "content/news/opening.md",
    "content/pages/about.fr.md",
    "content/pages/about.md",
    "content/pages/home.fr.md",
    "content/pages/home.md",
    "content/pages/join.fr.md",
    "content/pages/join.md",
    "content/pages/news.fr.md",
    "content/pages/news.md",
    "content/special/404.fr.md",
    "content/special/404.md",
    "content/topics/circles.fr.md",
    "content/topics/circles.md",
    "content/topics/library.fr.md",
    "content/topics/library.md",
    "site.toml",
    "templates/assets/css/languages.css",
    "templates/base.html",
    "templates/components.html",
    "templates/home.html",
    "templates/news-item.html",
    "templates/news.html",
    "templates/redirect.html",
    "templates/topic.html",
];

const BLOG: &[File] = files!["blog":
    "content/pages/about.md",
    "content/pages/archive.md",
    "content/pages/home.md",
    "content/pages/not-found.md",
    "content/pages/topics.md",
    "content/posts/hello.md",
    "content/posts/ink.md",
    "content/posts/slow-reading.md",
    "site.toml",
    "templates/archive.html",
    "templates/components.html",
    "templates/home.html",
    "templates/list.html",
    "templates/post.html",
    "templates/topics.html",
];

const DOCS: &[File] = files!["docs":
    "content/docs/index.md",
    "content/docs/reference/commands.md",
    "content/docs/reference/fields.md",
    "content/docs/reference/index.md",
    "content/docs/start/first-page.md",
    "content/docs/start/index.md",
    "content/docs/start/preview.md",
    "content/docs/write/code.md",
    "content/docs/write/index.md",
    "content/docs/write/text.md",
    "content/pages/not-found.md",
    "site.toml",
    "templates/assets/css/docs.css",
    "templates/components.html",
    "templates/doc.html",
    "templates/home.html",
];

impl Kind {
    /// The files of a new site, in the order of their paths.
    pub(super) fn files(self) -> Vec<File> {
        let (own, frame, searched): (_, &[File], &[File]) = match self {
            Self::Dossier => (DOSSIER, FRAME, &[]),
            Self::Association => (ASSOCIATION, &[], &[]),
            Self::Blog => (BLOG, FRAME, SEARCHED),
            Self::Docs => (DOCS, FRAME, SEARCHED),
        };
        let fonts = theme::files(theme::DOSSIER).unwrap_or_default().iter();
        let fonts = fonts.filter(|(path, _)| !searched.is_empty() && FONTS.contains(path));
        // A file comes in place of that of the same path before it.
        let all = SHARED.iter().chain(frame).chain(searched).chain(fonts);
        let all = all.chain(own).copied();
        let files: BTreeMap<&str, &[u8]> = all.collect();
        files.into_iter().collect()
    }
}
