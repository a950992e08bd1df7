//! A real browser for tests: Chromium driven through ChromeDriver by the W3C WebDriver protocol.
//!
//! `ABIDE_TEST_CHROMEDRIVER` names the driver, `ABIDE_TEST_AXE` axe-core's script, `ABIDE_TEST_ARTEFACTS` the folder
//! for pictures; `cargo xtask test` sets them. The driver listens on a free port of 127.0.0.1 and ends with the value.

#![expect(
    clippy::indexing_slicing,
    reason = "reading a missing key of a JSON value gives null, it does not panic"
)]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use base64::Engine;
use serde_json::{Value, json};

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How the browser is set up.
#[derive(Clone, Copy)]
pub struct Setup {
    /// The window's width and height in CSS pixels.
    pub window: (u32, u32),
    /// Whether the reader prefers a dark page.
    pub dark: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self { window: (1280, 900), dark: false }
    }
}

/// A running browser with one window.
pub struct Browser {
    driver: Child,
    session: String,
    http: reqwest::Client,
}

impl Browser {
    /// Starts a browser, or says that there is none and returns `None` (which fails where `CI` is `true`).
    pub async fn start(setup: Setup) -> Option<Self> {
        let Some(program) = std::env::var_os("ABIDE_TEST_CHROMEDRIVER") else {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "CI needs a browser: run `cargo xtask test`"
            );
            eprintln!("skipped: ABIDE_TEST_CHROMEDRIVER names no driver; `cargo xtask test` installs one");
            return None;
        };
        let mut driver = Command::new(program)
            .args(["--port=0", "--allowed-ips=127.0.0.1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let out = BufReader::new(driver.stdout.take().expect("a pipe"));
        let port = out
            .lines()
            .map_while(Result::ok)
            .find_map(|line| port(&line))
            .expect("chromedriver says its port");
        let http = reqwest::Client::new();
        let base = format!("http://127.0.0.1:{port}/session");
        let answer = post(&http, &base, capabilities()).await;
        let id = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}")).to_owned();
        let browser = Self { driver, session: format!("{base}/{id}"), http };
        if setup.dark {
            let features = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
            browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        }
        browser.resize(setup.window).await;
        Some(browser)
    }

    /// Sets the viewport (CSS pixels); below 600 wide it behaves like a phone.
    pub async fn resize(&self, (width, height): (u32, u32)) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Opens a page.
    pub async fn open(&self, url: &str) {
        self.post("url", json!({ "url": url })).await;
    }

