//! What a run of letters and digits looks like.

/// What a token, key or secret looks like, or is called where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `pat-na1-…`: a private app's, a static-auth app's or a service key's.
    PrivateToken,
    /// An OAuth access token: base64url that begins `CI` to `CP`.
    AccessToken,
    /// `na1-xxxx-…`: a refresh token, a code or a developer key.
    RegionKey,
    /// A UUID: a client id, a client secret, a refresh token, a code, a key.
    Uuid,
    /// A personal access key of HubSpot's command line.
    PersonalAccessKey,
    /// Three parts with dots between them: no token of HubSpot's API.
    Jwt,
    /// Stands under the name of a refresh token.
    RefreshToken,
    /// Stands as the code of a redirect.
    Code,
    /// Stands under the name of a client secret.
    ClientSecret,
    /// Stands as `hapikey`.
    ApiKey,
    /// Stands under another secret's name.
    Secret,
    /// A long run of letters and digits, which is no word.
    Long,
}

impl Shape {
    /// The word by which the facts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PrivateToken => "private-token",
            Self::AccessToken => "access-token",
            Self::RegionKey => "region-key",
            Self::Uuid => "uuid",
            Self::PersonalAccessKey => "personal-access-key",
            Self::Jwt => "jwt",
            Self::RefreshToken => "refresh-token",
            Self::Code => "code",
            Self::ClientSecret => "client-secret",
            Self::ApiKey => "api-key",
            Self::Secret => "secret",
            Self::Long => "long",
        }
    }
}

/// From this length on, a run of letters and digits is no word.
const LONG: usize = 32;

/// Shorter runs are no token, whatever they begin with.
const SHORTEST_TOKEN: usize = 20;

/// Regions that tokens and keys begin with.
const REGIONS: [&str; 6] = ["na1-", "na2-", "na3-", "eu1-", "ap1-", "us1-"];

/// Beginnings of a personal access key: base64 of its first field, of each region.
const PERSONAL: [&str; 4] = ["CiRuYT", "CiRldT", "CiRhcD", "CiQ"];

/// The shape of `run`, letters, digits, `-` and `_`, and where in it the token begins.
pub(super) fn shape_of(run: &str) -> Option<(usize, Shape)> {
    if let Some(start) = private_token(run) {
        return Some((start, Shape::PrivateToken));
    }
    let shape = if is_uuid(run) {
        Shape::Uuid
    } else if is_region_key(run) {
        Shape::RegionKey
    } else if run.len() >= SHORTEST_TOKEN && PERSONAL.iter().any(|start| run.starts_with(start)) {
        Shape::PersonalAccessKey
    } else if is_access_token(run) {
        Shape::AccessToken
    } else if run.split(['-', '_']).any(is_long) {
        Shape::Long
    } else {
        return None;
    };
    Some((0, shape))
}

/// Where `pat-REGION-` with something behind it begins.
fn private_token(run: &str) -> Option<usize> {
    let lower = run.to_ascii_lowercase();
    lower.match_indices("pat-").map(|(start, _)| start).find(|start| {
        let rest = &lower[start + 4..];
        let of_region = REGIONS.iter().any(|region| rest.strip_prefix(region).is_some_and(|rest| rest.len() >= 4));
        of_region || rest.get(..36).is_some_and(is_uuid)
    })
}

/// `8-4-4-4-12` hexadecimal digits.
fn is_uuid(run: &str) -> bool {
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    run.len() == 36 && run.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && run.split('-').all(is_hex)
}

/// A region, then groups of hexadecimal digits; a key that was cut off has two at least.
fn is_region_key(run: &str) -> bool {
    let lower = run.to_ascii_lowercase();
    let Some(rest) = REGIONS.iter().find_map(|region| lower.strip_prefix(region)) else { return false };
    let is_group = |part: &str| part.len() >= 4 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_uuid(rest) || rest.split('-').take(2).filter(|part| is_group(part)).count() == 2
}

/// Its first field is a number, which makes it begin `CI` to `CP`.
fn is_access_token(run: &str) -> bool {
    let bytes = run.as_bytes();
    let begins = bytes.first() == Some(&b'C') && bytes.get(1).is_some_and(|second| (b'I'..=b'P').contains(second));
    let has = |test: fn(&u8) -> bool| bytes.iter().any(test);
    begins
        && run.len() >= SHORTEST_TOKEN
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_uppercase)
        && (has(u8::is_ascii_lowercase) || !run.contains(['-', '_']))
}

fn is_long(part: &str) -> bool {
    part.len() >= LONG
        && part.bytes().any(|byte| byte.is_ascii_digit())
        && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}
