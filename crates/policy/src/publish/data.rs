//! What data there is, how much of it is kept, who can see it.

use super::paper::{Paper, Words};
use super::words::{lower, upper};
use crate::model::{Category, DataRole, Field, KeptAs, Kind, Sensitivity, StaffRole, Visibility};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-data", "what-data");
    paper.tell("document-data-intro");
    let entry = |category: &Category| (category.title.get(paper.lang).to_owned(), holds(paper, category));
    paper.facts(paper.policy.data.iter().map(entry).collect());
    let fields = || paper.policy.data.iter().flat_map(|category| &category.fields);
    let (special, ip) =
        (fields().any(|field| field.kind.is_special()), fields().any(|field| field.kind == Kind::Ip));
    if paper.policy.no_special_categories {
        paper.tell("document-special-never");
    } else if !special {
        paper.tell("document-special-none");
    }
    if ip {
        paper.tell("document-ip");
    }
    staff(paper);
}

fn holds(paper: &Paper<'_>, category: &Category) -> Words {
    let field = |field: &Field| {
        let mut marks = Vec::new();
        if field.kept_as != KeptAs::Full {
            marks.push(paper.say(&format!("document-kept-as-{}", field.kept_as.as_str())));
        }
        if field.visible_to != category.visible_to {
            marks.push(paper.say(&format!("document-seen-{}", field.visible_to.as_str())));
        }
        let title = lower(field.title.get(paper.lang));
        if marks.is_empty() { title } else { format!("{title} ({})", marks.join("; ")) }
    };
    let titles: Vec<String> = category.fields.iter().map(field).collect();
    let mut words = vec![Inline::Text(upper(&paper.texts.series(&titles)))];
    let mut add = |id: String| words.extend([Inline::LineBreak, Inline::Emphasis(paper.say(&id))]);
    if category.visible_to != Visibility::Private {
        // Where a field says otherwise, the sentence is about the others.
        let some = category.fields.iter().any(|field| field.visible_to != category.visible_to);
        let whose = if some { "rest" } else { "visible" };
        // Of what a customer entrusts, the organisation that sees it is the customer.
        let entrusted =
            category.role == DataRole::Processor && category.visible_to == Visibility::Organisation;
        let by = if entrusted { "customer" } else { category.visible_to.as_str() };
        add(format!("document-{whose}-{by}"));
    }
    if category.role != DataRole::Controller {
        add(format!("document-data-role-{}", category.role.as_str()));
    }
    if category.sensitivity == Sensitivity::High {
        add("document-data-sensitive".to_owned());
    }
    if !category.only_for.is_empty() {
        words.extend([
            Inline::LineBreak,
            Inline::Emphasis(paper.say("document-data-only-for")),
            Inline::Text(" ".into()),
        ]);
        words.extend(paper.purpose_links(&category.only_for));
    }
    words
}

/// Who of the staff may look, what for, under which conditions.
fn staff(paper: &mut Paper<'_>) {
    if paper.policy.staff.is_empty() {
        return;
    }
    let title = paper.say("document-staff");
    paper.part(&title, "staff");
    paper.tell("document-staff-intro");
    let rows = paper.policy.staff.iter().map(|role| row(paper, role)).collect();
    let heads =
        ["document-head-role", "document-head-looks-for", "document-head-sees", "document-head-condition"];
    paper.table(title, &heads, rows);
}

fn row(paper: &Paper<'_>, role: &StaffRole) -> Vec<Words> {
    let title = role.title.get(paper.lang).to_owned();
    let assumed = paper.policy.is_assumed(&format!("staff/{}/title", role.name));
    let name = vec![if assumed { Inline::Assumed(title) } else { Inline::Strong(title) }];
    if role.purposes.is_empty() {
        let nothing = paper.cell("document-staff-nothing");
        return vec![name, nothing.clone(), nothing, paper.cell("document-staff-none")];
    }
    // What the role's purposes use of the categories it may see, and no more of these.
    let of = |path: &&String| role.categories.iter().any(|name| path.split('.').next() == Some(name));
    let purposes = role.purposes.iter().filter_map(|name| paper.policy.purpose(name));
    let used: Vec<String> = purposes.flat_map(|purpose| purpose.uses.iter().filter(of).cloned()).collect();
    let sees = if role.categories.is_empty() {
        paper.cell("document-staff-of-purpose")
    } else {
        paper.fields(&used)
    };
    let mut on = Vec::new();
    if role.reason {
        on.push(Inline::Text(paper.say("document-staff-reason")));
    }
    if let Some(length) = role.length {
        let said = paper.with("document-staff-for", &[("length", paper.length(length).into())]);
        on.push(paper.placed(&format!("staff/{}/for", role.name), said));
    }
    if role.seen_by_customer {
        on.push(Inline::Text(paper.say("document-staff-seen")));
    }
    if on.is_empty() {
        on.push(Inline::Text(paper.say("document-staff-recorded")));
    }
    let on = on.into_iter().flat_map(|said| [said, Inline::LineBreak]).collect::<Words>();
    let on = on.split_last().map(|(_, on)| on.to_vec()).unwrap_or_default();
    vec![name, paper.purpose_links(&role.purposes), sees, on]
}
