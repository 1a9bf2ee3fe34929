//! `warraq new --from`: an article becomes a site that builds, and says what nobody has reviewed.

use std::fs;

use warraq::edit;
use warraq::pipeline::{self, Build, Options};
use warraq::source::load::load;

use crate::site::{Files, Site, complained, repository, said, warraq};

/// A folder with an article of the annotated ones, and the site that is made of it.
fn made(name: &str) -> Site {
    let path = format!("tests/it/articles/gold/{name}.txt");
    made_of(fs::read(repository().join(path)).unwrap())
}

fn made_of(text: Vec<u8>) -> Site {
    let folder = Files::default().with("article.txt", text).on_disk();
    let run = folder.run(&["new", "site", "--from", "article.txt"]);
    let run = run.success();
    assert!(!complained(&run).contains("error"), "{}", complained(&run));
    folder
}

/// A build of the site, with the theme that it names.
fn build(folder: &Site, drafts: bool) -> Build {
    let options = Options {
        drafts,
        ..Options::default()
    };
    pipeline::run(&load(&folder.path("site")).unwrap(), &options)
}

fn errors(build: &Build) -> usize {
    build
        .diagnostics
        .iter()
        .filter(|one| one.is_error())
        .count()
}

#[test]
fn a_site_of_any_article_builds_with_and_without_its_proposals() {
    for name in ["economy", "sport", "health", "theatre", "ruling"] {
        let folder = made(name);
        let files = Files::below(&folder.path("site"));
        let build = build(&folder, false);
        assert_eq!(build.diagnostics, [], "{name}");
        let drafts = build.unpublished.len();
        let entries = files
            .entries()
            .filter(|(_, text)| text.starts_with("draft = true"));
        assert_eq!(entries.count(), drafts, "{name}");
        assert!(drafts > 20, "{name}: {drafts}");
        assert_eq!(errors(&self::build(&folder, true)), 0, "{name}");
    }
}

#[test]
fn an_article_of_one_paragraph_has_a_title_and_no_page_without_entries() {
    let text = "انعقد اليوم في مراكش اجتماع طويل حضره عدد كبير من المسؤولين والخبراء في المجال.\n";
    let folder = made_of(text.as_bytes().to_vec());
    let files = Files::below(&folder.path("site"));
    let source = files.text("content/source/article.toml");
    let title = "انعقد اليوم في مراكش اجتماع طويل حضره عدد كبير من…";
    assert!(
        source.starts_with(&format!("title = \"{title}\"\n")),
        "{source}"
    );
    let pages = ["accords", "bodies", "figures", "places", "topics"];
    let has = |page: &&str| {
        files
            .paths()
            .any(|path| path == format!("content/pages/{page}.md"))
    };
    assert_eq!(
        pages.into_iter().filter(has).collect::<Vec<_>>(),
        ["places"]
    );
    assert_eq!(build(&folder, true).diagnostics, []);
}

