//! What is held, as parts of a page. One row is shown as pairs, several as a table; a long table shows its beginning
//! and says how much more the copy holds.

use duties::answer::{self, Cell as Value, Disclosure, Held, HeldReceipt, StaffLook};

use crate::clocks::heads;
use crate::parts::{Cell, Table};
use crate::visit::Visit;

/// The most rows of one source on the page: the copy has them all.
const MOST: usize = 12;

/// A group of WE-11.
pub(crate) struct Group {
    pub id: String,
    pub title: String,
    pub sections: Vec<Section>,
}

/// What one source holds of a group.
pub(crate) struct Section {
    pub title: String,
    pub origin: String,
    pub pairs: Vec<(String, String)>,
    pub table: Option<Table>,
    pub more: Option<String>,
    pub withheld: Vec<String>,
    /// Every purpose with its period, in a line.
    pub kept_for: Option<String>,
    pub overdue: Option<String>,
    pub why: Table,
}

pub(crate) fn group(visit: &Visit, group: &answer::Group) -> Group {
    Group {
        id: format!("group-{}", group.key),
        title: group.title.clone(),
        sections: group.sections.iter().map(|one| section(visit, one)).collect(),
    }
}

fn section(visit: &Visit, of: &answer::Section) -> Section {
    let t = visit.texts();
    let single = of.rows.first().filter(|_| of.rows.len() == 1);
    let left = of.rows.len().saturating_sub(MOST);
    Section {
        title: of.title.clone(),
        origin: of.origin.clone(),
        pairs: single.map(|row| pairs(visit, of, row)).unwrap_or_default(),
        table: (of.rows.len() > 1).then(|| table(visit, of)),
        more: (left > 0).then(|| t.with("centre-home-more", &[("count", left.into())])),
        withheld: of.withheld.clone(),
        kept_for: kept_for(visit, of),
        overdue: overdue(visit, of),
        why: why(visit, of),
    }
}

fn pairs(visit: &Visit, of: &answer::Section, row: &answer::Row) -> Vec<(String, String)> {
    let cells = of.columns.iter().zip(&row.cells);
    cells.map(|(column, cell)| (column.title.clone(), words(visit, column, cell))).collect()
}

fn table(visit: &Visit, of: &answer::Section) -> Table {
    let rows = of.rows.iter().take(MOST);
    let when = of.rows.iter().any(|row| row.at.is_some());
    let titles = of.columns.iter().map(|column| column.title.clone().into());
    let day =
        |row: &answer::Row| when.then(|| Cell::text(row.at.map(|at| visit.day(at)).unwrap_or_default()));
    Table {
        caption: of.title.clone(),
        caption_hidden: true,
        head: when.then(|| visit.texts().say("centre-home-when").into()).into_iter().chain(titles).collect(),
        rows: rows
            .map(|row| {
                day(row)
                    .into_iter()
                    .chain(
                        of.columns
                            .iter()
                            .zip(&row.cells)
                            .map(|(column, cell)| Cell::text(words(visit, column, cell))),
                    )
                    .collect()
            })
            .collect(),
    }
}

fn words(visit: &Visit, column: &answer::Column, cell: &Value) -> String {
    match cell {
        Value::Empty => "–".to_owned(),
        Value::Value(value) => column.shown(value, visit.texts()),
        Value::Withheld => visit.texts().say("centre-home-withheld"),
        Value::Secret => visit.texts().say("centre-home-secret"),
    }
}

/// What it is kept for and how long, purpose by purpose.
fn kept_for(visit: &Visit, of: &answer::Section) -> Option<String> {
    let each: Vec<String> = of.purposes().map(|why| format!("{} ({})", why.title, why.keep)).collect();
    let said = [("purposes", each.join("; ").into())];
    (!each.is_empty()).then(|| visit.texts().with("centre-home-kept-for", &said))
}

