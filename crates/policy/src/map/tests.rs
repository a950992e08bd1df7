use super::{Class, Erase, Money, Period, compile_map};
use crate::{Policy, Source, compile};

fn policy() -> Policy {
    let text = include_str!("../../../../examples/northwind/policy.yaml");
    compile(&Source::new("policy.yaml", text)).policy.expect("the sample policy compiles")
}

fn codes(text: &str) -> Vec<String> {
    let compiled = compile_map(&Source::new("store.map.yaml", text), &policy());
    assert!(compiled.diagnostics.iter().all(|problem| problem.span.is_some()), "each says where");
    compiled.diagnostics.iter().map(|problem| problem.code.to_string()).collect()
}

const GOOD: &str = "abide-map: 1
store: crm
tables:
  people:
    purpose: trade
    person: { email: mail, numbers: { customer-number: id }, name: [first, last] }
    columns: { id: key, mail: contact.email, first: contact.name, last: contact.name }
    erase: delete
  sales:
    purpose: trade
    belongs_to: { who: people }
    refers_to: { seller: people }
    columns: { id: key, who: key, seller: other-person, day: sale.date, sum: sale.amount, note: delivery.note, to: delivery.name }
    erase: { keep: bookkeeping, counted_from: day }
  lines:
    purpose: bookkeeping
    belongs_to: { sale: sales }
    columns: { sale: key, what: sale.lines, to: delivery.name }
    erase: follow
  rates: not-personal
";

/// What a kept row may keep is what its obligation uses; nobody writes that list twice.
#[test]
fn what_the_law_does_not_need_is_derived_from_the_policy() {
    let compiled = compile_map(&Source::new("m", GOOD), &policy());
    let map = compiled.map.expect("it compiles");
    let sales = map.table("sales").expect("sales");
    let Erase::Keep(keep) = &sales.erase else { panic!("kept") };
    assert_eq!(keep.blank, ["note", "to"]);
    assert_eq!(keep.period, Period { months: 60, days: 0, from_financial_year_end: true });
    assert_eq!(sales.column("note").expect("note").class, Class::FreeText("delivery.note".into()));
    assert_eq!(map.table("lines").expect("lines").erase, Erase::Follow(vec!["to".into()]));
    assert!(!map.table("rates").expect("rates").personal());
    let told: Vec<_> = compiled.diagnostics.iter().map(|problem| problem.code.0).collect();
    assert_eq!(told, ["A0808"], "the lines' recipient is more than bookkeeping uses");
}

#[test]
fn every_fault_is_told_in_one_run() {
    let faulty = GOOD
        .replace("purpose: trade\n    person", "purpose: trading\n    person")
        .replace("first: contact.name", "first: contact.nme")
        .replace("who: people", "who: peple")
        .replace("counted_from: day", "counted_from: date")
        .replace("erase: delete", "erase: remove")
        .replace("seller: other-person", "seller: contact.name")
        .replace(
            "rates: not-personal",
            "rates: unimportant\n  extra: { purpose: trade, colums: {}, erase: delete }",
        );
    let told = codes(&faulty);
    for code in ["A0101", "A0106", "A0801", "A0802", "A0803", "A0804", "A0812"] {
        assert!(told.iter().any(|known| known == code), "{code} is missing in {told:?}");
    }
}

#[test]
fn only_a_legal_obligation_keeps_rows() {
    assert!(codes(&GOOD.replace("keep: bookkeeping", "keep: trade")).contains(&"A0806".to_owned()));
    assert!(codes(&GOOD.replace("keep: bookkeeping", "keep: book-keeping")).contains(&"A0801".to_owned()));
}

#[test]
fn people_must_be_findable_and_rows_somebodys() {
    let nobody = GOOD
        .replace("    person: { email: mail, numbers: { customer-number: id }, name: [first, last] }\n", "");
    assert!(codes(&nobody).contains(&"A0809".to_owned()));
    assert!(codes(&nobody).contains(&"A0805".to_owned()));
    let unfindable = GOOD.replace("email: mail, numbers: { customer-number: id }, ", "");
    assert!(codes(&unfindable).contains(&"A0810".to_owned()));
    let lost = GOOD.replace("    belongs_to: { sale: sales }\n", "");
    assert!(codes(&lost).contains(&"A0807".to_owned()));
    let year = GOOD.replace("store: crm", "store: crm\nfinancial_year_ends: 02-31");
    assert!(codes(&year).contains(&"A0811".to_owned()));
}

#[test]
fn an_amount_has_a_known_unit_or_none() {
    let with =
        |unit: &str| GOOD.replace("sum: sale.amount", &format!("sum: {{ is: sale.amount, unit: {unit} }}"));
    let unit = |text: &str| {
        let map = compile_map(&Source::new("m", text), &policy()).map.expect("it compiles");
        map.table("sales").and_then(|sales| sales.column("sum")).and_then(|sum| sum.unit.clone())
    };
    assert_eq!(unit(GOOD), None);
    assert_eq!(unit(&with("NOK")), Some(Money { currency: "NOK".into(), parts: 1 }));
    assert_eq!(unit(&with("NOK/100")).map(|money| money.decimals()), Some(2));
    for wrong in ["ore", "nok", "NOK/7", "NOK/", "XYZ", "NOK/100/100", "NOK/+100"] {
        assert!(codes(&with(wrong)).contains(&"A0813".to_owned()), "{wrong}");
    }
    let name = GOOD
        .replace("to: delivery.name }\n    erase: {", "to: { is: delivery.name, unit: NOK } }\n    erase: {");
    assert!(codes(&name).contains(&"A0813".to_owned()), "a name is no money");
}

#[test]
fn a_table_has_a_title_in_each_language() {
    let titled = GOOD.replace("  sales:\n", "  sales:\n    title: { en: Sales, nb: Salg }\n");
    let map = compile_map(&Source::new("m", &titled), &policy()).map.expect("it compiles");
    let title = |table: &str, lang| map.table(table).expect("a table").title.get(lang).to_owned();
    assert_eq!(
        (title("sales", "nb"), title("sales", "en"), title("people", "nb")),
        ("Salg".into(), "Sales".into(), String::new())
    );
}

#[test]
fn nothing_is_too_broken_to_be_told() {
    for text in [
        "",
        "abide-map: 1",
        "tables: []",
        "tables: { a: { columns: x } }",
        "- 1",
        "\u{0}",
        "tables:\n  t:\n   columns:\n  : ",
    ] {
        let compiled = compile_map(&Source::new("m", text), &policy());
        assert!(compiled.map.is_none() && !compiled.diagnostics.is_empty(), "{text:?}");
    }
}

/// `UPDATE=1` writes it again.
#[test]
fn the_schema_is_current() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/map.schema.json");
    let now = serde_json::to_string_pretty(&super::schema()).expect("a schema is JSON") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &now).expect("the schema can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == now, "run the test with UPDATE=1");
}
