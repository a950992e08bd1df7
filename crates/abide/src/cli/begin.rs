//! What `abide init` and `abide import` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use policy::draft::{Activity, Processor};

#[derive(Args)]
pub struct Init {
    /// The legal name of the company.
    #[arg(long)]
    pub name: Option<String>,
    /// Its country, two capital letters such as `NO`.
    #[arg(long, value_parser = country)]
    pub country: Option<String>,
    /// The mail address for everything about personal data.
    #[arg(long)]
    pub email: Option<String>,
    /// The postal address.
    #[arg(long)]
    pub address: Option<String>,
    /// The address of the site, such as `https://www.shop.example`.
    #[arg(long)]
    pub website: Option<String>,
    /// The languages, the one that counts first: `en`, `nb`, `fr`.
    #[arg(long = "lang", visible_alias = "language", value_delimiter = ',', value_parser = ["en", "nb", "fr"])]
    pub languages: Vec<String>,
    /// What the company does with data: `enquiries`, `orders`, `bookkeeping`, `accounts`, `newsletter`, `statistics`.
    #[arg(long, value_delimiter = ',', value_parser = activity)]
    pub does: Vec<Activity>,
    /// A company that handles data on its behalf, with its country: `"Cloud GmbH:DE"`; may be given several times.
    #[arg(long = "processor", value_parser = processor)]
    pub processors: Vec<Processor>,
    /// Ask nothing: what is not given stays open.
    #[arg(long, short)]
    pub yes: bool,
    /// Where to; `-` is standard output. A file that is there already is never written over.
    #[arg(long, default_value = "policy.yaml")]
    pub out: PathBuf,
}

/// The languages policies can be imported from.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Foreign {
    /// Transparency Information Language (JSON).
    Tilt,
}

#[derive(Args)]
pub struct Import {
    /// The language of the file.
    #[arg(value_enum)]
    pub language: Foreign,
    /// The file; `-` is standard input.
    pub file: PathBuf,
    /// Where to; `-` is standard output. A file that is there already is never written over.
    #[arg(long, default_value = "-")]
    pub out: PathBuf,
}

/// A country's code; its name is understood too.
pub fn country(text: &str) -> Result<String, String> {
    policy::country_code(text).map(ToOwned::to_owned).ok_or_else(|| {
        format!("`{text}` is no country: write two capital letters, such as `NO`, or its name")
    })
}

/// One of the ready activities.
pub fn activity(text: &str) -> Result<Activity, String> {
    Activity::parse(text.trim()).ok_or_else(|| {
        let known: Vec<&str> = Activity::WORDS.iter().map(|(word, _)| *word).collect();
        format!("it can be {}", known.join(", "))
    })
}

/// A name and a country.
pub fn processor(text: &str) -> Result<Processor, String> {
    let (name, code) =
        text.rsplit_once(':').ok_or("write the name, a colon and the country, such as `Cloud GmbH:DE`")?;
    let name = name.trim();
    if name.is_empty() {
        return Err("the name before the colon is missing".to_owned());
    }
    Ok(Processor { name: name.to_owned(), country: country(code.trim())? })
}
