//! How amounts of money are stored: `NOK` in whole units, `NOK/100` in hundredths (øre, cents).

use serde::{Deserialize, Serialize};

/// The unit of a column with amounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// The currency's ISO 4217 code.
    pub currency: String,
    /// How many of the stored unit make one of the currency: 1, 10, 100 or 1000.
    pub parts: u16,
}

/// ISO 4217, the currencies in circulation in 2026.
const CURRENCIES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";

impl Money {
    /// Reads `NOK` or `NOK/100`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (currency, parts) = text.split_once('/').unwrap_or((text, "1"));
        let known = CURRENCIES.split_whitespace().any(|code| code == currency);
        let parts = ["1", "10", "100", "1000"].contains(&parts).then(|| parts.parse().ok()).flatten()?;
        known.then(|| Self { currency: currency.to_owned(), parts })
    }

    /// How many decimals the stored unit has in the currency.
    #[must_use]
    pub fn decimals(&self) -> usize {
        match self.parts {
            10 => 1,
            100 => 2,
            1000 => 3,
            _ => 0,
        }
    }
}
