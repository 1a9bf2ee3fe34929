//! The sites that tests are about: a set of files in memory, or the same files in a folder of their own.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;
use walkdir::WalkDir;
use warraq::output::Bytes;
use warraq::path::{OutputPath, SourcePath};
use warraq::pipeline::{self, Build, Options};
use warraq::source::{Snapshot, Source};

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files, by their path from the root of a site or of an output folder. What is made late is made when a test looks at it,
/// and compared by what it is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Files(BTreeMap<String, Content>);

/// The bytes of a file, as tests look at them: in memory.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Content(Bytes);

impl Deref for Content {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        let Self(bytes) = self;
        bytes.as_slice().expect("the file is on the disk only")
    }
}

impl AsRef<[u8]> for Content {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl Files {
    /// All files below a folder.
    pub(crate) fn below(folder: &Path) -> Self {
        let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        let named = files.map(|file| {
            let path = file.path().strip_prefix(folder).unwrap();
            let name = path.to_str().unwrap().replace('\\', "/");
            (name, fs::read(file.path()).unwrap().into())
        });
        Self(named.collect())
    }

    /// The site that `warraq new` writes of a kind.
    pub(crate) fn starter(kind: &str) -> Self {
        let folder = repository().join("src/cli/starter");
        let Self(mut files) = Self::below(&folder.join("shared"));
        if kind != "association" {
            files.extend(Self::below(&folder.join("frame")).0);
        }
        if ["blog", "docs"].contains(&kind) {
            files.extend(Self::below(&folder.join("searched")).0);
            let Self(theme) = Self::dossier();
            let naskh = theme.into_iter().filter(|(path, _)| path.contains("Naskh"));
            files.extend(naskh);
        }
        files.extend(Self::below(&folder.join(kind)).0);
        Self(files)
    }

    /// The kinds of sites that `warraq new` writes, all of them.
    pub(crate) fn kinds() -> Vec<String> {
        let folders = fs::read_dir(repository().join("src/cli/starter")).unwrap();
        let names = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
        let mut kinds: Vec<String> = names
            .filter(|name| !["shared", "frame", "searched"].contains(&name.as_str()))
            .collect();
        kinds.sort();
        kinds
    }

    /// The small site with nothing wrong.
    pub(crate) fn good() -> Self {
        Self::below(&repository().join("tests/cases/good"))
    }

    /// The same, and searched.
    pub(crate) fn searched() -> Self {
        let search = "\n[search]\naliases = [\"title\"]\nplural = \"book\"\n\
            [[search.groups]]\nlabel = \"الكتب\"\nplural = \"book\"\ncollections = [\"books\"]\n\
            [[search.groups]]\nlabel = \"ما سواها\"\ncollections = [\"authors\", \"source\", \"pages\"]\n\
            [search.synonyms]\n\"الجاحظ\" = [\"أبو عثمان\", \"Al-Jahiz\"]\n";
        Self::good().and("site.toml", search)
    }

    /// The searched site, its books with tags and spread over two pages.
    pub(crate) fn spread() -> Self {
        let list = "{% if paginator %}<ol>{% for book in paginator.pages %}<li>{{ book.author.title }}</li>{% endfor %}</ol>{{ paginator.total_pages }}{% endif %}";
        Self::searched()
            .replace(
                "site.toml",
                "expect = 4",
                "expect = 4\npaginate = { by = 3, search = true }",
            )
            .replace("templates/page.html", "<main>", &format!("<main>{list}"))
            .replace("templates/book.html", "{% block main %}", "{% block main %}{% for tag in page.tags or [] %}<a href=\"{{ tag.url }}\">{{ tag.title | bidi }} {{ tag.count }}</a>{% endfor %}")
            .replace("site.toml", "said = \"cite?\"", "said = \"cite?\"\ntags = \"list(tag)?\"")
            .replace("content/books/aghani.md", "title = ", "tags = [\"أدب\", \"شعر\"]\ntitle = ")
            .replace("content/books/kalila.md", "title = ", "tags = [\"أدب\"]\ntitle = ")
            .and("site.toml", "[tags.topics]\ntemplate = \"page.html\"\npaginate = 1\n")
            .replace(
                "templates/page.html",
                "</title>",
                "{% if paginator and paginator.previous %} {{ paginator.current_index }}{% endif %}</title>",
            )
    }

    /// The good site with the files of `tests/cases/NAME/`; `more.toml` there is added to the end of site.toml.
    pub(crate) fn case(name: &str) -> Self {
        let Self(mut case) = Self::below(&repository().join("tests/cases").join(name));
        let more = case.remove("more.toml").unwrap_or_default();
        let Self(mut files) = Self::good();
        files.extend(case);
        let config = [&files["site.toml"][..], &more[..]].concat();
        Self(files).with("site.toml", config)
    }

    /// The files of a site in a folder, as they are now.
    pub(crate) fn below_site(site: &Site) -> Self {
        Self::below(&site.path(""))
    }