/// That some of it is past its time.
fn overdue(visit: &Visit, of: &answer::Section) -> Option<String> {
    let today = visit.now().to_zoned(visit.site.zone.clone()).date();
    let (count, since) = of.overdue(today)?;
    let said = [("count", count.into()), ("since", visit.date(since).into())];
    Some(visit.texts().with("centre-home-overdue", &said))
}

/// "Why do you have this?": each purpose of these columns once.
fn why(visit: &Visit, of: &answer::Section) -> Table {
    let t = visit.texts();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for why in of.purposes() {
        let basis = why
            .because
            .as_ref()
            .map_or_else(|| why.basis_title.clone(), |because| format!("{}: {because}", why.basis_title));
        let who = if why.recipients.is_empty() { t.say("web-form-nobody") } else { t.list(&why.recipients) };
        rows.push(vec![
            Cell::Row(why.title.clone()),
            Cell::text(basis),
            Cell::text(why.keep.clone()),
            Cell::text(who),
        ]);
    }
    Table {
        caption: t.say("centre-home-why"),
        caption_hidden: true,
        head: heads(t, &["web-form-purpose", "web-form-basis", "web-form-kept", "web-form-recipients"]),
        rows,
    }
}

/// Who actually got data.
pub(crate) fn recipients(visit: &Visit, all: &[Disclosure]) -> Option<Table> {
    let t = visit.texts();
    let row = |one: &Disclosure| {
        let purpose = one.purpose.clone().unwrap_or_default();
        vec![
            Cell::Row(one.recipient.clone()),
            Cell::text(t.list(&one.categories)),
            Cell::text(purpose),
            Cell::text(visit.when(one.at)),
        ]
    };
    (!all.is_empty()).then(|| Table {
        caption: t.say("centre-home-who"),
        caption_hidden: true,
        head: heads(
            t,
            &["centre-home-recipient", "centre-home-what", "web-form-purpose", "centre-home-when"],
        ),
        rows: all.iter().take(MOST).map(row).collect(),
    })
}

/// Which staff looked.
pub(crate) fn looks(visit: &Visit, all: &[StaffLook]) -> Option<Table> {
    let t = visit.texts();
    (!all.is_empty()).then(|| Table {
        caption: t.say("centre-home-looks"),
        caption_hidden: true,
        head: heads(t, &["web-form-purpose", "centre-home-when"]),
        rows: all
            .iter()
            .take(MOST)
            .map(|look| vec![Cell::Row(look.purpose.clone()), Cell::text(visit.when(look.at))])
            .collect(),
    })
}

/// What the person agreed to.
pub(crate) fn agreed(visit: &Visit, held: &Held) -> Option<Table> {
    let t = visit.texts();
    let row = |one: &answer::Agreement| {
        let said = one.wording.clone().or_else(|| one.purpose.clone()).unwrap_or_default();
        let version = one.version.clone().unwrap_or_default();
        vec![
            Cell::Row(one.title.clone()),
            Cell::text(said),
            Cell::text(version),
            Cell::text(visit.when(one.at)),
        ]
    };
    (!held.agreements.is_empty()).then(|| Table {
        caption: t.say("centre-home-agreed"),
        caption_hidden: true,
        head: heads(
            t,
            &["centre-home-what-happened", "centre-home-wording", "centre-home-version", "centre-home-when"],
        ),
        rows: held.agreements.iter().map(row).collect(),
    })
}

/// The receipts, to open and to save.
pub(crate) fn receipts(visit: &Visit, all: &[HeldReceipt]) -> Option<Table> {
    let t = visit.texts();
    let row = |one: &HeldReceipt| {
        vec![
            Cell::RowLink(visit.to(&format!("/receipts/{}", one.id)), one.title.clone()),
            Cell::text(visit.when(one.at)),
        ]
    };
    (!all.is_empty()).then(|| Table {
        caption: t.say("centre-home-receipts"),
        caption_hidden: true,
        head: heads(t, &["centre-home-what-happened", "centre-home-when"]),
        rows: all.iter().map(row).collect(),
    })
}
