//! What goes wrong in the middle: a lost lease, a lost connection, two at once, a store that is not there.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use stores::Error;

use crate::database::Database;
use crate::erase::{held, plan};
use crate::shop::{Shop, each, shop_map};

#[tokio::test]
async fn a_lost_lease_changes_nothing() {
    each(async |shop: Shop| {
        let plan = plan(&shop).await;
        let lost = shop.store.erase(&plan, &|| async { false }).await;
        assert!(matches!(lost, Err(Error::Fenced { .. })));
        assert_eq!(shop.database.count("customers").await, 3);
        assert_eq!(shop.database.count("support_notes").await, 4);
        shop.store.erase(&plan, &held).await.unwrap();
        assert!(shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
    })
    .await;
}

#[tokio::test]
async fn two_at_once_end_as_one() {
    each(async |shop: Shop| {
        let plan = plan(&shop).await;
        let other = stores::connect(&shop.map, &shop.database.url, &shop.database.url).await.unwrap();
        let (one, two) = tokio::join!(shop.store.erase(&plan, &held), other.erase(&plan, &held));
        assert_eq!(one.unwrap(), two.unwrap());
        assert!(shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
    })
    .await;
}

/// The connection is cut right before the commit: everything is undone, the error says "again later", and the
/// next run does it all.
#[tokio::test]
async fn a_connection_cut_in_the_middle_is_taken_up_again() {
    let Some(database) = Database::postgres().await else { return };
    let shop = Shop::on(database).await;
    let plan = plan(&shop).await;
    let url = Arc::new(shop.database.url.clone());
    let asked = Arc::new(AtomicUsize::new(0));
    let cut = || {
        let (url, asked) = (Arc::clone(&url), Arc::clone(&asked));
        async move {
            asked.fetch_add(1, Ordering::Relaxed);
            use sqlx::{Connection as _, Executor as _};
            let mut admin = sqlx::PgConnection::connect(&url).await.unwrap();
            let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
            admin.execute(sql).await.unwrap();
            true
        }
    };
    let failed = shop.store.erase(&plan, &cut).await.unwrap_err();
    assert!(failed.is_retryable(), "{failed}");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    assert_eq!(shop.database.count("customers").await, 3);
    assert!(!shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
    shop.store.erase(&plan, &held).await.unwrap();
    assert!(shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
}

#[tokio::test]
async fn a_store_that_is_not_there_says_so() {
    let map = shop_map(&[]);
    let nowhere = ["sqlite:///no/such/folder/shop.sqlite", "postgres://nobody:nothing@127.0.0.1:1/shop"];
    for url in nowhere {
        let Err(error) = stores::connect(&map, url, url).await else { panic!("{url} was opened") };
        assert!(error.is_retryable(), "{error}");
        assert!(error.to_string().contains("`shop`") && !error.to_string().contains("nothing@"));
    }
    for url in ["mysql://x", "shop.sqlite", ""] {
        assert!(matches!(stores::connect(&map, url, url).await, Err(Error::Url { .. })));
    }
}

/// No value of the store gets into an error.
#[tokio::test]
async fn errors_carry_no_personal_data() {
    each(async |shop: Shop| {
        let mut plan = plan(&shop).await;
        plan.steps.retain(|step| step.table == "customers" && step.change == stores::Change::Delete);
        let error = shop.store.erase(&plan, &held).await.unwrap_err();
        let Error::Constraint { table, .. } = &error else { panic!("{error}") };
        assert_eq!(table, "customers");
        let text = format!("{error} {error:?}");
        assert!(!text.contains("Anna") && !text.contains("(1)"), "{text}");
        assert_eq!(shop.database.count("customers").await, 3);
    })
    .await;
}
