//! A call of a component: its arguments are held against those that the component declares, and then it is rendered.

use tera::{ComponentArg, ComponentArgType, ComponentInfo, Context, Value as TeraValue};

use super::caller::Caller;
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::{Text, text};
use crate::markdown::{Argument, Call, NearCall, Written};
use crate::schema::nearest;

impl Caller<'_> {
    /// What a component prints, and what is wrong with that.
    pub(super) fn component(
        &self,
        call: &Call,
        body: &str,
    ) -> Result<Checked<String>, Vec<Diagnostic>> {
        let name = call.name.as_str();
        let at_call =
            |message: Text, hint: Text| self.problem("E236", call.range.clone(), message, hint);
        let Some(declared) = self.templates.component(name) else {
            if self.templates.may_declare(name) {
                // What it is called in is told already.
                return Err(Vec::new());
            }
            let near = nearest(name, self.templates.component_names());
            let hint = match near {
                Some(near) => text!("did-you-mean", name = near),
                None => text!("component-none-hint", name),
            };
            return Err(vec![at_call(text!("component-none", name), hint)]);
        };
        let mut implicit = declared.args().iter().filter(|one| one.is_implicit());
        if let Some(argument) = implicit.next() {
            let argument = format!("@{}", argument.name());
            let message = text!("component-of-page", name, argument = argument.as_str());
            let hint = text!("component-of-page-hint", argument);
            return Err(vec![at_call(message, hint)]);
        }
        let mut problems = Vec::new();
        let mut context = Context::new();
        for argument in &call.arguments {
            match value(&declared, argument) {
                Ok(value) => context.insert_value(argument.name.clone(), value),
                Err((message, hint)) => {
                    problems.push(self.problem("E236", argument.range.clone(), message, hint));
                }
            }
        }
        let is_given = |one: &&ComponentArg| call.arguments.iter().any(|a| a.name == one.name());
        let missing = declared.args().iter().filter(|one| one.is_required());
        // What is misspelt is missing as well, and told already.
        let takes = |argument: &Argument| args_have(&declared, &argument.name);
        let missing = missing.filter(|_| call.arguments.iter().all(takes));
        for one in missing.filter(|one| !is_given(one)) {
            let argument = one.name();
            let example = format!("{argument}={}", example(one.arg_type()));
            let message = text!("argument-missing", name, argument);
            problems.push(at_call(message, text!("argument-missing-hint", example)));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if !body.trim().is_empty() && self.names.loses_body(name) {
            let hint = text!("component-without-body-hint");
            return Err(vec![at_call(text!("component-without-body", name), hint)]);
        }
        self.templates
            .call((name, self.language), &context, body, self.path)
    }
}

impl Caller<'_> {
    /// What is wrong with what is nearly a call, if the site has what it names.
    pub(super) fn near(&self, near: &NearCall) -> Option<Diagnostic> {
        let is_known = near.is_of_value() || self.templates.component(&near.name).is_some();
        let message = text!("call-near", name = near.name.as_str());
        let hint = text!("call-near-hint", right = near.right.as_str());
        is_known.then(|| self.problem("E236", near.range.clone(), message, hint))
    }
}

/// Whether a component takes an argument of this name.
fn args_have(declared: &ComponentInfo, name: &str) -> bool {
    let is_rest = declared.rest_param().is_some();
    is_rest || declared.args().iter().any(|one| one.name() == name)
}

/// The value of an argument, as the component takes it, else a message and a hint.
fn value(declared: &ComponentInfo, argument: &Argument) -> Result<TeraValue, (Text, Text)> {
    let name = argument.name.as_str();
    let args = declared.args();
    let Some(taken) = args.iter().find(|one| one.name() == name) else {
        if declared.rest_param().is_some() {
            return Ok(untyped(&argument.value));
        }
        let names: Vec<&str> = args.iter().map(ComponentArg::name).collect();
        let hint = match nearest(name, names.iter().copied()) {
            Some(near) => text!("did-you-mean", name = near),
            None if names.is_empty() => text!("argument-none-hint"),
            None => text!("argument-unknown-hint", names = names.join(", ")),
        };
        let component = declared.name();
        return Err((
            text!(
                "component-argument-unknown",
                name = component,
                argument = name
            ),
            hint,
        ));
    };
    let Some(kind) = taken.arg_type() else {
        return Ok(untyped(&argument.value));
    };
    typed(kind, &argument.value).ok_or_else(|| {
        let kind_name = kind.as_str();
        let message = text!(
            "argument-of-another-type",
            argument = name,
            kind = kind_name
        );
        let hint = match kind {
            ComponentArgType::Array | ComponentArgType::Map | ComponentArgType::Bytes => {
                text!("argument-not-in-prose-hint", argument = name)
            }
            kind => text!(
                "argument-missing-hint",
                example = format!("{name}={}", example(Some(kind)))
            ),
        };
        (message, hint)
    })
}

/// A value of a type. A text needs no quotation marks where it is one word.
fn typed(kind: ComponentArgType, written: &Written) -> Option<TeraValue> {
    let word = match (kind, written) {
        (ComponentArgType::String, Written::Quoted(text) | Written::Word(text)) => {
            return Some(text.as_str().into());
        }
        (_, Written::Word(word)) => word,
        _ => return None,
    };
    match kind {
        ComponentArgType::Bool => word.parse::<bool>().ok().map(Into::into),
        ComponentArgType::Integer => word.parse::<i64>().ok().map(Into::into),
        ComponentArgType::Float => word.parse::<f64>().ok().map(Into::into),
        ComponentArgType::Number => number(word),
        _ => None,
    }
}

fn number(word: &str) -> Option<TeraValue> {
    let whole = word.parse::<i64>().ok().map(TeraValue::from);
    whole.or_else(|| word.parse::<f64>().ok().map(TeraValue::from))
}

fn untyped(written: &Written) -> TeraValue {
    match written {
        Written::Quoted(text) => text.as_str().into(),
        Written::Word(word) => match word.parse::<bool>() {
            Ok(truth) => truth.into(),
            Err(_) => number(word).unwrap_or_else(|| word.as_str().into()),
        },
    }
}

/// How a value of a type is written.
fn example(kind: Option<ComponentArgType>) -> &'static str {
    match kind {
        Some(ComponentArgType::Bool) => "true",
        Some(ComponentArgType::Integer | ComponentArgType::Number) => "2",
        Some(ComponentArgType::Float) => "2.5",
        _ => "\"…\"",
    }
}
