//! The pieces of a text in their order, to an article: which of them is the title, who wrote it, where the paragraphs begin.

use super::dates;
use super::words::is_part;
use crate::arabic::nfc;

/// An article as it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its title; where none is written above the text, the words that it opens with.
    pub title: String,
    /// Whether a title is written above the text.
    pub is_titled: bool,
    /// Who wrote it, as it is printed.
    pub byline: Option<String>,
    /// The other lines above the text: the place and the day, a subtitle.
    pub lines: Vec<String>,
    /// The text.
    pub paragraphs: Vec<Paragraph>,
    /// How many paragraphs of a web page are taken for no part of it.
    pub left_out: usize,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, from 1.
    pub n: usize,
    /// The heading above it.
    pub heading: Option<String>,
    /// What it says.
    pub text: String,
    /// The same, sentence by sentence.
    pub sentences: Vec<String>,
}

/// A piece of a text, by what its format says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Title(String),
    Heading(String),
    /// A line or a paragraph: the format does not say which.
    Line(String),
}

/// What a line that names the writer begins with.
const BYLINE: [&str; 10] = [
    "بقلم",
    "كتب",
    "كتبت",
    "كتبها",
    "تحرير",
    "إعداد",
    "اعداد",
    "ترجمة",
    "حاوره",
    "By",
];

/// The longest line that may be a title, and the longest that may be a heading, in words.
const TITLE: usize = 24;
const HEADING: usize = 9;

/// How many words of a text stand in for its title.
const OPENING: usize = 10;

impl Article {
    /// Reads the pieces of a text. Nothing of them is lost.
    pub(super) fn of(blocks: Vec<Block>) -> Self {
        let mut article = Self {
            title: String::new(),
            is_titled: true,
            byline: None,
            lines: Vec::new(),
            paragraphs: Vec::new(),
            left_out: 0,
        };
        let blocks = blocks.into_iter().filter_map(Block::tidy);
        let blocks: Vec<Block> = blocks.collect();
        let has_title = blocks.iter().any(|block| matches!(block, Block::Title(_)));
        let front = front(&blocks, has_title);
        let (above, below) = blocks.split_at(front);
        article.read_front(above, has_title);
        let mut heading = None;
        for (at, block) in below.iter().enumerate() {
            let is_last = at + 1 == below.len();
            match block {
                Block::Title(text) if article.title.is_empty() => article.title.clone_from(text),
                Block::Title(text) | Block::Heading(text) if !is_last => {
                    // Of two headings in a row, the first is a paragraph.
                    if let Some(above) = heading.replace(text.clone()) {
                        article.push(above, None);
                    }
                }
                Block::Line(text) if is_heading(text) && !is_last => {
                    if let Some(above) = heading.replace(text.clone()) {
                        article.push(above, None);
                    }
                }
                Block::Title(text) | Block::Heading(text) | Block::Line(text) => {
                    article.push(text.clone(), heading.take());
                }
            }
        }
        if article.title.is_empty() {
            article.is_titled = false;
            let first = article.paragraphs.first();
            article.title = first.map(opening).unwrap_or_default();
        }
        article
    }

    /// Whether most of its letters are Arabic: the rules read no other language.
    #[must_use]
    pub fn is_arabic(&self) -> bool {
        let texts = self.paragraphs.iter().map(|one| one.text.as_str());
        let letters = texts.flat_map(str::chars).filter(|c| c.is_alphabetic());
        let (arabic, all) = letters.fold((0_usize, 0_usize), |(arabic, all), c| {
            (
                arabic + usize::from(matches!(c, '\u{600}'..='\u{6FF}')),
                all + 1,
            )
        });
        arabic * 2 >= all
    }

    fn push(&mut self, text: String, heading: Option<String>) {
        self.paragraphs.push(Paragraph {
            n: self.paragraphs.len() + 1,
            heading,
            sentences: sentences(&text),
            text,
        });
    }