    /// The address of the page now.
    pub async fn url(&self) -> String {
        self.get("url").await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until its address has this in it: a click is done before the page it leads to is there.
    pub async fn arrives(&self, part: &str) {
        for _ in 0..200 {
            if self.url().await.contains(part) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("it stays on {} and does not come to {part}", self.url().await);
    }

    /// The visible text of the first element a selector finds.
    pub async fn text(&self, css: &str) -> String {
        let element = self.element(css).await;
        self.get(&format!("element/{element}/text")).await.as_str().unwrap_or_default().to_owned()
    }

    /// Whether a selector finds anything.
    pub async fn has(&self, css: &str) -> bool {
        self.find(css).await.is_some()
    }

    /// An attribute of the first element a selector finds.
    pub async fn attribute(&self, css: &str, name: &str) -> String {
        let element = self.element(css).await;
        self.get(&format!("element/{element}/attribute/{name}")).await.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first element a selector finds.
    pub async fn click(&self, css: &str) {
        let element = self.element(css).await;
        let centre = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let target = json!({ ELEMENT: element });
        self.post("execute/sync", json!({ "script": centre, "args": [target] })).await;
        let clicked = self.post(&format!("element/{element}/click"), json!({})).await;
        assert!(clicked.is_null(), "`{css}` on {} cannot be clicked: {clicked}", self.url().await);
    }

    /// Types into a field as a person would.
    pub async fn fill(&self, css: &str, text: &str) {
        let element = self.element(css).await;
        self.post(&format!("element/{element}/clear"), json!({})).await;
        self.post(&format!("element/{element}/value"), json!({ "text": text })).await;
    }

    /// Runs a script in the page and returns what it returns.
    pub async fn evaluate(&self, script: &str) -> Value {
        let answer = self
            .devtools(
                "Runtime.evaluate",
                json!({ "expression": script, "returnByValue": true, "awaitPromise": true }),
            )
            .await;
        answer["result"]["value"].clone()
    }

    /// Saves a picture of the whole page under the artefacts folder.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("ABIDE_TEST_ARTEFACTS").map(PathBuf::from) else { return };
        let shot = self.devtools("Page.captureScreenshot", json!({ "captureBeyondViewport": true })).await;
        let data = shot["data"].as_str().unwrap_or_default();
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).expect("a picture in base64");
        std::fs::create_dir_all(&folder).expect("the artefacts folder");
        std::fs::write(folder.join(format!("{name}.png")), bytes).expect("a picture is written");
    }

    /// What axe-core finds wrong for WCAG 2.2 A and AA: one line a finding, with the elements.
    pub async fn axe(&self) -> Vec<String> {
        let Some(file) = std::env::var_os("ABIDE_TEST_AXE") else { return Vec::new() };
        let script = std::fs::read_to_string(file).expect("axe-core's script");
        self.evaluate(&format!("{script};0")).await;
        let tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
        let run = format!(
            "axe.run({{runOnly:{tags}}}).then(r=>r.violations.map(v=>v.id+': '+v.help+' '+v.nodes.slice(0,3).map(n=>n.target.join(' ')+' '+(n.any[0]?n.any[0].message:'')).join(' | ')))"
        );
        let found = self.evaluate(&run).await;
        let lines = found.as_array().unwrap_or_else(|| panic!("axe did not run: {found}"));
        lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
    }

    /// The page's cookies as the value of a `Cookie` header, to fetch with them what a browser would download.
    pub async fn cookies(&self) -> String {
        let cookies = self.get("cookie").await;
        let pairs = cookies.as_array().map_or(&[][..], Vec::as_slice).iter();
        let pairs = pairs
            .filter_map(|cookie| Some(format!("{}={}", cookie["name"].as_str()?, cookie["value"].as_str()?)));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.post("refresh", json!({})).await;
    }

    /// How many pixels the page is wider than its window (0 on a good page).
    pub async fn overflow(&self) -> i64 {
        let script = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.evaluate(script).await.as_i64().unwrap_or_default()
    }

    async fn find(&self, css: &str) -> Option<String> {
        id(&self.post("element", json!({ "using": "css selector", "value": css })).await)
    }

    /// The first element that matches; a page that is still on its way is waited for.
    async fn element(&self, css: &str) -> String {
        for _ in 0..100 {
            if let Some(found) = self.find(css).await {
                return found;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!(
            "nothing matches `{css}` on {}: {}",
            self.url().await,
            self.evaluate("document.body.innerText").await
        )
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        post(&self.http, &format!("{}/{path}", self.session), body).await
    }

    async fn get(&self, path: &str) -> Value {
        let answer =
            self.http.get(format!("{}/{path}", self.session)).send().await.expect("chromedriver answers");
        answer.json::<Value>().await.expect("JSON")["value"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let url = self.session.clone();
        let end = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let _ = runtime.map(|runtime| runtime.block_on(reqwest::Client::new().delete(url).send()));
        });
        let _ = end.join();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn capabilities() -> Value {
    let arguments = [
        "--headless=new",
        "--window-size=1280,1000",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--hide-scrollbars",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ];
    let options = json!({ "args": arguments });
    json!({ "capabilities": { "alwaysMatch": { "browserName": "chrome", "goog:chromeOptions": options } } })
}

async fn post(http: &reqwest::Client, url: &str, body: Value) -> Value {
    let answer = http.post(url).json(&body).send().await.expect("chromedriver answers");
    answer.json::<Value>().await.expect("JSON")["value"].clone()
}

fn id(found: &Value) -> Option<String> {
    found[ELEMENT].as_str().map(str::to_owned)
}

fn port(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