    /// The site that this repository publishes.
    pub(crate) fn dossier() -> Self {
        let mut dossier = Self::default();
        for folder in ["content", "templates"] {
            let Self(files) = Self::below(&repository().join(folder));
            let named = files
                .into_iter()
                .map(|(path, bytes)| (format!("{folder}/{path}"), bytes));
            dossier.0.extend(named);
        }
        dossier.with(
            "site.toml",
            fs::read(repository().join("site.toml")).unwrap(),
        )
    }

    /// The same files and one more, or one changed.
    pub(crate) fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        let content: Vec<u8> = content.into();
        self.0.insert(path.to_owned(), content.into());
        self
    }

    /// The same files but for one.
    pub(crate) fn without(mut self, path: &str) -> Self {
        self.0.remove(path);
        self
    }

    /// The same files with more text at the end of one.
    pub(crate) fn and(self, path: &str, more: &str) -> Self {
        let text = self.text(path).to_owned();
        self.with(path, text + more)
    }

    /// The same files with `from`, which stands in one of them, replaced.
    pub(crate) fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.text(path);
        assert!(text.contains(from), "`{from}` is not in {path}");
        let text = text.replace(from, to);
        self.with(path, text)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub(crate) fn remove(&mut self, path: &str) {
        assert!(self.0.remove(path).is_some(), "there is no {path}");
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Content)> {
        self.0.iter().map(|(path, bytes)| (&**path, bytes))
    }

    /// The files with one of these extensions, as text.
    pub(crate) fn texts<'a>(
        &'a self,
        extensions: &'a [&str],
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let wanted = self.paths().filter(|path| {
            let extension = Path::new(path).extension().and_then(|e| e.to_str());
            extension.is_some_and(|extension| extensions.contains(&extension))
        });
        wanted.map(|path| (path, self.text(path)))
    }

    /// The entries of a site: path and text.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts(&["md", "toml"]);
        texts.filter(|(path, _)| path.starts_with("content/"))
    }

    pub(crate) fn bytes(&self, path: &str) -> &[u8] {
        let found = self.0.get(path);
        found.unwrap_or_else(|| panic!("there is no {path} in {:#?}", self.0.keys()))
    }

    pub(crate) fn text(&self, path: &str) -> &str {
        std::str::from_utf8(self.bytes(path)).unwrap()
    }

    /// As the library takes them.
    pub(crate) fn sources(&self) -> Vec<Source> {
        let sources = self.iter().map(|(path, bytes)| source(path, bytes));
        sources.collect()
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        self.sources().into_iter().collect()
    }

    /// Runs all stages in memory.
    pub(crate) fn run(&self) -> Build {
        pipeline::run(&self.snapshot(), &Options::default())
    }

    /// Runs all stages in memory; the site that comes of it, without a word of complaint.
    pub(crate) fn built(&self) -> Self {
        self.built_with(&Options::default())
    }

    pub(crate) fn built_with(&self, options: &Options) -> Self {
        let build = pipeline::run(&self.snapshot(), options);
        assert_eq!(build.diagnostics, [], "the site has problems");
        Self::from(build)
    }

    /// Writes them into a folder of their own.
    pub(crate) fn on_disk(&self) -> Site {
        let site = Site(tempfile::tempdir().unwrap());
        for (path, bytes) in self.iter() {
            site.write(path, bytes);
        }
        site
    }
}

impl From<Build> for Files {
    /// The published files.
    fn from(build: Build) -> Self {
        let output = build.output.expect("nothing would be published");
        let named = output
            .iter()
            .map(|(path, bytes): (&OutputPath, _)| (path.to_string(), Content(bytes.clone())));
        Self(named.collect())
    }
}

/// One file, as the library takes it.
pub(crate) fn source(path: &str, bytes: &[u8]) -> Source {
    Source::new(SourcePath::new(path), bytes.to_vec())
}

/// A site in a folder, and the program to build it with.
pub(crate) struct Site(TempDir);

impl Site {
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// `warraq ARGUMENTS`, in the site's folder, as a script would run it.
    pub(crate) fn run(&self, arguments: &[&str]) -> Assert {
        warraq().current_dir(&self.0).args(arguments).assert()
    }

    pub(crate) fn build(&self) -> Assert {
        self.run(&["build"])
    }

    pub(crate) fn check(&self) -> Assert {
        self.run(&["check"])
    }

    /// What has been published into `public/`; nothing when there is no such folder.
    pub(crate) fn published(&self) -> Files {
        if self.path("public").exists() {
            Files::below(&self.path("public"))
        } else {
            Files::default()
        }
    }
}

/// The program, in an environment that says nothing of colours, and speaks English.
pub(crate) fn warraq() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warraq"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"] {
        command.env_remove(name);
    }
    command.env("WARRAQ_LANG", "en");
    command
}

/// What a program said on standard output.
pub(crate) fn said(run: &Assert) -> &str {
    std::str::from_utf8(&run.get_output().stdout).unwrap()
}

/// What a program said on standard error.
pub(crate) fn complained(run: &Assert) -> &str {
    std::str::from_utf8(&run.get_output().stderr).unwrap()
}
