//! Related entries: what has the most references in common comes first, whatever the files are called.

use crate::site::Files;

const COLLECTION: &str = "\n[collections.posts]\nurl = \"/posts/{slug}/\"\ntemplate = \"post.html\"\norder = \"title\"\nrelated = 2\n\
    [collections.posts.fields]\ntitle = \"string\"\nsee = \"list(ref(books|posts))?\"\n";
const TEMPLATE: &str = "{% extends \"page.html\" %}{% block main %}<p>{% for one in page.related %}{{ one.slug }} {{ one.title }},{% endfor %}</p>\
    {{ page.content }}{% endblock %}";

fn posts(of: &[(&str, &str, &str)]) -> Files {
    let site = Files::good()
        .and("site.toml", COLLECTION)
        .with("templates/post.html", TEMPLATE);
    of.iter().fold(site, |site, (name, see, text)| {
        let entry = format!("+++\ntitle = \"{name}\"\nsee = [{see}]\n+++\n\n{text}\n");
        site.with(&format!("content/posts/{name}.md"), entry)
    })
}

#[test]
fn what_has_the_most_and_the_rarest_in_common_comes_first() {
    let site = posts(&[
        ("a", "\"books/aghani\", \"books/kalila\"", "نص."),
        ("b", "\"books/aghani\"", "نص."),
        ("c", "\"books/kalila\"", "عن [الأغاني](ref:books/aghani)."),
        ("d", "\"posts/a\"", "نص."),
        ("e", "\"books/hayawan\"", "نص."),
    ]);
    let built = site.built();
    for (post, related) in [
        ("a", "c c,d d,"),
        ("b", "a a,c c,"),
        ("c", "a a,b b,"),
        ("d", "a a,"),
        ("e", ""),
    ] {
        let html = built.text(&format!("posts/{post}/index.html"));
        assert!(
            html.contains(&format!("<p>{related}</p>")),
            "{post}: {html}"
        );
    }
}

#[test]
fn what_many_refer_to_relates_those_that_stand_near_each_other() {
    let names: Vec<String> = (100..200).map(|number| format!("p{number}")).collect();
    let all: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), "\"books/aghani\"", "نص."))
        .collect();
    let built = posts(&all).built();
    let html = built.text("posts/p150/index.html");
    assert!(html.contains("<p>p149 p149,p151 p151,</p>"), "{html}");
}

#[test]
fn what_is_related_is_asked_for_in_site_toml_and_names_nothing_else() {
    let all = [("a", "\"books/aghani\"", "نص.")];
    for (from, to, code) in [
        ("related = 2", "related = 0", "E105"),
        (
            "see = \"list",
            "related = \"string?\"\nsee = \"list",
            "E105",
        ),
        ("related = 2\n", "", "E408"),
    ] {
        let said = posts(&all).replace("site.toml", from, to).run().diagnostics;
        assert_eq!(said[0].code, code, "{to}");
    }
}
