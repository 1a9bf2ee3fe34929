//! What a report says besides: to programs, to those who want warnings to count, and after an edit.

use serde_json::Value as Json;
use warraq::pipeline::{Options, Pipeline};

use crate::site::{Files, complained, repository, said};

fn with_note(body: &str) -> Files {
    let note = format!("+++\ntitle = \"ورقة\"\n+++\n\n{body}\n");
    Files::good().with("content/pages/note.md", note)
}

#[test]
fn warnings_count_where_they_are_asked_to() {
    let site = with_note("حبر و قلم").on_disk();
    site.check().code(0);
    site.run(&["check", "--strict"]).code(1);
    Files::good().on_disk().run(&["check", "--strict"]).code(0);
}

#[test]
fn a_program_is_told_what_to_write() {
    let site = with_note("سطر.\n\nحبر و قلم، سنة ٢٠٢٥").on_disk();
    let run = site.run(&["check", "--message-format", "json"]).code(1);
    let lines: Vec<Json> = said(&run)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let fixes: Vec<_> = lines.iter().map(|line| line["fix"].clone()).collect();
    let expected = serde_json::json!([
        { "replacement": "وق", "safe": true, "line": 7, "column": 5, "end_line": 7, "end_column": 8 },
        { "replacement": "2025", "safe": false, "line": 7, "column": 16, "end_line": 7, "end_column": 20 },
    ]);
    assert_eq!(Json::from(fixes), expected);
}

/// A number was taken to stand behind the words of the line before, which end where readers see it end; and of a list in
/// one paragraph, all marks but the first were errors.
#[test]
fn a_line_begins_where_readers_or_authors_see_it_begin() {
    for (body, codes) in [
        ("من\\\n24-27 ثم", &["W705"][..]),
        ("من  \n24-27 ثم", &["W705"]),
        ("Word\\\n24-27 ثم", &["W705"]),
        ("من\n24-27 ثم", &[]),
        ("١) أولا\n٢) ثانيا\\\n٣) ثالثا", &["W719", "W719", "W719"]),
        ("> - ١) أولا\n>   ٢) ثانيا", &["W719", "W719"]),
        ("في ١) أولا", &["E703"]),
    ] {
        let site = with_note(body).on_disk();
        let run = site.run(&["check", "--message-format", "json"]);
        let run = if codes == ["E703"] {
            run.code(1)
        } else {
            run.code(0)
        };
        let found: Vec<Json> = said(&run)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let found: Vec<_> = found
            .iter()
            .filter_map(|line| line["code"].as_str())
            .collect();
        assert_eq!(found, codes, "{body}");
    }
}

#[test]
fn a_person_is_shown_twenty_of_a_kind_and_a_program_all() {
    let site = with_note(&"نعم, لا\n\n".repeat(32)).on_disk();
    let run = site.check().code(0);
    let shown = complained(&run);
    assert_eq!(shown.matches("warning[W706]").count(), 20);
    assert!(shown.contains("note: and 12 more of W706 in this file\n"));
    assert!(shown.contains("32 warnings"), "{shown}");
    let run = site.run(&["check", "--message-format", "json"]).success();
    assert_eq!(said(&run).matches("\"W706\"").count(), 32);
}

/// Whether a value is as the schema in `docs/` says; the few words of JSON Schema that it uses.
fn fits(value: &Json, schema: &Json, root: &Json) -> bool {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(
            value,
            &root["$defs"][name.trim_start_matches("#/$defs/")],
            root,
        );
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices
            .iter()
            .filter(|choice| fits(value, choice, root))
            .count()
            == 1;
    }
    if let Some(choices) = schema["enum"].as_array() {
        return choices.contains(value);
    }
    let is_one = |name: &str| match name {
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    let has_type = match &schema["type"] {
        Json::String(name) => is_one(name),
        Json::Array(names) => names.iter().any(|name| is_one(name.as_str().unwrap())),
        other => panic!("{other}"),
    };
    let items = value.as_array().into_iter().flatten();
    let has_items = items
        .into_iter()
        .all(|item| fits(item, &schema["items"], root));
    let required = schema["required"].as_array().into_iter().flatten();
    let has_required = required
        .into_iter()
        .all(|key| value.get(key.as_str().unwrap()).is_some());
    let members = value.as_object().into_iter().flatten();
    let has_members = members.into_iter().all(|(key, member)| {
        let others = schema.get("additionalProperties");
        let others = others.filter(|others| others.is_object());
        let declared = schema["properties"].get(key).or(others);
        declared.is_some_and(|declared| fits(member, declared, root))
    });
    has_type && has_items && has_required && has_members
}

