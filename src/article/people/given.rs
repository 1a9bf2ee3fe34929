//! People behind an office by the first word of their name, which is in the list of given names: where nothing else says that a name
//! begins.

use super::shape::{Found, JOINTS, OFFICE, Text, is_listener, is_office, is_part};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, bare, is_definite};
use crate::article::{accords, bodies, places};

impl Text<'_, '_> {
    /// «وزير الشباب والرياضة الصادق المورالي», «رئيسها محمد الغلوسي»: an office, what it is of, and a name that begins as names do.
    pub(super) fn by_given_name(&self, at: usize) -> Option<Found> {
        if !self.word(at).is_some_and(is_office) {
            return None;
        }
        let mut from = at + 1;
        loop {
            let word = self.word(from).filter(|_| from - at < OFFICE)?;
            // «نائب الرئيس ووزير الخارجية أيمن الصفدي» is one office, «الجامعة علي، ووزير» two.
            if !self.goes_on(from) {
                return None;
            }
            let is_taken = self.taken.contains(&from) && self.taken.contains(&(from + 1));
            // «أمين التهراوي», and not «أمين السر» or «الأمين العام»
            let is_name = !is_office(word)
                || self.word(from + 1).is_some_and(|next| {
                    let is_family = is_definite(&next.folded) && is_relative(&next.folded);
                    next.is_adjacent() && is_family && !is("plain", &next.folded)
                });
            let is_given = is("given", &word.folded) && word.text != "على" && is_name;
            if is_given && !is_taken {
                break;
            }
            let is_link = ["في", "من", "باسم", "لدي"].contains(&word.folded.as_str());
            let is_clause = is_word("particles", word) && !is_link && !self.taken.contains(&from);
            let is_titled = is("titles", &word.folded) && !self.taken.contains(&from);
            if is_clause || is_titled || is("verbs-of-speech", &word.folded) {
                return None;
            }
            from += 1;
        }
        // «أبو بكر»
        let before = &self.words[from - 1];
        from -= usize::from(from > at + 1 && JOINTS.contains(&before.folded.as_str()));
        // «جامعة محمد الخامس» is a name as well.
        let is_of_name = self
            .word(from - 1)
            .is_some_and(|word| !is_definite(word.unjoined()) && bodies::is_head(word.unjoined()));
        let to = self
            .given_name(from)
            .filter(|_| !is_of_name && !self.is_borne(from))?;
        // The office that is nearest says it.
        let nearest = (at + 1..from).rev().find(|at| is_office(&self.words[*at]));
        let is_whole = nearest.is_none_or(|nearest| self.words[nearest].is_joined());
        let role = Some(at..from);
        is_whole.then_some(Found { from, to, role })
    }

    /// «زيد القسوس وتالا حداد», «الظهير أكرم توفيق»: a name that begins with a given name, wherever it stands. A word of the language that is a
    /// given name as well begins one only where somebody is led in by it.
    pub(super) fn by_name_alone(&self, from: usize, is_next: bool) -> Option<Found> {
        let word = self.word(from)?;
        let is_joined = is_joined_given(word);
        let given = if is_joined {
            word.unjoined()
        } else {
            &word.folded
        };
        let is_compound = given == "عبد" || given == "ابو" && self.is_given(from + 1);
        let is_sure =
            is("given", given) && (!is("words-as-names", given) || self.is_sure(from + 1));
        let is_sure = is_sure || is_compound;
        let is_led = is("given", given) && (self.is_led(from) || is_next && is_joined);
        // «على» is a particle, however Egypt writes its second letter.
        let is_particle = self.words[from].text == "على";
        if !(is_sure || is_led) || is_particle || self.taken.contains(&from) || self.is_borne(from)
        {
            return None;
        }
        let to = self.given_name(from)?;
        let second = &self.words[self.unit(from)];
        let is_name = is_definite(&second.folded)
            || is("given", &second.folded)
            || JOINTS.contains(&second.folded.as_str())
            || bodies::is_foreign(&second.folded);
        let is_verb = second.folded.starts_with(['ي', 'ت', 'س']);
        let is_whole = is_name || !is_verb && self.is_closed(to);
        is_whole.then_some(Found {
            from,
            to,
            role: None,
        })
    }

