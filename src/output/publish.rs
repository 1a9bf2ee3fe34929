//! STUB
use super::Output;
pub struct Published {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    pub kept: usize,
}
pub fn publish(
    o: &Output,
    dir: &std::path::Path,
) -> Result<Published, crate::diagnostic::Diagnostic> {
    for (p, b) in o.iter() {
        let f = dir.join(p.as_str());
        std::fs::create_dir_all(f.parent().unwrap()).unwrap();
        std::fs::write(f, &b[..]).unwrap();
    }
    Ok(Published {
        written: o.len(),
        unchanged: 0,
        removed: 0,
        kept: 0,
    })
}
