/**
 * Metrics of translations, equal to sacreBLEU 2 and NLTK to the last digit.
 *
 * <p>A {@link dev.assay.scoring.translation.TranslationMetric} (BLEU, chrF, TER) reads each segment once and keeps a few
 * counts of it. Every number about a set is a function of the sums of these counts: the corpus score, its bootstrap
 * interval and the {@link dev.assay.scoring.translation.PairedTest}s of two systems, none of which looks at a text again.
 * {@link dev.assay.scoring.translation.TranslationMetrics} offers them under the field's names.
 */
@NullMarked
package dev.assay.scoring.translation;

import org.jspecify.annotations.NullMarked;