    fn is_given(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.is_adjacent() && is("given", &word.folded))
    }

    fn is_sure(&self, at: usize) -> bool {
        self.is_given(at) && !is("words-as-names", &self.words[at].folded)
    }

    /// Whether the words before say that somebody is named: «الحارس», «الممثلة التونسية», «برئاسة».
    fn is_led(&self, at: usize) -> bool {
        let is_role = |at: usize| {
            let readings = self.words[at].readings();
            let lists = ["roles", "titles", "offices", "led-by"];
            readings
                .iter()
                .any(|one| lists.iter().any(|list| is(list, &one.rest)))
        };
        let Some(before) = at.checked_sub(1).filter(|_| self.words[at].is_adjacent()) else {
            return false;
        };
        let word = &self.words[before].folded;
        // «الجزائري ياسر طريقي»
        if places::is_of_place(self.words, before) && is_definite(self.words[before].unjoined()) {
            return true;
        }
        let is_described =
            is_definite(word) && is_relative(word) && self.words[before].is_adjacent();
        is_role(before) || is_described && before > 0 && is_role(before - 1)
    }

    /// Whether something bears the name: «شارع محمد الخامس».
    pub(super) fn is_borne(&self, at: usize) -> bool {
        let is_near = ["", "«", "\""].contains(&self.words[at].gap.trim());
        let mut before = at.checked_sub(1).filter(|_| is_near);
        // «ملعب الشهيد أحمد زبانة»
        if let Some(role) = before.filter(|at| *at > 0 && is_definite(&self.words[*at].folded)) {
            before = Some(role - 1).filter(|_| self.words[role].is_adjacent());
        }
        before.is_some_and(|before| {
            let readings = self.words[before].readings();
            readings.iter().any(|one| is("bears-name", bare(&one.rest)))
        })
    }

    /// The word behind one of the parts of a name: «عبد الله», «بن عبد العزيز» and «أحمد» are one each.
    fn unit(&self, at: usize) -> usize {
        let is_joint = |at: usize| {
            let word = self.word(at);
            word.is_some_and(|word| JOINTS.contains(&word.folded.as_str()) || word.folded == "وعبد")
        };
        let joints = (at..at + 3).take_while(|at| is_joint(*at)).count();
        let behind = at + joints + 1;
        // «شمس الدين كباشي»
        let is_compound = joints == 0
            && self.word(behind).is_some_and(|word| {
                word.is_adjacent() && ["الدين", "الله", "الاسلام"].contains(&word.folded.as_str())
            });
        behind + usize::from(is_compound)
    }

    /// Where a name ends that begins with a given name: a second part, and more that are one of a name by their shape.
    pub(super) fn given_name(&self, from: usize) -> Option<usize> {
        let is_joint = |at: usize| {
            self.word(at)
                .is_some_and(|word| JOINTS.contains(&word.folded.as_str()))
        };
        let is_more = |at: usize| {
            self.word(at).is_some_and(|word| {
                let is_foreign = word.folded.starts_with("وو");
                // «فارس البريزات», whatever it ends with.
                // and «سامي سميرات».
                let is_plural = ["ات", "ين", "ون"]
                    .iter()
                    .any(|end| word.folded.ends_with(end));
                let is_surname = is_plural && self.is_closed(at + 1);
                let is_second = (is_definite(&word.folded) || is_surname)
                    && is("given", &self.words[at - 1].folded)
                    && !is("stops", &word.folded)
                    && !is("others", &word.folded);
                word.is_adjacent()
                    && (is_part(word) || is_joint(at) || is_joint(at - 1) || is_second)
                    && (!word.is_joined()
                        || is_foreign
                        || is("given", &word.folded)
                        || is_joint(at))
                    && !is_office(word)
                    && !is_listener(word)
                    && !accords::is_called(word)
                    && !word.folded.starts_with("لل")
                    // «بالاييفا»
                    && (!word.folded.starts_with("بال") || word.folded.ends_with("فا"))
            })
        };
        let is_whole = |from: usize, to: usize| (from..to).all(is_more);
        let first = self.unit(from);
        let second = self.unit(first);
        if !is_whole(from + 1, second) {
            return None;
        }
        let mut to = second;
        for _ in 0..4 {
            let next = self.unit(to);
            let Some(word) = self.word(to).filter(|_| is_whole(to, next)) else {
                break;
            };
            let is_behind = is("given", &self.words[to - 1].folded);
            let is_foreign = bodies::is_foreign(&word.folded)
                && bodies::is_foreign(&self.words[to - 1].folded)
                && !word.folded.starts_with(['ب', 'ل'])
                // «قادما», «ثانية»
                && !word.folded.ends_with(['ا', 'ه']);
            let is_name = next > to + 1 || is("given", &word.folded) || is_foreign;
            // «مارينا سيلفا لحماية», «طبيق الجيش»
            let is_apart = word.folded.starts_with(['ب', 'ل']) && !is("given", &word.folded)
                || is_definite(&word.folded) && bodies::is_head(&word.folded);
            if is_apart && next == to + 1 && !is_behind {
                break;
            }
            // «آل خليفة» is the last.
            let is_family = self.words[to - 2].folded == "ال";
            if is_family || !(is_name || is_behind || is_definite(&word.folded)) {
                break;
            }
            to = next;
        }
        Some(to)
    }
}

/// Whether «و» is joined to a given name, and not its first letter.
pub(in crate::article) fn is_joined_given(word: &Word<'_>) -> bool {
    word.is_joined() && !is("given", &word.folded) && is("given", word.unjoined())
}
