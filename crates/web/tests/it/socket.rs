//! Over a real connection: what a browser gets while it is still sending.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::each;

/// The pages of a house on a port of their own.
async fn listening(
    pages: axum::Router,
) -> (std::net::SocketAddr, tokio::task::JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    (address, tokio::spawn(async move { axum::serve(listener, pages).await }))
}

/// Everything is sent before anything is read, as browsers do; then the answer is read to its end.
async fn sent(address: std::net::SocketAddr, head: &str, bytes: usize) -> String {
    let mut browser = TcpStream::connect(address).await.expect("connected");
    browser.write_all(head.as_bytes()).await.expect("the head is taken");
    let piece = vec![b'x'; 64 * 1024];
    for _ in 0..bytes / piece.len() {
        browser.write_all(&piece).await.expect("the server reads on");
    }
    let mut answer = Vec::new();
    browser.read_to_end(&mut answer).await.expect("the answer arrives whole");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn ten_megabytes_are_answered_with_a_page() {
    each(async |_, house| {
        let (address, server) = listening(house.router.clone()).await;
        let bytes = 10 * 1024 * 1024;
        for (kind, status, words) in [
            ("application/x-www-form-urlencoded", "413", "256 kilobytes"),
            ("multipart/form-data; boundary=x", "413", "256 kilobytes"),
        ] {
            let head = format!(
                "POST /forms/contact HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncontent-type: {kind}\r\ncontent-length: {bytes}\r\n\r\n"
            );
            let answer = sent(address, &head, bytes).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{}", answer.lines().next().unwrap_or_default());
            assert!(answer.contains(words), "{kind}");
        }
        server.abort();
    })
    .await;
}

#[tokio::test]
async fn what_takes_too_long_is_answered_with_a_page() {
    each(async |_, house| {
        let app = web::App { services: vec![house.service.clone()], demo: None, secure: false };
        let pages = web::router_within(app, std::time::Duration::from_millis(50));
        let (address, server) = listening(pages).await;
        // a form whose last byte never comes
        let head = "POST /privacy HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 10\r\n\r\nemail=a";
        let answer = sent(address, head, 0).await;
        assert!(answer.starts_with("HTTP/1.1 504"), "{}", answer.lines().next().unwrap_or_default());
        for words in ["That took too long", "either wholly stored or not at all"] {
            assert!(answer.contains(words), "{answer}");
        }
        assert!(!answer.contains('⟦'), "{answer}");
        assert!(house.letters().await.is_empty(), "nothing was done");
        server.abort();
    })
    .await;
}
