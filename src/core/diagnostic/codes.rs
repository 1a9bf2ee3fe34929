//! Every code that a diagnostic may have, and what is decided by it. `docs/diagnostics.md` and `docs/diagnostics.ar.md` explain them.

/// A code of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// `E` or `W` and three digits.
    pub code: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// Whether pages can be rendered all the same: every value that they show is there.
    pub lets_render: bool,
    /// Where editors may silence it, with a reason.
    pub silenced_by: Option<Scope>,
    /// Whether some of its diagnostics bring a fix that a program can apply.
    pub has_fix: bool,
}

/// Where a rule may be silenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scope {
    /// In a page, and for all of the site.
    Page,
    /// For all of the site only.
    Site,
}

impl Code {
    /// The code by its name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        CODES.iter().find(|code| code.code == name)
    }

    /// The codes that may be silenced in a page, or for a site.
    #[must_use]
    pub fn silenced_in(scope: Scope) -> Vec<&'static str> {
        let codes = CODES.iter().filter(|code| match scope {
            Scope::Page => code.silenced_by == Some(Scope::Page),
            Scope::Site => code.silenced_by.is_some(),
        });
        codes.map(|code| code.code).collect()
    }

    const fn new(code: &'static str, title: &'static str) -> Self {
        Self {
            code,
            title,
            lets_render: code.as_bytes()[0] == b'W',
            silenced_by: None,
            has_fix: false,
        }
    }

    const fn lets_render(mut self) -> Self {
        self.lets_render = true;
        self
    }

    const fn silenced_by(mut self, scope: Scope) -> Self {
        self.silenced_by = Some(scope);
        self
    }

    const fn has_fix(mut self) -> Self {
        self.has_fix = true;
        self
    }
}

