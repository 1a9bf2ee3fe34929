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

/// What the program's own reader makes of the recipes: templates that name what is not in them would be errors.
#[test]
fn recipes_are_yaml_with_the_parts_that_services_look_for() {
    let blocks = blocks();
    let mut yaml = blocks.iter().filter(|(language, _)| language == "yaml");
    let [github, gitlab] = [yaml.next().unwrap(), yaml.next().unwrap()].map(|(_, text)| text);
    let page = "{% block main %}{% set a = load_data(path=\"data/github.yaml\") %}\
        {% set b = load_data(path=\"data/gitlab.yaml\") %}<p dir=\"ltr\">\
        {{ a.jobs.build.steps | length }} {{ a.jobs.build.steps[1].with.path }} {{ a.jobs.build[\"runs-on\"] }} \
        {{ a.jobs.publish.needs }} {{ a.jobs.publish.permissions.pages }} {{ a.jobs.publish.steps[0].id }} \
        {{ a.permissions.contents }} {{ b.cache.paths[0] }} {{ b.before_script | length }} \
        {{ b.check.rules[0].if }} {{ b.pages.script[0] }} {{ b.pages.artifacts.paths[0] }}</p>";
    let site = Files::good()
        .with("data/github.yaml", github.as_str())
        .with("data/gitlab.yaml", gitlab.as_str())
        .replace("templates/book.html", "{% block main %}", page);
    let site = site.on_disk();
    site.build().success();
    let published = site.published();
    let told = "6 ~/.cargo/bin/warraq ubuntu-24.04 build write pages read .cargo/bin 2 \
        $CI_PIPELINE_SOURCE == &quot;merge_request_event&quot; warraq build --strict --grace-days 0 public</p>";
    let page = published.text("books/aghani/index.html");
    assert!(page.contains(told), "{page}");
}

#[test]
fn the_container_has_the_program_where_it_is_built_and_no_rights() {
    let blocks = blocks();
    let (_, text) = blocks
        .iter()
        .find(|(language, _)| language == "dockerfile")
        .unwrap();
    let lines: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let first = |word: &str| lines.iter().position(|line| line.first() == Some(&word));
    let [build, copy, user, entry] =
        ["RUN", "COPY", "USER", "ENTRYPOINT"].map(|word| first(word).unwrap());
    assert!(build < copy && copy < user && user < entry, "{text}");
    // `cargo install --root` puts programs into `bin/`, and the stage that is copied from is the first.
    let root = lines[build]
        .iter()
        .position(|word| *word == "--root")
        .unwrap()
        + 1;
    let program = format!(
        "{}/bin/{}",
        lines[build][root],
        lines[build].last().unwrap()
    );
    assert_eq!(lines[copy][1..3], ["--from=build", &program]);
    assert_eq!(lines[0][2..], ["AS", "build"]);
    assert!(lines[copy][3].ends_with("/bin/warraq") && lines[entry][1] == "[\"warraq\"]");
    let (user, group) = lines[user][1].split_once(':').unwrap();
    assert!(
        [user, group]
            .iter()
            .all(|id| id.parse::<u32>().is_ok_and(|id| id > 0))
    );
}

#[test]
fn the_units_of_systemd_are_sections_of_keys_that_it_has() {
    let known = [
        ("Unit", &["Description", "Wants", "After"][..]),
        (
            "Service",
            &[
                "Type",
                "User",
                "WorkingDirectory",
                "ExecStart",
                "NoNewPrivileges",
                "PrivateTmp",
                "ProtectSystem",
                "ReadWritePaths",
            ],
        ),
        ("Timer", &["OnCalendar", "RandomizedDelaySec", "Persistent"]),
        ("Install", &["WantedBy"]),
    ];
    let blocks = blocks();
    let units = blocks.iter().filter(|(language, _)| language == "ini");
    let units: Vec<_> = units.collect();
    assert_eq!(units.len(), 2);
    for (_, text) in units {
        let mut keys: &[&str] = &[];
        for line in text.lines().filter(|line| !line.is_empty()) {
            if let Some(section) = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'))
            {
                keys = known.iter().find(|(name, _)| *name == section).unwrap().1;
                continue;
            }
            let (key, value) = line.split_once('=').unwrap();
            assert!(keys.contains(&key) && !value.is_empty(), "{line}");
        }
    }
}
