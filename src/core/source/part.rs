//! Parts of files, wherever they are: in memory, or on the disk only.

use super::load::ReadError;
use super::snapshot::Source;

impl Source {
    /// How many bytes there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self.on_disk() {
            Some(file) => file.size(),
            None => self.bytes().len() as u64,
        }
    }

    /// Some of its bytes, wherever they are: `length` from `start` on, or as many as there are.
    ///
    /// # Errors
    /// When a file on the disk cannot be read, or has changed.
    pub fn read_part(&self, start: u64, length: u64) -> Result<Vec<u8>, ReadError> {
        if let Some(file) = self.on_disk() {
            return file.read_part(start, length);
        }
        let bytes = self.bytes();
        let within = |at: u64| usize::try_from(at).map_or(bytes.len(), |at| at.min(bytes.len()));
        Ok(bytes[within(start)..within(start.saturating_add(length))].to_vec())
    }
}
