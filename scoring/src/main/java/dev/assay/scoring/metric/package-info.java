/**
 * Scores of single samples.
 *
 * <p>A {@link dev.assay.scoring.metric.Metric} compares a prediction with the item's references, and is a pure function.
 * The {@link dev.assay.scoring.metric.MetricRegistry} makes one from its name and parameters, and is the only way to get
 * one: what users name in a task file, what developers check against reference values and what the service runs are the
 * same functions. Each metric's class says its formula, its source and what it does at the edges.
 */
@NullMarked
package dev.assay.scoring.metric;

import org.jspecify.annotations.NullMarked;
