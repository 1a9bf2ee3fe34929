//! A font becomes the same font under another name, as the SIL Open Font License asks where it reserves one.

/// The names that say what the font is called: family, identity, full name, PostScript name (OpenType, "name").
const FAMILY: u16 = 1;
const IDENTITY: u16 = 3;
const FULL: u16 = 4;
const POSTSCRIPT: u16 = 6;

/// Bytes of a record in the font's directory, and in its table of names.
const DIRECTORY_RECORD: usize = 16;
const NAME_RECORD: usize = 12;

/// What `head.checkSumAdjustment` and the sum of the whole font make together (OpenType, "head").
const CHECKSUM: u32 = 0xB1B0_AFBA;

/// The font with every name that says what it is called replaced. `None` where the font is broken.
pub(super) fn rename(font: &[u8], family: &str, weight: u16) -> Option<Vec<u8>> {
    let count = usize::from(u16_at(font, 4)?);
    let mut tables = Vec::with_capacity(count);
    for record in 0..count {
        let at = 12 + record * DIRECTORY_RECORD;
        let tag = font.get(at..at + 4)?;
        let start = usize::try_from(u32_at(font, at + 8)?).ok()?;
        let length = usize::try_from(u32_at(font, at + 12)?).ok()?;
        let table = font.get(start..start.checked_add(length)?)?;
        let table = match tag {
            b"name" => renamed(table, family, weight)?,
            b"head" => [table.get(..8)?, &[0; 4], table.get(12..)?].concat(),
            _ => table.to_vec(),
        };
        tables.push((tag, table));
    }
    assemble(font.get(..12)?, &tables)
}

/// The table of names with other names in it.
fn renamed(table: &[u8], family: &str, weight: u16) -> Option<Vec<u8>> {
    let count = usize::from(u16_at(table, 2)?);
    let storage = usize::from(u16_at(table, 4)?);
    let postscript: String = family.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut records = Vec::new();
    let mut strings = Vec::new();
    for record in 0..count {
        let at = 6 + record * NAME_RECORD;
        let record = table.get(at..at + NAME_RECORD)?;
        let name = match u16_at(record, 6)? {
            FAMILY => utf16(family),
            FULL => utf16(&format!("{family} {weight}")),
            IDENTITY | POSTSCRIPT => utf16(&format!("{postscript}-{weight}")),
            _ => {
                let (length, offset) = (u16_at(record, 8)?, u16_at(record, 10)?);
                let start = storage + usize::from(offset);
                table.get(start..start + usize::from(length))?.to_vec()
            }
        };
        records.extend_from_slice(&record[..8]);
        records.extend(u16::try_from(name.len()).ok()?.to_be_bytes());
        records.extend(u16::try_from(strings.len()).ok()?.to_be_bytes());
        strings.extend(name);
    }
    let storage = u16::try_from(6 + records.len()).ok()?.to_be_bytes();
    Some([&[0, 0], &table[2..4], &storage, &records, &strings].concat())
}

/// The tables behind a directory of theirs, each at a multiple of four bytes.
fn assemble(header: &[u8], tables: &[(&[u8], Vec<u8>)]) -> Option<Vec<u8>> {
    let mut font = header.to_vec();
    let mut body = Vec::new();
    let mut adjustment = None;
    let start = header.len() + tables.len() * DIRECTORY_RECORD;
    for (tag, table) in tables {
        let offset = start + body.len();
        if *tag == b"head" {
            adjustment = Some(offset + 8);
        }
        font.extend_from_slice(tag);
        font.extend(sum(table).to_be_bytes());
        font.extend(u32::try_from(offset).ok()?.to_be_bytes());
        font.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        body.extend_from_slice(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    font.extend(body);
    let rest = CHECKSUM.wrapping_sub(sum(&font)).to_be_bytes();
    let at = adjustment?;
    font.get_mut(at..at + 4)?.copy_from_slice(&rest);
    Some(font)
}

/// The sum of a table's big-endian words, the last filled up with zeros.
fn sum(table: &[u8]) -> u32 {
    let words = table.chunks(4).map(|chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    });
    words.fold(0, u32::wrapping_add)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes([two[0], two[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
}
