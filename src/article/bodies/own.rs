//! Names of their own that a head has: of firms and societies, in Latin letters, in quotation marks, and of people that institutions bear.

use super::construct::Construct;
use super::shape::{is_abstract, is_foreign, is_head, is_loose, is_own_name, is_participle};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::places;
use crate::article::words::{Word, is_definite};

impl Construct<'_, '_> {
    /// «مجموعة الأزمات الدولية», «دار النمر للفن والثقافة»: more than a noun.
    pub(super) fn long(&mut self) -> bool {
        let is_one = self
            .next()
            .is_some_and(|next| is_definite(&next.folded) && !is("many", &next.folded));
        is_one && self.construct() && self.at > self.from + 2
    }

    /// «مجموعة سيمنز للطاقة»: a name that is no word of the language, and what follows with ل.
    pub(super) fn firm(&mut self) -> bool {
        let is_name = self.head.named
            && self.next().is_some_and(|next| {
                is_own_name(next) && (is_foreign(&next.folded) || is("firms", &next.folded))
            });
        if is_name {
            self.at += 1;
            self.of_what();
            while self.next().is_some_and(|next| self.is_described(next)) {
                self.at += 1;
            }
        }
        is_name || self.latin()
    }

    /// «مجموعة OCP», «مجموعة بي إن الإعلامية»: letters of another alphabet, or their names.
    pub(super) fn latin(&mut self) -> bool {
        let start = self.at;
        let is_letter =
            |word: &Word<'_>| is("letters", &word.folded) && !is_word("particles", word);
        if self.next().is_some_and(is_letter) {
            self.at += 1;
            while self.at < start + 4
                && self
                    .next()
                    .is_some_and(|next| is("letters", &next.folded) || next.is_number())
            {
                self.at += 1;
            }
            while self.next().is_some_and(|next| self.is_described(next)) {
                self.at += 1;
            }
            return true;
        }
        while self.at < start + 3
            && let Some(next) = self.next()
            && next.text.chars().all(|c| c.is_ascii_alphanumeric())
            && next.text.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            self.at += 1;
        }
        self.at > start
    }

    /// «للأدوية», «للطاقة» behind a name of its own.
    pub(super) fn of_what(&mut self) {
        // «كارنيغي للشرق الأوسط»
        let is_of = self
            .next()
            .is_some_and(|next| next.folded.starts_with("لل"));
        if let Some(place) = self
            .places
            .get(&self.at)
            .filter(|place| is_of && place.to > self.at + 1)
        {
            self.at = place.to;
            return;
        }
        let is_part = self.next().is_some_and(|next| {
            let rest = next.folded.strip_prefix("لل");
            rest.is_some_and(|rest| {
                let whole = format!("ال{rest}");
                !is("stops", &whole) && !is("others", &whole)
            })
        });
        if is_part {
            self.at += 1;
            self.adjectives(true);
        }
    }

    /// Whether a word is a participle that a name may end with: «للتحصين الموسع», «القطب الجزائي المتخصص بوهران».
    pub(super) fn is_last(&self, rest: &str) -> bool {
        let is_more = ["ه", "ا", "ين", "ون", "ات"]
            .iter()
            .any(|end| rest.ends_with(end));
        let ends = |word: &Word<'_>| {
            !word.is_adjacent()
                || is_word("particles", word)
                || word.is_joined()
                || word.folded.starts_with('ب')
        };
        is_participle(rest) && !is_more && self.words.get(self.at + 1).is_none_or(ends)
    }

    /// Whether a word is an adjective of relation that agrees with the head.
    pub(super) fn is_described(&self, word: &Word<'_>) -> bool {
        let rest = word.folded.as_str();
        is_definite(rest)
            && is_relative(rest)
            && rest.ends_with('ه') == self.word.ends_with('ه')
            && !is("stops", rest)
    }

    /// Whether a word may be an adjective of the head by its shape: «شركة أداني» has none, which would end as she does.
    fn is_like_adjective(&self, rest: &str) -> bool {
        is_relative(rest) && (!self.word.ends_with('ه') || rest.ends_with('ه'))
    }

    /// «شبكة شمس لمراقبة الانتخابات», «مؤسسة صلة للتنمية»: any noun, where what it is for follows.
    pub(super) fn purposeful(&mut self) -> bool {
        let is_noun = |word: &Word<'_>| {
            let rest = word.folded.as_str();
            !is_definite(rest)
                && !self.is_like_adjective(rest)
                && !is("unnaming", rest)
                && !is("unnaming", rest.trim_end_matches('ه'))
                && !is_word("particles", word)
                && !is_of_place(rest)
                && !word.is_number()
        };
        let is_for = |word: &Word<'_>| {
            let purpose = word.folded.strip_prefix('ل').unwrap_or_default();
            let is_thing = purpose.strip_prefix('ل').is_some_and(|rest| {
                let whole = format!("ال{rest}");
                !is("stops", &whole) && !is("others", &whole)
            });
            word.is_adjacent() && (is_thing || is("actions", purpose) || is("causes", purpose))
        };
        let is_name = self.head.named
            && self.next().is_some_and(is_noun)
            && self.words.get(self.at + 1).is_some_and(is_for);
        if is_name {
            self.at += 1;
            self.parts(true);
        }
        is_name && self.has_tail
    }

    /// شركة كوسومار, منظمة هيومن رايتس ووتش
    pub(super) fn own_name(&mut self) -> bool {
        if self.latin() || self.purposeful() {
            return true;
        }
        let verb = if self.word.ends_with('ه') {
            'ت'
        } else {
            'ي'
        };
        // «شركة بلدنا القطرية»: any word before the adjective of a country.
        let is_national = self.words.get(self.at + 1).is_some_and(|word| {
            word.is_adjacent()
                && self.is_described(word)
                && places::is_of_place(self.words, self.at + 1)
        });
        let is_plain = |next: &Word<'_>| {
            !is_definite(&next.folded) && !next.is_joined() && !is_word("particles", next)
        };
        let is_name = self.next().is_some_and(|next| {
            is("firms", &next.folded)
                || is_national && self.head.named && is_plain(next)
                || is_own_name(next)
                    && !(next.is_joined() && is_abstract(next.unjoined()))
                    && !is("unnaming", &next.folded)
                    && (self.head.named && !next.folded.starts_with(verb)
                        || self.head.vague && is_foreign(&next.folded))
        });
        self.at += usize::from(is_name) + usize::from(is_name && self.is_surname(self.at + 1));
        // More words are of the name where a clause or a particle ends them.
        let most = self.at + 2;
        let is_more = |word: &&Word<'_>| {
            word.is_adjacent() && is_loose(word) && !is_head(word) && !word.is_number()
        };
        let more = self
            .words
            .iter()
            .skip(self.at)
            .take(2)
            .take_while(is_more)
            .count();
        let to = self.at + if is_name { more } else { 0 };
        let is_ended = self.words.get(to).is_none_or(|next| {
            !next.is_adjacent()
                || next.is_joined() && is_head(next)
                || is("given", &next.folded)
                || self.is_described(next)
                || is_word("particles", next)
                || next.folded.starts_with(['ب', 'ل'])
        });
        if is_ended && to <= most {
            self.at = to;
        }
        if is_name {
            self.of_what();
            // «شركة إنفيديا الأميركية»
            while self.next().is_some_and(|next| self.is_described(next)) {
                self.at += 1;
            }
            self.of_what();
        }
        is_name
    }

    /// «التعاونية الفلاحية «الأمل»»: one that its adjectives leave without a name.
    pub(super) fn marked_behind(&mut self) -> bool {
        let end = self
            .quoted()
            .filter(|_| self.head.named && self.adjectives > 0);
        self.at = end.unwrap_or(self.at);
        end.is_some()
    }

    /// شركة «أكوا باور»
    pub(super) fn marked(&mut self) -> Option<usize> {
        if is_definite(&self.word) || !self.head.only.is_empty() && !self.head.named {
            return None;
        }
        self.at = self.quoted()?;
        // «جمعية «سوا» للتنمية والإغاثة»
        let is_for = self.words.get(self.at).is_some_and(|word| {
            word.folded.starts_with("لل") && ["»", "”", "\""].contains(&word.gap.trim())
        });
        if is_for {
            self.at += 1;
            self.adjectives(true);
            self.joined();
        }
        Some(self.at)
    }

    /// Where the quotation marks close that open here.
    pub(super) fn quoted(&self) -> Option<usize> {
        let opens =
            |gap: &str| gap.trim_start().starts_with(['«', '“', '"']) && gap.starts_with(' ');
        let first = self.words.get(self.at).filter(|word| opens(word.gap))?;
        if first.is_number() {
            return None;
        }
        let closes = |word: &Word<'_>| word.gap.starts_with(['»', '”', '"']);
        let behind = self.words.iter().enumerate().skip(self.at + 1).take(5);
        // The mark that closes stands before the next word; where the paragraph ends, it is not seen.
        let mut behind = behind.take_while(|(_, word)| word.is_adjacent() || closes(word));
        let end = behind.find(|(_, word)| closes(word));
        end.map(|(at, _)| at)
    }

    /// جامعة محمد الخامس, المركز الاستشفائي الجامعي ابن سينا, جامعة الإمام محمد بن سعود
    pub(super) fn person(&mut self) -> bool {
        let is_open = !is_definite(&self.word);
        let is_first = |word: &&Word<'_>| {
            let rest = word.folded.as_str();
            is("persons", rest) || is_open && is("given", rest) && !is("words-as-names", rest)
        };
        // «معهد صالح عزيز»: two in a row are somebody, whatever each means.
        let is_given = |at: usize| {
            let word = self.words.get(at).filter(|word| word.is_adjacent());
            word.is_some_and(|word| is("given", &word.folded))
        };
        let is_sure = self.next().as_ref().is_some_and(is_first);
        let is_two = is_open && !is_sure && is_given(self.at) && is_given(self.at + 1);
        if !self.head.person || !(is_sure || is_two) {
            return false;
        }
        self.at += usize::from(is_two) + usize::from(is_sure && self.is_surname(self.at + 1));
        self.at += 1;
        while let Some(next) = self.next() {
            let before = self.words[self.at - 1].folded.as_str();
            let rest = next.folded.as_str();
            // «ابن سينا», «القاضي عياض»: the name goes on whatever it is.
            let is_led = is("name-parts", before) && !is_word("particles", next);
            let is_name = is_first(&next)
                || is_definite(rest) && is("given", rest)
                || is("ordinals", rest)
                || is("name-parts", rest);
            // «عبد المالك السعدي»
            let is_whole = self.at > self.from + 2;
            let is_surname =
                is_whole && is_definite(rest) && rest.ends_with('ي') && !is("plain", rest);
            if !(is_led || is_name || is_surname) {
                break;
            }
            self.at += 1;
            // «جامعة محمد السادس متعددة التخصصات»
            let is_many = self.next().is_some_and(|next| next.folded == "متعدده");
            if is_many
                && self
                    .words
                    .get(self.at + 1)
                    .is_some_and(|word| is_definite(&word.folded))
            {
                self.at += 2;
                break;
            }
            let is_last = self.at > self.from + 2 && is_definite(rest) && is("given", rest);
            if is_surname && !is_led && !is_name || is("ordinals", rest) || is_last {
                break;
            }
        }
        true
    }
}

impl Construct<'_, '_> {
    /// «معهد ماكس بلانك لعلوم البشرية», «معهد تيودور بلهارس للأبحاث»: a word without the article, where what the body is for follows.
    fn is_surname(&self, at: usize) -> bool {
        let word = self.words.get(at).filter(|word| word.is_adjacent());
        let is_name = word.is_some_and(|word| {
            !is_definite(&word.folded)
                && !word.is_joined()
                && !word.folded.starts_with('ل')
                && !is_word("particles", word)
                && !is_relative(&word.folded)
                && !is("name-parts", &word.folded)
                && !is_head(word)
                && !is("given", &word.folded)
        });
        let is_purpose = |word: &Word<'_>| word.is_adjacent() && word.folded.starts_with('ل');
        is_name && self.words.get(at + 1).is_some_and(is_purpose)
    }
}

/// The shape of «مكتبة» and «محكمة», which names what stands in a place or is done there.
fn is_of_place(rest: &str) -> bool {
    rest.starts_with('م') && rest.ends_with('ه')
}
