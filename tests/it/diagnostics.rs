//! Every problem that can be reported: sites that differ from the good one in `tests/cases/NAME/`, and what is said of them.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value as Json;
use warraq::diagnostic::CODES;

use crate::site::{Files, complained, repository, said};
use crate::sources;

/// One test for each case, with the codes of its report in their order. A case of warnings only is published.
macro_rules! cases {
    ($($(#[$story:meta])* $name:ident: $codes:literal;)+) => {
        const CASES: &[(&str, &str)] = &[$((stringify!($name), $codes)),+];
        $($(#[$story])* #[test] fn $name() { is_reported(stringify!($name), $codes); })+
    };
}

cases! {
    // Files.
    broken_toml: "E101 E101";
    broken_data: "E104 E113 E113 E113 E113";
    /// A file saved in an Arabic encoding of old.
    not_utf_8: "E106 E106";
    no_front_matter: "E107";
    unclosed_front_matter: "E107";
    /// One folder is misspelt; one entry lies outside all folders.
    no_collection: "E108 E108";
    file_name_is_no_slug: "E105";
    stray_file: "W208";

    // Fields.
    /// In an entry, in a citation, among the keys that every entry may carry, in a record of a list.
    unknown_field: "E102 E102 E102 E102 E102";
    /// In an entry and in a record; a citation without its words. An author lacks the book that names none.
    missing_field: "E203 E103 E103 E103";
    /// Each type with a value of another, all in one entry.
    wrong_type: "E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104 E104";
    /// Of the right type, but not one of the values that the field takes.
    unfit_value: "E105 E105 E105 E105 E105 E105 E105 E105";
    impossible_date: "E105 E105";

    // References.
    /// In a field, in Markdown in a field, in prose, in a record. An author lacks the book that names another.
    dangling_reference: "E201 E201 E201 E201 E201 E201";
    reference_to_draft: "E201";
    duplicate_slug: "E202";
    translations: "E202 E230 E231 E201 E231 E103 E231 W232 W232 E105 E105";
    stale_translations: "W233 W233";
    copied_translations: "W242 W242 W242";
    language_settings: "E105 E105 E105 E103 E103 E105 E105 E105 E102 E104 E105 E102 E102 E102 E105 E105 E105";
    /// A collection and a back-reference that have not the size they should.
    wrong_count: "E203 E203";
    /// Names that mean nothing, fields that hold no names, a collection in two groups, texts and synonyms that are none.
    search_settings: "E105 E102 E105 E102 E102 E102 E102 E103 E103 E104 E104 E104 E104 E102";
    search_folder_taken: "E206";
    menu_to_nothing: "E201 E201 E201 E201";

    // Addresses.
    /// Two pages, a page and the page of another collection, a page and a data file, two data files.
    one_address_twice: "E206 E206 E206 E206";
    addresses_differ_in_case: "E206";
    /// آ as one character, and as alif and madda.
    addresses_differ_in_form: "E206";
    /// The folder comes first, or the file does.
    file_and_folder: "E206 E206";
    /// Files that the program makes itself are claimants like all others.
    generated_files_in_the_way: "E206 E206";
    /// `..`, a drive, a device, a dot at the end, two slashes, another host, a fragment, a name too long, NUL, no slash.
    unpublishable_addresses: "E207 E207 E207 E207 E207 E207 E207 E207 E207 E110 E207";
    /// Names that stand for nothing, by their fields or by what they ask of them, and a brace that is not closed.
    address_patterns: "E207 E207 E207 E207 E207";
    address_without_value: "E207";
    /// Round in circles, one to another, to nothing, to no page, in the place of a page, from and to what is no address.
    broken_redirects: "E218 E206 E207 E104 E104 E218 E218 E218 E218 E218 E205 E201 E201 E206 E207 E207 E104 E205";

    // Prose.
    html_in_prose: "E211 E211 E211";
    lost_footnotes: "W220 W220 W221 W221";
    wrong_calls: "E236 E237 E236 E236 E238 E238 E237";
    misread_markup: "W224 W224 W224 W224 W223 W235 W235 W235 W235 W222 W235";
    link_without_text: "E212 E212";
    image_without_description: "E213 E213 E213 E213 E213";
    literal_asterisks: "W214 W214 W214 W214 W214 W214 W214 W214";
    /// In one block, and opened in one to be closed in the next.
    unclosed_quotation: "W216 W216";
    first_level_heading: "W215 W240 W240 W241 W241";
    /// Not closed, spaces where none may be, brackets of another kind, no brackets at all; in a field and in prose. In code it is meant as it stands.
    links_that_are_none: "E219 E219 E219 E219 E219 E219";
    /// In prose, fields, a template and site.toml, as an escape and as an entity; pairs are fine.
    pasted_controls: "E109 E109 E109 E109 E109 E109 E109";
    /// In prose, a field, a template and site.toml; as a reference and an escape, too.
    control_characters: "E110 E110 E110 E110 E110";
    /// A language that is none, no bracket before, no brace after; in code it is meant as it stands.
    foreign_phrase: "W217 W217 W217";

    // Typography.
    typographic_errors: "E702 E701 E703 E704";
    typographic_warnings: "W711 W706 W707 W709 W712 W713 W708 W705 W719";
    french_typography: "W721 W722 W720 W722 W721 W721";
    tamazight_typography: "W723";
    /// The second style of a page is told, and inches are no quotation.
    two_quotation_styles: "W710";
    css_against_the_script: "W714 W714 W714 W714";
    /// A page that does not say that it runs from right to left, and Arabic that is said to be English.
    wrong_language: "E715 E715";
    /// Rules that a page or a part of one does not want; one of them has nothing to pass over.
    passing_over: "W717 E703 W717";
    /// Without a reason, of no rule, of a rule that stays, never closed, never opened.
    broken_passing_over: "E716 E716 E716 E716 E716 E716 E716 E716 E716 E716 E716 E716 E716";
    /// Menus and what only templates read.
    site_texts: "W711 W706";
    check_settings: "E104 E716 E716 E102 E104 E105 E103 E103 E105 E105 E104 E104 E105 E104 E102";

    /// A value that a template prints as it is.
    unisolated_value: "E305";

    // Pages.
    /// From prose, out of the site, from a template.
    broken_link: "E205 E205 E205 E205 E205";
    /// In every spelling of an attribute, in the attributes that hold several addresses, and beside longer addresses that lead
    /// somewhere.
    spellings_of_links: "E205 E205 E205 E205 E205 E205 E205 E205 E205 E205 E205";
    /// To the page itself, to a paragraph, to a page that has no place to link to.
    broken_fragment: "E204 E204 E204";
    /// From prose and a template; two headings of one text, one with vowel signs and a heading that got its id by hand.
    duplicate_id: "E209 E209";

    // Quotations.
    uncited_quotation: "E303 E303 E303";
    /// In a field, in Markdown in a field, in prose; the closest words are shown, where there are any.
    look_alikes: "E201 E301 E301 E201 E301";
    altered_quotation: "E301 E301 E301 E301";
    segments_out_of_order: "E301";
    unknown_paragraph: "E302 E302 E302";
    no_source: "E302 E302 E302 E302 E302 E302 E302";
    /// Two articles, so that a citation has to say which; both at one address; what they say against each other.
    several_sources: "E301 E302 E102 E302 E302 E105 E301 E105 E302 E302 E302 E302 E302 E207";
    source_without_paragraphs: "E105";
    paragraphs_numbered_alike: "E202";
    /// Kept off every page, off all but one, off all but those below an address; brought in by entries and a template.
    forbidden_string: "E304 E304 E304 E304 E304";

    // Templates and assets.
    /// Syntax errors in two templates at once.
    broken_templates: "E401 E401";
    /// And an unknown function.
    unknown_filter: "E401 E401";
    unknown_parent: "E401";
    circular_templates: "E401";
    unknown_variable: "E408";
    /// Of an other kind, of no kind, with names that they are not given, missing forms; in templates, no keys, too little and too much.
    texts_of_templates: "E102 E104 E102 E102 E408 E408 E408 E408 E408 E103 E104 E105 E102";
    /// In a condition, a loop, a parent, a component and the call of one, in a filter; what is printed, set or passed on as well is told once.
    misspelt_names: "E408 E408 E408 E408 E408 E408 E408 E408 E408";
    /// A plural and a date format that are not there, an argument that is none.
    wrong_arguments: "E402 E402 E408 E408";
    wrong_values_in_filters: "E402 E402 E402";
    /// Said once, and how often it comes.
    one_problem_on_many_pages: "E205 E402";
    /// Quoted in either way and not at all, through a filter and a component; not in text, nor where the template asks first.
    null_in_attributes: "E409 E409 E409 E409 E402 E409";
    unknown_asset: "E402";
    /// Of a collection without any, of an entry, of a collection.
    unknown_template: "E403 E403 E403";
    /// Behind Arabic, so that columns count; in an imported part; an import of nothing; what has no end, and a comma of Arabic.
    broken_css: "E405 E405 E405 E405 E405 E405";
    unread_assets: "E404 E404 W414";
    unused_features: "W416 W416 W416";
    missing_font: "E404 E404";
    base_address: "E225";
    refresh_to_elsewhere: "E226";
    /// In templates and in prose; data is no code.
    inline_code_and_style: "E406 E430 E406 E406 E406 E406 E406 E406 E406 E406";
    /// Of pages, of prose, of a style sheet; not of the site itself, of a host that is allowed, or of a link.
    files_of_other_hosts: "E407 E407 E407 E407 E407";
    tags_apart: "W417 W417 W417 W417 W417";
    /// A long page, a style sheet and a script.
    pages_over_budget: "W431 W432 W433";

    // Fonts.
    font_declarations: "E102 E105 E105 E105 E404 E103 E404 E105 E105 E105 E105 E103 E103 E404 E404 E105 E404 E404 E104";
    /// A licence and a file that are not there, a file that is no font.
    unusable_fonts: "E404 E404 E420";
    reserved_font_name: "E421";
    /// In prose, in an attribute, made by a filter, by a name.
    characters_without_font: "E424 E424 E422 E422 E424 E424 E422 E424";
    fonts_over_budget: "W425";

    // site.toml.
    no_site_table: "E103 E102 E102";
    site_keys_missing: "E103 E103 E103";
    bad_site_values: "E105 E105 E105 E105";
    unknown_site_keys: "E102 E102 E102 E102 E102 E102";
    wrong_types_in_site: "E104 E104 E103 E104 E104 E104 E104 E104 E104 E104 E104 E104";
    /// Of `[check.external]`: numbers out of range, a key that is none, a skip that is no string.
    external_settings: "E105 E105 E104 E102";
    /// A form too few, a form that the language has not.
    plural_forms: "E103 E102";
    /// Names that templates use for something else, and one name for two things.
    reserved_names: "E105 E105 E105 E105 E105 E105";
    field_types: "E105 E105 E105 E105 E105 E105 E105";
    collection_declarations: "E207 E102 E102 E102 E105 E105 E103 E102 E105";
    /// A record inside itself, a folder shared by two collections, two collections of sources.
    clashing_collections: "E105 E105 E105";
    /// A title that is a number, an order by references, a count that is none, paragraphs numbered with words.
    fields_of_another_kind: "E105 E105 E105 E105 E105 E105";
    /// A list on no page, numbers that are none, a table with everything wrong, two lists on one page.
    pagination_settings: "E105 E105 E104 E103 E105 E102 E104 E105";
    /// An index without a page, and an entry at the address of a second page.
    list_in_the_way: "E206 E201";
    pages_of_one_title: "W227";
    texts_nowhere: "W229 W229";
    pictures: "E104 E105 E105 E430 E430 E430 E430 E430";
    /// Tags that are not there or are not said, a field of theirs that is taken or required, no template, a list that is none, one name for two things.
    tag_declarations: "E105 E105 E105 E103 E102 E105 E105 E207 E102 E105";
    /// Paths to nothing, to no field and to no day, no period, an address of nothing, nothing at all under a name that is taken.
    archive_declarations: "E102 E103 E102 E105 E105 E105 E207 E103 E103 E105 E102";
    /// Words that are none, in two ways, of two meanings, with one slug, with two files.
    spellings_of_tags: "E105 E202 W228 E105 E202";
    back_reference_declarations: "E104 E103 E102";
    /// To entries of another collection, from no collection, through no field.
    back_reference_paths: "E102 E102 E102";
    /// Nothing, entries and addresses that are not there, another site, no number, no page.
    offline_settings: "E205 E201 E201 E205 E105 E207 E105 E102";
    offline_in_the_way: "E206 E105";
    /// No day, a field that is not there or of another kind, no pages, no place, no length.
    feed_settings: "E103 E105 E102 E102 E105 E105 E105 E105 E207 E102 E105 E105 E105";
    feed_in_the_way: "E206";
    days_of_publishing: "E104 E104 E105";
    menu_items: "E103 E103 E105";
    /// Strings where tables are wanted.
    no_tables: "E104 E104 E104";
    export_declarations: "E103 E103 E207 E102 E102 E103";
    export_values: "E102 E102";

    // What hosts are given.
    /// Scopes that are none, names and values that HTTP does not know or a rule cannot set, no rule at all.
    header_rules: "E105 E105 E105 E105 E105 E105 E104 E105 E102 E103 E104";
    /// A folder that is not there, and a page without its slash.
    header_for_nothing: "W812 W812";

    // Cards and icons.
    /// No template, no drawing, a colour that is none.
    picture_declarations: "E102 E103 E105";
    pictures_of_nothing: "E403 E404";
    /// An element, a family, an attribute and a value that are not known, a text without room, and one with an element in it.
    broken_card: "E410 E410 E410 E410 E410 E410";
    /// A circle that is not closed, on a line that each page fills in.
    ill_formed_card: "E410";
    card_of_another_size: "E410";
    unknown_variable_of_a_card: "E408";
    /// A title too long for its place, and one with a character that the font has not.
    unfit_card: "E411 E412 E422";
    picture_of_a_field: "E239";
    card_in_the_way: "E206 E206";
    icon_is_no_drawing: "E410";
    /// Words that only the template of the cards has.
    forbidden_on_a_card: "E304";

    // Deploying.
    deploy_targets: "E104 E103 E105 E105 E105 E105 E103 E105 E105 E105 E102 E105 E105";

    /// Every stage has something to say, and one run says all of it, in the order of the files.
    everything_at_once: "E104 W214 E201 E102 E301 E103 E101 E403 E212 E107 E201 E404 E401";
}

/// Problems of folders and disks, and of the network, which are no site's: `cli` has most of them, `limits`, `output`, `serve` and `external` all of their own. `loader` has E111, `publish` W507, `deploy` E910, and the tests of publishing W505 and W506. `hosting` has E810 and E811, which deploying tells. E423 is a fault of the program, and `check` has a test that commits it. W434 is what `budgets` is about.
const ELSEWHERE: [&str; 39] = [
    "E111", "E112", "E413", "E415", "W505", "W506", "W507", "E910", "E423", "W434", "W718", "E100",
    "E500", "E501", "E502", "E503", "E504", "E600", "E601", "W602", "W603", "W604", "W801", "W802",
    "W803", "W804", "E810", "E811", "E900", "E901", "E902", "E903", "E904", "E905", "E906", "E907",
    "E908", "E909", "W114",
];

fn is_reported(case: &str, codes: &str) {
    let site = Files::case(&folder(case)).on_disk();
    let run = site.build();
    let report = complained(&run).to_owned();
    let settings = {
        let mut settings = insta::Settings::new();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings
    };
    settings.bind(|| insta::assert_snapshot!(folder(case), report));

    assert_eq!(codes_of(&report), codes);
    if codes.contains('E') {
        run.code(1);
        assert_eq!(
            site.published(),
            Files::default(),
            "something was published"
        );
    } else {
        run.success();
        assert!(site.published().paths().any(|path| path == "index.html"));
    }
}

/// The folder of a case: `no_source` is in `tests/cases/no-source`.
fn folder(case: &str) -> String {
    case.replace('_', "-")
}

/// `error[E201]: …` and `warning[W214]: …` begin a line each.
fn codes_of(report: &str) -> String {
    let heads = report.lines().filter_map(|line| {
        line.strip_prefix("error[")
            .or(line.strip_prefix("warning["))
    });
    let codes: Vec<&str> = heads.map(|head| &head[..4]).collect();
    codes.join(" ")
}

#[test]
fn the_good_site_has_nothing_to_report() {
    let site = Files::good().on_disk();
    let run = site.build().success();
    assert_eq!(complained(&run), "");
}

#[test]
fn every_case_is_listed_and_every_code_has_one() {
    let folders = fs::read_dir(repository().join("tests/cases")).unwrap();
    let folders = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let listed = CASES.iter().map(|(case, _)| folder(case));
    let folders: BTreeSet<String> = folders.collect();
    let mut listed: BTreeSet<String> = listed.collect();
    let snapshots = Files::below(&repository().join("tests/it/snapshots"));
    let snapshots = snapshots
        .texts(&["snap"])
        .map(|(path, _)| path.replace(".snap", ""));
    assert_eq!(snapshots.collect::<BTreeSet<_>>(), listed);
    listed.insert("good".to_owned());
    assert_eq!(folders, listed);

    let tested = CASES.iter().flat_map(|(_, codes)| codes.split(' '));
    let tested: BTreeSet<&str> = tested.chain(ELSEWHERE).collect();
    let used = sources::codes();
    let untested: Vec<_> = used
        .iter()
        .filter(|code| !tested.contains(&***code))
        .collect();
    assert!(untested.is_empty(), "no case reports {untested:?}");
}

#[test]
fn the_table_of_codes_knows_which_bring_fixes() {
    let cases = CASES
        .iter()
        .map(|(case, _)| Files::case(&folder(case)).run());
    let fixed: BTreeSet<&str> = cases
        .flat_map(|build| build.diagnostics)
        .filter_map(|problem| problem.fix.map(|_| problem.code))
        .collect();
    let listed = CODES.iter().filter(|code| code.has_fix);
    assert_eq!(listed.map(|code| code.code).collect::<BTreeSet<_>>(), fixed);
}

#[test]
fn reports_are_in_the_order_of_files_and_places() {
    let build = Files::case("everything-at-once").run();
    let places = build.diagnostics.iter().map(|problem| {
        let span = problem.span.as_ref().unwrap();
        (span.path.to_string(), span.range.start)
    });
    assert!(places.is_sorted());
}

#[test]
fn a_program_gets_the_same_report_as_json() {
    let site = Files::case("altered-quotation").on_disk();
    let run = site.run(&["build", "--message-format", "json"]).code(1);
    let lines: Vec<Json> = said(&run)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(complained(&run), "");
    assert_eq!(lines.len(), 4);

    let expected = serde_json::json!({
        "severity": "error",
        "code": "E301",
        "message": "`على الرفوف` does not stand in paragraph 1",
        "notes": ["the closest words of the paragraph: `على الرف⟦⟧`"],
        "hint": "write `على الرف`, letter for letter as the source has it",
        "id": "quotation-altered",
        "arguments": { "words": "على الرفوف", "number": "1" },
        "file": "content/books/bukhala.md",
        "line": 8,
        "column": 13,
        "end_line": 8,
        "end_column": 25,
        "text": "يقول المقال «على الرفوف» ([الفقرة 1](cite:p1))، ثم «دفتر صغير» ([الفقرة 1](cite:p1)).",
    });
    assert_eq!(lines[2], expected);
}
