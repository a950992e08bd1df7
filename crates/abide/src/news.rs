//! What a server says at its start where the policy file is not the version in force.

use anyhow::Result;
use duties::Service;
use duties::accountability::versions::{self, News};

use crate::files;
use crate::out;
use crate::settings::Settings;

/// Offers the file to the service. What changes wording only is posted at once; anything else waits, and the command
/// that publishes it is named. The server serves the version in force in any case.
pub async fn offer(service: &Service, settings: &Settings) -> Result<()> {
    let sources = files::sources(&settings.policy)?;
    let Some(offered) = policy::compile_all(&sources).policy else { return Ok(()) };
    let news = versions::offer(service, &offered, &sources.text()).await?;
    if let Some(said) = words(&news, service, settings) {
        out::tell(format_args!("{said}"));
    }
    Ok(())
}

fn words(news: &News, service: &Service, settings: &Settings) -> Option<String> {
    let (file, now) = (settings.policy.display(), service.policy.version);
    Some(match news {
        News::Same => return None,
        News::Published(version) => {
            format!("{file} changes wording only: the version of {version} is published and in force")
        }
        News::Coming { version, on } => {
            format!(
                "{file} is the version of {version}, which comes into force on {on}; until then that of {now} counts"
            )
        }
        News::Former(version) => format!(
            "{file} is the version of {version}, which was in force before; that of {now} counts. To go back to what it says, \
             give it a new day (`version:`) and publish it"
        ),
        News::SameDay(version) => format!(
            "{file} says something else than the published version of {version}, which is never changed; that of {now} counts. \
             Give the file another day (`version:`) and publish it:\n  {}",
            settings.publish_command(None)
        ),
        News::Waits { class, differences, earliest } => format!(
            "{file} is not in force: it has {differences} differences from the version of {now}, the gravest {}, and people \
             have to hear of them first; that of {now} counts. Publish it:\n  {}",
            class.as_str(),
            settings.publish_command(Some(*earliest))
        ),
    })
}
