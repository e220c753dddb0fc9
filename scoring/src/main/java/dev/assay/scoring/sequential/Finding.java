package dev.assay.scoring.sequential;

import dev.assay.scoring.statistics.Interval;
import java.util.OptionalDouble;

/**
 * How a question about a run stands.
 *
 * @param answer open, or the answer
 * @param items how many items, the first ones in order, it rests on
 * @param missing samples of these items and of the question's models without a score; each counted as what speaks most
 *     against an answer
 * @param estimate the mean over items with a score of each of the models
 * @param interval holds at all times at once
 */
public record Finding(
        Matter matter, Sequential.Answer answer, int items, long missing, OptionalDouble estimate, Interval interval) {}