    /// The lines above the text. The title is the one that the format calls so, else the longest that neither names a writer
    /// nor a day.
    fn read_front(&mut self, front: &[Block], has_title: bool) {
        let mut lines = Vec::new();
        for block in front {
            match block {
                Block::Title(text) if self.title.is_empty() => self.title.clone_from(text),
                Block::Title(text) | Block::Heading(text) | Block::Line(text) => lines.push(text),
            }
        }
        if !has_title {
            let is_title = |line: &&&String| !is_byline(line) && !is_dateline(line);
            let longest = lines.iter().filter(is_title).map(|line| count(line)).max();
            // Of lines that are nearly as long, the first.
            let enough = longest.map_or(0, |longest| longest.min(5));
            let title = lines
                .iter()
                .position(|line| is_title(&line) && count(line) >= enough);
            if let Some(title) = title {
                self.title.clone_from(lines.remove(title));
            }
        }
        let byline = lines.iter().position(|line| is_byline(line));
        let byline = byline.or_else(|| {
            lines
                .iter()
                .position(|line| !is_dateline(line) && count(line) <= 6)
        });
        if let Some(byline) = byline {
            self.byline = Some(lines.remove(byline).clone());
        }
        self.lines = lines.into_iter().cloned().collect();
    }
}

impl Block {
    /// Whether there is anything in it.
    pub(super) fn is_something(&self) -> bool {
        let (Self::Title(text) | Self::Heading(text) | Self::Line(text)) = self;
        !text.trim().is_empty()
    }

    /// The piece with single spaces, and none where nothing is left.
    fn tidy(self) -> Option<Self> {
        let tidy = |text: String| {
            let seen = text.chars().map(|c| if c.is_control() { ' ' } else { c });
            let seen: String = seen.filter(|c| !is_steering(*c)).collect();
            let words: Vec<&str> = seen.split_whitespace().collect();
            nfc(&words.join(" ")).into_owned()
        };
        let (kind, text): (fn(String) -> Self, String) = match self {
            Self::Title(text) => (Self::Title, text),
            Self::Heading(text) => (Self::Heading, text),
            Self::Line(text) => (Self::Line, text),
        };
        Some(tidy(text))
            .filter(|text| text.chars().any(char::is_alphanumeric))
            .map(kind)
    }
}

/// Characters that reorder or join letters and are no part of what was printed.
fn is_steering(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{61C}' | '\u{FEFF}')
}

/// How many pieces stand above the text.
fn front(blocks: &[Block], has_title: bool) -> usize {
    let is_front = |(at, block): (usize, &Block)| match block {
        Block::Title(_) => true,
        Block::Heading(_) => false,
        Block::Line(text) => {
            let is_first = at == 0 && !has_title && count(text) <= TITLE;
            // «كتب - محمد يحيى:»
            is_first && !text.ends_with('.')
                || is_byline(text)
                || !ends_sentence(text) && count(text) <= TITLE
        }
    };
    let front = blocks.iter().enumerate();
    let front = front
        .take_while(|(at, block)| is_front((*at, block)))
        .count();
    // Whatever there is, something is left to be a paragraph.
    front.min(blocks.len().saturating_sub(1)).min(6)
}

/// The words that a paragraph opens with: its first sentence, if that is short.
fn opening(paragraph: &Paragraph) -> String {
    let first = paragraph.sentences.first().unwrap_or(&paragraph.text);
    let words: Vec<&str> = first.split(' ').collect();
    match words.get(..OPENING) {
        Some(opening) if words.len() > OPENING => {
            format!(
                "{}…",
                opening.join(" ").trim_end_matches(['،', '؛', ':', ','])
            )
        }
        _ => first.trim_end_matches('.').to_owned(),
    }
}

fn is_heading(text: &str) -> bool {
    let last = text.chars().next_back();
    count(text) <= HEADING && !ends_sentence(text) && last.is_some_and(char::is_alphanumeric)
}

fn is_byline(text: &str) -> bool {
    let first = text.split([' ', ':', '：']).next().unwrap_or_default();
    BYLINE.contains(&first) && count(text) <= 8
}

