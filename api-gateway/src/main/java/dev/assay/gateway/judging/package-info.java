/**
 * What the judges of a run found: {@link dev.assay.gateway.judging.JudgementReader} reads pairs and calls,
 * {@link dev.assay.gateway.judging.JudgeReport} is made of them by a pure function: win rates and ratings with intervals,
 * how far place and length decided, the ranking with and without that, and agreement with people. Grades of single answers
 * are scores of their samples and stand among the metrics.
 */
@NullMarked
package dev.assay.gateway.judging;

import org.jspecify.annotations.NullMarked;