/// All of them, in the order of their numbers.
pub const CODES: &[Code] = &[
    Code::new("E100", "There is no site, or a file cannot be read").lets_render(),
    Code::new("E101", "The TOML is broken").has_fix(),
    Code::new("E102", "An unknown name"),
    Code::new("E103", "Something is missing"),
    Code::new("E104", "A value of the wrong type").has_fix(),
    Code::new("E105", "An invalid value of the right type"),
    Code::new("E106", "The file is not UTF-8"),
    Code::new("E107", "The front matter has no opening or closing line"),
    Code::new("E108", "A file that is not in a collection's folder"),
    Code::new("E109", "An invisible character that reorders text")
        .lets_render()
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("E110", "A control character")
        .lets_render()
        .has_fix(),
    Code::new(
        "E111",
        "A symbolic link that leads out of the site or to a hidden file",
    ),
    Code::new("E112", "A file that is too large"),
    Code::new("E113", "A file of data that cannot be read"),
    Code::new("W114", "Days of changes that git does not know"),
    Code::new("E201", "A reference to an entry that does not exist"),
    Code::new("E202", "A duplicate name"),
    Code::new("E203", "A count that differs from `expect`").lets_render(),
    Code::new("E204", "A link to a missing fragment"),
    Code::new("E205", "A broken link"),
    Code::new("E206", "Two files at the same address"),
    Code::new("E207", "An address that cannot be published"),
    Code::new(
        "W208",
        "A file that belongs to no entry and is not published",
    ),
    Code::new("E209", "Two elements of a page with the same id").lets_render(),
    Code::new("E211", "HTML in prose").lets_render(),
    Code::new("E212", "A link without a text").lets_render(),
    Code::new("E213", "An image without a description").lets_render(),
    Code::new(
        "W214",
        "Signs of markup that would be printed, because they mark nothing",
    ),
    Code::new("W215", "A first-level heading in the body"),
    Code::new("W216", "A quotation that is not closed"),
    Code::new(
        "W217",
        "`{lang=…}` that would be printed, because it marks no phrase",
    ),
    Code::new("E218", "An invalid redirect"),
    Code::new("E219", "An address that is printed as text")
        .lets_render()
        .has_fix(),
    Code::new("W220", "A reference to a footnote that is not there"),
    Code::new("W221", "A footnote that is not published"),
    Code::new("W222", "A code block that is not closed"),
    Code::new("W223", "A table that would be printed as text"),
    Code::new("W224", "Markup of another program"),
    Code::new("E225", "A `<base>` element with an address"),
    Code::new(
        "E226",
        "A `<meta http-equiv=\"refresh\">` that leads to another site",
    ),
    Code::new("W227", "Two pages of a list with one title"),
    Code::new("W228", "One tag, written in two ways"),
    Code::new("W229", "A text that no template shows"),
    Code::new("E230", "A field of a translation that all languages share")
        .lets_render()
        .has_fix(),
    Code::new("E231", "A translation that has to be there").lets_render(),
    Code::new("W232", "A translation that is missing"),
    Code::new("W233", "A translation that is older than its original").has_fix(),
    Code::new("W235", "A code block that says what warraq does not know"),
    Code::new("E236", "A component that cannot be called so").lets_render(),
    Code::new(
        "E237",
        "A call of a component that does not end, or does not begin",
    )
    .lets_render(),
    Code::new("E238", "A value of the site that cannot be told").lets_render(),
    Code::new("E239", "A picture of a field that cannot be shown"),
    Code::new("W240", "A heading that skips a level"),
    Code::new("W241", "Hyphens that make a heading of the text above them").has_fix(),
    Code::new("W242", "Arabic words where their translation should be").silenced_by(Scope::Page),
    Code::new("E301", "The quoted words are not in the paragraph").lets_render(),
    Code::new("E302", "A paragraph or a source that does not exist"),
    Code::new("E303", "Words between « and » without a citation").lets_render(),
    Code::new("E304", "A string that `[[forbid]]` does not allow"),
    Code::new("E305", "Text that would be displayed in the wrong order").silenced_by(Scope::Page),
    Code::new("E401", "A template that cannot be read"),
    Code::new("E402", "A template that fails on a page"),
    Code::new("E403", "No template"),
    Code::new(
        "E404",
        "A style sheet, a script or site.toml names a file that is not there",
    ),
    Code::new("E405", "A broken style sheet"),
    Code::new("E406", "Inline code or style"),
    Code::new(
        "E407",
        "A file that a page or a style sheet loads from another host",
    ),
    Code::new("E408", "A name in a template that does not exist").lets_render(),
    Code::new("E409", "A null in an attribute"),
    Code::new("E410", "A drawing that cannot be rendered"),
    Code::new("E411", "A text that does not fit into its place on a card"),
    Code::new("E412", "A character that no font of a card has"),
    Code::new("E413", "A template that prints too much"),
    Code::new("W414", "An asset that no browser reads"),
    Code::new("E415", "A file that takes too long, or too much memory"),
    Code::new("W416", "A feature that no page uses"),
    Code::new("W417", "Tags that do not belong together").silenced_by(Scope::Page),
    Code::new("E420", "A font that cannot be used"),
    Code::new("E421", "The licence reserves the name of the font"),
    Code::new("E422", "A character that no font of the site has"),
    Code::new(
        "E423",
        "Letters that the published subset renders differently from the full font",
    ),
    Code::new("E424", "A character that is on a page but in no source"),
    Code::new(
        "W425",
        "A page that may load more font data than the budget",
    ),
    Code::new("E430", "A picture that cannot be used").lets_render(),
    Code::new("W431", "A page with more HTML than the budget"),
    Code::new(
        "W432",
        "A page that loads more style sheets than the budget",
    ),
    Code::new("W433", "A page that loads more scripts than the budget"),
    Code::new(
        "W434",
        "A page whose first view transfers more than the budget",
    ),
    Code::new(
        "E500",
        "A file or folder that cannot be read, created or written",
    ),
    Code::new(
        "E501",
        "A file that warraq did not write is where the site needs a file or a folder",
    ),
    Code::new("E502", "Another build is publishing to the same folder"),
    Code::new("E503", "A path that cannot be the output folder"),
    Code::new(
        "E504",
        "A path that would be both a file and a folder of the site",
    ),
    Code::new(
        "W505",
        "The site is published, but tidying up after it failed",
    ),
    Code::new("W506", "A file that was kept aside"),
    Code::new(
        "W507",
        "An address that was published last time and is not now",
    ),
    Code::new(
        "E600",
        "The preview cannot listen on the given address or port",
    ),
    Code::new("E601", "The build crashed"),
    Code::new("W602", "Folders cannot be watched"),
    Code::new(
        "W603",
        "The site, or the target of one of its symbolic links, is on a file system that does not report every change",
    ),
    Code::new("W604", "The build takes very long"),
    Code::new("E701", "Presentation forms")
        .lets_render()
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("E702", "Letters that only look Arabic")
        .lets_render()
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("E703", "Digits that the locale does not use")
        .lets_render()
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("E704", "Thousands separated by a plain space")
        .lets_render()
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W705", "A range with a hyphen")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W706", "A Latin `,` `;` or `?` after Arabic")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W707", "A space before ، ؛ ؟ . or !")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W708", "No space after ، ؛ ؟ . or !")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W709", "A word stretched with tatweel")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W710", "Two styles of quotation marks in one file").silenced_by(Scope::Page),
    Code::new("W711", "A detached conjunction و")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W712", "A spelling that `[[check.terms]]` replaces")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W713", "A missing or surplus hamza")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W714", "A CSS declaration that does not suit Arabic script")
        .silenced_by(Scope::Page),
    Code::new(
        "E715",
        "A page that does not declare its language and direction",
    )
    .silenced_by(Scope::Site),
    Code::new("E716", "An invalid exception").lets_render(),
    Code::new("W717", "An unused `ignore`"),
    Code::new("W718", "A file that `--fix` did not change"),
    Code::new("W719", "A list mark in digits that the locale does not use")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W720", "A missing or breaking space of French punctuation")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W721", "A mark as keyboards write it")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new(
        "W722",
        "A French ordinal or capital that is not spelled as printed",
    )
    .silenced_by(Scope::Page)
    .has_fix(),
    Code::new("W723", "A word in Tifinagh with letters of another script")
        .silenced_by(Scope::Page)
        .has_fix(),
    Code::new("W801", "A broken external link"),
    Code::new("W802", "An external link that has moved permanently"),
    Code::new("W803", "An external link that could not be checked"),
    Code::new("W804", "The answers cannot be cached"),
    Code::new(
        "E810",
        "A file of the site with the name of one that warraq generates",
    ),
    Code::new("E811", "More rules than Cloudflare Pages accepts"),
    Code::new(
        "W812",
        "A rule of `[[headers]]` for an address at which nothing is published",
    ),
    Code::new("E900", "No target"),
    Code::new("E901", "Something needed to reach the target is missing"),
    Code::new("E902", "The target refused"),
    Code::new("E903", "The target did not answer"),
    Code::new("E904", "Somebody else is deploying to the same target"),
    Code::new("E905", "Too many files would be deleted"),
    Code::new("E906", "A file that warraq did not deploy has the path"),
    Code::new("E907", "The target does not hold what was sent"),
    Code::new("E908", "The record of the last deploy cannot be read"),
    Code::new("E909", "No release to roll back to"),
    Code::new("E910", "The target holds another site"),
];
