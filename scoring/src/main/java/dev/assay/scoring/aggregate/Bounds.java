package dev.assay.scoring.aggregate;

/**
 * What the mean would be over all samples, had the missing ones been scored.
 *
 * @param low if each of them had the metric's least value
 * @param high if each of them had its greatest
 */
public record Bounds(double low, double high) {}
