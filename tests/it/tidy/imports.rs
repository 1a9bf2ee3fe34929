//! Who may import whom: rooms only what stands above them, and no module one that imports it, directly or not.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::modules::{self, Path};

/// What each room may import from the others. Data flows down this list.
const ROOMS: &str = "\
locale:
digest:
parallel:
html:
arabic: html
highlight: html arabic
path: locale arabic
media_type: path
diagnostic: locale path
source: locale html path media_type arabic diagnostic digest
article: locale html arabic diagnostic
memo: parallel diagnostic source
schema: locale path media_type arabic diagnostic
markdown: locale html highlight path arabic diagnostic source schema
config: locale highlight path arabic diagnostic source schema markdown
content: locale path arabic diagnostic digest source schema markdown config
graph: locale path arabic diagnostic digest source schema markdown config content
output: path digest source
fonts: locale arabic diagnostic digest source memo schema config output
assets: locale highlight path diagnostic digest source schema fonts output
raster: locale path diagnostic digest source config output
pictures: locale path arabic diagnostic digest source schema config fonts output
search: html path arabic digest output
pages: locale parallel html path media_type arabic diagnostic digest memo source schema markdown config content graph assets pictures raster search output
check: locale parallel html path media_type arabic diagnostic digest memo source schema config content graph fonts pictures search output pages
publish: locale parallel path diagnostic digest source raster output
external: locale path diagnostic source config pages
hosting: locale path media_type diagnostic digest config output pages
pipeline: locale parallel path arabic diagnostic digest memo source schema markdown config content graph fonts assets pictures raster output pages check
edit: locale path arabic diagnostic source article schema config markdown content graph pipeline
import: locale path arabic highlight diagnostic source schema markdown pipeline
deploy: locale path diagnostic digest source config output hosting pages
serve: locale html path media_type arabic diagnostic digest source content graph raster output pages check edit pipeline
cli: locale path arabic diagnostic source article schema config content graph pages check edit import deploy external hosting pipeline publish serve
";

#[test]
fn rooms_import_only_what_the_architecture_allows() {
    let rooms = ROOMS.lines().filter_map(|line| line.split_once(':'));
    let rooms: Vec<(&str, Vec<&str>)> = rooms
        .map(|(room, allowed)| (room, allowed.split_whitespace().collect()))
        .collect();
    let mut unused = BTreeSet::new();
    for (at, (room, allowed)) in rooms.iter().enumerate() {
        for other in allowed {
            let is_above = rooms[..at].iter().any(|(above, _)| above == other);
            assert!(is_above, "{other} is not above {room}, which may import it");
            unused.insert((*room, *other));
        }
    }
    let mut forbidden = Vec::new();
    for (module, imports) in modules::imports() {
        let room = rooms.iter().find(|(room, _)| *room == module[0]);
        let (room, allowed) = room.unwrap_or_else(|| panic!("{} is no known room", module[0]));
        for import in imports.iter().filter(|import| import[0] != *room) {
            if !allowed.contains(&import[0].as_str()) {
                forbidden.push(format!(
                    "{} imports {}",
                    module.join("::"),
                    import.join("::")
                ));
            }
            unused.retain(|(from, to)| from != room || *to != import[0]);
        }
    }
    assert!(forbidden.is_empty(), "{forbidden:#?}");
    assert!(unused.is_empty(), "allowed and not done: {unused:?}");
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    let imports = modules::imports();
    let circles = circles(&imports);
    let told: Vec<_> = circles
        .iter()
        .map(|circle| tell(circle, &imports))
        .collect();
    assert!(circles.is_empty(), "in a circle:\n{}", told.join("\n"));
}

type Imports = BTreeMap<Path, BTreeSet<Path>>;

/// The modules that can be reached from each other, group by group.
fn circles(imports: &Imports) -> Vec<BTreeSet<&Path>> {
    let reached: BTreeMap<&Path, BTreeSet<&Path>> = imports
        .keys()
        .map(|from| (from, reach(from, imports)))
        .collect();
    let around = imports.keys().map(|module| {
        let others = reached[module].iter().copied();
        others
            .filter(|other| reached.get(other).is_some_and(|back| back.contains(module)))
            .collect::<BTreeSet<_>>()
    });
    let mut circles: Vec<_> = around.filter(|circle| !circle.is_empty()).collect();
    circles.sort();
    circles.dedup();
    circles
}

/// What a module needs, directly or not.
fn reach<'a>(from: &Path, imports: &'a Imports) -> BTreeSet<&'a Path> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Path> = imports[from].iter().collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(&imports[module]);
        }
    }
    reached
}

/// A circle for a person: who in it imports whom.
fn tell(circle: &BTreeSet<&Path>, imports: &Imports) -> String {
    let lines = circle.iter().map(|module| {
        let others = imports[*module]
            .iter()
            .filter(|other| circle.contains(other));
        let others: Vec<_> = others.map(|other| other.join("::")).collect();
        format!("  {} -> {}", module.join("::"), others.join(", "))
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn imports_are_read_in_every_form() {
    let files = [
        (
            "house/mod.rs",
            "mod door;\npub mod wall;\npub(crate) use door::{Door, Lock as Bolt};\nfn f(_: Bolt) {}",
        ),
        ("house/door.rs", "pub struct Door;\npub struct Lock;"),
        (
            "house/wall.rs",
            "use super::{\n    Door,\n    door::{self, Lock},\n};",
        ),
        (
            "road.rs",
            "use crate::{\n    house::{Door, wall::Brick},\n    sky,\n};",
        ),
        (
            "sky.rs",
            "fn f() -> crate::road::Stone { \"crate::house::Door\"; 'c' }\nmod blue {\n    use super::super::lake::Deep as _;\n}",
        ),
        (
            "lake.rs",
            "// crate::house\nfn f<'a>(x: &'a str) { r#\"\"crate::sky\"#; std::house::f(); x.house::<u8>() }",
        ),
    ];
    let imports = modules::imports_of(
        files
            .into_iter()
            .map(|(file, text)| (modules::path_of(file), text.to_owned())),
    );
    let told = imports.iter().map(|(module, imports)| {
        let imports: Vec<_> = imports.iter().map(|import| import.join("::")).collect();
        format!("{}: {}", module.join("::"), imports.join(" "))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "house: house::door",
            "house::door: ",
            "house::wall: house::door",
            "lake: ",
            "road: house::door house::wall sky",
            "sky: lake road",
        ]
    );
    assert!(
        circles(&imports)
            .iter()
            .flatten()
            .map(|module| module.join("::"))
            .eq(["road", "sky"])
    );
}
