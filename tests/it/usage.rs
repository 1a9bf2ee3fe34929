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
    let names = ["build", "check", "deploy", "new", "schema", "serve"];
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
