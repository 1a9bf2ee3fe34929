//! Lexemes to expressions, by precedence. A reader that meets what it does not know says so by `None`.

use std::ops::Range;

use super::lexer::Lexeme;
use super::tree::{Argument, Call, ComponentCall, Comprehension, Expression, Name, Spreadable};

/// The engine allows 40 levels; this is only to keep the stack whatever is read.
const DEEPEST: usize = 100;

/// A place among the lexemes of a template.
pub(super) struct Cursor<'a, 'l> {
    pub(super) lexemes: &'l [(Lexeme<'a>, Range<usize>)],
    pub(super) at: usize,
    pub(super) depth: usize,
}

/// How tightly an operator binds to its left and to its right.
fn binding(lexeme: Lexeme<'_>) -> Option<(u8, u8)> {
    Some(match lexeme {
        Lexeme::Word("or") => (1, 2),
        Lexeme::Word("and") => (3, 4),
        Lexeme::Word("in" | "is" | "not") => (5, 6),
        Lexeme::Sign("==" | "!=" | "<" | "<=" | ">" | ">=") => (7, 8),
        Lexeme::Sign("+" | "-") => (11, 12),
        Lexeme::Sign("*" | "/" | "%" | "~" | "//") => (13, 14),
        Lexeme::Sign("**") => (16, 15),
        Lexeme::Sign("|") => (17, 18),
        _ => return None,
    })
}

