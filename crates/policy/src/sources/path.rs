//! Where an include leads.

/// The path of the file named in an include of the file `from`, both relative to the folder of the first file; or what
/// is wrong with it.
pub(super) fn follow(from: &str, written: &str) -> Result<String, &'static str> {
    let yaml = |ending| written.len() > 5 && written.ends_with(ending);
    if written.starts_with('/') || written.get(1..2) == Some(":") {
        return Err("an absolute path leads outside the policy's folder");
    }
    if written.contains("://") {
        return Err("files are not fetched from the network");
    }
    if written.contains('\\') {
        return Err("folders are separated by `/`");
    }
    if written.split('/').any(|part| part == "..") {
        return Err("`..` leads outside the folder of the file it stands in");
    }
    if written.chars().any(char::is_control) || !(yaml(".yaml") || yaml(".yml")) {
        return Err("an included file ends in `.yaml` or `.yml`");
    }
    let folder = from.rsplit_once('/').map(|(folder, _)| folder);
    let parts = folder.into_iter().flat_map(|folder| folder.split('/')).chain(written.split('/'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty() && *part != ".").collect();
    Ok(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::follow;

    #[test]
    fn paths_lead_to_the_same_folder_or_below() {
        assert_eq!(follow("policy.yaml", "data.yaml").as_deref(), Ok("data.yaml"));
        assert_eq!(follow("a/b.yaml", "./c//d.yml").as_deref(), Ok("a/c/d.yml"));
        for outside in
            ["../a.yaml", "a/../../b.yaml", "/etc/a.yaml", "C:/a.yaml", "a\\b.yaml", "https://a/b.yaml"]
        {
            assert!(follow("policy.yaml", outside).is_err(), "{outside}");
        }
        for no_file in ["", ".yaml", "secret.pdf", "a\u{0}.yaml", ".."] {
            assert!(follow("policy.yaml", no_file).is_err(), "{no_file:?}");
        }
    }
}
