//! `abide help`: the reference of the language, or how a command is used.

use anyhow::Result;
use clap::CommandFactory;

use crate::Ending;
use crate::cli::{Arguments, Help};
use crate::out;

/// Prints the page of a topic: `policy` is the language's reference, every other a command's own help.
pub fn run(options: &Help) -> Result<Ending> {
    if options.topic == ["policy"] {
        out::line(format_args!("{}", policy::reference().trim()))?;
        return Ok(Ending::Well);
    }
    let mut command = Arguments::command();
    // Gives each command its whole name, `abide staff add`, to be shown in its usage.
    command.build();
    let mut found = &mut command;
    for (nth, name) in options.topic.iter().enumerate() {
        let Some(inner) = found.find_subcommand_mut(name) else {
            let known = options.topic.get(..nth).unwrap_or_default().join(" ");
            let list = if known.is_empty() { "abide help".to_owned() } else { format!("abide help {known}") };
            out::tell(format_args!("abide: there is no help on `{name}`; `{list}` lists what there is"));
            return Ok(Ending::Faults);
        };
        found = inner;
    }
    out::line(format_args!("{}", found.render_long_help().to_string().trim_end()))?;
    Ok(Ending::Well)
}
