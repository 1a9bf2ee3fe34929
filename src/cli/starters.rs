//! The sites that `warraq new` and `warraq init` write, by kind: the files that all kinds share, and each kind's own.
//! They stand below `starter/`, a folder a kind, which is looked at as a site of its own laid over `shared`.

use clap::ValueEnum;

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
}

/// What every kind has.
const SHARED: &[File] = files!["shared":
    ".gitignore",
    "templates/assets/css/site.css",
    "templates/assets/root/favicon.svg",
    "templates/base.html",
    "templates/not-found.html",
    "templates/page.html",
    "templates/redirect.html",
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

impl Kind {
    /// The files of a new site, in the order of their paths.
    pub(super) fn files(self) -> Vec<File> {
        let own = match self {
            Self::Dossier => DOSSIER,
            Self::Association => ASSOCIATION,
            Self::Blog => BLOG,
        };
        let is_own = |path: &str| own.iter().any(|(own, _)| *own == path);
        let shared = SHARED.iter().filter(|(path, _)| !is_own(path));
        let mut files: Vec<File> = own.iter().chain(shared).copied().collect();
        files.sort_unstable();
        files
    }
}
