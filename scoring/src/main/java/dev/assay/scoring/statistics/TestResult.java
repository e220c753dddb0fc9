package dev.assay.scoring.statistics;

/**
 * What a hypothesis test gives.
 *
 * @param statistic of the test; may be infinite, and NaN where it is not defined
 * @param p probability, if the hypothesis is true, of a result at least as extreme; NaN where it is not defined
 */
public record TestResult(double statistic, double p) {}
