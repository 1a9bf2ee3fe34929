//! What languages are called by those who read them.

use super::Language;

impl Language {
    /// What those who read the language call it: of languages that Moroccan sites are in, and of some others that sites are
    /// in; of all others, the tag.
    #[must_use]
    pub fn endonym(&self) -> &str {
        match self.subtag() {
            "ar" => "العربية",
            "fr" => "Français",
            "en" => "English",
            "zgh" => "ⵜⴰⵎⴰⵣⵉⵖⵜ",
            "es" => "Español",
            "de" => "Deutsch",
            "it" => "Italiano",
            "nl" => "Nederlands",
            "pt" => "Português",
            "ca" => "Català",
            "da" => "Dansk",
            "el" => "Ελληνικά",
            "fa" => "فارسی",
            "fi" => "Suomi",
            "ha" => "Hausa",
            "he" => "עברית",
            "hi" => "हिन्दी",
            "id" => "Bahasa Indonesia",
            "ja" => "日本語",
            "ko" => "한국어",
            "nb" | "no" => "Norsk",
            "pl" => "Polski",
            "ro" => "Română",
            "ru" => "Русский",
            "sv" => "Svenska",
            "sw" => "Kiswahili",
            "tr" => "Türkçe",
            "uk" => "Українська",
            "ur" => "اردو",
            "zh" => "中文",
            _ => self.tag(),
        }
    }
}
