//! Whatever an article is made of in its format, each of its words is read once, and nothing else.

use std::collections::BTreeMap;

use super::*;

/// A part of a text: what it is, and what is in it.
#[derive(Debug, Clone)]
struct Node(usize, Vec<Node>);

fn nodes() -> impl Strategy<Value = Vec<Node>> {
    let leaf = (0_usize..40).prop_map(|kind| Node(kind, Vec::new()));
    let tree = leaf.prop_recursive(4, 24, 4, |inner| {
        (0_usize..40, proptest::collection::vec(inner, 1..4))
            .prop_map(|(kind, all)| Node(kind, all))
    });
    proptest::collection::vec(tree, 1..6)
}

/// The words that are written so far.
#[derive(Default)]
struct Words(usize);

impl Words {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!(
            "كلمة{} وأخرى{} وثالثة{} انتهت{}.",
            self.0, self.0, self.0, self.0
        )
    }
}

/// How often each word that is numbered was read.
fn counted(article: &Article) -> BTreeMap<String, usize> {
    // What stands in for a title is said in the text.
    let title = article.is_titled.then_some(&article.title);
    let above = [title, article.byline.as_ref()];
    let above = above.into_iter().flatten().chain(&article.lines);
    let text = article.paragraphs.iter();
    let text = text.flat_map(|one| one.heading.iter().chain([&one.text]));
    let mut counts = BTreeMap::new();
    for text in above.chain(text) {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if word.ends_with(char::is_numeric) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

fn has_each_once(article: &Article, words: &Words) -> Result<(), TestCaseError> {
    let counts = counted(article);
    for n in 1..=words.0 {
        for word in ["كلمة", "وأخرى", "وثالثة", "انتهت"] {
            prop_assert_eq!(
                counts.get(&format!("{word}{n}")),
                Some(&1),
                "{}{}: {:#?}",
                word,
                n,
                article
            );
        }
    }
    prop_assert_eq!(counts.len(), words.0 * 4);
    let of_sentences = article.paragraphs.iter().map(|one| one.sentences.join(" "));
    let texts: Vec<_> = article
        .paragraphs
        .iter()
        .map(|one| one.text.clone())
        .collect();
    prop_assert_eq!(of_sentences.collect::<Vec<_>>(), texts);
    Ok(())
}

fn html(nodes: &[Node], words: &mut Words) -> String {
    let mut html = String::new();
    for Node(kind, inner) in nodes {
        let text = words.next();
        let inside = self::html(inner, words);
        html += &match kind % 14 {
            0 => format!("<div>{text}{inside}</div>"),
            1 => format!("<section><h2>{text}</h2>{inside}</section>"),
            2 => format!("<form><p>{text}</p>{inside}</form>"),
            3 => format!("<div><header><h3>{text}</h3></header>{inside}</div>"),
            4 => format!("<p>{text}<nav><a>قائمة</a></nav>{inside}"),
            5 => format!("<ul><li>{text}<li>{}</ul>{inside}", words.next()),
            6 => format!(
                "<blockquote><p>{text}</p></blockquote><table><tr><th>{}<td>{}</table>{inside}",
                words.next(),
                words.next()
            ),
            7 => format!(
                "<section><div><p>{text}</div><p>{}</p></section>{inside}",
                words.next()
            ),
            8 => format!("<div><aside><p>إعلان<nav>غير مغلقة</div><p>{text}</p>{inside}"),
            9 => format!(
                "</nav></header></aside>{text}<br><br>{}{inside}",
                words.next()
            ),
            10 => format!(
                "<script>var a = 1</script><p>{text}</p><svg><title>x</title></svg>{inside}"
            ),
            11 => format!("<h5>{text}</h5><span>{}</span>{inside}", words.next()),
            12 => format!(
                "<figure><img></figure><dl><dt>{text}<dd>{}</dl>{inside}",
                words.next()
            ),
            _ => format!("<p>{text}</p>{inside}"),
        };
    }
    html
}

fn markdown(nodes: &[Node], words: &mut Words) -> String {
    let mut text = String::new();
    for Node(kind, inner) in nodes {
        let words_of = words.next();
        let [two, three] = [words.next(), words.next()];
        text += &match kind % 10 {
            0 => format!("## {words_of}\n\n{two} ~~{three}~~\n\n"),
            1 => format!("- {words_of}\n  - {two}\n- {three}\n\n"),
            2 => format!("| {words_of} | {two} |\n|---|---|\n| {three} | |\n\n"),
            3 => format!(
                "{words_of}[^{}] {two}\n\n[^{}]: {three}\n\n",
                words.0, words.0
            ),
            4 => format!("<div class=\"x\">{words_of}<p>{two}</p>{three}</div>\n\n"),
            5 => format!("<div>\n\n{words_of}\n\n</div>\n\n{two}<br>{three}\n\n"),
            6 => format!("> {words_of}\n>\n> > {two}\n\n```\n{three}\n```\n\n"),
            7 => format!("1. {words_of}\n\n   {two}\n\n2. [{three}](x \"t\") ![y](z)\n\n"),
            8 => format!("{words_of}\n===\n\n{two}\n---\n\n{three}\n\n"),
            _ => format!("**{words_of}** `{two}`\\\n<b>{three}</b><!-- no -->\n\n"),
        };
        text += &markdown(inner, words);
    }
    text
}

fn docx(nodes: &[Node], words: &mut Words) -> String {
    let mut text = String::new();
    for Node(kind, inner) in nodes {
        let run = |words: &mut Words| format!("<w:r><w:t>{}</w:t></w:r>", words.next());
        let one = run(words);
        let inside = docx(inner, words);
        let inside = if inside.is_empty() {
            format!("<w:p>{}</w:p>", run(words))
        } else {
            inside
        };
        text += &match kind % 6 {
            0 => format!(
                "<w:p>{one}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></mc:Choice>\
                <mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            ),
            1 => format!(
                "<w:p><w:moveFrom>{one}</w:moveFrom></w:p>{inside}<w:p><w:moveTo>{one}</w:moveTo></w:p>"
            ),
            2 => format!(
                "<w:tbl><w:tr><w:tc><w:p>{one}</w:p></w:tc><w:tc>{inside}</w:tc></w:tr></w:tbl>"
            ),
            3 => format!(
                "<w:p><w:ins>{one}</w:ins><w:del><w:r><w:delText>محذوف1</w:delText></w:r></w:del></w:p>{inside}"
            ),
            4 => format!(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:hyperlink>{one}</w:hyperlink></w:p>{inside}"
            ),
            _ => format!("<w:sdt><w:sdtContent><w:p>{one}</w:p>{inside}</w:sdtContent></w:sdt>"),
        };
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn each_word_is_read_once(nodes in nodes()) {
        let mut words = Words::default();
        let inside = html(&nodes, &mut words);
        for (open, close) in [("<article>", "</article>"), ("<main>", "</main>"), ("<div><nav>قائمة<article>", "")] {
            let page = format!("<title>x</title><body><nav><p>قائمة1<div></nav><header><p>جريدة1</p></header>{open}{inside}{close}<footer><p>حقوق1</p></footer>");
            let page = if close.is_empty() { page.replace("<footer><p>حقوق1</p></footer>", "") } else { page };
            let article = read("a.html", page.as_bytes()).unwrap();
            has_each_once(&article, &words)?;
            prop_assert_eq!(article.left_out, 0);
        }
        let mut words = Words::default();
        let text = markdown(&nodes, &mut words);
        has_each_once(&read("a.md", text.as_bytes()).unwrap(), &words)?;
        let mut words = Words::default();
        let xml = word(&docx(&nodes, &mut words)).replace("<w:document", "<w:document xmlns:mc=\"x\"");
        has_each_once(&read("a.docx", &archive("word/document.xml", xml.as_bytes(), 8)).unwrap(), &words)?;
    }
}

#[test]
fn what_is_beside_an_article_is_counted() {
    let long = "هذه فقرة طويلة فيها كلمات كثيرة كثيرة كثيرة لا تقل عن عشر.";
    for (page, paragraphs, left_out) in [
        (
            format!("<div><p>{long}</p><p>{long}</p><p>{long}</p></div><div><p>{long}</p></div>"),
            3,
            1,
        ),
        (
            format!(
                "<div><div><p>{long}</p></div><div><p>{long}</p></div></div><div><p>قصيرة</p></div>"
            ),
            2,
            0,
        ),
        (
            format!(
                "<article><p>{long}</p><p>{long}</p><section><p>{long}</p></section></article><p>{long}</p>"
            ),
            3,
            1,
        ),
        (
            format!("<form><div><p>{long}</p>{long}<br><br>{long}</div></form>"),
            3,
            0,
        ),
        (format!("<nav><p>{long}</p></nav>"), 1, 0),
    ] {
        let article = read("a.html", format!("<h1>عنوان</h1>{page}").as_bytes()).unwrap();
        assert_eq!(
            (article.paragraphs.len(), article.left_out),
            (paragraphs, left_out),
            "{page}\n{article:#?}"
        );
    }
}
