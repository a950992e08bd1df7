//! Demands by authorities in the console (SO-19), and what may be done with a person's data (CN-05).

use crate::{contact, each};

/// The person's page for a purpose, as the search leads to it.
async fn found(staff: &mut testkit::actors::Visitor) -> String {
    let fields = [("purpose", "legal-duty"), ("by", "email"), ("value", "kari.nordmann@firma.example")];
    staff.post("/console/people", &fields).await.is(303).location().to_owned()
}

#[tokio::test]
async fn so_19_a_demand_is_entered_whole_and_its_asker_cannot_approve_it() {
    each(async |_, house| {
        let _ = contact(house).await;
        let _ = house.person("kari.nordmann@firma.example").await;
        let mut staff = house.staff().await;
        let person = found(&mut staff).await;
        let new = person.replacen('?', "/demand?", 1);
        let _ = staff.get(&person).await.is(200).says(&["/demand?purpose=legal-duty"]);
        let form = staff.get(&new).await.is(200).says(&[
            "A statute obliges us",
            "contact.email",
            "Contact details: E-mail",
        ]);
        let _ = form.never_says(&["An emergency", "⟦", "\" checked"]);
        let mut fields = vec![
            ("ground", "statute"),
            ("authority", "Oslo politidistrikt"),
            ("reference", ""),
            ("statute", "Straffeprosessloven § 210"),
            ("silent", ""),
            ("field", "contact.name"),
            ("field", "contact.email"),
        ];
        // everything that is missing is said at once
        let empty = staff.post(&new, &[]).await.is(422);
        let _ = empty.says(&[
            "ground-error",
            "authority-error",
            "reference-error",
            "statute-error",
            "field-error",
        ]);
        let page = staff.post(&new, &fields).await.is(422).says(&["reference-error", "Oslo politidistrikt"]);
        let _ = page.never_says(&["⟦"]);
        fields[2].1 = "2026/4711";
        fields[4].1 = "soon";
        let _ = staff.post(&new, &fields).await.is(422).says(&["silent-error"]);
        fields[4].1 = "";
        let one = staff.post(&new, &fields).await.is(303).location().to_owned();
        let page =
            staff.get(&one).await.is(200).says(&["Oslo politidistrikt", "2026/4711", "Liv Lead", "Open"]);
        let _ = page.never_says(&["⟦", ">Approve<", "Give the data out", "kari.nordmann"]);
        let approve = staff.post(&format!("{one}/approve"), &[]).await.is(200);
        let _ = approve.says(&["cannot approve it"]);
        let give = staff.post(&format!("{one}/give"), &[]).await.is(200).says(&["It needs more approvals"]);
        let _ = give.never_says(&["kari.nordmann"]);
        let _ = staff.get("/console").await.is(200).says(&["One demand by an authority waits"]);
        let _ = staff.get("/console/demands").await.is(200).says(&["A statute obliges us"]);
        let _ = staff.post(&format!("{one}/refuse"), &[]).await.is(200).says(&["It is refused"]);
        let _ = staff.post(&format!("{one}/approve"), &[]).await.is(200).says(&["refused already"]);
    })
    .await;
}

#[tokio::test]
async fn cn_05_the_console_explains_every_purpose_for_a_purpose_and_writes_the_look_down() {
    each(async |db, house| {
        let _ = contact(house).await;
        let _ = house.person("kari.nordmann@firma.example").await;
        let mut staff = house.staff().await;
        let person = found(&mut staff).await;
        let explain = person.replacen('?', "/explain?", 1);
        let bare = explain.split('?').next().unwrap_or_default().to_owned();
        assert_eq!(staff.get(&bare).await.is(303).location(), "/console/people");
        let before = db.dump().await["ledger_leaf"].len();
        let page = staff.get(&explain).await.is(200).says(&[
            "Your look is written down",
            "Allowed",
            "Not allowed",
            "legitimate-interest",
            "purposes/answer-enquiries",
            "by the person",
        ]);
        let _ = page.never_says(&["⟦", "kari.nordmann"]);
        assert_eq!(db.dump().await["ledger_leaf"].len(), before + 1, "the look stands in the ledger");
        for lang in ["nb", "fr"] {
            let _ = staff.get(&format!("{explain}&lang={lang}")).await.is(200).never_says(&["⟦"]);
        }
    })
    .await;
}
