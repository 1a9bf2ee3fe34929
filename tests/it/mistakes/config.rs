//! Slips in site.toml.

use super::Edit::Text;
use super::Mend::Hint;
use super::Mistake;
use super::Site::{Dossier, Starter};

const CONFIG: &str = "site.toml";

pub(super) const MISTAKES: &[Mistake] = &[
    Mistake {
        name: "a capital letter in the name of a template",
        site: Starter,
        slip: Text(
            CONFIG,
            "template = \"term.html\"",
            "template = \"Term.html\"",
        ),
        code: "E403",
        place: "Term.html",
        cause: ["Term.html", "Term.html"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt key of site.toml",
        site: Starter,
        slip: Text(CONFIG, "base_url = ", "base_ulr = "),
        code: "E102",
        place: "base_ulr",
        cause: ["base_ulr", "base_ulr"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt type of a field",
        site: Starter,
        slip: Text(CONFIG, "order = \"int\"", "order = \"itn\""),
        code: "E105",
        place: "itn",
        cause: ["itn", "itn"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt plural form",
        site: Starter,
        slip: Text(CONFIG, "two = \"مصطلحان\"", "tow = \"مصطلحان\""),
        code: "E102",
        place: "tow",
        cause: ["tow", "tow"],
        mend: Hint,
    },
    Mistake {
        name: "a misspelt template in site.toml",
        site: Starter,
        slip: Text(
            CONFIG,
            "template = \"term.html\"",
            "template = \"trem.html\"",
        ),
        code: "E403",
        place: "trem.html",
        cause: ["trem.html", "trem.html"],
        mend: Hint,
    },
    Mistake {
        name: "a font that is not there",
        site: Dossier,
        slip: Text(
            "templates/theme.toml",
            "NotoNaskhArabic-Regular.ttf",
            "NotoNaskhArabic-Regluar.ttf",
        ),
        code: "E404",
        place: "fonts/NotoNaskhArabic-Regluar.ttf",
        cause: ["Regluar", "Regluar"],
        mend: Hint,
    },
];
