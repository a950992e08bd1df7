//! What can be wrong with files and with how they include each other: the codes A0013 to A0021.

use crate::rule::rules;

rules! {
    /// ## What it means
    /// The file is to be UTF-8 text, and these bytes are none. It was perhaps saved in an older encoding such as
    /// Windows-1252, in which an `é` is one byte.
    ///
    /// ## Instead
    /// Save the file as UTF-8; every editor can.
    BYTES = "A0013", Error, "bytes that are no UTF-8 text";
    /// ## What it means
    /// The files of a policy hold at most 8 MiB together, and there are at most 100 of them. No policy that people
    /// are to read comes near; the file was not read.
    ///
    /// ## Instead
    /// Look whether this is the file you meant.
    TOO_LARGE = "A0014", Error, "too large, or too many files";
    /// ## What it means
    /// `include` is a list of files, each named by a path relative to the file it stands in, in the same folder or
    /// below, with the ending `.yaml` or `.yml`. A path that is absolute or holds `..` leads outside: whoever may
    /// change the policy could then read any file of the server.
    ///
    /// ## Instead
    /// ```yaml
    /// include: [data.yaml, purposes/marketing.yaml]
    /// ```
    INCLUDE_PATH = "A0015", Error, "an include that cannot be followed";
    /// ## What it means
    /// The included file is not there, is no file, cannot be read, or a link leads to it outside the policy's folder.
    ///
    /// ## Instead
    /// Correct the path, or put the file into the policy's folder.
    INCLUDE_READ = "A0016", Error, "an included file that cannot be read";
    /// ## What it means
    /// A file includes itself, perhaps through others, or two files include the same one. It was read once.
    ///
    /// ## Instead
    /// Include each file once.
    INCLUDE_AGAIN = "A0017", Error, "a file included twice or in a circle";
    /// ## What it means
    /// The same thing is declared in two files, so that one of the two would be lost. Sections of several files are
    /// joined, but each name stands in one of them only.
    ///
    /// ## Instead
    /// Keep one of the two declarations, or give the other its own name.
    DECLARED_TWICE = "A0018", Error, "declared in two files";
    /// ## What it means
    /// `abide:` and `service:` say what the policy is; they stand in the file that is named, not in those it includes.
    ///
    /// ## Instead
    /// Remove the key from the included file.
    INCLUDED_HEAD = "A0019", Error, "`abide` or `service` in an included file";
    /// ## What it means
    /// `${NAME}` and `$NAME` name a variable of the environment. A policy says the same on every machine: nothing is
    /// filled in. What differs between machines, and every secret, belongs to the server's settings.
    ///
    /// ## Instead
    /// Write the value out. Put secrets and addresses into `abide.toml` or the environment of `abide serve`.
    VARIABLE = "A0020", Error, "a variable of the environment";
    /// ## What it means
    /// The file is a store map and was given as a policy, or the reverse. Nothing else of it was looked at.
    ///
    /// ## Instead
    /// `abide check policy.yaml --map shop.map.yaml`
    OTHER_KIND = "A0021", Error, "a file of the other language";
}
