//! `warraq add`: an entry that can be filled, and disturbs nothing until it is.

use warraq::arabic::Date;
use warraq::edit::{self, Draft};
use warraq::locale::Language;
use warraq::pipeline;

use crate::site::{Files, complained, said};

/// The site with a draft in each collection, and what is commented out in it written.
fn with_drafts(files: &Files, language: Language, is_open: bool) -> Files {
    let site = pipeline::link(&files.snapshot()).value.unwrap();
    let mut all = files.clone();
    for collection in site.config.schema.ids() {
        let draft = Draft {
            collection,
            slug: "zz",
            today: Date::new(2026, 2, 3).unwrap(),
            language,
        };
        let source = edit::draft(&site, draft);
        let fields = &site.config.schema.collection(collection).fields;
        let open = |line: &str| {
            let bare = line.strip_prefix("# ").filter(|_| is_open);
            let is_field = |bare: &&str| {
                fields
                    .iter()
                    .any(|field| bare.starts_with(&format!("{} = ", field.name)))
            };
            bare.filter(is_field).unwrap_or(line).to_owned() + "\n"
        };
        let text: String = source.text().lines().map(open).collect();
        for field in fields {
            let line = format!("\n{} = ", field.name);
            let optional = field.field_type.optional && !is_open;
            let line = if optional {
                line.replace('\n', "\n# ")
            } else {
                line
            };
            assert!(text.contains(&line), "{line} is not in {text}");
        }
        all = all.with(source.path().as_str(), text);
    }
    all
}

#[test]
fn a_draft_of_any_collection_can_be_read_and_is_not_published() {
    let nested = "[records]\nnest = { of = \"mention\", days = \"list(date)?\" }\n";
    let every_kind = Files::good().replace("site.toml", "[records]\n", nested);
    let every_kind = every_kind.and(
        "site.toml",
        "[collections.all]\nurl = \"/all/{slug}/\"\ntemplate = \"page.html\"\n[collections.all.fields]\n\
         title = \"string\"\na = \"int\"\nb = \"bool\"\nc = \"date\"\nd = \"url\"\ne = \"slug\"\nf = \"markdown\"\n\
         g = \"cite\"\nh = \"enum(أ|ب \\\"ت\\\")\"\ni = \"ref(books)\"\nj = \"ref(books|authors)\"\nk = \"tag\"\n\
         l = \"list(tag)\"\nm = \"list(nest)\"\nn = \"nest\"\no = \"list(list(cite))\"\n\
         [tags.topics]\ntemplate = \"page.html\"\nfields = { about = \"markdown?\" }\n",
    );
    let dossier = with_drafts(&Files::dossier(), Language::Arabic, true);
    assert_eq!(dossier.run().diagnostics, []);
    for files in [Files::good(), Files::spread(), every_kind] {
        let published = files.built();
        for language in Language::ALL {
            for is_open in [false, true] {
                let with = with_drafts(&files, language, is_open).built();
                assert!(with == published);
            }
        }
    }
}

#[test]
fn a_field_has_what_site_toml_says_of_it() {
    let files = Files::good().replace(
        "site.toml",
        "[collections.books.fields]\n",
        "[collections.books.fields]\n# اسم الكتاب\n# كما في غلافه\n",
    );
    let files = files.replace(
        "site.toml",
        "author = \"ref(authors)\"",
        "author = \"ref(authors)\" # من كتبه",
    );
    let site = files.on_disk();
    let run = site.run(&["add", "books/amali", "--lang", "ar"]).success();
    assert!(said(&run).contains("content/books/amali.md"));
    let text = Files::below_site(&site);
    let text = text.text("content/books/amali.md");
    let (before, day) = text.split_once("printed = ").unwrap();
    let (day, after) = day.split_once(' ').unwrap();
    assert!(day.len() == 10 && day.starts_with("20"), "{day}");
    insta::assert_snapshot!(format!("{before}printed = DAY {after}"), @r#"
    +++
    draft = true # احذف هذا السطر حين يكتمل المدخل
    # اسم الكتاب
    # كما في غلافه
    title = "" # نص
    # من كتبه
    author = "" # اسم (slug) مدخل من authors
    # pages = 0 # عدد صحيح
    # printed = DAY # تاريخ مثل 2025-11-24
    # said = { p = 0, quote = [""] } # إحالة مثل `{ p = 4, quote = ["…"] }`
    # note = "" # نص بصيغة Markdown
    +++
    "#);
    let run = site.check().success();
    assert_eq!(complained(&run).lines().count(), 2, "{}", complained(&run));
    assert!(complained(&run).ends_with("  draft: content/books/amali.md\n"));
}

#[test]
fn an_entry_is_not_added_over_another() {
    let files = Files::good()
        .with(
            "content/books/other.md",
            "+++\nslug = \"mine\"\ntitle = \"آخر\"\nauthor = \"jahiz\"\ndraft = true\n+++\n",
        )
        .with("content/books/broken.md", "+++\ntitle =\n+++\n");
    let site = files.on_disk();
    let before = Files::below_site(&site);
    for (name, code) in [
        (
            "books/kalila",
            "error[E202]: there is an entry `books/kalila` already, in content/books/kalila.md",
        ),
        (
            "books/mine",
            "error[E202]: there is an entry `books/mine` already, in content/books/other.md",
        ),
        (
            "books/broken",
            "error[E202]: there is an entry `books/broken` already, in content/books/broken.md",
        ),
        ("bokos/mine", "error[E102]: there is no collection `bokos`"),
        (
            "books/Not A Slug",
            "error[E105]: `Not A Slug` is not a slug",
        ),
        // Only a nested collection has sections.
        ("books/a/b", "error[E105]: `a/b` is not a slug"),
    ] {
        let run = site.run(&["add", name]).code(1);
        assert!(complained(&run).starts_with(code), "{}", complained(&run));
    }
    for name in ["books", "books/", "/kalila", ""] {
        site.run(&["add", name]).code(2);
    }
    assert_eq!(Files::below_site(&site), before);
}
