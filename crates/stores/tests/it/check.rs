//! The map held against the database: every finding in one run.

use stores::Severity;

use crate::shop::{Shop, each, shop_map};

fn told(findings: &[stores::Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|f| {
            format!(
                "{} {:?} {}.{}",
                f.code,
                f.severity,
                f.table.clone().unwrap_or_default(),
                f.column.clone().unwrap_or_default()
            )
        })
        .collect()
}

#[tokio::test]
async fn the_shops_map_fits() {
    each(async |shop: Shop| {
        let findings = shop.store.check(&shop.map).await.unwrap();
        assert_eq!(told(&findings), Vec::<String>::new());
    })
    .await;
}

/// Lesson of form tables and frozen copies left behind: what nobody classified is an error.
#[tokio::test]
async fn what_is_not_mapped_is_an_error() {
    each(async |shop: Shop| {
        shop.database
            .run("ALTER TABLE customers ADD COLUMN nickname VARCHAR(20); CREATE TABLE leads (id INTEGER PRIMARY KEY, mail VARCHAR(80)); \
                  DROP INDEX customers_email; DROP INDEX orders_customer;")
            .await;
        let map = shop_map(&[("      company: contact.company\n", ""), ("  products: not-personal", "  products: not-personal\n  old: not-personal")]);
        let findings = shop.store.check(&map).await.unwrap();
        assert_eq!(
            told(&findings),
            [
                "A0852 Error customers.company",
                "A0852 Error customers.nickname",
                "A0851 Error leads.",
                "A0853 Error old.",
                "A0859 Warning customers.email",
                "A0857 Warning orders.customer_id",
            ]
        );
        assert!(findings.iter().all(|finding| finding.store == "shop" && !finding.help.is_empty()));
        assert_eq!(findings.iter().filter(|finding| finding.severity == Severity::Error).count(), 4);
    })
    .await;
}

/// A reference to a person that the map does not explain would leak or be lost.
#[tokio::test]
async fn a_reference_to_people_must_be_explained() {
    each(async |shop: Shop| {
        let map = shop_map(&[("    refers_to: { referred_by: customers }\n", "")]);
        let findings = shop.store.check(&map).await.unwrap();
        assert_eq!(told(&findings), ["A0858 Error customers.referred_by"]);
    })
    .await;
}
