//! A page with everything that may stand on one.

use super::term::Term;
use super::value::{Extract, Field, Hit};

const PAGE: &str = "<!doctype html><html><head><title>عنوان النافذة</title>\
    <meta name=\"viewport\" content=\"x\"><meta name=\"description\" content=\"وصف &amp; سطر\"></head>\
    <body><nav>قائمة</nav><main id=\"main\"><h1>كتب <bdi lang=\"en\">Rust</bdi> الأولى</h1>\
    <p>تمهيد</p><h2 id=\"one\">أول فصل</h2><p>نص الأول.</p><h3 id=\"deep\">فرع</h3><p>عميق</p>\
    <h2 id=\"two\">ثاني</h2><p>نص <a id=\"link\" href=\"x\">رابط</a>الـ<b>ثاني</b> نص</p>\
    <section><h2>جدول</h2><table><tr id=\"row\"><td>خلية</td></tr></table><p>بعده</p></section>\
    <div data-search=\"off\"><p>متروك</p></div><nav>سابق</nav><script>برنامج</script>\
    <ul><li id=\"item\" data-search-title=\"بند\">كلمة<li>كلمة</ul></main><footer>ذيل</footer></body></html>";

/// Where a word stands: the id of each place, and what it is part of there.
fn found(extract: &Extract, word: &str) -> Vec<(String, Field, u16)> {
    let term = Term::of(word).unwrap().number;
    let hits = extract.hits.iter().filter(|hit| hit.term == term);
    let place = |hit: &Hit| extract.places[hit.place as usize].id.clone();
    hits.map(|hit| (place(hit), hit.field, hit.times)).collect()
}

#[test]
fn a_page_is_its_title_its_description_and_its_places() {
    let extract = Extract::of(PAGE);
    assert_eq!(extract.title, "كتب \u{2066}Rust\u{2069} الأولى");
    assert_eq!(extract.description, "وصف & سطر");
    let places = extract.places.iter();
    let places: Vec<_> = places.map(|place| (&*place.id, &*place.heading)).collect();
    let expected = [
        ("", ""),
        ("one", "أول فصل"),
        ("deep", "فرع"),
        ("two", "ثاني"),
        ("row", "جدول"),
        ("item", "بند"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_word_is_found_where_it_stands() {
    let extract = Extract::of(PAGE);
    let at = |id: &str, field, times| (id.to_owned(), field, times);
    for (word, expected) in [
        ("كتب", vec![at("", Field::Title, 1)]),
        ("rust", vec![at("", Field::Title, 1)]),
        ("تمهيد", vec![at("", Field::Body, 1)]),
        ("اول", vec![at("one", Field::Heading, 1)]),
        (
            "نص",
            vec![at("one", Field::Body, 1), at("two", Field::Body, 2)],
        ),
        ("عميق", vec![at("deep", Field::Body, 1)]),
        ("رابطالثاني", vec![at("two", Field::Body, 1)]),
        ("جدول", vec![at("two", Field::Heading, 1)]),
        ("خليه", vec![at("row", Field::Body, 1)]),
        ("بعده", vec![at("two", Field::Body, 1)]),
        (
            "كلمه",
            vec![at("two", Field::Body, 1), at("item", Field::Body, 1)],
        ),
    ] {
        assert_eq!(found(&extract, word), expected, "{word}");
    }
    for left_out in ["قائمه", "متروك", "سابق", "برنامج", "ذيل", "النافذه"]
    {
        assert_eq!(found(&extract, left_out), [], "{left_out}");
    }
    assert_eq!(extract.size(), extract.hits.len());
}

#[test]
fn a_page_without_main_is_its_body_and_one_without_heading_is_called_as_its_window() {
    let extract = Extract::of("<title>نافذة</title><body><p>كلمة</p>");
    assert_eq!(extract.title, "نافذة");
    assert_eq!(found(&extract, "كلمه").len(), 1);
}

#[test]
fn a_page_is_read_in_every_spelling() {
    for html in [
        "<HEAD><TITLE>نافذة</TITLE><META CONTENT='وصف' NAME=Description></HEAD><BODY>قائمة<MAIN>كلمة</MAIN>ذيل",
        "<title dir=rtl>نافذة</title><meta name=description content=وصف><main class='>'>كلمة</main ><p>ذيل",
        "<title>نافذة</title><meta name=description content=&#x648;صف><form><main>كل<B>م</B>ة</main>قائمة</form>ذيل",
        "<script>'<main>'</script><title>نافذة</title><meta name=description content=وصف><main><img data-search=off>كلمة<NAV>قائمة</NAV></main>",
    ] {
        let extract = Extract::of(html);
        let read = (extract.title.as_str(), extract.description.as_str());
        assert_eq!(read, ("نافذة", "وصف"), "{html}");
        assert_eq!(found(&extract, "كلمه").len(), 1, "{html}");
        for left_out in ["قائمه", "ذيل"] {
            assert_eq!(found(&extract, left_out), [], "{left_out}: {html}");
        }
    }
    let off = Extract::of("<main data-search=off><p>كلمة</main><main><p>ثانية</main>");
    assert_eq!(
        (found(&off, "كلمه").len(), found(&off, "ثانيه").len()),
        (0, 1)
    );
}

#[test]
fn the_number_of_a_footnote_is_no_part_of_the_word_before_it() {
    let reference = "<sup dir=\"auto\" data-search=\"off\"><a href=\"#fn:1\">1</a></sup>";
    let extract = Extract::of(&format!("<main><p>كتاب{reference} وقلم{reference}</main>"));
    let words = ["كتاب", "وقلم"].map(|word| found(&extract, word).len());
    assert_eq!((words, extract.size()), ([1, 1], 2));
}

#[test]
fn another_page_has_another_digest() {
    let digest = |html: &str| Extract::of(html).digest;
    let once = digest("<main><p>كلمة</p></main>");
    assert_eq!(once, digest("<main class=x><div>كَلِمة</div></main>"));
    for other in ["كلمة كلمة", "كلمات", "<h2>كلمة</h2>", "<p id=x>كلمة"] {
        assert_ne!(once, digest(&format!("<main>{other}</main>")), "{other}");
    }
}

proptest::proptest! {
    #[test]
    fn no_page_is_too_odd(html in "(<(/?)(main|p|h[1-6]|li|b|svg|br|!--)( id=[a-c\"]{0,3})?>?|[ا-ت ]{0,3}|&[a-z#;0-9]{0,4}){0,30}") {
        let extract = Extract::of(&html);
        proptest::prop_assert!(extract.hits.iter().all(|hit| (hit.place as usize) < extract.places.len()));
    }
}