/// A line that says where and when: a day, or a place behind a dash.
fn is_dateline(text: &str) -> bool {
    let has_dash = text.contains(['–', '—', '-', '/', '|']);
    count(text) <= 8 && (has_dash || dates::has_date(text))
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['»', '"', '”', ')', ' ']);
    end.ends_with(['.', '؟', '!', '…', '?', '۔', ':', '،', '؛'])
}

/// A paragraph to its sentences. A dot between digits, in an abbreviation of one letter, or inside quotation marks ends none.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let (mut start, mut depth) = (0_usize, 0_usize);
    // How long the last word of the sentence is so far.
    let (mut letters, mut is_inside) = (0_usize, false);
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if is_part(c) {
            letters = if is_inside { letters + 1 } else { 1 };
        }
        is_inside = is_part(c);
        let next = characters.peek().map(|(_, c)| *c);
        let is_end =
            matches!(c, '.' | '؟' | '!' | '?' | '…') && next.is_none_or(char::is_whitespace);
        if is_end && depth == 0 && letters > 1 {
            letters = 0;
            let end = at + c.len_utf8();
            sentences.extend(text.get(start..end).map(|text| text.trim().to_owned()));
            start = end;
        }
    }
    let rest = text.get(start..).unwrap_or_default().trim();
    if !rest.is_empty() {
        sentences.push(rest.to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(lines: &[&str]) -> Article {
        let lines = lines.iter().map(|line| Block::Line((*line).to_owned()));
        Article::of(lines.collect())
    }

    const BODY: &str = "شهدت المدينة اجتماعا حضره عدد كبير من المسؤولين والخبراء.";

    #[test]
    fn the_title_is_told_from_the_lines_around_it() {
        let title = "التعاون الأمني الدولي يتعزز في المدينة";
        let long = "وقال المسؤول إن 2.5 في المائة من السكان شاركوا. وأضاف: «نعم. لا شك.» ثم انصرف!";
        for (lines, byline, others) in [
            (vec![title, BODY], None, 0),
            (vec!["نون بوست علي", title, BODY], Some("نون بوست علي"), 0),
            (
                vec![title, "بقلم: سلمى", "الرباط في 12 ماي 2025", BODY],
                Some("بقلم: سلمى"),
                1,
            ),
            (vec![title, "وجدة – مراسل خاص", BODY], None, 1),
        ] {
            let article = article(&[&lines[..], &[long]].concat());
            assert_eq!(article.title, title);
            assert_eq!(article.byline.as_deref(), byline);
            assert_eq!(article.lines.len(), others, "{article:?}");
            assert_eq!(article.paragraphs.len(), 2);
            assert_eq!(article.paragraphs[1].sentences.len(), 2, "{article:?}");
        }
        // Without one, the text has to say what it is called.
        for (lines, title) in [
            (
                &[BODY, BODY][..],
                "شهدت المدينة اجتماعا حضره عدد كبير من المسؤولين والخبراء",
            ),
            (&[long], "وقال المسؤول إن 2.5 في المائة من السكان شاركوا"),
            (
                &["قال المسؤول الأول في المدينة إن اللقاء الكبير ناجح، ومفيد ومثمر أيضا."],
                "قال المسؤول الأول في المدينة إن اللقاء الكبير ناجح، ومفيد…",
            ),
            (&["سطر واحد"], "سطر واحد"),
        ] {
            let article = article(lines);
            assert_eq!((article.title.as_str(), article.is_titled), (title, false));
            assert_eq!(article.paragraphs.len(), lines.len());
        }
        assert_eq!(article(&[]).paragraphs.len(), 0);
    }

    #[test]
    fn headings_stand_above_their_paragraphs_and_nothing_is_lost() {
        let article = article(&[
            "عنوان المقال الطويل هذا",
            BODY,
            "شراكات جديدة",
            BODY,
            "المصدر",
        ]);
        let headings = article.paragraphs.iter().map(|one| one.heading.as_deref());
        let headings: Vec<_> = headings.collect();
        assert_eq!(headings, [None, Some("شراكات جديدة"), None]);
        assert_eq!(article.paragraphs[2].text, "المصدر");
    }
}
