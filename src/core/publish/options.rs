//! What a publish is asked for.

use super::grace::Grace;
use super::manifest::SiteRecord;

/// How a site is published.
#[derive(Debug, Default, Clone, Copy)]
pub struct Options<'a> {
    /// Whether the output folder itself stays and its files are replaced one by one, as where it is
    /// mounted into a container.
    pub in_place: bool,
    /// Which files of earlier builds stay for a while; none, if nothing is said.
    pub grace: Option<Grace<'a>>,
    /// What the output is made of, for [`up_to_date`](super::up_to_date) to find. Not to be given for a site with problems, which
    /// every build has to tell.
    pub site: Option<SiteRecord>,
}
