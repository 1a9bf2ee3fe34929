//! Inputs that would take all time or all memory. Each ends with an error that names what is at fault, or
//! takes no more than its length.

use std::collections::BTreeMap;
use std::time::Instant;

use warraq::article;
use warraq::diagnostic::Diagnostic;
use warraq::locale::Text;

use crate::site::{Files, Site, complained, said};

fn limited(limits: &str) -> Files {
    Files::good().and("site.toml", &format!("\n[limits]\n{limits}\n"))
}

/// The good site, whose books print something more.
fn printing(limits: &str, template: &str) -> Site {
    let block = "{% block main %}";
    let site = limited(limits).replace("templates/book.html", block, &format!("{block}{template}"));
    site.on_disk()
}

/// A loop over so many things that no program comes to its end.
fn endless(inside: &str) -> String {
    let range = "in range(end=100000) %}";
    format!("{{% for a {range}{{% for b {range}{inside}{{% endfor %}}{{% endfor %}}")
}

#[test]
fn a_template_that_prints_without_end_is_told_at_its_limit() {
    let run = printing("page = 1", &endless("xxxxxxxxxxxxxxxx"))
        .build()
        .code(1);
    let said = complained(&run);
    assert!(
        said.contains("error[E413]: the template prints more than 1000000 bytes"),
        "{said}"
    );
    assert!(said.contains("templates/book.html"), "{said}");
    assert!(
        said.contains("while rendering the page of content/books/aghani.md"),
        "{said}"
    );
}

#[test]
fn a_product_of_texts_is_refused_before_it_is_made() {
    let replace = "{% set a = \"xxxxxxxxxxxxxxxx\" %}".to_owned()
        + &"{% set a = a | replace(from=\"x\", to=a) %}".repeat(6)
        + "{{ a | length }}";
    let run = printing("", &replace).build().code(1);
    let said = complained(&run);
    assert!(said.contains("error[E402]: "), "{said}");
    assert!(said.contains("replace would make more than"), "{said}");
}

#[test]
fn a_template_without_end_ends_the_run_and_is_named() {
    for command in [&["build"][..], &["check"], &["serve", "--port", "0"]] {
        let run = printing("seconds = 1", &endless("")).run(command).code(1);
        let said = complained(&run);
        assert!(said.contains("error[E415]: `books/"), "{said}");
        assert!(said.contains("has not been made after 1 s"), "{said}");
        assert!(said.contains("templates/book.html"), "{said}");
    }
}

