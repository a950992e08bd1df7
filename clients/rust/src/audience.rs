//! Everyone who may be used for a purpose, as they arrive.

use std::io::{BufRead, BufReader};

use serde::Deserialize;
use ureq::BodyReader;
use uuid::Uuid;

use crate::error::Error;
use crate::words::Channel;

/// Whom an audience is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Two letters.
    pub country: Option<String>,
    /// Those whom the use may reach this way.
    pub channel: Option<Channel>,
    /// Those whose data may go to this recipient.
    pub recipient: Option<String>,
}

impl Filters {
    pub(crate) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let channel = self.channel.map(Channel::as_str);
        let all = [
            ("country", self.country.as_deref()),
            ("channel", channel),
            ("recipient", self.recipient.as_deref()),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// The ids of an audience. An error is the last item: what came until then is not the whole audience.
pub struct Audience {
    lines: Option<BufReader<BodyReader<'static>>>,
}

#[derive(Deserialize)]
struct Member {
    subject: Uuid,
}

impl Audience {
    pub(crate) fn of(body: BodyReader<'static>) -> Self {
        Self { lines: Some(BufReader::new(body)) }
    }

    fn read(&mut self) -> Result<Option<Uuid>, Error> {
        let Some(lines) = &mut self.lines else { return Ok(None) };
        let mut line = String::new();
        if lines.read_line(&mut line).map_err(|_| Error::unavailable("the stream broke off"))? == 0 {
            self.lines = None;
            return Ok(None);
        }
        let whole = line.strip_suffix('\n').and_then(|line| serde_json::from_str::<Member>(line).ok());
        let member = whole.ok_or_else(|| Error::unavailable("the stream broke off within a line"))?;
        Ok(Some(member.subject))
    }
}

impl Iterator for Audience {
    type Item = Result<Uuid, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = self.read();
        if read.is_err() {
            self.lines = None;
        }
        read.transpose()
    }
}
