//! The JSON Schema of a policy, written from the same table that checks it: editors complete and explain by it.

use crate::shape::{Key, KeyType, Need, Shape, Type};
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of a policy file.
pub fn schema() -> Value {
    of("https://abide.example/policy.schema.json", "Abide privacy policy", &crate::keys::POLICY)
}

/// The JSON Schema of any file with a table of keys.
pub(crate) fn of(id: &str, title: &str, shape: &'static Shape) -> Value {
    let mut definitions = Map::new();
    let mut root = record(shape, &mut definitions);
    if let Some(object) = root.as_object_mut() {
        object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        object.insert("$id".into(), id.into());
        object.insert("title".into(), title.into());
        object.insert("$defs".into(), Value::Object(definitions));
    }
    root
}

fn record(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    let properties: Map<String, Value> =
        shape.keys.iter().map(|key| (key.name.to_owned(), property(key, definitions))).collect();
    let required: Vec<&str> =
        shape.keys.iter().filter(|key| key.need == Need::Required).map(|k| k.name).collect();
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key, definitions: &mut Map<String, Value>) -> Value {
    let mut value = one(&key.value, definitions);
    if let Some(object) = value.as_object_mut() {
        object.insert("description".into(), described(key).into());
    }
    value
}

/// What an editor shows of a key.
fn described(key: &Key) -> String {
    let default = key.default.map(|default| format!(" Left out: {default}.")).unwrap_or_default();
    let law = key.law.map(|law| format!(" {law}.")).unwrap_or_default();
    format!("{}{default}{law}", key.doc)
}

fn one(kind: &Type, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Type::Record(shape) => reference(shape, definitions),
        Type::Map(keys, value) => {
            let names = match keys {
                KeyType::Words(words) => {
                    json!({ "enum": words.iter().map(|(word, _)| *word).collect::<Vec<_>>() })
                }
                KeyType::Defines(_) => json!({ "pattern": NAME, "maxLength": 64 }),
                KeyType::Refers(_) | KeyType::Free => json!({}),
            };
            json!({ "type": "object", "propertyNames": names, "additionalProperties": one(value, definitions) })
        }
        Type::List(item) => assumable(json!({ "type": "array", "items": one(item, definitions) })),
        Type::Either(first, second) => {
            json!({ "anyOf": [one(first, definitions), one(second, definitions)] })
        }
        Type::Days => {
            json!({ "anyOf": [assumable(scalar(kind)), { "type": "array", "items": scalar(kind) }] })
        }
        Type::Text => assumable(json!({ "anyOf": [scalar(kind), {
            "type": "object", "propertyNames": { "pattern": "^[a-z]{2}$" }, "additionalProperties": scalar(kind),
        }] })),
        _ => assumable(scalar(kind)),
    }
}

/// Records stand once under `$defs`, named after what they are.
fn reference(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    let name = shape.name.trim_start_matches("the ").trim_start_matches("an ").trim_start_matches("a ");
    let name = name.replace(' ', "-");
    if !definitions.contains_key(&name) {
        definitions.insert(name.clone(), Value::Null);
        let value = record(shape, definitions);
        definitions.insert(name.clone(), value);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// Every text may be written `{ assumed: … }`.
fn assumable(value: Value) -> Value {
    json!({ "anyOf": [value.clone(), {
        "type": "object", "properties": { "assumed": value }, "required": ["assumed"], "additionalProperties": false,
    }] })
}

const NAME: &str = "^[a-z][a-z0-9_-]*$";

fn scalar(kind: &Type) -> Value {
    match kind {
        Type::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Type::Flag => json!({ "enum": ["yes", "no", true, false] }),
        Type::Name => json!({ "type": "string", "pattern": NAME, "maxLength": 64 }),
        Type::Length => json!({ "type": "string", "pattern": LENGTH }),
        Type::Lasts => json!({ "type": "string", "pattern": format!("{LENGTH}|^session$") }),
        Type::Date => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        Type::Time => json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" }),
        Type::Email => json!({ "type": "string", "format": "email" }),
        Type::Country => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        Type::Territory => json!({ "type": "string", "pattern": "^([A-Z]{2}|EEA|world)$" }),
        Type::Size => json!({ "type": "string", "pattern": "^[0-9]+ +(kB|KB|MB|GB)$" }),
        Type::Path | Type::Place => json!({ "type": "string", "minLength": 1 }),
        Type::Language => json!({ "type": "string", "pattern": "^[a-z]{2}$" }),
        Type::Anchor => json!({
            "type": "string",
            "pattern": "^(collection|last-contact|contract-end|fiscal-year-end|consent-end|event:.+)$",
        }),
        Type::Words(words) => {
            let each: Vec<Value> = words
                .iter()
                .map(|(word, meaning)| match word.parse::<u32>() {
                    // A figure is a number to whoever reads the file as YAML.
                    Ok(figure) => json!({ "enum": [word, figure], "description": meaning.trim() }),
                    Err(_) => json!({ "const": word, "description": meaning.trim() }),
                })
                .collect();
            json!({ "oneOf": each })
        }
        Type::Ref(space) => json!({ "type": "string", "description": format!("a declared {}", space.one()) }),
        _ => json!({ "type": ["string", "number"] }),
    }
}

const LENGTH: &str = "^[0-9]+ +(minute|hour|day|week|month|year)s?$";
