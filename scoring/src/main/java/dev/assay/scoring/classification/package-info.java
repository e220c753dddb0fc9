/**
 * How well labels and probabilities were predicted.
 *
 * <p>{@link dev.assay.scoring.classification.ConfusionMatrix} holds the counts that every metric of labels is made of;
 * {@link dev.assay.scoring.classification.Ranking} and {@link dev.assay.scoring.classification.Calibration} judge
 * probabilities. {@link dev.assay.scoring.classification.ClassificationMetrics} makes metrics of runs from them. Values
 * are those of scikit-learn, with 0 where a ratio has no denominator.
 */
@NullMarked
package dev.assay.scoring.classification;

import org.jspecify.annotations.NullMarked;
