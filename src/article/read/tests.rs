//! Articles in every format, and files that are none.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;

use super::*;

const TITLE: &str = "التعاون الدولي يتعزز في المدينة الكبيرة";
const ONE: &str = "شهدت المدينة اجتماعا حضره عدد كبير من المسؤولين والخبراء.";
const TWO: &str = "وقال المسؤول إن اللقاء ناجح & مفيد، وشكر الحاضرين كلهم.";

/// An archive that holds one file.
fn archive(name: &str, content: &[u8], method: u16) -> Vec<u8> {
    let packed = if method == 8 {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    } else {
        content.to_vec()
    };
    let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let two = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let sizes = [
        &[0; 4][..],
        &four(packed.len()),
        &four(content.len()),
        &two(name.len()),
        &[0; 2],
    ]
    .concat();
    let fields = [&[20, 0, 0, 0][..], &method.to_le_bytes(), &[0; 4], &sizes].concat();
    let local = [b"PK\x03\x04", &fields[..], name.as_bytes(), &packed].concat();
    let central = [
        b"PK\x01\x02\x14\x00",
        &fields[..],
        &[0; 14],
        name.as_bytes(),
    ]
    .concat();
    let end = [
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0",
        &four(central.len())[..],
        &four(local.len()),
        &[0, 0],
    ]
    .concat();
    [local, central, end].concat()
}

fn word(paragraphs: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{paragraphs}</w:body></w:document>"
    )
}

fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let html = format!(
        "<html><head><title>جريدة</title></head><body><nav><p>الرئيسية والأخبار والرياضة والثقافة والمجتمع والاقتصاد والرأي</p></nav>\
         <header><h1>{TITLE}</h1></header><main><div class=text><p>{ONE}</p><p>{}</p></div><aside><p>اقرأ أيضا خبرا آخر طويلا جدا جدا جدا جدا جدا جدا جدا</p></aside></main><footer><p>حقوق</p></footer></body></html>",
        TWO.replace('&', "&amp;")
    );
    let paragraphs = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:p><w:r><w:t>{}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p><w:p><w:r><w:t>{}</w:t></w:r><w:del><w:delText>محذوف</w:delText></w:del></w:p>",
        ONE.split_at(11).0,
        ONE.split_at(11).1,
        TWO.replace('&', "&amp;")
    );
    let docx = |method| archive("word/document.xml", word(&paragraphs).as_bytes(), method);
    vec![
        (
            "a.txt",
            format!("\u{FEFF}{TITLE}\r\n\r\n{ONE}\r\n{TWO}\r\n").into_bytes(),
        ),
        (
            "a.MD",
            format!(
                "---\nx: y\n---\n# {TITLE}\n\n{}\n\n{TWO}\n",
                ONE.replacen(' ', "\n", 1)
                    .replacen("المدينة", "**المدينة**", 1)
            )
            .into_bytes(),
        ),
        ("a.html", html.into_bytes()),
        ("a.docx", docx(0)),
        ("a.docx", docx(8)),
    ]
}

#[test]
fn every_format_gives_the_same_article() {
    for (name, bytes) in documents() {
        let article = read(name, &bytes).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        let texts: Vec<&str> = article
            .paragraphs
            .iter()
            .map(|one| one.text.as_str())
            .collect();
        assert_eq!(
            (article.title.as_str(), texts),
            (TITLE, vec![ONE, TWO]),
            "{name}"
        );
    }
}

