//! Figures, films and sound in prose.

use crate::markdown::{between, with_body};

fn rendered(markdown: &str) -> String {
    let site = with_body(markdown);
    let files = ["a.svg", "film.mp4", "talk.mp3"].into_iter();
    let site = files.fold(site, |site, name| {
        site.with(
            &format!("templates/assets/root/{name}"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
    });
    let built = site.built();
    let page = built.text("authors/jahiz/index.html");
    let body = between(page, "<p class=\"mentioned\">", "</main>");
    let (_, body) = body[0].split_once("</p>").unwrap();
    body.trim().to_owned()
}

#[test]
fn what_stands_alone_with_a_title_is_a_figure_and_films_are_known_by_their_files() {
    let film = |more: &str| {
        format!(
            "<video src=\"../../film.mp4\"{more} controls preload=\"metadata\" aria-label=\"فيلم\"></video>"
        )
    };
    for (markdown, expected) in [
        (
            "![رسم](/a.svg \"دكان Linux & أهله\")",
            "<figure>\n<img src=\"../../a.svg\" alt=\"رسم\">\n\
             <figcaption>دكان <bdi dir=\"ltr\" lang=\"en\">Linux</bdi> &amp; أهله</figcaption>\n</figure>".to_owned(),
        ),
        ("![رسم](/a.svg)", "<p><img src=\"../../a.svg\" alt=\"رسم\"></p>".to_owned()),
        (
            "![رسم](/a.svg \"دكان\") نص",
            "<p><img src=\"../../a.svg\" alt=\"رسم\" title=\"دكان\"> نص</p>".to_owned(),
        ),
        ("نص ![فيلم](/film.mp4) نص", format!("<p>نص {} نص</p>", film(""))),
        (
            "![فيلم](/film.mp4 \"دكان\"){poster=/a.svg}",
            format!("<figure>\n{}\n<figcaption>دكان</figcaption>\n</figure>", film(" poster=\"../../a.svg\"")),
        ),
        (
            "![](/a.svg \"دكان\"){decorative}",
            "<figure>\n<img src=\"../../a.svg\" alt=\"\">\n<figcaption>دكان</figcaption>\n</figure>".to_owned(),
        ),
        (
            "نص![ ](/a.svg){decorative}نص ![شكل](/a.svg)\\{decorative}",
            "<p>نص<img src=\"../../a.svg\" alt=\"\">نص <img src=\"../../a.svg\" alt=\"شكل\">{<bdi dir=\"ltr\" lang=\"en\">decorative</bdi>}</p>".to_owned(),
        ),
        (
            "![كلام](/talk.mp3)",
            "<p><audio src=\"../../talk.mp3\" controls preload=\"metadata\" aria-label=\"كلام\"></audio></p>".to_owned(),
        ),
    ] {
        assert_eq!(rendered(markdown), expected, "{markdown}");
    }
}
