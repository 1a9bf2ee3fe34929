//! The rules of typography: every planted mistake is found where it stands, nothing else is, and the safe fixes change no
//! citation's verdict.

mod clean;
mod fixes;
mod places;
mod planted;

/// What the sites of these tests say of their own spelling.
const CHECK: &str = r#"
[[check.terms]]
write = "نونبر"
instead_of = ["نوفمبر"]

[[check.terms]]
write = "دجنبر"
instead_of = "ديسمبر"

[[check.terms]]
write = "البريد الإلكتروني"
instead_of = ["الايميل", "الإيميل"]

[[check.terms]]
write = "حلقة العمل"
instead_of = ["ورشة العمل"]
"#;