#[test]
fn every_line_of_json_is_as_its_schema_says() {
    let schema = std::fs::read_to_string(repository().join("docs/messages.schema.json")).unwrap();
    let schema: Json = serde_json::from_str(&schema).unwrap();
    let mut kinds = [0; 4];
    for case in [
        "typographic-warnings",
        "typographic-errors",
        "everything-at-once",
        "stray-file",
    ] {
        let site = Files::case(case).on_disk();
        for arguments in [&["check"][..], &["build"], &["check", "--fix", "--dry-run"]] {
            let run = site.run(&[arguments, &["--message-format", "json"]].concat());
            for line in said(&run).lines() {
                let line: Json = serde_json::from_str(line).unwrap();
                assert!(fits(&line, &schema, &schema), "{line}");
                let keys = ["fix", "summary", "before", "code"];
                for (kind, key) in kinds.iter_mut().zip(keys) {
                    *kind += usize::from(line.get(key).is_some());
                }
            }
        }
    }
    assert!(kinds.iter().all(|kind| *kind > 0), "{kinds:?}");
    let wrong = serde_json::json!({ "severity": "fatal", "code": "E101", "message": "", "notes": [], "hint": null });
    assert!(!fits(&wrong, &schema, &schema));
}

#[test]
fn a_mistake_is_told_until_it_is_fixed() {
    let mistake = with_note("حبر و قلم");
    let mut pipeline = Pipeline::new(Options::default());
    let mut codes = |files: &Files| -> Vec<_> {
        let build = pipeline.run(&files.snapshot());
        build.diagnostics.iter().map(|found| found.code).collect()
    };
    assert_eq!(codes(&mistake), ["W711"]);
    assert_eq!(
        codes(&mistake.clone().and("content/pages/home.md", "\nسطر.\n")),
        ["W711"]
    );
    let silent = mistake.clone().and(
        "site.toml",
        "\n[check]\nsilence = [{ rule = \"W711\", reason = \"لأنه\" }]\n",
    );
    assert_eq!(codes(&silent), [""; 0]);
    assert_eq!(codes(&mistake), ["W711"]);
    assert_eq!(codes(&with_note("حبر وقلم")), [""; 0]);
}

#[test]
fn presentation_forms_may_be_allowed_and_words_chosen() {
    let site = with_note("قال ﷺ شيئا، وشئ آخر للمسئول الى هنا");
    let codes = |more: &str| {
        let build = site.clone().and("site.toml", more).run();
        let codes: Vec<_> = build.diagnostics.iter().map(|found| found.code).collect();
        codes.join(" ")
    };
    assert_eq!(codes(""), "E701 W713");
    assert_eq!(codes("\n[check]\npresentation_forms = \"ﷺ\"\n"), "W713");
    let own = "\n[check.hamza]\nbuiltin = false\nwords = { \"المسئول\" = \"المسؤول\" }\n";
    assert_eq!(codes(own), "E701 W713");
    assert_eq!(codes("\n[check.hamza]\nallow = \"الى\"\n"), "E701");
}

#[test]
fn two_sets_of_digits_are_told_apart_where_the_language_has_its_own() {
    let site = with_note("في سنة ٢٠٢٥ جاء 12 رجلا، ورقمهم 12-5، وإصدارهم v3").replace(
        "site.toml",
        "ar-MA",
        "ar-EG",
    );
    let build = site.run();
    let found: Vec<_> = build
        .diagnostics
        .iter()
        .map(|found| (found.code, found.message.to_string()))
        .collect();
    assert_eq!(
        found,
        [(
            "E703",
            "`12` has digits of another set than the site's".to_owned()
        )]
    );
    let latin_only = site.replace("content/pages/note.md", "٢٠٢٥", "2025");
    assert_eq!(latin_only.run().diagnostics, []);
}

/// What is held letter for letter against a source is no text of the site's own.
#[test]
fn quotations_are_judged_where_no_source_holds_them() {
    let settings = "[site]\ntitle = \"T\"\nbase_url = \"https://fr.example/\"\nlanguage = \"fr\"\n\
        [collections.notes]\nurl = \"/{slug}/\"\ntemplate = \"note.html\"\n[collections.notes.fields]\ntitle = \"string\"\n";
    let source = "[collections.texts]\n[collections.texts.source]\nparagraphs = \"paragraphs\"\nnumber = \"n\"\ntext = \"text\"\n\
        label = \"§ {n}\"\nlong_label = \"§ {n}\"\ntitle_label = \"titre\"\n\
        [collections.texts.fields]\ntitle = \"string\"\nparagraphs = \"list(paragraph)\"\n\
        [records]\nparagraph = { n = \"int\", text = \"string\" }\n";
    let note = "+++\ntitle = \"N\"\n+++\n\n«\u{A0}Oui !\u{A0}» dit-il.\n";
    for (more, expected) in [("", 1), (source, 0)] {
        let site = Files::default()
            .with("site.toml", format!("{settings}{more}"))
            .with("templates/note.html", "<p>{{ page.content }}</p>")
            .with("content/notes/n.md", note);
        let found = site.run().diagnostics;
        let spaces = found.iter().filter(|problem| problem.code == "W720");
        assert_eq!(spaces.count(), expected, "{found:#?}");
    }
}
