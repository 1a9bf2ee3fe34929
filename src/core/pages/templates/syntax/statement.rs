//! Lexemes to the nodes of a template.

use super::expression::Cursor;
use super::lexer::{Lexeme, Tag, lexemes};
use super::tree::{Call, Component, Expression, Node, Parameter, Tree};

impl<'a> Tree<'a> {
    /// Reads a template, as far as it can be read.
    pub(in crate::pages::templates) fn read(text: &'a str) -> Self {
        let lexemes = lexemes(text);
        let cursor = Cursor {
            lexemes: &lexemes,
            at: 0,
            depth: 0,
        };
        let tree = Self::default();
        let mut reader = Reader { cursor, tree };
        reader.tree.nodes = reader.nodes(&[]);
        reader.tree
    }
}

/// The engine allows 40 levels of tags.
const DEEPEST: usize = 100;

struct Reader<'a, 'l> {
    cursor: Cursor<'a, 'l>,
    tree: Tree<'a>,
}

impl<'a> Reader<'a, '_> {
    /// Nodes up to a tag that begins with one of these words, which is left to be read; the `{%` before it is not.
    fn nodes(&mut self, ends: &[Lexeme<'_>]) -> Vec<Node<'a>> {
        let mut nodes = Vec::new();
        if self.cursor.depth == DEEPEST {
            self.cursor.at = self.cursor.lexemes.len();
        }
        self.cursor.depth += 1;
        while let Some((lexeme, _)) = self.cursor.lexemes.get(self.cursor.at) {
            self.cursor.at += 1;
            match lexeme {
                Lexeme::Open(Tag::Print) => {
                    let expression = self.cursor.expression(0).unwrap_or(Expression::Unknown);
                    self.close();
                    nodes.push(Node::Print(expression));
                }
                Lexeme::Open(Tag::Statement) => {
                    let next = self.cursor.peek();
                    if next.is_some_and(|next| ends.contains(&next)) {
                        break;
                    }
                    // What cannot be read is passed over to its end.
                    nodes.extend(self.statement());
                    self.close();
                }
                // Text, or a tag that ended before it was expected to.
                _ => {}
            }
        }
        self.cursor.depth -= 1;
        nodes
    }

    /// Goes behind the end of the tag.
    fn close(&mut self) {
        while let Some((lexeme, _)) = self.cursor.lexemes.get(self.cursor.at) {
            if matches!(lexeme, Lexeme::Open(_) | Lexeme::Text) {
                return;
            }
            self.cursor.at += 1;
            if *lexeme == Lexeme::Close {
                return;
            }
        }
    }

    /// What a tag holds up to the tag that ends it, and that tag's first word.
    fn body(&mut self, end: &str) -> Vec<Node<'a>> {
        self.close();
        let body = self.nodes(&[Lexeme::Word(end)]);
        self.cursor.at += 1;
        body
    }

    /// A tag, up to its end, which is left to be read. `None` for one without a node, or one that cannot be read.
    fn statement(&mut self) -> Option<Node<'a>> {
        if self.cursor.sign("<") {
            return self.component_with_body();
        }
        let (word, _) = self.cursor.name()?;
        match word {
            "set" | "set_global" => self.set(word == "set_global"),
            "include" => self.quoted().map(Node::Include),
            "extends" => {
                self.tree.parent = self.quoted();
                None
            }
            "block" => {
                let name = self.cursor.name()?.0;
                let body = self.body("endblock");
                Some(Node::Block(name, body))
            }
            "for" => self.for_loop(),
            "if" => Some(self.condition()),
            "filter" => {
                let mut filters = vec![self.cursor.call()?];
                filters.extend(self.filters()?);
                Some(Node::Filtered(filters, self.body("endfilter")))
            }
            "component" => {
                let component = self.definition()?;
                self.tree.components.push(component);
                None
            }
            _ => None,
        }
    }

    fn quoted(&mut self) -> Option<&'a str> {
        match self.cursor.peek()? {
            Lexeme::Quoted(text) => Some(text),
            _ => None,
        }
    }

    fn filters(&mut self) -> Option<Vec<Call<'a>>> {
        let mut filters = Vec::new();
        while self.cursor.sign("|") {
            filters.push(self.cursor.call()?);
        }
        Some(filters)
    }

    fn set(&mut self, is_global: bool) -> Option<Node<'a>> {
        let name = self.cursor.name()?.0;
        if self.cursor.sign("=") {
            let value = self.cursor.expression(0).unwrap_or(Expression::Unknown);
            return Some(Node::Set {
                name,
                value,
                is_global,
            });
        }
        let filters = self.filters()?;
        let body = self.body("endset");
        Some(Node::Capture {
            name,
            filters,
            body,
            is_global,
        })
    }

    fn for_loop(&mut self) -> Option<Node<'a>> {
        let (key, value) = self.cursor.loop_names()?;
        let target = self.cursor.expression(0).unwrap_or(Expression::Unknown);
        self.close();
        let body = self.nodes(&[Lexeme::Word("endfor"), Lexeme::Word("else")]);
        let otherwise = if self.cursor.take(Lexeme::Word("else")) {
            self.body("endfor")
        } else {
            self.cursor.at += 1;
            Vec::new()
        };
        Some(Node::For {
            key,
            value,
            target,
            body,
            otherwise,
        })
    }

    /// From behind `if` or `elif` to `endif`.
    fn condition(&mut self) -> Node<'a> {
        let condition = self.cursor.expression(0).unwrap_or(Expression::Unknown);
        self.close();
        let ends = ["elif", "else", "endif"].map(Lexeme::Word);
        let then = self.nodes(&ends);
        let otherwise = match self.cursor.name() {
            Some(("elif", _)) if self.cursor.depth < DEEPEST => {
                self.cursor.depth += 1;
                let otherwise = vec![self.condition()];
                self.cursor.depth -= 1;
                otherwise
            }
            Some(("else", _)) => self.body("endif"),
            _ => Vec::new(),
        };
        Node::If {
            condition,
            then,
            otherwise,
        }
    }

    fn component_with_body(&mut self) -> Option<Node<'a>> {
        let mut call = self.cursor.component(true)?;
        self.close();
        call.body = Some(self.nodes(&[Lexeme::Sign("</")]));
        Some(Node::Print(Expression::Component(call.into())))
    }

    fn definition(&mut self) -> Option<Component<'a>> {
        let name = self.cursor.dotted_name()?;
        self.cursor.expect("(")?;
        let mut parameters = Vec::new();
        let mut rest = None;
        while !self.cursor.sign(")") {
            if self.cursor.sign("...") {
                rest = Some(self.cursor.name()?.0);
                continue;
            }
            let is_implicit = self.cursor.sign("@");
            let name = self.cursor.name()?.0;
            let is_typed = self.cursor.sign(":");
            if is_typed {
                self.cursor.name()?;
            }
            let mut default = None;
            if self.cursor.sign("=") {
                default = Some(self.cursor.expression(0)?);
            }
            parameters.push(Parameter {
                name,
                is_typed,
                is_implicit,
                default,
            });
            self.cursor.sign(",");
        }
        let body = self.body("endcomponent");
        Some(Component {
            name,
            parameters,
            rest,
            body,
        })
    }
}
