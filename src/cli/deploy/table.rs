//! The plan of a deploy as a table for people, or line by line for programs.

use std::collections::BTreeMap;

use serde_json::json;

use crate::cli::outcome::MessageFormat;
use crate::cli::printable;
use crate::cli::report::Report;
use crate::deploy::{Plan, Reason, Stage, Step};
use crate::path::OutputPath;

/// Prints every step: what, why, how much, which file, under which headers.
pub(super) fn print<'a>(
    plan: &Plan,
    headers: impl Fn(&OutputPath) -> BTreeMap<&'a str, &'a str>,
    format: MessageFormat,
    report: &mut Report,
) {
    if format == MessageFormat::Json {
        for step in &plan.steps {
            let line = json!({
                "step": stage(step.stage),
                "why": reason(step.reason),
                "bytes": step.size,
                "file": step.path,
                "headers": headers(&step.path),
            });
            report.data(&line.to_string());
        }
        return;
    }
    if plan.is_empty() {
        return;
    }
    let rows: Vec<_> = plan
        .steps
        .iter()
        .map(|step| row(step, headers(&step.path)))
        .collect();
    let heading = ["what", "why", "size", "file", "headers"].map(str::to_owned);
    let widths = [0, 1, 2].map(|column| {
        let cells = rows
            .iter()
            .chain([&heading])
            .map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    });
    for [what, why, size, file, headers] in [heading].into_iter().chain(rows) {
        let [first, second, third] = widths;
        // What follows the third column is as long as it is: an Arabic name has no width that can
        // be relied upon.
        let line = format!("{what:first$}  {why:second$}  {size:>third$}  {file}  {headers}");
        report.data(&printable::line(line.trim_end()));
    }
}

fn row(step: &Step, headers: BTreeMap<&str, &str>) -> [String; 5] {
    let headers = headers.into_iter();
    let headers: Vec<_> = headers
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    // Isolated, so that its direction does not disturb the line.
    let file = format!("\u{2068}{}\u{2069}", step.path);
    [
        stage(step.stage).to_owned(),
        reason(step.reason).to_owned(),
        size(step.size),
        file,
        headers.join("; "),
    ]
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Removals => "delete",
        _ => "upload",
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::New => "new",
        Reason::Changed => "changed",
        Reason::Headers => "headers",
        Reason::Missing => "lost",
        Reason::Forced => "forced",
        Reason::Removed => "gone",
        Reason::Expired => "outlived",
    }
}

/// `78.3 KB` or `2.4 MB`: thousands or millions of bytes.
pub(super) fn size(bytes: u64) -> String {
    let (unit, name) = if bytes < 1_000_000 {
        (1_000, "KB")
    } else {
        (1_000_000, "MB")
    };
    let tenths = (bytes * 10).div_ceil(unit);
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(
            [0, 1, 100, 1_000, 78_201, 2_345_678].map(size),
            ["0.0 KB", "0.1 KB", "0.1 KB", "1.0 KB", "78.3 KB", "2.4 MB"]
        );
    }
}
