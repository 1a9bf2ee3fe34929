//! What is typed behind `warraq`: with which code a command ends, and how it helps.

use crate::site::{Files, complained, said, warraq};

// ------------------------------------------------------------- exit codes

#[test]
fn a_good_site_ends_with_0_a_bad_one_with_1_wrong_usage_with_2() {
    Files::good().on_disk().build().code(0);
    Files::good().on_disk().check().code(0);
    let bad = Files::case("duplicate-slug").on_disk();
    for command in [
        &["build"][..],
        &["check"],
        &["deploy"],
        &["schema", "bokos"],
    ] {
        bad.run(command).code(1);
    }
    let wrong: [&[&str]; 21] = [
        &[],
        &["biuld"],
        &["build", "--drafs"],
        &["build", "public"],
        &["build", "-u", "example.org"],
        &["build", "--base-url", "https://example.org/?x"],
        &["build", "--grace-days", "-1"],
        &["build", "--message-format", "xml"],
        &["check", "--dry-run"],
        &["check", "--lang", "fr"],
        &["deploy", "--print", "apache"],
        &["deploy", "--print", "nginx", "--rollback"],
        &["deploy", "--retry-for", "soon"],
        &["mv", "books/kalila"],
        &["mv", "books/kalila", "kalila"],
        &["rm", "kalila"],
        &["new"],
        &["new", "one", "two"],
        &["schema", "books", "authors"],
        &["serve", "--port", "70000"],
        &["serve", "--editor", "vi"],
    ];
    let site = Files::good().on_disk();
    let nowhere = Files::default().on_disk();
    for arguments in wrong {
        // Whatever the site is like: there need be none.
        site.run(arguments).code(2);
        nowhere.run(arguments).code(2);
    }
    let run = site.run(&["build", "-u", "example.org"]).code(2);
    assert!(
        complained(&run)
            .contains("'example.org' for '--base-url <URL>': it does not start with https://"),
        "{}",
        complained(&run)
    );
    let names = [
        "add",
        "build",
        "check",
        "completions",
        "deploy",
        "explain",
        "init",
        "man",
        "mv",
        "new",
        "review",
        "rm",
        "schema",
        "serve",
        "source",
    ];
    for name in names {
        for arguments in [&[name, "--help"][..], &["help", name]] {
            site.run(arguments).code(0);
        }
    }
}

// ------------------------------------------------------------------ help

#[test]
fn every_command_helps_with_an_example() {
    let help = warraq().arg("--help").assert().success();
    assert!(said(&help).contains("Example: warraq "));
    let commands = said(&help).split_once("Commands:\n").unwrap().1;
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names: Vec<_> = commands
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert!(names.contains(&"build"), "{names:?}");
    for name in names.into_iter().filter(|name| *name != "help") {
        let help = warraq().args([name, "--help"]).assert().success();
        let example = format!("Example: warraq {name}");
        assert!(said(&help).contains(&example), "{}", said(&help));
    }
}

#[test]
fn help_and_wrong_usage_speak_arabic_where_they_are_asked_to() {
    let folder = Files::default().on_disk();
    let run = folder.run(&["--lang", "ar", "build", "--help"]).success();
    let bare = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    let words: Vec<_> = said(&run).split_whitespace().collect();
    let help = bare(&words.join(" "));
    for words in [
        "الاستعمال: warraq build",
        "الخيارات:",
        "مثال: warraq build",
        "يعرض العون",
        "[القيمة المبدئية: 7]",
        "[واحدة من: human، json]",
    ] {
        assert!(help.contains(words), "{words} is not in {help}");
    }
    for english in [
        "Usage", "Options:", "Print", "default", "possible", "Example",
    ] {
        assert!(!help.contains(english), "{english} is in {help}");
    }
    let by_variable = warraq()
        .env("WARRAQ_LANG", "ar_MA.UTF-8")
        .arg("help")
        .assert()
        .success();
    assert!(
        said(&by_variable).contains("الأوامر:\n  add "),
        "{}",
        said(&by_variable)
    );
    assert!(
        !said(&by_variable).contains("Print"),
        "{}",
        said(&by_variable)
    );

    for (arguments, first) in [
        (
            &["build", "-u", "example.org"][..],
            "خطأ: لا تصلح `example.org` قيمة لـ`--base-url <URL>`: لا يبدأ",
        ),
        (
            &["build", "--today", "24/11/2025"],
            "خطأ: لا تصلح `24/11/2025` قيمة لـ`--today <DATE>`: اكتب يوما مثل `2026-11-29`",
        ),
        (
            &["serve", "--port", "80000"],
            "خطأ: لا تصلح `80000` قيمة لـ`--port <PORT>`: اكتب عددا من 0 إلى 65535",
        ),
        (
            &["serve", "--editor", "vim"],
            "خطأ: لا تصلح `vim` قيمة لـ`--editor <URL>`: ينقصه `{path}`",
        ),
        (
            &["deploy", "--max-deletes", "all"],
            "خطأ: لا تصلح `all` قيمة لـ`--max-deletes <N>`: اكتب عددا صحيحا",
        ),
        (
            &["build", "--message-format", "xml"],
            "خطأ: لا تصلح `xml` قيمة لـ`--message-format <FORMAT>`",
        ),
        (
            &["build", "--drafs"],
            "خطأ: لا يوجد هنا خيار أو معطى باسم `--drafs`\nالإصلاح: هل تقصد `--drafts`؟",
        ),
        (
            &["biuld"],
            "خطأ: لا يوجد أمر باسم `biuld`\nالإصلاح: هل تقصد `build`؟",
        ),
        (&["mv", "books/a"], "خطأ: ينقص الأمر: `<NEW-ID>`"),
        (
            &["deploy", "--print", "nginx", "--rollback"],
            "خطأ: لا يجتمع ",
        ),
        (&[], "خطأ: ينقص اسم الأمر"),
    ] {
        let run = folder.run(&[&["--lang=ar"], arguments].concat()).code(2);
        let complaint = bare(complained(&run));
        assert!(complaint.starts_with(first), "{complaint}");
    }
}

#[test]
fn shells_and_man_know_every_command() {
    let folder = Files::default().on_disk();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = folder.run(&["completions", shell]).success();
        for word in ["completions", "--grace-days", "--message-format"] {
            assert!(
                said(&run).contains(word.trim_start_matches('-')),
                "{shell}: {word}"
            );
        }
        // The others complete no values.
        let has_values = ["bash", "zsh"].contains(&shell);
        assert_eq!(said(&run).contains("E301"), has_values, "{shell}");
    }
    folder.run(&["completions", "tcsh"]).code(2);
    folder.run(&["man", "pages/man1"]).success();
    let pages = Files::below(&folder.path("pages/man1"));
    assert!(
        pages.text("warraq.1").contains("warraq\\-build(1)"),
        "{}",
        pages.text("warraq.1")
    );
    assert!(
        pages
            .text("warraq-build.1")
            .contains("Replaces the files one by one")
    );
    assert!(
        pages.paths().count() >= 14,
        "{:?}",
        pages.paths().collect::<Vec<_>>()
    );
}
