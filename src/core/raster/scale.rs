//! Pixels to fewer of them. Each is a mean of those that it covers and of their neighbours, weighed as Lanczos does (three
//! lobes), which keeps edges sharp. One row is in memory at a time besides the two pictures.

use std::f32::consts::PI;

use super::pixels::Pixels;

/// How many lobes the filter has.
const LOBES: f32 = 3.0;

/// What one place of the result is made of: where its neighbours begin, and how much each counts.
struct Weights {
    first: usize,
    weights: Vec<f32>,
}

/// Whole numbers of a picture's size are small enough.
#[expect(clippy::cast_precision_loss, reason = "sizes are below 2^24")]
fn float(number: usize) -> f32 {
    number as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is within the range"
)]
fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is not negative"
)]
fn whole(value: f32) -> usize {
    value.max(0.0) as usize
}

fn lanczos(x: f32) -> f32 {
    let x = x.abs() * PI;
    if x < f32::EPSILON {
        return 1.0;
    }
    if x >= LOBES * PI {
        return 0.0;
    }
    LOBES * x.sin() * (x / LOBES).sin() / (x * x)
}

/// The weights for every place of a line of `to` that is made of one of `from`.
fn weights(from: usize, to: usize) -> Vec<Weights> {
    let scale = float(from) / float(to);
    let reach = LOBES * scale;
    let places = (0..to).map(|place| {
        let centre = (float(place) + 0.5) * scale;
        let first = whole((centre - reach).ceil());
        let last = whole((centre + reach).floor()).min(from).max(first + 1);
        let weights = (first..last).map(|at| lanczos((float(at) + 0.5 - centre) / scale));
        let mut weights: Vec<f32> = weights.collect();
        let sum: f32 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= sum;
        }
        Weights { first, weights }
    });
    places.collect()
}

impl Pixels {
    /// The same picture in another size, which is smaller in both directions or the same.
    pub(super) fn scaled(self, width: usize, height: usize) -> Self {
        if (width, height) == (self.width, self.height) {
            return self;
        }
        let channels = self.channels;
        let (across, down) = (weights(self.width, width), weights(self.height, height));
        let mut bytes = Vec::with_capacity(width * height * channels);
        let mut row = vec![0.0_f32; self.width * channels];
        for Weights { first, weights } in &down {
            row.fill(0.0);
            let rows = self.bytes.chunks_exact(self.width * channels).skip(*first);
            for (stored, weight) in rows.zip(weights) {
                self.add(stored, *weight, &mut row);
            }
            for Weights { first, weights } in &across {
                let covered = row[first * channels..].chunks_exact(channels);
                let mut sum = [0.0_f32; 4];
                for (pixel, weight) in covered.zip(weights) {
                    for (sum, value) in sum.iter_mut().zip(pixel) {
                        *sum += value * weight;
                    }
                }
                if channels == 4 && sum[3] > 0.5 {
                    let alpha = sum[3] / 255.0;
                    sum[..3].iter_mut().for_each(|sum| *sum /= alpha);
                }
                bytes.extend(sum[..channels].iter().map(|value| byte(*value)));
            }
        }
        Self {
            width,
            height,
            channels,
            bytes,
        }
    }

    /// Adds a row to a sum. What is transparent has no colour that counts.
    fn add(&self, stored: &[u8], weight: f32, row: &mut [f32]) {
        if self.channels != 4 {
            for (sum, value) in row.iter_mut().zip(stored) {
                *sum += f32::from(*value) * weight;
            }
            return;
        }
        for (sum, pixel) in row
            .as_chunks_mut::<4>()
            .0
            .iter_mut()
            .zip(stored.as_chunks::<4>().0)
        {
            let alpha = f32::from(pixel[3]) * weight;
            for (sum, value) in sum.iter_mut().zip(&pixel[..3]) {
                *sum += f32::from(*value) * alpha / 255.0;
            }
            sum[3] += alpha;
        }
    }
}
