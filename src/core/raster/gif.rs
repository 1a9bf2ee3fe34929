//! The blocks of a GIF file (GIF89a): whether all that has begun is there.

/// Behind the size of the picture and its table of colours.
const HEADER: usize = 13;
const IMAGE: u8 = 0x2C;
const EXTENSION: u8 = 0x21;

/// Whether no block of a file is cut off. What is no block ends the picture, as its last byte does; browsers miss neither.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut at = bytes.get(10).map(|flags| HEADER + table(*flags));
    let mut has_image = false;
    while let Some(start) = at {
        match bytes.get(start) {
            Some(&IMAGE) => has_image = true,
            Some(&EXTENSION) => {}
            Some(_) => return true,
            None => return has_image && start == bytes.len(),
        }
        at = behind(bytes, start);
    }
    false
}

/// Where a block ends that begins here.
fn behind(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = match bytes.get(start)? {
        // Its place, its own table of colours, and the size of its codes.
        &IMAGE => start + 11 + table(*bytes.get(start + 9)?),
        _ => start + 2,
    };
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

/// How long a table of colours is, by the flags before it.
fn table(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_where_no_block_is_cut_off() {
        let header = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff";
        let comment = b"\x21\xfe\x02hi\x00";
        let image = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00";
        let whole = [&header[..], comment, image, b"\x3b"].concat();
        assert!(is_whole(&whole));
        assert!(is_whole(&[&whole[..], b"more"].concat()));
        // Some programs leave out the last byte.
        assert!(is_whole(&whole[..whole.len() - 1]));
        for cut in 0..whole.len() - 1 {
            assert!(!is_whole(&whole[..cut]), "{cut} of {}", whole.len());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            is_whole(&bytes);
        }
    }
}
