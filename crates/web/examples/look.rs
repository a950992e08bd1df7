//! Serves Wepack on a test's database, to look at the pages by hand: `cargo run -p web --example look [port]`.

use testkit::TestDb;
use testkit::actors::House;

#[tokio::main]
async fn main() {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8099".to_owned());
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    let staff = duties::accounts::demo_link(&house.service).await.expect("a link");
    let setup = duties::accounts::setup_token(&house.service).await.expect("a token");
    eprintln!("http://127.0.0.1:{port}/ staff /demo/staff/{staff} setup /console/setup?token={setup:?}");
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("a port");
    let pages = house.router.clone();
    tokio::spawn(async move { axum::serve(listener, pages).await });
    loop {
        house.tick().await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
}
