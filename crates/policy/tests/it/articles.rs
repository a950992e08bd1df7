//! The table of articles in the documentation: every item stands in it, with codes that are there, or with the reason why
//! none can guard it.

use policy::codes;

const TABLE: &str = include_str!("../../../../docs/lints.md");

/// The items of the articles, as the regulation counts them.
const ITEMS: &[&str] = &[
    "13(1)(a)", "13(1)(b)", "13(1)(c)", "13(1)(d)", "13(1)(e)", "13(1)(f)", "13(2)(a)", "13(2)(b)",
    "13(2)(c)", "13(2)(d)", "13(2)(e)", "13(2)(f)", "13(3)", "13(4)", "14(1)(a)", "14(1)(b)", "14(1)(c)",
    "14(1)(d)", "14(1)(e)", "14(1)(f)", "14(2)(a)", "14(2)(b)", "14(2)(c)", "14(2)(d)", "14(2)(e)",
    "14(2)(f)", "14(2)(g)", "14(3)(a)", "14(3)(b)", "14(3)(c)", "14(4)", "14(5)", "15(1)(a)", "15(1)(b)",
    "15(1)(c)", "15(1)(d)", "15(1)(e)", "15(1)(f)", "15(1)(g)", "15(1)(h)", "15(2)", "15(3)", "15(4)",
    "28(3)(a)", "28(3)(b)", "28(3)(c)", "28(3)(d)", "28(3)(e)", "28(3)(f)", "28(3)(g)", "28(3)(h)",
    "30(1)(a)", "30(1)(b)", "30(1)(c)", "30(1)(d)", "30(1)(e)", "30(1)(f)", "30(1)(g)", "30(2)(a)",
    "30(2)(b)", "30(2)(c)", "30(2)(d)", "30(3)", "30(4)", "30(5)", "33(3)(a)", "33(3)(b)", "33(3)(c)",
    "33(3)(d)", "34(1)", "34(2)", "34(3)", "34(4)",
];

#[expect(clippy::indexing_slicing, reason = "a row without its cells fails the test")]
fn rows() -> Vec<(String, String)> {
    let (_, table) =
        TABLE.split_once("| Article | what it asks | guarded by |\n").expect("the table is there");
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    table
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(cells)
        .map(|cells| (cells[1].clone(), cells[3].clone()))
        .collect()
}

#[test]
fn every_item_is_guarded_or_says_why_not() {
    let rows = rows();
    for item in ITEMS {
        let own = rows.iter().filter(|(article, _)| article == item).count();
        assert_eq!(own, 1, "{item} has a row of its own");
    }
    for (article, guard) in rows {
        if let Some(reason) = guard.strip_prefix("none can: ") {
            assert!(reason.len() > 20, "{article}");
            continue;
        }
        for code in guard.split(", ") {
            assert!(
                codes().any(|(known, _)| known == code),
                "{article} is guarded by {code}, which is not there"
            );
        }
    }
}
