//! Whole pages as a reader finds them.

use insta::{allow_duplicates, assert_snapshot};

use crate::each;

#[tokio::test]
async fn the_first_page() {
    each(async |_, house| {
        let words = house.visitor().get("/").await.is(200).words();
        allow_duplicates! {
            assert_snapshot!(words, @r"
        WEPACK and your data
        What WEPACK does with personal data, in plain words, and what you can ask for. You need no account.
        Privacy policy
        What is collected, why, for how long and who gets it. Version of 1 November 2026.
        Your data
        See what is held about you, get a copy, or have it erased.
        Contact us
        Write to us, and we answer within one hour in office hours.
        Place an order
        We use what you enter here to deliver your order. The invoice goes into our accounts because the law says so, and we may keep what was agreed in case of a dispute. You get news and campaigns only if you say yes below.
        Check a receipt
        Anything you agreed to here leaves a receipt. Check it yourself, without asking us.
        ");
        }
    })
    .await;
}

#[tokio::test]
async fn asking_for_a_link() {
    each(async |_, house| {
        let words = house.visitor().get("/privacy").await.is(200).words();
        allow_duplicates! {
            assert_snapshot!(words, @r"
        Your data
        Type your e-mail address. We send you a link that opens your own page: what we have about you, who got it, what you agreed to, and what you can ask for.
        E-mail address
        The one you used with us, if you have used one.
        Send me a link
        Without e-mail
        You can also write to WEPACK at privacy@wepack.example. You have the same rights and the same time limits.
        ");
        }
        let words = house.visitor().get("/privacy?sent=1&lang=nb").await.is(200).words();
        allow_duplicates! {
            assert_snapshot!(words, @r"
        Se i postkassen din
        Hvis adressen er riktig, er en e-post med en lenke på vei. Den gjelder i en halv time og virker én gang.
        Åpne lenken i e-posten og trykk på knappen på siden den fører til.
        Ingenting etter noen minutter? Se i søppelposten, og sjekk at du skrev den adressen du mente. Vi svarer det samme for alle adresser, slik at ingen kan finne ut her hvem som er kunde hos oss.
        Be om en ny lenke
        ");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_too_large() {
    each(async |_, house| {
        let page = house.visitor().post_bytes("/forms/contact", vec![b'x'; 300_000]).await.is(413);
        let words = page.words();
        let (before, _) = words.split_once("mention:").expect("the reference");
        let words = before;
        allow_duplicates! {
            assert_snapshot!(words, @r"
        That was too much at once
        A form may hold 256 kilobytes; yours is larger, so we did not take it. Nothing was stored.
        Go back, shorten the text, and send it again. Please do not paste pictures or files.
        To the start page
        If you write to us about this,
        ");
        }
    })
    .await;
}
