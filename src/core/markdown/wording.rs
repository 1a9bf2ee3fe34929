//! The words that prose puts on a page by itself, in the language of the site. They are letters and digits, which every
//! font of that language has; arrows and boxes are not.

use pulldown_cmark::BlockQuoteKind;

use crate::arabic::Language;

/// The words of one language, and its digits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    zero: char,
    colon: &'static str,
    words: &'static Words,
}

#[derive(Debug)]
struct Words {
    language: &'static str,
    /// The name of the list of footnotes.
    notes: &'static str,
    /// What leads from a footnote back to the text.
    back: &'static str,
    /// What follows `back` where it is read out, before the number of the reference.
    back_to: &'static str,
    table: &'static str,
    list_comma: &'static str,
    /// Of a task: done, and to be done.
    tasks: [&'static str; 2],
    /// Note, tip, important, warning, caution.
    alerts: [&'static str; 5],
}

const LANGUAGES: &[Words] = &[
    Words {
        language: "en",
        notes: "Footnotes",
        back: "Back",
        back_to: "to reference",
        table: "Table",
        list_comma: ", ",
        tasks: ["Done", "To do"],
        alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
    },
    Words {
        language: "ar",
        notes: "الحواشي",
        back: "رجوع",
        back_to: "إلى الإحالة",
        table: "جدول",
        list_comma: "، ",
        tasks: ["تم", "لم يتم"],
        alerts: ["ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه"],
    },
    Words {
        language: "fa",
        notes: "پانویس‌ها",
        back: "بازگشت",
        back_to: "به ارجاع",
        table: "جدول",
        list_comma: "، ",
        tasks: ["انجام شد", "انجام نشده"],
        alerts: ["یادداشت", "نکته", "مهم", "هشدار", "احتیاط"],
    },
    Words {
        language: "ur",
        notes: "حواشی",
        back: "واپس",
        back_to: "حوالے پر",
        table: "جدول",
        list_comma: "، ",
        tasks: ["مکمل", "باقی"],
        alerts: ["نوٹ", "مشورہ", "اہم", "انتباہ", "احتیاط"],
    },
    Words {
        language: "he",
        notes: "הערות שוליים",
        back: "חזרה",
        back_to: "להפניה",
        table: "טבלה",
        list_comma: ", ",
        tasks: ["בוצע", "לביצוע"],
        alerts: ["הערה", "טיפ", "חשוב", "אזהרה", "זהירות"],
    },
    Words {
        language: "fr",
        notes: "Notes",
        back: "Retour",
        back_to: "à l’appel",
        table: "Tableau",
        list_comma: ", ",
        tasks: ["Fait", "À faire"],
        alerts: [
            "Remarque",
            "Conseil",
            "Important",
            "Avertissement",
            "Attention",
        ],
    },
    Words {
        language: "es",
        notes: "Notas",
        back: "Volver",
        back_to: "a la llamada",
        table: "Tabla",
        list_comma: ", ",
        tasks: ["Hecho", "Por hacer"],
        alerts: ["Nota", "Consejo", "Importante", "Advertencia", "Precaución"],
    },
    Words {
        language: "de",
        notes: "Fußnoten",
        back: "Zurück",
        back_to: "zum Verweis",
        table: "Tabelle",
        list_comma: ", ",
        tasks: ["Erledigt", "Offen"],
        alerts: ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"],
    },
];

impl Wording {
    /// The wording of a language, or that of English where it is not known.
    pub(crate) fn of(language: &Language) -> Self {
        let named = |words: &&Words| words.language == language.subtag();
        Self {
            zero: language.number(0).chars().next().unwrap_or('0'),
            colon: language.colon(),
            words: LANGUAGES.iter().find(named).unwrap_or(&LANGUAGES[0]),
        }
    }

    /// A number, in the digits of the language.
    pub(super) fn number(self, number: usize) -> String {
        let digits = number.to_string().into_bytes().into_iter();
        let digits = digits.map(|digit| u32::from(self.zero) + u32::from(digit - b'0'));
        digits.filter_map(char::from_u32).collect()
    }

    /// The counter style of CSS with the digits of the language, where lists do not use it anyway.
    pub(super) fn counter_style(self) -> Option<&'static str> {
        match self.zero {
            '٠' => Some("arabic-indic"),
            '۰' => Some("persian"),
            _ => None,
        }
    }

    pub(super) fn notes(self) -> &'static str {
        self.words.notes
    }

    /// What a link back to the reference of a note says, and what is read out instead. `which` of several references
    /// to the note it is, where there are several.
    pub(super) fn back(self, note: usize, which: Option<usize>) -> (String, String) {
        let shown = match which {
            Some(which) => format!("{} {}", self.words.back, self.number(which)),
            None => self.words.back.to_owned(),
        };
        let name = format!("{shown} {} {}", self.words.back_to, self.number(note));
        (shown, name)
    }

    /// The name of a table with these column heads.
    pub(super) fn table(self, heads: &[String]) -> String {
        let heads: Vec<_> = heads.iter().map(|head| head.trim()).collect();
        let heads: Vec<_> = heads.into_iter().filter(|head| !head.is_empty()).collect();
        match &heads[..] {
            [] => self.words.table.to_owned(),
            heads => {
                let heads = heads.join(self.words.list_comma);
                format!("{}{}{heads}", self.words.table, self.colon)
            }
        }
    }

    pub(super) fn task(self, is_done: bool) -> &'static str {
        self.words.tasks[usize::from(!is_done)]
    }

    pub(super) fn alert(self, kind: BlockQuoteKind) -> &'static str {
        let position = match kind {
            BlockQuoteKind::Note => 0,
            BlockQuoteKind::Tip => 1,
            BlockQuoteKind::Important => 2,
            BlockQuoteKind::Warning => 3,
            BlockQuoteKind::Caution => 4,
        };
        self.words.alerts[position]
    }
}

/// The name that GitHub's class for an alert ends in.
pub(super) fn alert_class(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(tag: &str) -> Wording {
        Wording::of(&Language::new(tag).unwrap())
    }

    #[test]
    fn numbers_have_the_digits_of_the_place_and_not_latin_ones_everywhere() {
        assert_eq!(wording("ar-EG").number(1205), "١٢٠٥");
        assert_eq!(wording("ar-MA").number(10), "10");
        assert_eq!(wording("fa").number(9), "۹");
    }

    #[test]
    fn a_name_that_is_read_out_holds_the_words_that_are_seen() {
        for words in LANGUAGES {
            for which in [None, Some(2)] {
                let (shown, name) = wording(words.language).back(3, which);
                assert!(name.starts_with(&shown), "{name}");
            }
        }
    }
}
