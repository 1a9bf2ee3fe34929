//! What is cut out of the pictures that entries name in their fields.

use std::collections::BTreeSet;

use super::fixed::FixedFile;
use super::picture;
use crate::content::{Picture, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::{EntryId, Site};
use crate::locale::{Text, text};
use crate::media_type::MediaType;
use crate::pages::address::{crop_address, picture_address};
use crate::pages::claims::{Claimant, Claims};
use crate::pages::plan::{PlannedFile, Raster, Role};
use crate::path::OutputPath;
use crate::raster::{self, Album, Cut};
use crate::schema::{Kind, Schema, Structure};
use crate::source::Snapshot;

/// The pictures that entries name in their fields, by themselves.
pub(super) fn pictures(site: &Site) -> Vec<(EntryId, &Picture)> {
    let schema = &site.config.schema;
    let fields = |one: &crate::schema::Collection| {
        let mut kinds = one.fields.iter().map(|field| &field.field_type.kind);
        kinds.any(|kind| may_hold(schema, kind))
    };
    let has_any: Vec<bool> = schema.collections.iter().map(fields).collect();
    if !has_any.contains(&true) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for id in site.ids() {
        let document = &site.entry(id).document;
        if !has_any[document.collection.0] {
            continue;
        }
        for value in document.own_fields(site.collection(site.entry(id))) {
            value.walk(&mut |value| {
                if let Value::Picture(picture) = value {
                    found.push((id, &**picture));
                }
            });
        }
    }
    found
}

fn may_hold(schema: &Schema, kind: &Kind) -> bool {
    match kind.item().structure() {
        Structure::Picture(_) => true,
        Structure::Record(id) => {
            let fields = &schema.record(id).fields;
            let mut kinds = fields.iter().map(|field| &field.field_type.kind);
            kinds.any(|kind| may_hold(schema, kind))
        }
        _ => false,
    }
}

/// Claims the paths of all that is cut out, and reports pictures that are not there.
pub(super) fn claim(site: &Site, album: &Album, snapshot: &Snapshot, claims: &mut Claims) {
    let mut taken = BTreeSet::new();
    for (id, picture) in pictures(site) {
        let made = claim_one(site, (album, snapshot), picture, (&mut taken, claims));
        if let Err((message, hint)) = made {
            let path = &site.entry(id).document.path;
            let span = Span::new(path, picture.range.clone());
            let problem = Diagnostic::error("E239", message).at(span).hint(hint);
            claims.diagnostics.push(problem);
        }
    }
}

fn claim_one(
    site: &Site,
    (album, snapshot): (&Album, &Snapshot),
    picture: &Picture,
    (taken, claims): (&mut BTreeSet<OutputPath>, &mut Claims),
) -> Result<(), (Text, Text)> {
    let file = picture.file.as_str();
    let Some(source) = snapshot.get(&picture.file) else {
        return Err((
            text!("picture-not-there", file),
            text!("picture-not-there-hint"),
        ));
    };
    let Some(address) = picture_address(site, picture) else {
        return Err((
            text!("picture-of-no-page", file),
            text!("picture-of-no-page-hint"),
        ));
    };
    let whole = OutputPath::new(address.trim_start_matches('/'));
    let media_type = whole.as_ref().map(MediaType::of);
    if media_type.is_ok_and(|found| !found.as_str().starts_with("image/")) {
        return Err((
            text!("picture-is-none", file),
            text!("picture-unknown-hint"),
        ));
    }
    let Some(settings) = site
        .config
        .pictures
        .as_ref()
        .filter(|_| !picture.crops.is_empty())
    else {
        return Ok(());
    };
    let facts = album.facts(&picture.file);
    if facts.is_none() && raster::is_raster(source) {
        // What is wrong with it has been said.
        return Ok(());
    }
    let Some(facts) = facts.filter(|facts| facts.is_scaled()) else {
        return Err((text!("picture-uncut", file), text!("picture-uncut-hint")));
    };
    let used = |crop: &&crate::config::Crop| picture.crops.iter().any(|name| **name == *crop.name);
    for crop in settings.crops.iter().filter(used) {
        let address = crop_address(&address, &crop.name, picture.focus);
        let path = OutputPath::new(address.trim_start_matches('/'));
        let path = path.map_err(|problem| (problem, text!("rename-file")))?;
        if !taken.insert(path.clone()) {
            continue;
        }
        let cut = Cut {
            shape: (crop.width, crop.height),
            focus: picture.focus,
        };
        let (variants, (width, height)) = raster::cuts(source, facts, settings, cut);
        let planned = |role| PlannedFile::from(role, MediaType::of(&path), source.path());
        let claimant = || Claimant::file(source.path(), source.path());
        let mut variants = variants.into_iter().rev();
        let Some(largest) = variants.next() else {
            continue;
        };
        let recipe = FixedFile(largest.bytes);
        if !claims.claim(path.clone(), planned(Role::Other), recipe, claimant()) {
            continue;
        }
        let mut copies = Vec::new();
        for variant in variants.rev() {
            let copy = picture::name(&path, variant.width, variant.digest);
            let Ok(copy) = OutputPath::new(&copy) else {
                continue;
            };
            let recipe = FixedFile(variant.bytes);
            if claims.claim(
                copy.clone(),
                planned(Role::Fingerprinted),
                recipe,
                claimant(),
            ) {
                copies.push((variant.width, copy));
            }
        }
        let raster = Raster {
            width,
            height,
            copies,
            is_webp: true,
            sizes: settings.sizes.clone(),
            colour: facts.colour,
        };
        claims.plan.pictures.insert(path, raster);
    }
    Ok(())
}
