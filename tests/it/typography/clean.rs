//! Good Arabic of many kinds, in which nothing is found.