impl<'a> Cursor<'a, '_> {
    pub(super) fn peek(&self) -> Option<Lexeme<'a>> {
        self.lexemes.get(self.at).map(|(lexeme, _)| *lexeme)
    }

    /// Goes on if this comes next.
    pub(super) fn take(&mut self, lexeme: Lexeme<'_>) -> bool {
        let is_next = self.peek() == Some(lexeme);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn sign(&mut self, sign: &str) -> bool {
        self.take(Lexeme::Sign(sign))
    }

    pub(super) fn expect(&mut self, sign: &str) -> Option<()> {
        self.sign(sign).then_some(())
    }

    /// A name, with its place.
    pub(super) fn name(&mut self) -> Option<Name<'a>> {
        let (Lexeme::Word(name), range) = self.lexemes.get(self.at)? else {
            return None;
        };
        self.at += 1;
        Some((name, range.clone()))
    }

    /// `section`, or `parts.section`.
    pub(super) fn dotted_name(&mut self) -> Option<String> {
        let mut name = self.name()?.0.to_owned();
        while self.sign(".") {
            name = format!("{name}.{}", self.name()?.0);
        }
        Some(name)
    }

    /// An expression whose operators bind at least this tightly.
    pub(super) fn expression(&mut self, least: u8) -> Option<Expression<'a>> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let expression = self.operand().and_then(|first| self.rest(first, least));
        self.depth -= 1;
        expression
    }

    fn rest(&mut self, mut left: Expression<'a>, least: u8) -> Option<Expression<'a>> {
        loop {
            match self.peek() {
                Some(Lexeme::Sign("[")) => left = self.subscript(left)?,
                Some(Lexeme::Word("if")) if least == 0 => {
                    self.at += 1;
                    let condition = self.expression(0)?;
                    if !self.take(Lexeme::Word("else")) {
                        return None;
                    }
                    let otherwise = self.expression(0)?;
                    return Some(Expression::Either(
                        vec![left, otherwise],
                        Some(condition.into()),
                    ));
                }
                Some(operator) => match binding(operator) {
                    Some((to_left, to_right)) if to_left >= least => {
                        self.at += 1;
                        left = self.operation(left, operator, to_right)?;
                    }
                    _ => return Some(left),
                },
                None => return Some(left),
            }
        }
    }

    fn operation(
        &mut self,
        left: Expression<'a>,
        operator: Lexeme<'a>,
        to_right: u8,
    ) -> Option<Expression<'a>> {
        Some(match operator {
            Lexeme::Word("is") => {
                self.take(Lexeme::Word("not"));
                Expression::Test(left.into(), self.call()?)
            }
            Lexeme::Sign("|") => Expression::Filter(left.into(), self.call()?),
            Lexeme::Word("or" | "and") => {
                Expression::Either(vec![left, self.expression(to_right)?], None)
            }
            Lexeme::Word("not") if !self.take(Lexeme::Word("in")) => return None,
            _ => Expression::Plain(vec![left, self.expression(to_right)?]),
        })
    }

    fn operand(&mut self) -> Option<Expression<'a>> {
        let (lexeme, range) = self.lexemes.get(self.at)?.clone();
        self.at += 1;
        Some(match lexeme {
            Lexeme::Number | Lexeme::Word("true" | "True" | "false" | "False") => {
                Expression::Plain(Vec::new())
            }
            Lexeme::Quoted(text) => Expression::Quoted((text, range.start + 1..range.end - 1)),
            Lexeme::Word("none" | "None" | "null") => Expression::Null,
            Lexeme::Word("not") => Expression::Plain(vec![self.expression(5)?]),
            Lexeme::Sign("-") => Expression::Plain(vec![self.expression(20)?]),
            Lexeme::Word(_) => {
                self.at -= 1;
                self.chain()?
            }
            Lexeme::Sign("<") => Expression::Component(self.component(false)?.into()),
            Lexeme::Sign("{") => self.map()?,
            Lexeme::Sign("[") => self.list()?,
            Lexeme::Sign("(") => {
                let inner = self.expression(0)?;
                self.expect(")")?;
                inner
            }
            Lexeme::Sign(_) | Lexeme::Text | Lexeme::Open(_) | Lexeme::Close => return None,
        })
    }

    /// `page.groups[0].title`, or a function.
    fn chain(&mut self) -> Option<Expression<'a>> {
        let name = self.name()?;
        if self.peek() == Some(Lexeme::Sign("(")) {
            let arguments = self.arguments()?;
            return Some(Expression::Function(Call { name, arguments }));
        }
        let mut chain = Expression::Variable(name);
        loop {
            if self.sign(".") || self.sign("?.") {
                chain = Expression::Field(chain.into(), self.name()?);
            } else if matches!(self.peek(), Some(Lexeme::Sign("[" | "?["))) {
                chain = self.subscript(chain)?;
            } else {
                return Some(chain);
            }
        }
    }

    fn subscript(&mut self, of: Expression<'a>) -> Option<Expression<'a>> {
        self.at += 1;
        let mut bounds = Vec::new();
        let mut is_slice = false;
        loop {
            if self.sign(":") {
                is_slice = true;
            } else if self.sign("]") {
                break;
            } else {
                bounds.push(self.expression(0)?);
            }
        }
        if is_slice {
            return Some(Expression::Slice(of.into(), bounds));
        }
        let index = bounds.pop().filter(|_| bounds.is_empty())?;
        Some(Expression::Item(of.into(), index.into()))
    }

    /// A filter, test or function with its arguments, if it has any.
    pub(super) fn call(&mut self) -> Option<Call<'a>> {
        let name = self.name()?;
        let arguments = match self.peek() {
            Some(Lexeme::Sign("(")) => self.arguments()?,
            _ => Vec::new(),
        };
        Some(Call { name, arguments })
    }

    fn arguments(&mut self) -> Option<Vec<Argument<'a>>> {
        self.expect("(")?;
        let mut arguments = Vec::new();
        while !self.sign(")") {
            let name = self.name()?;
            self.expect("=")?;
            let value = self.expression(0)?;
            arguments.push(Argument { name, value });
            self.comma(")")?;
        }
        Some(arguments)
    }

    /// A comma, which may be left out before the end.
    fn comma(&mut self, end: &str) -> Option<()> {
        (self.sign(",") || self.peek() == Some(Lexeme::Sign(end))).then_some(())
    }

    fn list(&mut self) -> Option<Expression<'a>> {
        let mut items = Vec::new();
        while !self.sign("]") {
            if self.sign("...") {
                items.push(Spreadable::All(self.expression(0)?));
            } else {
                let item = self.expression(0)?;
                if items.is_empty() && self.take(Lexeme::Word("for")) {
                    return self.comprehension(item);
                }
                items.push(Spreadable::One(item));
            }
            self.comma("]")?;
        }
        Some(Expression::List(items))
    }

    fn comprehension(&mut self, item: Expression<'a>) -> Option<Expression<'a>> {
        let (key, value) = self.loop_names()?;
        let target = self.expression(1)?;
        let mut condition = None;
        if self.take(Lexeme::Word("if")) {
            condition = Some(self.expression(1)?);
        }
        self.expect("]")?;
        Some(Expression::Comprehension(Box::new(Comprehension {
            item,
            key,
            value,
            target,
            condition,
        })))
    }

    /// `key, value in`.
    pub(super) fn loop_names(&mut self) -> Option<(Option<&'a str>, &'a str)> {
        let mut names = (None, self.name()?.0);
        if self.sign(",") {
            names = (Some(names.1), self.name()?.0);
        }
        self.take(Lexeme::Word("in")).then_some(names)
    }

    fn map(&mut self) -> Option<Expression<'a>> {
        let mut entries = Vec::new();
        while !self.sign("}") {
            if self.sign("...") {
                entries.push((None, Spreadable::All(self.expression(0)?)));
            } else {
                let key = match self.peek()? {
                    Lexeme::Quoted(key) => Some(key),
                    Lexeme::Number | Lexeme::Word(_) => None,
                    _ => return None,
                };
                self.at += 1;
                self.expect(":")?;
                entries.push((key, Spreadable::One(self.expression(0)?)));
            }
            self.comma("}")?;
        }
        Some(Expression::Map(entries))
    }

    /// The call of a component, behind its `<`.
    pub(super) fn component(&mut self, has_body: bool) -> Option<ComponentCall<'a>> {
        let mut call = ComponentCall {
            name: self.dotted_name()?,
            arguments: Vec::new(),
            spread: Vec::new(),
            body: None,
        };
        loop {
            if self.sign("{") {
                self.expect("...")?;
                call.spread.push(self.expression(0)?);
                self.expect("}")?;
            } else if let Some(name) = self.name() {
                let value = self.attribute(&name)?;
                call.arguments.push(Argument { name, value });
            } else {
                break;
            }
        }
        if !has_body {
            self.expect("/")?;
        }
        self.expect(">")?;
        Some(call)
    }

    /// The value of a component's attribute: a text, an expression in braces, or the variable of its name.
    fn attribute(&mut self, name: &Name<'a>) -> Option<Expression<'a>> {
        if !self.sign("=") {
            return Some(Expression::Variable(name.clone()));
        }
        if !self.sign("{") {
            return match self.peek()? {
                Lexeme::Quoted(_) => self.operand(),
                _ => None,
            };
        }
        let value = self.expression(0)?;
        self.expect("}")?;
        Some(value)
    }
}
