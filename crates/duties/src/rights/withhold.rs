//! Withholding what others wrote freely about the person, where it names third people (Art. 15(4)): decided by staff who
//! read it before the copy is made, a whole column or entry by entry, on a ground. The answer says that something was
//! withheld, how much of what, and why.
//!
//! Absences: what the person wrote in a form is theirs and never listed; nothing is withheld by a machine's guess.

use policy::map::Class;
use serde::{Deserialize, Serialize};
use texts::texts;
use uuid::Uuid;

use super::held::{Search, gather};
use super::loaded::Loaded;
use super::staff::opened;
use super::{RequestKind, RequestState, Result};
use crate::Service;
use crate::accounts::Staff;
use crate::answer::{Cell, Held, Section};

/// The most entries of a column that are listed one by one; beyond it there is the column as a whole.
const MOST: usize = 30;

/// Why something is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// It would adversely affect other people's rights and freedoms, Art. 15(4).
    OthersRights,
    /// It would disclose a trade secret, Art. 15(4), recital 63.
    TradeSecrets,
}

impl Ground {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 2] = [Self::OthersRights, Self::TradeSecrets];

    /// The name in forms.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OthersRights => "others-rights",
            Self::TradeSecrets => "trade-secrets",
        }
    }

    /// The ground of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.as_str() == name)
    }

    /// In words, with its article.
    #[must_use]
    pub fn title(self, lang: &str) -> String {
        texts(lang).say(&format!("rights-ground-{}", self.as_str()))
    }
}

/// What is withheld: one entry of a column, or all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Withheld {
    what: What,
    ground: Ground,
}

/// A column of a table, and an entry of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct What {
    source: String,
    column: String,
    row: Option<String>,
}

/// Something others wrote freely, to be read before it is handed out. Personal data.
#[derive(Clone, Debug)]
pub struct Written {
    /// What the form sends back.
    pub key: String,
    /// The table and the column, in words.
    pub place: String,
    /// The text; none for the column as a whole.
    pub text: Option<String>,
    /// Why it is withheld, where it is.
    pub withheld: Option<Ground>,
}

/// What others wrote, while the copy is planned and not made.
pub(super) async fn written(service: &Service, request: &Loaded, lang: &str) -> Result<Vec<Written>> {
    let planned = request.state == RequestState::Planned && request.kind == RequestKind::Access;
    if !planned || request.data.is_none() {
        return Ok(vec![]);
    }
    let (case, subject) = (&request.case, request.row.subject);
    let search = Search { subject, proven: &case.proven, choices: &case.choices };
    let (held, _) = gather(service, &search, lang).await?;
    let sections = held.groups.iter().flat_map(|group| &group.sections);
    Ok(sections.flat_map(|section| in_section(service, section, &case.withheld)).collect())
}

fn in_section(service: &Service, section: &Section, withheld: &[Withheld]) -> Vec<Written> {
    let mut all = Vec::new();
    for (at, column) in section.columns.iter().enumerate() {
        if !is_free(service, &section.source, &column.name) {
            continue;
        }
        let place = format!("{} · {}", section.title, column.title);
        let one = |row: Option<&str>, text: Option<&str>| {
            let (source, name) = (section.source.clone(), column.name.clone());
            let what = What { source, column: name, row: row.map(ToOwned::to_owned) };
            Written {
                key: serde_json::to_string(&what).unwrap_or_default(),
                place: place.clone(),
                text: text.map(ToOwned::to_owned),
                withheld: withheld.iter().find(|one| one.what == what).map(|one| one.ground),
            }
        };
        let filled = section.rows.iter().filter_map(|row| match row.cells.get(at) {
            Some(Cell::Value(text)) => Some((row.key.as_str(), text.as_str())),
            _ => None,
        });
        let filled: Vec<_> = filled.collect();
        if !filled.is_empty() {
            all.push(one(None, None));
            all.extend(filled.into_iter().take(MOST).map(|(key, text)| one(Some(key), Some(text))));
        }
    }
    all
}

/// Whether somebody typed freely there: a column of a store that its map says so of.
fn is_free(service: &Service, source: &str, column: &str) -> bool {
    let Some((store, table)) = source.strip_prefix("store:").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let map = service.maps.iter().find(|map| map.store == store);
    let column = map.and_then(|map| map.table(table)).and_then(|table| table.column(column));
    column.is_some_and(|column| matches!(column.class, Class::FreeText(_)))
}

/// Staff say what is withheld of the copy, and on which ground; what they do not name is handed out.
///
/// # Errors
/// [`super::Error::WrongState`] once the copy is being made.
pub async fn withhold(
    service: &Service,
    staff: &Staff,
    id: Uuid,
    keys: &[String],
    ground: Ground,
) -> Result<()> {
    let mut request = opened(service, staff, id).await?;
    request.must_be(&[RequestState::Planned])?;
    let named = keys.iter().filter_map(|key| serde_json::from_str(key).ok());
    request.case.withheld = named.map(|what| Withheld { what, ground }).collect();
    request.reseal(service)?;
    service.db.submit(request.unit(service)).await?;
    Ok(())
}

/// Takes it out of what is handed over, and says so.
pub(super) fn apply(held: &mut Held, withheld: &[Withheld]) {
    let lang = held.lang.clone();
    for section in held.groups.iter_mut().flat_map(|group| &mut group.sections) {
        for ground in Ground::ALL {
            let ours: Vec<&What> = withheld
                .iter()
                .filter(|one| one.ground == ground && one.what.source == section.source)
                .map(|one| &one.what)
                .collect();
            take_out(section, &ours, ground, &lang);
        }
    }
}

fn take_out(section: &mut Section, all: &[&What], ground: Ground, lang: &str) {
    let mut titles = Vec::new();
    let mut rows = 0_usize;
    for (at, column) in section.columns.iter().enumerate() {
        let before = rows;
        for row in &mut section.rows {
            let named = |what: &&&What| {
                what.column == column.name && what.row.as_ref().is_none_or(|key| *key == row.key)
            };
            let is_named = all.iter().any(|what| named(&what));
            if let Some(cell @ Cell::Value(_)) = row.cells.get_mut(at).filter(|_| is_named) {
                *cell = Cell::Withheld;
                rows += 1;
            }
        }
        if rows > before {
            titles.push(column.title.clone());
        }
    }
    if rows > 0 {
        let texts = texts(lang);
        let said = [
            ("columns", texts.list(&titles).into()),
            ("count", rows.into()),
            ("ground", ground.title(lang).into()),
        ];
        section.withheld.push(texts.with("rights-withheld-by-us", &said));
    }
}
