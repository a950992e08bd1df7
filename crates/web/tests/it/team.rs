//! The console's team page: inviting a colleague, changing a role, closing an account.

use testkit::actors::Staff;

use crate::each;

const ANNA: &str = "anna@wepack.example";

#[tokio::test]
async fn pc_18_a_colleague_is_invited_works_under_their_role_and_is_shut_out_again() {
    each(async |_, house| {
        let mut lead = house.staff().await;
        let invited = [("email", ANNA), ("role", "support")];
        let page = lead.submit("/console/team", &invited).await.is(200);
        let _ = page.says(&["The invitation is on its way", ANNA, "invited"]).never_says(&["⟦"]);
        let link = house.link("/console/setup?token=").await;
        let page = house.visitor().get(&link).await.is(200);
        let _ = page.says(&["Set up your account", ANNA]).never_says(&["name=\"email\""]);
        let mut anna = Staff::join(house, &link, "Anna").await;
        let _ = house.visitor().get(&link).await.is(410);
        let page = anna.get("/console").await.is(200).says(&["Anna · support"]);
        let _ = page.never_says(&["/console/team"]);
        let _ = anna.get("/console/team").await.is(403);
        let _ = anna.post("/console/team", &invited).await.is(403);

        let path = member_in(&lead.get("/console/team").await.is(200).text(), "Anna");
        let _ = anna.post(&path, &[("role", "privacy-lead")]).await.is(403);
        let _ = lead.submit(&path, &[("role", "developer")]).await.is(200).says(&["The role is changed"]);
        let _ = anna.get("/console/people").await.is(403);
        let page = lead.submit(&format!("{path}/close"), &[]).await.is(200);
        let _ = page.says(&["can do nothing here any more", "closed"]);
        let _ = anna.get("/console/health").await.is(303);
        let _ =
            lead.get(&path).await.is(200).says(&["invite the same address again"]).never_says(&["danger"]);
    })
    .await;
}

#[tokio::test]
async fn an_old_second_factor_is_asked_for_again_before_the_team_changes() {
    each(async |_, house| {
        let mut lead = house.staff().await;
        house.clock.advance_hours(1);
        let invited = [("email", ANNA), ("role", "support")];
        let page = lead.post("/console/team", &invited).await.is(422);
        let _ = page.says(&["id=\"code-error\"", &format!("value=\"{ANNA}\"")]);
        let code = lead.code(house);
        let with_code = [("email", ANNA), ("role", "support"), ("code", code.as_str())];
        let _ =
            lead.submit("/console/team", &with_code).await.is(200).says(&["The invitation is on its way"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_an_invitation_is_said_at_its_field() {
    each(async |_, house| {
        let mut lead = house.staff().await;
        for (email, role, said) in [
            ("nobody", "support", "id=\"email-error\""),
            ("lead@wepack.example", "support", "has an account already"),
            (ANNA, "none", "id=\"role-error\""),
            (ANNA, "emperor", "id=\"role-error\""),
        ] {
            let page = lead.post("/console/team", &[("email", email), ("role", role)]).await.is(422);
            let _ = page.says(&[said]);
        }
        let own = member_in(&lead.get("/console/team").await.text(), "Liv Lead (you)");
        let _ = lead.get(&own).await.is(200).says(&["your own account"]).never_says(&["Change the role"]);
        let _ = lead.get("/console/team/00000000-0000-0000-0000-000000000000").await.is(404);
    })
    .await;
}

/// The page of the member of that name in the table.
fn member_in(page: &str, name: &str) -> String {
    let (before, _) = page.split_once(&format!("\">{name}</a>")).expect("the member is listed");
    before.rsplit_once("href=\"").expect("a link").1.to_owned()
}
