//! Texts in the notation of Hugo, Docusaurus and kramdown.

use warraq::import::{Files as Old, Generator};
use warraq::locale::Language;

use super::imported;
use super::whole::{entry, with_text};

#[test]
fn settings_of_code_are_kept_whichever_generator_wrote_them() {
    for (fence, expected) in [
        (
            "go {linenos=table,hl_lines=[1,\"3-4\"],style=x}",
            "go,linenos,hl_lines=1 3-4",
        ),
        ("js {2} title=\"src/a.js\"", "js,hl_lines=2,name=src/a.js"),
        ("rust,linenos,name=a.rs", "rust,linenos,name=a.rs"),
    ] {
        let text = format!("---\ntitle: س\n---\n```{fence}\nx\n```\n\n````\n```{fence}\n````\n");
        let (_, imported) = with_text(Generator::Hugo, &text);
        let entry = entry(&imported);
        let inside = format!("````\n```{fence}\n````");
        assert!(entry.contains(&format!("```{expected}\nx")), "{entry}");
        assert!(entry.contains(&inside), "{entry}");
        let report = imported.report.written(Language::English);
        assert_eq!(
            report.contains("style=x"),
            fence.contains("style"),
            "{report}"
        );
    }
}

#[test]
fn pages_of_docusaurus_become_markdown_and_what_does_not_is_named() {
    let mut old = Old::new();
    let text = "---\nsidebar_position: 2\n---\n\nimport A from '@theme/A';\n\n# الأول\n\n:::tip عنوان\nنص\n:::\n\n\
        :::كذا\nنص\n:::\n\nفقرة\n{: .lead}\n\nانظر [الثاني](./b.mdx).\n";
    old.insert("docs/a.mdx".to_owned(), text.as_bytes().to_vec());
    old.insert(
        "docs/b.mdx".to_owned(),
        "# الثاني\n\nنص.\n".as_bytes().to_vec(),
    );
    let (built, imported) = imported(Generator::Markdown, &old);
    let page = String::from_utf8_lossy(&imported.files["content/docs/a.md"]);
    for part in [
        "title = \"الأول\"",
        "> [!TIP]\n> **عنوان**\n>\n> نص",
        "[الثاني](ref:docs/b)",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(
        !page.contains("import ") && !page.contains(".lead"),
        "{page}"
    );
    // What is no block of Docusaurus is text, with one sign that says so.
    assert!(built.text("docs/a/index.html").contains(":::كذا"));
    let settings = String::from_utf8_lossy(&imported.files["site.toml"]);
    assert!(
        settings.contains("order = [\"sidebar_position\", "),
        "{settings}"
    );
    let report = imported.report.written(Language::English);
    for place in ["`docs/a.mdx:5`", "`docs/a.mdx:18`"] {
        assert!(report.contains(place), "{place}\n{report}");
    }
}

#[test]
fn links_of_a_folder_lead_to_texts_however_much_of_the_file_they_name() {
    let mut old = Old::new();
    let mut file = |path: &str, text: &str| old.insert(path.to_owned(), text.as_bytes().to_vec());
    let links = "[أ](./b) [ب](/docs/b.html#ج) [د](../guide/) [هـ](b/) [و](nowhere) [ز](/)";
    file("docs/a.md", &format!("# الأول\n\n{links}\n"));
    file("docs/b.md", "# الثاني\n\n## ج\n\nنص.\n");
    file("guide/index.md", "# الدليل\n\nنص.\n");
    let (_, imported) = imported(Generator::Markdown, &old);
    let page = String::from_utf8_lossy(&imported.files["content/docs/a.md"]);
    for link in [
        "[أ](ref:docs/b)",
        "[ب](ref:docs/b#ج)",
        "[د](ref:pages/guide)",
        "[هـ](ref:docs/b)",
        "و (`nowhere`)",
        "[ز](/)",
    ] {
        assert!(page.contains(link), "{link}\n{page}");
    }
}
