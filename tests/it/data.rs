//! Files of `data/` as values in templates.

use warraq::pipeline::{self, Options, Pipeline};

use crate::site::Files;

const TEAM: &str = "{% extends \"page.html\" %}{% block main %}{% set team = load_data(path=\"data/team.EXT\") %}<p dir=\"ltr\">{% for one in team %}[{{ one.name }} {{ one.role or '-' }} {{ one.at.city }}]{% endfor %}</p>{% endblock %}";

/// The good site, on a page of which a file of data is shown by a template.
fn team(name: &str, text: &str) -> Files {
    let (_, extension) = name.rsplit_once('.').unwrap();
    with_template(&TEAM.replace("EXT", extension)).with(&format!("data/{name}"), text)
}

fn with_template(template: &str) -> Files {
    Files::good().with("templates/team.html", template).with(
        "content/pages/team.md",
        "+++\ntitle = \"الفريق\"\ntemplate = \"team.html\"\nurl = \"/team/\"\n+++\n",
    )
}

const NOTATIONS: [(&str, &str); 4] = [
    (
        "team.csv",
        "name;role;at.city;empty\nنور;مدير;فاس;\nريم;;سلا;\n",
    ),
    (
        "team.json",
        r#"[{"name": "نور", "role": "مدير", "at": {"city": "فاس"}}, {"name": "ريم", "role": null, "at": {"city": "سلا"}}]"#,
    ),
    (
        "team.yaml",
        "- name: نور\n  role: مدير\n  at: {city: فاس}\n- name: ريم\n  at: {city: سلا}\n",
    ),
    ("team.toml", ""),
];

const TOML: &str = "[[team]]\nname = \"نور\"\nrole = \"مدير\"\nat.city = \"فاس\"\n[[team]]\nname = \"ريم\"\nat.city = \"سلا\"\n";

#[test]
fn every_notation_is_the_same_value() {
    for (name, text) in NOTATIONS {
        let site = if text.is_empty() {
            let template = TEAM
                .replace("EXT", "toml")
                .replace("in team %}", "in team.team %}");
            with_template(&template).with("data/team.toml", TOML)
        } else {
            team(name, text)
        };
        let built = site.built();
        let page = built.text("team/index.html");
        assert!(page.contains("[نور مدير فاس][ريم - سلا]"), "{name}\n{page}");
    }
}

/// What is said: code, file, line, what stands there, and the hint.
fn said(files: &Files) -> Vec<String> {
    let build = pipeline::run(&files.snapshot(), &Options::default());
    let told = build.diagnostics.iter().map(|one| {
        let span = one.span.as_ref().unwrap();
        let text = files.text(span.path.as_str());
        let line = text[..span.range.start].matches('\n').count() + 1;
        let hint = one.hint.as_ref().map(ToString::to_string);
        format!(
            "{} {}:{line} {} → {}",
            one.code,
            span.path,
            &text[span.range.clone()],
            hint.unwrap_or_default()
        )
    });
    told.collect()
}

#[test]
fn what_templates_name_of_data_is_checked_before_anything_is_rendered() {
    let csv = "name,role,empty\nنور,مدير,\n";
    for (main, expected) in [
        (
            "{% for one in load_data(path=\"data/team.csv\") %}{{ one.nmae }}{% endfor %}",
            "nmae → did you mean `name`?",
        ),
        (
            "{% for one in load_data(path=\"data/taem.csv\") %}{{ one.name }}{% endfor %}",
            "data/taem.csv → did you mean `data/team.csv`?",
        ),
        (
            "{{ load_data(path=page.slug) | json }}",
            "load_data → write the path of a file between quotation marks: `load_data(path=\"data/team.json\")`",
        ),
        (
            "{% for one in load_data(paht=1, path=\"data/team.csv\") %}{{ one.name }}{% endfor %}",
            "paht → did you mean `path`?",
        ),
        (
            "{% set d = load_data(path=\"data/team.csv\" if page.draft else \"data/other.json\") %}{{ d.years | json }}{{ d.yaers }}{% for one in d %}{{ one.role }}{{ one.empty or \"\" }}{% endfor %}",
            "yaers → did you mean `years`?",
        ),
    ] {
        let template =
            format!("{{% extends \"page.html\" %}}{{% block main %}}{main}{{% endblock %}}");
        let files = with_template(&template)
            .with("data/team.csv", csv)
            .with("data/other.json", r#"{"years": []}"#);
        let expected = format!("E408 templates/team.html:1 {expected}");
        assert_eq!(said(&files), [expected], "{main}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_once_with_its_place() {
    for (name, text, expected) in [
        ("team.json", "[{\"name\": \"نور\"", "E113 data/team.json:1"),
        ("team.csv", "name,role\nنور\n", "E113 data/team.csv:2 نور"),
        (
            "team.yaml",
            "- name: \"\\u202Eنور\"\n  role: م\n  at: {city: فاس}\n",
            "E109 data/team.yaml:1 \\u202E",
        ),
    ] {
        let told = said(&team(name, text));
        assert!(told.len() == 1 && told[0].starts_with(expected), "{told:?}");
    }
    // What no template loads is nobody's business.
    let files = Files::good().with("data/team.json", "[");
    files.built();
}

#[test]
fn an_edit_of_data_renders_the_pages_that_load_it() {
    let mut pipeline = Pipeline::new(Options::default());
    let (name, text) = NOTATIONS[0];
    let mut run = |files: &Files| {
        let after = pipeline.run(&files.snapshot());
        let clean = pipeline::run(&files.snapshot(), &Options::default());
        assert_eq!(after.diagnostics, clean.diagnostics);
        assert_eq!(after.output.is_some(), clean.output.is_some());
        let rendered = after.rendered;
        if clean.output.is_some() {
            assert_eq!(Files::from(after), Files::from(clean));
        }
        rendered
    };
    let files = team(name, text).with("data/other.json", "[]");
    assert!(run(&files) > 3);
    assert_eq!(run(&files), 0);
    assert_eq!(run(&files.clone().with("data/other.json", "[1]")), 0);
    let edited = files.clone().replace("data/team.csv", "مدير", "رئيس");
    assert_eq!(run(&edited), 1);
    // Broken, away, and back.
    run(&files.clone().with("data/team.csv", "name\na,b\n"));
    run(&files.clone().without("data/team.csv"));
    run(&files
        .clone()
        .without("data/team.csv")
        .with("data/teams.csv", text));
    run(&files);
}
