//! The recipes of the documents do what they say, as far as this machine can do it.

use std::fs;

use crate::site::{Files, repository};

/// The blocks of the page, with the languages that they are in.
fn blocks() -> Vec<(String, String)> {
    let page = fs::read_to_string(repository().join("docs/deploy/recipes.md")).unwrap();
    let parts: Vec<_> = page.split("```").collect();
    let blocks = parts.iter().skip(1).step_by(2).map(|block| {
        let (language, text) = block.split_once('\n').unwrap();
        (language.to_owned(), text.to_owned())
    });
    blocks.collect()
}

/// The commands of warraq in a block, without what only a shell or a container needs.
fn commands(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let is_other = |line: &&str| line.contains("cargo install") || line.starts_with("COPY");
    let lines = text.lines().filter(move |line| !is_other(line));
    lines.filter_map(|line| {
        let starts = [
            "run: warraq ",
            "- warraq ",
            "/bin/warraq ",
            ":/site warraq ",
        ];
        let (at, start) = starts
            .iter()
            .find_map(|start| Some((line.find(start)?, start)))?;
        Some(line[at + start.len()..].split_whitespace().collect())
    })
}

#[test]
fn every_command_of_the_recipes_works() {
    let target = "\n[deploy.live]\nto = \"fs\"\npath = \"live\"\n";
    let blocks = blocks();
    let tried: Vec<_> = blocks.iter().flat_map(|(_, text)| commands(text)).collect();
    for arguments in &tried {
        let site = Files::good().and("site.toml", target).on_disk();
        site.run(arguments).success();
        let folder = match arguments[..] {
            ["check", ..] => continue,
            ["deploy", ..] => "live",
            [.., "-o", folder] => folder,
            _ => "public",
        };
        let file = site.path(folder).join("index.html");
        assert!(file.is_file(), "{arguments:?}");
    }
    let verbs: Vec<_> = tried.iter().map(|arguments| arguments[0]).collect();
    assert_eq!(
        verbs,
        ["check", "build", "check", "build", "build", "deploy"]
    );
}

#[test]
fn recipes_are_indented_as_yaml_wants_it() {
    let blocks = blocks();
    let yaml: Vec<_> = blocks
        .iter()
        .filter(|(language, _)| language == "yaml")
        .collect();
    assert_eq!(yaml.len(), 2);
    for (_, text) in yaml {
        for line in text.lines() {
            let indent = line.len() - line.trim_start_matches(' ').len();
            assert!(indent % 2 == 0 && !line.contains('\t'), "{line}");
            let is_item = line.trim_start().starts_with("- ");
            let is_key = line.contains(": ") || line.ends_with(':');
            assert!(is_item || is_key, "{line}");
        }
    }
}
