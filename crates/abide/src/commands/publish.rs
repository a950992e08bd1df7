//! `abide publish`: a new version of the policy, in force on a day, beside a server that may go on running.

use anyhow::{Context, Result};
use duties::Service;
use duties::accountability::versions::{self, Published, Refused};
use policy::{Channel, Policy, diff};

use crate::Ending;
use crate::cli::{Publish, Serve};
use crate::files;
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// Checks the file and the store maps, compares it with the version in force, and publishes it or says what it needs.
pub fn run(options: &Publish) -> Result<Ending> {
    let server = Serve { policy: Some(options.file.clone()), ..options.server.clone() };
    let settings = Settings::read(&server)?;
    super::beside::is_there(&settings.database)?;
    let sources = files::sources(&settings.policy)?;
    let Some(offered) = files::policy(&settings.policy)? else { return Ok(Ending::Faults) };
    if !maps_fit(&settings, &offered)? {
        return Ok(Ending::Faults);
    }
    crate::serve::runtime()?.block_on(async {
        // the company's stores are none of this command's business
        let plan = Plan { maps: Vec::new(), ..Plan::of(&settings)? };
        let service = open::service(plan).await?;
        let ending = carry_out(&service, &offered, &sources.text(), options).await;
        service.db.close().await;
        ending
    })
}

/// A map that does not fit the new version would stop the server that day.
fn maps_fit(settings: &Settings, offered: &Policy) -> Result<bool> {
    let mut fit = true;
    for path in &settings.maps {
        let source = files::source(path)?;
        let compiled = policy::map::compile_map(&source, offered);
        if compiled.map.is_none() {
            files::report(&source, &compiled.diagnostics);
            out::tell(format_args!("{} does not fit the new version; nothing is published", path.display()));
            fit = false;
        }
    }
    Ok(fit)
}

async fn carry_out(service: &Service, offered: &Policy, text: &str, options: &Publish) -> Result<Ending> {
    let old = service.policy.clone();
    match versions::publish(service, offered, text, options.effective).await {
        Ok(done) => {
            let found = diff::diff(&old, offered);
            super::diff::print(&found, &old, offered, &offered.languages.reference)?;
            out::line(format_args!("\n{}", said(offered, &old, &done)))?;
            Ok(Ending::Well)
        }
        Err(Refused::Below(error)) => Err(error).context("the version could not be published"),
        Err(refused) => {
            out::tell(format_args!("not published: {refused}"));
            Ok(Ending::Faults)
        }
    }
}

fn said(offered: &Policy, old: &Policy, done: &Published) -> String {
    let published = format!(
        "published: the version of {} takes effect on {}; until then the version of {} counts.",
        offered.version, done.effective, old.version
    );
    let other: Vec<&str> =
        done.tell_by.iter().filter(|way| **way != Channel::Site).map(|way| way.as_str()).collect();
    let class = done.class.map(diff::Class::as_str).unwrap_or_default();
    if other.is_empty() {
        format!("{published}\nThe policy's page announces it from now on.")
    } else {
        let ways = other.join(", ");
        format!(
            "{published}\nThe policy's page announces it from now on. Promised for {class} changes besides: {ways}. Send it now: \
             the time counts from today."
        )
    }
}