#[test]
fn a_text_that_is_joined_to_itself_is_refused_where_it_is() {
    let start = "{% set a = \"xxxxxxxxxxxxxxxx\" %}";
    let join = "{% set a = a ~ a %}".repeat(40);
    let capture = "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(40);
    for doubling in [join, capture] {
        let run = printing("", &format!("{start}{doubling}{{{{ a | length }}}}"));
        let run = run.build().code(1);
        let said = complained(&run);
        assert!(said.contains("error[E402]: "), "{said}");
        assert!(said.contains("more than 20000000 bytes"), "{said}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn memory_without_end_ends_the_run_and_is_named() {
    let doubling = "{% set a = [1, 2, 3, 4] %}".to_owned()
        + &"{% set a = [...a, ...a] %}".repeat(36)
        + "{{ a | length }}";
    let run = printing("memory = 100", &doubling).build().code(1);
    let said = complained(&run);
    assert!(
        said.contains("error[E415]: the build takes more than 100 MB of memory"),
        "{said}"
    );
    assert!(said.contains("templates/book.html"), "{said}");
}

#[test]
fn an_entry_has_a_largest_size() {
    let path = "content/books/bukhala.md";
    let text = "كلمة ".repeat(125_000);
    let site = limited("entry = 1").and(path, &text).on_disk();
    let run = site.check().code(1);
    let said = complained(&run);
    assert!(said.contains("error[E112]: the entry has "), "{said}");
    assert!(said.contains(path), "{said}");
    limited("entry = 2")
        .and(path, &text)
        .on_disk()
        .check()
        .success();
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_no_disk_or_no_memory_holds_is_an_error_beside_others() {
    let site = Files::good().without("templates/book.html").on_disk();
    for (name, size) in [("film.mp4", 12 << 40), ("data.json", 300 << 20)] {
        let file = std::fs::File::create(site.path(&format!("templates/assets/{name}")));
        file.unwrap().set_len(size).unwrap();
    }
    let run = site.check().code(1);
    let said = complained(&run);
    for told in [
        "film.mp4 has more than 32 GiB",
        "data.json has more than 256 MiB",
    ] {
        let told = format!("error[E112]: templates/assets/{told}");
        assert!(said.contains(&told), "{said}");
    }
    assert!(said.contains("error[E403]"), "{said}");
}

#[test]
fn records_that_double_are_told_and_not_unfolded() {
    let records = (0..40).map(|n| format!("r{n} = {{ a = \"r{}\", b = \"r{}\" }}\n", n + 1, n + 1));
    let records: String = records.collect();
    let config = format!("\n[records]\n{records}r40 = {{ a = \"int\" }}\n");
    let site = Files::good();
    let has_records = site.text("site.toml").contains("[records]");
    let site = if has_records {
        let config = config.replace("\n[records]\n", "[records]\n");
        site.replace("site.toml", "[records]\n", &config)
    } else {
        site.and("site.toml", &config)
    };
    let run = site.on_disk().check().code(1);
    let said = complained(&run);
    assert!(said.contains("holds more than 10000 fields"), "{said}");
}

#[test]
fn limits_are_numbers_that_make_sense() {
    let run = limited("entry = 0\npage = 2000\nseconds = \"1\"\nmemory = 1\nx = 1").on_disk();
    let run = run.check().code(1);
    let said = complained(&run);
    assert_eq!(said.matches("is no limit").count(), 3, "{said}");
    assert!(said.contains("error[E104]"), "{said}");
    assert!(said.contains("error[E102]"), "{said}");
}

#[test]
fn many_problems_of_one_page_are_told_in_their_places() {
    let many = 3000;
    let headings = "## عنوان\n\n".repeat(many);
    let links = (0..many).map(|n| format!("[وصلة](/nowhere/{n}/)\n\n"));
    let links = links.collect::<Vec<_>>().concat();
    let commas = "كلمة,".repeat(many);
    let path = "content/books/bukhala.md";
    let text = format!("\n\n{headings}{links}{commas}نهاية\n");
    let build = Files::good().and(path, &text).run();
    let count = |code: &str| {
        build
            .diagnostics
            .iter()
            .filter(|one| one.code == code)
            .count()
    };
    assert_eq!(count("E205"), many);
    assert_eq!(count("W706"), many);
    let links = build.diagnostics.iter().filter(|one| one.code == "E205");
    let site = Files::good().and(path, &text);
    for link in links {
        let span = link.span.as_ref().unwrap();
        let written = &site.text(path)[span.range.clone()];
        assert!(
            link.message.to_string().contains(&format!("`{written}`")),
            "{written}"
        );
    }
}

#[test]
fn many_templates_that_are_absent_are_told_in_their_places() {
    let path = "templates/book.html";
    let many = 1500;
    for between in ["", "\n"] {
        let includes = (0..many).map(|n| format!("{{% include \"absent{n}.html\" %}}{between}"));
        let includes: String = includes.collect();
        let block = "{% block main %}";
        let files = Files::good().replace(path, block, &format!("{block}{includes}"));
        let build = files.run();
        let told = build.diagnostics.iter().filter(|one| one.code == "E401");
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), many);
        for one in told {
            let written = &files.text(path)[one.span.as_ref().unwrap().range.clone()];
            assert!(
                one.message.to_string().contains(&format!("`{written}`")),
                "{written}: {}",
                one.message
            );
        }
    }
}

#[test]
fn of_many_tags_that_are_wrong_in_one_text_the_first_are_told_where_they_are() {
    let path = "content/books/bukhala.md";
    let many = 300;
    let tags = (0..many).map(|n| format!("<i onclick=\"a{n}()\">x</i> "));
    let tags: String = tags.collect();
    let files = Files::good()
        .and("site.toml", "\n[markdown]\nhtml = true\n")
        .and(path, &format!("\n\n{tags}\n"));
    let build = files.run();
    let told = build.diagnostics.iter().filter(|one| one.code == "E406");
    let told: Vec<_> = told.collect();
    let placed = told.iter().filter_map(|one| one.span.as_ref());
    let placed = placed.filter(|span| span.path.as_str() == path && !span.is_whole_file());
    assert_eq!((told.len(), placed.count()), (101, 100));
}

/// How many problems with this code are told, each counted once wherever it is, and how many of them say what may be meant.
fn told(files: &Files, code: &str) -> (usize, usize) {
    let build = files.run();
    let told = build.diagnostics.iter().filter(|one| one.code == code);
    let is_guessed = |one: &Diagnostic| {
        let id = one.hint.as_ref().and_then(Text::id);
        id.is_some_and(|id| id.starts_with("did-you-mean"))
    };
    let told: BTreeMap<_, _> = told
        .map(|one| (one.message.to_string(), is_guessed(one)))
        .collect();
    let guessed = told.values().filter(|is_guessed| **is_guessed);
    (told.len(), guessed.count())
}

#[test]
fn names_of_thousands_of_files_are_not_held_against_all_entries() {
    let many = 150;
    let wrong = [
        ("E201", "ref:books/bukhalaa-", "", "ref:books/bukhla"),
        ("E205", "/books/bukhalaa-", "/", "/books/bukhla/"),
    ];
    for (code, start, end, shared) in wrong {
        let files = (0..many).fold(Files::good(), |files, n| {
            let text = format!(
                "+++\ntitle = \"كتاب\"\nauthor = \"jahiz\"\n+++\n[أ]({start}{n}{end}) [ب]({shared})\n"
            );
            files.with(&format!("content/books/bukhala-{n}.md"), text)
        });
        // Each file has one of its own, and one that all have in common, which is guessed at once.
        assert_eq!(told(&files, code), (many + 1, 100), "{code}");
    }
}

#[test]
fn names_in_a_menu_are_not_held_against_all_entries() {
    let many = 150;
    let items = (0..many)
        .map(|n| format!("\n[[menus.more]]\nlabel = \"كتاب\"\nref = \"pages/pages-{n}x\"\n"));
    let site = Files::good().and("site.toml", &items.collect::<String>());
    let files = (0..many).fold(site, |files, n| {
        let text = "+++\ntitle = \"صفحة\"\n+++\n";
        files.with(&format!("content/pages/pages-{n}.md"), text)
    });
    assert_eq!(told(&files, "E201"), (many, 100));
}

#[test]
fn a_long_address_of_unknown_names_is_not_told_with_each_of_them() {
    let names = (0..300).map(|n| format!("{{x{n}}}"));
    let names: String = names.collect();
    let url = "url = \"/books/{slug}/\"";
    let files = Files::good().replace("site.toml", url, &format!("url = \"/books/{names}/\""));
    let build = files.run();
    let told = build.diagnostics.iter().map(|one| one.message.id());
    let told = told.filter(|id| *id == Some("placeholder-unknown"));
    assert_eq!(told.count(), 100);
}

/// How many references offer `warraq mv`, once so many pages have been renamed that were published.
fn renamed(many: usize, front_matter: impl Fn(usize) -> String) -> usize {
    let links = (0..many).map(|n| format!("[أ](ref:pages/was-{n}) "));
    let links: String = links.collect();
    let site = Files::good()
        .with(
            "content/pages/all.md",
            format!("+++\ntitle = \"كلها\"\n+++\n{links}\n"),
        )
        .on_disk();
    let write = |name: &str| {
        for n in 0..many {
            let front_matter = front_matter(n).replace("NAME", name);
            let text = format!("+++\ntitle = \"صفحة {n}\"\n{front_matter}+++\n");
            site.write(&format!("content/pages/{name}-{n}.md"), text);
        }
    };
    write("was");
    site.build().success();
    (0..many).for_each(|n| site.remove(&format!("content/pages/was-{n}.md")));
    write("is");
    let run = site.run(&["check", "--message-format", "json"]).code(1);
    said(&run).matches("run `warraq mv pages/was-").count()
}

#[test]
fn names_that_were_published_are_not_held_against_all_new_pages() {
    assert_eq!(renamed(1, |_| String::new()), 1);
    // Which of the new ones each of them is now cannot be told.
    assert_eq!(renamed(150, |_| String::new()), 0);
    // Each tells by the rest of its address.
    let elsewhere = |n| format!("url = \"/{n}/NAME-{n}/\"\n");
    assert_eq!(renamed(99, elsewhere), 99);
    assert_eq!(renamed(150, elsewhere), 100);
}

#[test]
#[cfg(unix)]
fn no_name_of_a_file_gives_orders_to_a_terminal() {
    let name = "content/books/\u{1b}[2J\u{7}\u{9b}2J.md";
    let site = Files::good().with(name, "+++\n+++\n").on_disk();
    let run = site.check().code(1);
    let said = complained(&run);
    assert!(said.contains("\\u{1b}[2J\\u{7}\\u{9b}2J.md"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{said:?}");
}

#[test]
fn a_paragraph_of_an_article_may_be_as_long_as_a_book() {
    for unit in [
        ". ",
        "أ. ",
        "كلمة ",
        "قال الوزير: «هذا كلام طويل جدا يا صاحبي» ",
        "ومالي والنيجر والمغربية والفرنسية ",
        "وقعت وزارة الصحة اتفاقية مع وزارة الفلاحة بشأن الماء ",
        "بلغ 12 مليون درهم في 3 ماي ",
    ] {
        let text = format!(
            "عنوان المقال كله\n{}كلمة.",
            unit.repeat((150 << 10) / unit.len())
        );
        let start = Instant::now();
        let article = article::read("a.txt", text.as_bytes()).unwrap();
        _ = article::propose(&article);
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 20, "{unit}: {seconds} s");
    }
}
