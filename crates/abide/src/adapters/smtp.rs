//! Mail through SMTP (RFC 5321), by `lettre`. The letter's address and text never reach the log.

use std::future::Future;
use std::pin::Pin;

use anyhow::Context;
use duties::mail::{Mail, Mailer, NotSent};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A connection pool to one SMTP server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Connects lazily to `url` (`smtp://host:port`, `smtps://user:password@host`, `smtp://…?tls=required`); letters
    /// come from `from` (`Name <address>`).
    pub fn new(url: &str, from: &str) -> anyhow::Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            anyhow::anyhow!(
                "the mail server's URL in ABIDE_SMTP_URL is not one: write smtps://user:password@host"
            )
        })?;
        let from = from
            .parse()
            .with_context(|| format!("`{from}` is not a sender: write `Name <address@domain>`"))?;
        Ok(Self { transport: transport.build(), from })
    }

    fn letter(&self, mail: &Mail) -> Result<Message, NotSent> {
        let never = |what: &str| NotSent::Never(what.to_owned());
        let to: Mailbox = mail.to.parse().map_err(|_| never("the recipient's address is not one"))?;
        let domain = self.from.email.domain();
        let letter = Message::builder().from(self.from.clone()).to(to).subject(&mail.subject);
        let letter = letter.message_id(Some(format!("<{}@{domain}>", mail.id)));
        let both = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
        letter.multipart(both).map_err(|_| never("the letter could not be put together"))
    }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(async {
            let letter = self.letter(mail)?;
            self.transport.send(letter).await.map(|_| ()).map_err(|error| refusal(&error))
        })
    }
}

/// Servers repeat the address in their answers, so only the status code is kept (RFC 5321, section 4.2).
fn refusal(error: &lettre::transport::smtp::Error) -> NotSent {
    let code = error.status().map_or_else(|| "no answer".to_owned(), |code| format!("status {code}"));
    if error.is_permanent() { NotSent::Never(code) } else { NotSent::Later(code) }
}