#[test]
fn what_is_no_article_is_refused_for_what_it_is() {
    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let bomb = archive("word/document.xml", &vec![b' '; 40 << 20], 8);
    let entities = format!(
        "<!DOCTYPE a [<!ENTITY b \"{}\"><!ENTITY c \"{}\">]><a>{}</a>",
        "x".repeat(999),
        "&b;".repeat(999),
        "&c;".repeat(999)
    );
    for (name, bytes, says) in [
        ("a.pdf", b"%PDF".to_vec(), "no article"),
        ("article", b"text".to_vec(), "no article"),
        ("a.txt", b" \n ".to_vec(), "no text"),
        (
            "a.html",
            b"<title>t</title><script>1</script>".to_vec(),
            "no text",
        ),
        (
            "a.txt",
            [&[0xFF, 0xFE][..], &utf16(ONE)].concat(),
            "UTF-16LE",
        ),
        ("a.txt", utf16(ONE), "UTF-16LE"),
        (
            "a.html",
            utf16(ONE)
                .chunks(2)
                .flat_map(|two| [two[1], two[0]])
                .collect(),
            "UTF-16BE",
        ),
        // «المغرب» and «السلام» in the two eight-bit encodings.
        (
            "a.txt",
            vec![0xC7, 0xE1, 0xE3, 0xDB, 0xD1, 0xC8],
            "WINDOWS-1256",
        ),
        (
            "a.txt",
            vec![0xC7, 0xE4, 0xD3, 0xE4, 0xC7, 0xE5],
            "ISO-8859-6",
        ),
        ("a.docx", b"PK\x03\x04".to_vec(), "no document"),
        ("a.docx", bomb, "no document"),
        (
            "a.docx",
            archive("word/document.xml", entities.as_bytes(), 8),
            "no document",
        ),
        ("a.docx", archive("other.xml", b"<a/>", 0), "no document"),
        ("a.txt", vec![b'a'; LARGEST + 1], "too large"),
        (
            "a.txt",
            "كلام كثير.\n".repeat(MOST + 1).into_bytes(),
            "too large",
        ),
    ] {
        let problem = read(name, &bytes).expect_err(name);
        assert!(
            problem.message.to_string().contains(says),
            "{name}: {}",
            problem.message
        );
        assert!(problem.hint.is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..2_000, other in any::<u8>()) {
        for name in ["a.txt", "a.md", "a.html", "a.docx"] {
            _ = read(name, &bytes);
        }
        for (name, mut bytes) in documents() {
            let at = at % bytes.len();
            bytes[at] = other;
            _ = read(name, &bytes);
            bytes.truncate(at);
            _ = read(name, &bytes);
        }
    }

    #[test]
    fn no_words_panic_and_every_quotation_stands_in_its_paragraph(
        words in proptest::collection::vec(prop_oneof![
            "[ء-ي]{1,6}", "[0-9]{1,4}", Just("و27".to_owned()), Just("«".to_owned()), Just("» ،".to_owned()), Just("وزارة".to_owned()),
            Just("اتفاقية".to_owned()), Just("مع".to_owned()), Just("بين".to_owned()), Just("ماي".to_owned()), Just("قال".to_owned()), Just("ولفرنسا".to_owned()),
            Just("للمديرية".to_owned()), Just("العامة".to_owned()), Just("المَغْرِب".to_owned()), Just("لل".to_owned()), Just(".".to_owned()),
        ], 0..60),
    ) {
        let text = format!("{TITLE}\n{}.", words.join(" "));
        if let Ok(article) = read("a.txt", text.as_bytes()) {
            for proposal in crate::article::propose(&article) {
                prop_assert!(!proposal.slug.is_empty() && !proposal.name.is_empty());
                for mention in proposal.mentions.iter().chain(&proposal.about) {
                    let text = article.paragraphs.iter().find(|one| one.n == mention.paragraph).map_or(&article.title, |one| &one.text);
                    prop_assert!(!mention.quote.is_empty() && text.contains(&mention.quote), "{proposal:?}");
                }
            }
        }
    }
}

mod whole;

#[test]
fn what_newspapers_put_around_an_article_is_no_part_of_it() {
    let three = "وختم المسؤول حديثه بأن الاجتماع المقبل سيعقد في الخريف.";
    let page = |before: &str, between: &str, after: &str| {
        format!(
            "<body class=\"has-sidebar\"><div class=\"wrap related-posts-off\"><article><h1>{TITLE}</h1>{before}<p>{ONE}</p>\
             {between}<p>{}</p><p>{three}</p>{after}</article></div></body>",
            TWO.replace('&', "&amp;")
        )
    };
    let list = "<ul><li><a href=/1>خبر أول</a></li><li><a href=/2>خبر ثان طويل عن موضوع آخر لا صلة له بهذا</a></li></ul>";
    let read_on = "<p><strong>اقرأ أيضا: <a href=/3>الوزارة تعلن عن برنامج جديد لدعم القطاع في كل الجهات</a></strong></p>";
    let comments = format!(
        "<section id=comments><h3>التعليقات</h3>{}</section>",
        format!("<div class=comment-body><p>{ONE} {ONE}</p></div>").repeat(9)
    );
    for (before, between, after) in [
        (
            "<div class=\"social-share\"><span>شارك</span><a href=#>فيسبوك</a></div>",
            "",
            "",
        ),
        (
            "<div class=wp-caption><img src=a.jpg><p class=wp-caption-text>المسؤولون في الاجتماع</p></div>",
            "",
            "",
        ),
        ("", "<div class=ad-slot>إعلان</div>", ""),
        ("", read_on, ""),
        ("", "<p><a href=/4>طالع: نص البلاغ</a></p>", ""),
        ("", "", &format!("<h3>اقرأ أيضا</h3>{list}")),
        (
            "",
            "",
            &format!("<div><strong>مواضيع ذات صلة</strong>{list}</div>"),
        ),
        (
            "",
            "",
            "<div class=\"post-tags\">الكلمات الدالة: <a href=/t>تعاون</a></div>",
        ),
        ("", "", &comments),
        (
            "<p hidden>نص لا يظهر</p>",
            "<p style=\"display: none\">نص لا يظهر</p>",
            "<p>تابعونا على <a href=/n>منصات الصحيفة</a></p>",
        ),
    ] {
        let html = page(before, between, after);
        let article = read("a.html", html.as_bytes()).unwrap();
        let texts: Vec<&str> = article
            .paragraphs
            .iter()
            .map(|one| one.text.as_str())
            .collect();
        assert_eq!(
            (article.title.as_str(), texts),
            (TITLE, vec![ONE, TWO, three]),
            "{html}"
        );
        assert_eq!(
            article
                .paragraphs
                .iter()
                .find_map(|one| one.heading.as_ref()),
            None,
            "{html}"
        );
    }
    // Who wrote it and when stands between the heading and the element that is the article.
    let html = format!(
        "<div><p>ركن الأخبار</p><h1>{TITLE}</h1><div><span>ليلى العلوي</span></div><div>الأحد 2025/11/30</div>\
         <div class=text><p>{ONE}</p><p>{three}</p></div></div>"
    );
    let article = read("a.html", html.as_bytes()).unwrap();
    assert_eq!(article.byline.as_deref(), Some("ليلى العلوي"));
    assert_eq!(
        (article.lines, article.paragraphs.len()),
        (vec!["الأحد 2025/11/30".to_owned()], 2)
    );
    // Lists of what the article says, and links in its words, stay.
    let own =
        "<ul><li>قالت <a href=/5>الوزارة</a> إن المشروع سينتهي.</li><li>وسيبدأ آخر.</li></ul>";
    let article = read("a.html", page("", own, "").as_bytes()).unwrap();
    assert_eq!(article.paragraphs.len(), 5);
    // A page that is nothing but what is left out elsewhere is read as it is.
    let html = format!("<div class=comments><p>{ONE}</p><p>{three}</p></div>");
    assert_eq!(read("a.html", html.as_bytes()).unwrap().paragraphs.len(), 2);
}
