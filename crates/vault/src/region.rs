//! How telephone numbers are written within a country: its calling code, and the trunk prefix that is dialled only there.
//!
//! Source: ITU-T E.164 and the national numbering plans' trunk prefixes. Countries whose services and people we know of;
//! elsewhere a number needs its country prefix, which is refused rather than guessed.

/// A country's way with telephone numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    country: &'static str,
    calling: &'static str,
    trunk: &'static str,
}

impl Region {
    /// The region of a country (ISO 3166-1, two letters); none where we do not know its numbers.
    #[must_use]
    pub fn of(country: &str) -> Option<&'static Self> {
        REGIONS.iter().find(|region| region.country.eq_ignore_ascii_case(country))
    }

    /// The digits of a number written within the country, after its calling code and without the trunk prefix.
    pub(crate) fn international(&self, national: &str) -> String {
        let trunked = national.strip_prefix(self.trunk).filter(|_| !self.trunk.is_empty());
        format!("{}{}", self.calling, trunked.unwrap_or(national))
    }
}

const fn region(country: &'static str, calling: &'static str, trunk: &'static str) -> Region {
    Region { country, calling, trunk }
}

/// Countries, calling codes, trunk prefixes (none where every number is dialled as it is).
const REGIONS: &[Region] = &[
    region("AD", "376", ""),
    region("AT", "43", "0"),
    region("AU", "61", "0"),
    region("BE", "32", "0"),
    region("BG", "359", "0"),
    region("BR", "55", "0"),
    region("CA", "1", "1"),
    region("CH", "41", "0"),
    region("CY", "357", ""),
    region("CZ", "420", ""),
    region("DE", "49", "0"),
    region("DK", "45", ""),
    region("EE", "372", ""),
    region("ES", "34", ""),
    region("FI", "358", "0"),
    region("FO", "298", ""),
    region("FR", "33", "0"),
    region("GB", "44", "0"),
    region("GR", "30", ""),
    region("HR", "385", "0"),
    region("HU", "36", "06"),
    region("IE", "353", "0"),
    region("IN", "91", "0"),
    region("IS", "354", ""),
    region("IT", "39", ""),
    region("JP", "81", "0"),
    region("LI", "423", ""),
    region("LT", "370", "0"),
    region("LU", "352", ""),
    region("LV", "371", ""),
    region("MC", "377", ""),
    region("MT", "356", ""),
    region("NL", "31", "0"),
    region("NO", "47", ""),
    region("NZ", "64", "0"),
    region("PL", "48", ""),
    region("PT", "351", ""),
    region("RO", "40", "0"),
    region("SE", "46", "0"),
    region("SI", "386", "0"),
    region("SK", "421", "0"),
    region("SM", "378", ""),
    region("TR", "90", "0"),
    region("UA", "380", "0"),
    region("US", "1", "1"),
];
