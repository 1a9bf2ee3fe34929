//! What a template consists of.

use std::ops::Range;

/// A name, with the bytes it stands at.
pub(in crate::pages::templates) type Name<'a> = (&'a str, Range<usize>);

/// A whole template.
#[derive(Debug, Default)]
pub(in crate::pages::templates) struct Tree<'a> {
    /// The template that it extends.
    pub(in crate::pages::templates) parent: Option<&'a str>,
    pub(in crate::pages::templates) nodes: Vec<Node<'a>>,
    pub(in crate::pages::templates) components: Vec<Component<'a>>,
}

/// The definition of a component.
#[derive(Debug)]
pub(in crate::pages::templates) struct Component<'a> {
    pub(in crate::pages::templates) name: String,
    pub(in crate::pages::templates) parameters: Vec<Parameter<'a>>,
    /// What takes all other arguments.
    pub(in crate::pages::templates) rest: Option<&'a str>,
    pub(in crate::pages::templates) body: Vec<Node<'a>>,
}

/// A declared argument of a component.
#[derive(Debug)]
pub(in crate::pages::templates) struct Parameter<'a> {
    pub(in crate::pages::templates) name: &'a str,
    /// Whether its type is declared, which the engine holds it against.
    pub(in crate::pages::templates) is_typed: bool,
    /// Whether it is taken from whoever calls where it is not given.
    pub(in crate::pages::templates) is_implicit: bool,
    pub(in crate::pages::templates) default: Option<Expression<'a>>,
}

/// A part of a template.
#[derive(Debug)]
pub(in crate::pages::templates) enum Node<'a> {
    /// An expression in braces, or the call of a component with a body.
    Print(Expression<'a>),
    Set {
        name: &'a str,
        value: Expression<'a>,
        is_global: bool,
    },
    /// `{% set name | filter %}…{% endset %}`.
    Capture {
        name: &'a str,
        filters: Vec<Call<'a>>,
        body: Vec<Self>,
        is_global: bool,
    },
    If {
        condition: Expression<'a>,
        then: Vec<Self>,
        otherwise: Vec<Self>,
    },
    For {
        key: Option<&'a str>,
        value: &'a str,
        target: Expression<'a>,
        body: Vec<Self>,
        otherwise: Vec<Self>,
    },
    Block(&'a str, Vec<Self>),
    /// `{% filter name %}…{% endfilter %}`.
    Filtered(Vec<Call<'a>>, Vec<Self>),
    Include(&'a str),
}

impl Node<'_> {
    /// The nodes inside this one.
    pub(in crate::pages::templates) fn bodies(&self) -> [&[Self]; 2] {
        match self {
            Self::Print(Expression::Component(call)) => {
                [call.body.as_deref().unwrap_or_default(), &[]]
            }
            Self::Print(_) | Self::Set { .. } | Self::Include(_) => [&[], &[]],
            Self::If {
                then, otherwise, ..
            } => [then, otherwise],
            Self::For {
                body, otherwise, ..
            } => [body, otherwise],
            Self::Capture { body, .. } | Self::Block(_, body) | Self::Filtered(_, body) => {
                [body, &[]]
            }
        }
    }
}

/// A filter, test or function, and what it is given.
#[derive(Debug)]
pub(in crate::pages::templates) struct Call<'a> {
    pub(in crate::pages::templates) name: Name<'a>,
    pub(in crate::pages::templates) arguments: Vec<Argument<'a>>,
}

impl<'a> Call<'a> {
    /// The value of an argument.
    pub(in crate::pages::templates) fn argument(&self, name: &str) -> Option<&Expression<'a>> {
        let found = self.arguments.iter().find(|one| one.name.0 == name);
        found.map(|one| &one.value)
    }
}

#[derive(Debug)]
pub(in crate::pages::templates) struct Argument<'a> {
    pub(in crate::pages::templates) name: Name<'a>,
    pub(in crate::pages::templates) value: Expression<'a>,
}

/// A value, before there is one.
#[derive(Debug)]
pub(in crate::pages::templates) enum Expression<'a> {
    /// A text, a number or a truth that is written out, or what comes of operators.
    Plain(Vec<Self>),
    /// A text that is written out, and where it stands between its marks.
    Quoted(Name<'a>),
    Null,
    Variable(Name<'a>),
    Field(Box<Self>, Name<'a>),
    Item(Box<Self>, Box<Self>),
    Slice(Box<Self>, Vec<Self>),
    Filter(Box<Self>, Call<'a>),
    Test(Box<Self>, Call<'a>),
    /// Either of these, depending on the rest: `or`, `and`, a ternary.
    Either(Vec<Self>, Option<Box<Self>>),
    Comprehension(Box<Comprehension<'a>>),
    Component(Box<ComponentCall<'a>>),
    Function(Call<'a>),
    List(Vec<Spreadable<'a>>),
    Map(Vec<(Option<&'a str>, Spreadable<'a>)>),
    /// What this reader does not know.
    Unknown,
}

/// An item of a list or a map, or all items of another.
#[derive(Debug)]
pub(in crate::pages::templates) enum Spreadable<'a> {
    One(Expression<'a>),
    All(Expression<'a>),
}

/// `[item for key, value in target if condition]`.
#[derive(Debug)]
pub(in crate::pages::templates) struct Comprehension<'a> {
    pub(in crate::pages::templates) item: Expression<'a>,
    pub(in crate::pages::templates) key: Option<&'a str>,
    pub(in crate::pages::templates) value: &'a str,
    pub(in crate::pages::templates) target: Expression<'a>,
    pub(in crate::pages::templates) condition: Option<Expression<'a>>,
}

/// `<name argument={value} />`, or with a body.
#[derive(Debug)]
pub(in crate::pages::templates) struct ComponentCall<'a> {
    pub(in crate::pages::templates) name: String,
    pub(in crate::pages::templates) arguments: Vec<Argument<'a>>,
    /// Maps whose fields are arguments too.
    pub(in crate::pages::templates) spread: Vec<Expression<'a>>,
    pub(in crate::pages::templates) body: Option<Vec<Node<'a>>>,
}
