//! What may happen to a site's files between two builds, right and wrong.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::site::Files;

/// One thing that an editor, or a version control system on their behalf, does to the files.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    /// Adds text at the end of an entry's body, or at its beginning.
    Prose(Index, &'static str, bool),
    /// Adds a line to an entry's front matter, or takes it out when it is there.
    Key(Index, &'static str),
    /// Replaces one piece of text by another, in one of the files that have it.
    Swap(Index, (&'static str, &'static str)),
    /// Adds text at the end of any file.
    Append(Index, &'static str),
    Write(&'static str, &'static str),
    Delete(Index),
    Rename(Index, &'static str),
    /// Takes back everything since the start.
    Restore,
}

const PROSE: [&str; 14] = [
    "فقرة أخرى.",
    "## فصل\n\nنصه.",
    "عن [الحيوان](ref:books/hayawan).",
    "عن [الأغاني](/books/aghani/).",
    "عن [مؤلف](ref:authors/isfahani).",
    "المصدر: [الفقرة 2](cite:p2).",
    "يقول: «كتاب الحيوان» ([الفقرة 1](cite:p1)).",
    "كلام «بلا مصدر» هنا.",
    "**غير** مغلق ** هنا.",
    "أول الكلام[^ا].\n\n<!-- more -->\n\nوبقيته.\n\n[^ا]: حاشية.",
    "::: note {title=\"تنبيه\"}\nعن :title[books/hayawan].\n:::",
    "::: note\nبلا نهاية.",
    "في الرف :count[books] من الكتب، منها :count[books]{where=\"author=jahiz\"} له.",
    "انظر [الفصل](#فصل) و[الصورة](a.svg).",
];

const KEYS: [&str; 13] = [
    "language = \"fr\"",
    "translation_of = \"kalila\"",
    "slug = \"other\"",
    "url = \"/elsewhere/\"",
    "url = \"/books/elsewhere/\"",
    "redirect_from = [\"/before/\"]",
    "redirect_from = [\"/before/that/\", \"/other/\"]",
    "draft = true",
    "sitemap = false",
    "template = \"page.html\"",
    "tags = [\"الأدب\", \"حيوان\"]",
    "tags = [\"شعر\"]",
    "# ملاحظة لا تغير شيئا",
];

/// What may be written for what: titles, references, records, quotations, fields, settings, templates, styles.
const SWAPS: [(&str, &str); 36] = [
    ("fallback = \"show\"", "fallback = \"link\""),
    ("fallback = \"link\"", "fallback = \"show\""),
    ("title = \"", "title = \"قديم "),
    ("title = \"قديم ", "title = \""),
    ("author = \"jahiz\"", "author = \"isfahani\""),
    ("author = \"isfahani\"", "author = \"jahiz\""),
    ("wrote = 1", "wrote = 2"),
    ("wrote = 2", "wrote = 1"),
    ("book = \"bukhala\"", "book = \"hayawan\""),
    ("book = \"hayawan\"", "book = \"bukhala\""),
    ("ref:books/hayawan", "ref:books/kalila"),
    ("ref:books/kalila", "ref:books/hayawan"),
    ("pages = 12500", "pages = 12501"),
    ("note = \"مكانه", "note = \"مكانه الآن"),
    ("printed = 1816", "printed = 1817"),
    ("expect = 4", "expect = 5"),
    ("expect = 5", "expect = 4"),
    ("label = \"الرف\"", "label = \"كل الكتب\""),
    ("الفقرة {n}", "فقرة {n}"),
    ("order = \"title\"", "order = \"-title\""),
    ("expect = \"wrote\"", "expect = \"wrote\" "),
    ("<main>", "<main class=\"wide\">"),
    ("<p class=", "<p lang=\"ar\" class="),
    ("serif;", "sans-serif;"),
    ("{{ page.title }}", "{{ page.title }}."),
    ("\"أدب\"", "\"الأدب\""),
    ("\"شعر\"", "\"أدب\""),
    ("by = 3", "by = 1"),
    ("by = 1", "by = 3"),
    ("search = true }", "sitemap = false }"),
    ("index = \"pages/home\"", "index = \"authors/jahiz\""),
    // These are wrong wherever they stand.
    ("{{ page.title }}", "{{ page.tittle }}"),
    ("{% if page.pages %}", "{% if page.pagse %}"),
    ("<p class=\"author\">", "<p title=\"{{ page.note }}\">"),
    ("author = \"jahiz\"", "author = \"nobody\""),
    ("cite:p2", "cite:p9"),
];

const ADDITIONS: [&str; 10] = [
    "\n[languages.en]\nmenus.main = []\nplurals.book = { one = \"{n}\", other = \"{n}\" }\n",
    "\n",
    "\n[[forbid]]\ntext = \"الأغاني\"\n",
    "\n[redirects]\n\"/gone/\" = \"books/kalila\"\n\"/lost/\" = \"/books/aghani/\"\n",
    "\n[offline]\npage = \"books/kalila\"\n",
    "<p>{{ books | length }}</p>",
    "{% for one in books %}{{ one.summary }}{% endfor %}",
    "{% for one in pages %}{{ one.content }}{{ one.word_count }}{% endfor %}",
    "{{ page.summary }}{% if page.next %}{{ page.next.summary }}{% endif %}",
    "\n[broken\n",
];

const FILES: [(&str, &str); 15] = [
    (
        "content/books/hayawan.fr.md",
        "+++\ntitle = \"Animaux\"\n+++\n",
    ),
    (
        "content/fr/books/aghani.md",
        "+++\ntitle = \"Chansons\"\nslug = \"chansons\"\n+++\n\n[Kalîla](ref:books/kalila)\n",
    ),
    (
        "content/pages/legal.fr.md",
        "+++\ntitle = \"Mentions\"\n+++\n",
    ),
    (
        "content/authors/jahiz.fr.md",
        "+++\ntitle = \"Al-Jâhiz\"\nwrote = 2\n+++\n",
    ),
    (
        "content/books/new.md",
        "+++\ntitle = \"كتاب جديد\"\nauthor = \"jahiz\"\n+++\n\nنصه.\n",
    ),
    (
        "content/pages/new.md",
        "+++\ntitle = \"صفحة\"\n+++\n\n[كتاب](ref:books/aghani)\n",
    ),
    (
        "content/pages/bundle/index.md",
        "+++\ntitle = \"حزمة\"\n+++\n\n[صورة](a.svg)\n",
    ),
    (
        "content/pages/bundle/a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ),
    (
        "content/topics/a.md",
        "+++\ntitle = \"الأدب\"\n+++\n\nعن الأدب.\n",
    ),
    ("content/pages/broken.md", "+++\ntitle = \n+++\n"),
    ("content/lost.svg", "<svg/>"),
    ("templates/assets/site.css", "main { color: red }"),
    (
        "templates/parts.html",
        "{% component note(title) %}<aside>{{ title }}{{ body }}</aside>{% endcomponent note %}",
    ),
    (
        "templates/parts.html",
        "{% component note(title = \"\") %}<div>{{ body }}</div>{% endcomponent note %}",
    ),
    ("templates/author.html", "{% extends \"page.html\" %}"),
];

const NAMES: [&str; 5] = [
    "content/books/bukhala.fr.md",
    "content/books/renamed.md",
    "content/pages/renamed.md",
    "templates/renamed.html",
    "templates/assets/renamed.css",
];

/// What the edits start from, in two languages.
pub(super) fn start() -> Files {
    Files::spread()
        .and(
            "site.toml",
            "\n[languages.fr]\ntitle = \"Rayon\"\nplurals.book = { one = \"{n} livre\", many = \"{n} de livres\", other = \"{n} livres\" }\n\
             menus.main = [{ label = \"Rayon\", ref = \"pages/home\" }]\n",
        )
        .replace(
            "templates/page.html",
            "<main>",
            "{% for one in page.translations %}<a href=\"{{ one.url }}\">{{ one.title }}</a>{% endfor %}\
             {% if page.fallback %}<p>{{ page.fallback.title }}</p>{% endif %}<main>",
        )
        .replace("site.toml", "[collections.books]\n", "[collections.books]\nfallback = \"link\"\n")
        .with("content/pages/home.fr.md", "+++\ntitle = \"Tous les livres\"\n+++\n\n[Kalîla](ref:books/kalila)\n")
        .with("content/books/kalila.fr.md", "+++\ntitle = \"Kalîla\"\n+++\n\n[Animaux](ref:books/hayawan)\n")
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        8 => (at(), select(PROSE.to_vec()), any::<bool>())
            .prop_map(|(at, text, first)| Edit::Prose(at, text, first)),
        8 => (at(), select(KEYS.to_vec())).prop_map(|(at, line)| Edit::Key(at, line)),
        8 => (at(), select(SWAPS.to_vec())).prop_map(|(at, swap)| Edit::Swap(at, swap)),
        2 => (at(), select(ADDITIONS.to_vec())).prop_map(|(at, text)| Edit::Append(at, text)),
        4 => select(FILES.to_vec()).prop_map(|(path, text)| Edit::Write(path, text)),
        1 => at().prop_map(Edit::Delete),
        1 => (at(), select(NAMES.to_vec())).prop_map(|(at, name)| Edit::Rename(at, name)),
        1 => Just(Edit::Restore),
    ]
}

impl Edit {
    pub(super) fn apply(self, files: Files) -> Files {
        let all = |files: &Files| files.paths().map(str::to_owned).collect::<Vec<_>>();
        let entries = |files: &Files| {
            let prose = files.texts(&["md"]);
            prose.map(|(path, _)| path.to_owned()).collect::<Vec<_>>()
        };
        match self {
            Self::Prose(at, text, first) => {
                let entries = entries(&files);
                let path = pick(at, &entries);
                match files.text(path).split_once("\n+++\n") {
                    Some((front, body)) if first => {
                        let text = format!("{front}\n+++\n\n{text}\n{body}");
                        files.with(path, text)
                    }
                    _ => files.and(path, &format!("\n{text}\n")),
                }
            }
            Self::Key(at, line) => {
                let entries = entries(&files);
                let path = pick(at, &entries);
                let line = format!("{line}\n");
                let text = files.text(path);
                let text = if text.contains(&line) {
                    text.replace(&line, "")
                } else {
                    text.replacen("+++\n", &format!("+++\n{line}"), 1)
                };
                files.with(path, text)
            }
            Self::Swap(at, (from, to)) => {
                let with_it = files.iter().filter(|(_, bytes)| {
                    std::str::from_utf8(bytes).is_ok_and(|text| text.contains(from))
                });
                let with_it: Vec<String> = with_it.map(|(path, _)| path.to_owned()).collect();
                if with_it.is_empty() {
                    return files;
                }
                files.replace(pick(at, &with_it), from, to)
            }
            Self::Append(at, text) => {
                let texts = files.texts(&["md", "toml", "html"]);
                let texts: Vec<String> = texts.map(|(path, _)| path.to_owned()).collect();
                files.and(pick(at, &texts), text)
            }
            Self::Write(path, text) => files.with(path, text),
            Self::Delete(at) => {
                let all = all(&files);
                files.without(pick(at, &all))
            }
            Self::Rename(at, name) => {
                let all = all(&files);
                let old = pick(at, &all);
                let bytes = files.bytes(old).to_vec();
                files.without(old).with(name, bytes)
            }
            Self::Restore => start(),
        }
    }
}

fn pick(at: Index, paths: &[String]) -> &str {
    at.get::<String>(paths)
}