#[test]
fn entries_quote_the_article_and_refer_to_each_other() {
    let folder = made("economy");
    let files = Files::below(&folder.path("site"));
    let source = files.text("content/source/article.toml");
    assert!(source.contains("byline = \"بقلم: سلمى بنعمر\""), "{source}");
    assert!(source.contains("heading = \"شراكات جديدة\"\n"), "{source}");
    assert!(source.contains("n = 8\n"), "{source}");
    let mali = files.text("content/countries/mali.toml");
    assert!(
        mali.contains("attested = { p = 1, quote = [\"مالي\"] }"),
        "{mali}"
    );
    assert!(!mali.contains("# the slug"), "{mali}");
    let agreements: Vec<&str> = files
        .entries()
        .filter(|(path, _)| path.starts_with("content/agreements/"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(agreements.len(), 2);
    assert!(
        agreements
            .iter()
            .any(|text| text.matches("\"organisations/").count() == 2),
        "{agreements:?}"
    );
    let whole = build(&folder, true);
    assert_eq!(whole.diagnostics, []);
    let published = Files::from(whole);
    // The pages are those of the theme, and say whom an agreement binds.
    let pages = published.texts(&["html"]);
    let pages = pages.filter(|(path, _)| path.starts_with("agreements/"));
    let named = pages.filter(|(_, page)| page.contains("«البنك الإفريقي للتنمية»"));
    assert_eq!(named.count(), 1);
    let altered = mali
        .replace("quote = [\"مالي\"]", "quote = [\"مالى\"]")
        .replace("draft = true", "draft = false");
    folder.write("site/content/countries/mali.toml", altered);
    let broken = build(&folder, false);
    let altered = broken.diagnostics.iter().filter(|one| one.is_error());
    assert_eq!(altered.map(|one| one.code).collect::<Vec<_>>(), ["E301"]);
}

#[test]
fn nothing_is_overwritten_and_refusals_say_what_to_do() {
    let folder = Files::default()
        .with("article.txt", "عنوان المقال\nنص المقال كله.\n")
        .with("old.txt", vec![0xC7, 0xE1, 0xE3, 0xDB, 0xD1, 0xC8])
        .with(
            "english.txt",
            "Morocco signs a loan\nThe ministry signed a loan agreement on Monday.\n",
        )
        .with("full/file.txt", "x")
        .on_disk();
    for (arguments, says) in [
        (
            &["new", "full", "--from", "article.txt"][..],
            "full is not empty",
        ),
        (
            &["new", "site", "--from", "none.txt"],
            "none.txt` cannot be read",
        ),
        (
            &["new", "site", "--from", "old.txt"],
            "iconv -f WINDOWS-1256 -t UTF-8",
        ),
        (
            &["new", "site", "--from", "english.txt"],
            "warraq source add",
        ),
        (
            &["new", "site", "--from", "article.txt", "--language", "fr"],
            "ar-MA",
        ),
        (&["new", "site", "--language", "ar"], "--from"),
    ] {
        let run = folder.run(arguments).failure();
        assert!(
            complained(&run).contains(says),
            "{arguments:?}: {}",
            complained(&run)
        );
        assert!(!folder.path("site").exists());
    }
    let run = folder
        .run(&[
            "new",
            "site",
            "--from",
            "article.txt",
            "--language",
            "ar-MA",
            "--lang",
            "ar",
        ])
        .success();
    assert!(said(&run).contains("أُنشئ"), "{}", said(&run));
    let config = fs::read_to_string(folder.path("site/site.toml")).unwrap();
    assert!(config.contains("language = \"ar-MA\""));
}

/// The entries of a collection that nobody has reviewed.
fn drafts(folder: &Site, collection: &str) -> usize {
    let files = Files::below(&folder.path("site"));
    let start = format!("content/{collection}/");
    files
        .entries()
        .filter(|(path, text)| path.starts_with(&start) && text.contains("draft = true"))
        .count()
}

#[test]
fn a_review_by_options_changes_files_and_the_site_stays_whole() {
    let folder = made("economy");
    let review = |arguments: &[&str]| folder.run(&[&["review", "site"], arguments].concat());
    let run = review(&["--list"]).success();
    let listed = said(&run);
    assert!(listed.contains("بأسواق ⟦مالي⟧ و⟦بوركينافاسو⟧"), "{listed}");
    assert!(listed.contains("countries/mali"), "{listed}");
    // Of many, those with the most quotations are asked about first, in the order of the article.
    let linked = pipeline::link(&load(&folder.path("site")).unwrap());
    let all = edit::unreviewed(&linked.value.unwrap());
    let first = edit::foremost(all.clone(), 5);
    assert_eq!(first.len(), 5);
    let least = first.iter().map(|one| one.quotations).min();
    let others = all.iter().filter(|one| !first.contains(one));
    assert!(others.map(|one| one.quotations).max() <= least);
    assert!(all.iter().filter(|one| first.contains(one)).eq(&first));
    let count = listed.lines().filter(|line| line.starts_with("  ")).count();
    assert!(
        complained(&run).contains(&count.to_string()),
        "{}",
        complained(&run)
    );

    let before = drafts(&folder, "countries");
    // What is shown is what the choices come to one after the other.
    let run = review(&["--drop", "countries/mali", "--dry-run"]).success();
    let left = (count - 1).to_string();
    assert!(complained(&run).contains(&left), "{}", complained(&run));
    let twice = ["--drop", "countries/mali"].repeat(2);
    review(&[&twice[..], &["--dry-run"]].concat()).failure();
    let china = ["--rename", "countries/china=الصين الشعبية"];
    let drop = ["--drop", "countries/mali"];
    let unknown = ["--merge", "countries/el-jadida=countries/rabat"];
    review(&[drop, china, unknown].concat()).failure();
    let known = ["--merge", "countries/dakhla=countries/rabat"];
    review(&[known, china, drop].concat()).success();
    assert_eq!(drafts(&folder, "countries"), before - 2);
    let files = Files::below(&folder.path("site"));
    assert!(
        !files.has("content/countries/mali.toml") && !files.has("content/countries/dakhla.toml")
    );
    assert!(
        files
            .text("content/countries/rabat.toml")
            .contains("quote = [\"الداخلة\"]")
    );
    let china = files.text("content/countries/china.toml");
    assert!(
        china.contains("title = \"الصين الشعبية\"")
            && china.contains("name_source = \"editorial\""),
        "{china}"
    );

    // An agreement is accepted with its parties, and of a party that is dropped nothing is left.
    review(&["--accept", "agreements", "--dry-run"]).success();
    assert_eq!(drafts(&folder, "agreements"), 2);
    let bodies = drafts(&folder, "organisations");
    let party = files
        .entries()
        .find(|(path, _)| path.starts_with("content/agreements/"))
        .map(|(_, text)| {
            text.split("\"organisations/")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        })
        .unwrap();
    review(&["--drop", &format!("organisations/{party}")]).success();
    review(&["--accept", "agreements"]).success();
    assert_eq!(drafts(&folder, "agreements"), 0);
    assert!(drafts(&folder, "organisations") < bodies - 1);
    // Of topics, nothing is to be told: neither a page lists them, nor does the menu.
    let page = folder.path("site/content/pages/topics.md");
    let draft = || fs::read_to_string(&page).unwrap().contains("draft = true");
    review(&["--drop", "topics", "--dry-run"]).success();
    assert!(drafts(&folder, "topics") > 0 && !draft());
    review(&["--drop", "topics"]).success();
    assert!(drafts(&folder, "topics") == 0 && draft());
    let run = review(&["--accept", "all"]).success();
    assert!(complained(&run).contains(": 0"), "{}", complained(&run));
    assert_eq!(build(&folder, false).diagnostics, []);
    for wrong in [
        &["--accept", "nothing"][..],
        &["--drop", "countries/mali"],
        &["--merge", "countries/rabat=organisations/none"],
        &["--rename", "countries/rabat"],
    ] {
        review(wrong).failure();
    }
}

#[test]
fn a_review_on_the_terminal_writes_each_answer_down() {
    let folder = made("sport");
    let count = || {
        let files = Files::below(&folder.path("site"));
        let drafts = files.entries();
        drafts
            .filter(|(_, text)| text.starts_with("draft = true"))
            .count()
    };
    let total = count();
    let mut command = warraq();
    let run = command
        .current_dir(folder.path(""))
        .args(["review", "site"])
        .write_stdin("a\nd\nx\nr اسم آخر\na\ns\nq\na\n")
        .assert()
        .success();
    let files = Files::below(&folder.path("site"));
    assert!(said(&run).contains('⟦'), "{}", said(&run));
    let renamed = files
        .entries()
        .find(|(_, text)| text.contains("title = \"اسم آخر\""));
    assert!(renamed.is_some_and(|(_, text)| !text.contains("draft = true")));
    assert_eq!(errors(&build(&folder, false)), 0);
    assert_eq!(count(), total - 3);
}

#[test]
fn a_corrected_article_takes_its_citations_along() {
    let folder = made("economy");
    folder.run(&["review", "site", "--accept", "all"]).success();
    let old = fs::read_to_string(folder.path("article.txt")).unwrap();
    let update = |text: &str| {
        folder.write("new.txt", text);
        folder.run(&["--root", "site", "source", "update", "new.txt"])
    };
    // A paragraph more at the beginning, and a word less further on.
    let first = "وقعت وزارة الاقتصاد والمالية، يوم";
    let longer = old.replace(
        first,
        &format!("هذه فقرة جديدة كتبها المحرر في أول المقال تمهيدا لما بعدها.\n{first}"),
    );
    let new = longer.replace(
        "في حين سجلت الواردات من تركيا تراجعا طفيفا",
        "في حين سجلت الواردات تراجعا طفيفا",
    );
    let run = update(&longer).success();
    assert!(
        said(&run).contains("as they were: 8, changed: 0, new: 1, gone: 0"),
        "{}",
        said(&run)
    );
    let files = Files::below(&folder.path("site"));
    assert_eq!(build(&folder, false).diagnostics, []);
    assert!(
        files.text("content/countries/mali.toml").contains("p = 2"),
        "{}",
        files.text("content/countries/mali.toml")
    );
    assert!(
        files
            .text("content/source/article.toml")
            .contains("heading = \"شراكات جديدة\"")
    );
    let run = update(&new).code(1);
    let told = said(&run);
    assert!(
        told.contains("changed: 1") && told.contains("countries/turkey cites paragraph 4, «تركيا»"),
        "{told}"
    );
    assert_eq!(told.matches("stands no more").count(), 1);
    assert!(
        complained(&run).contains("content/countries/turkey.toml"),
        "{}",
        complained(&run)
    );
    let run = update(&old).success();
    assert!(said(&run).contains("gone: 1"), "{}", said(&run));
    assert_eq!(build(&folder, false).diagnostics, []);
}
