/**
 * Were the questions of a benchmark in what a model was trained on?
 *
 * <p>A reference corpus is streamed past an index of the items, so that memory grows with the benchmark and not with the
 * corpus. {@link dev.assay.scoring.contamination.OverlapIndex} finds shared runs of words and says where they are;
 * {@link dev.assay.scoring.contamination.MinHashIndex} finds copies that were edited too much for that, by sketches.
 * {@link dev.assay.scoring.contamination.CleanScore} compares the score with and without flagged items. Finding nothing
 * in a corpus says nothing about other corpora.
 */
@NullMarked
package dev.assay.scoring.contamination;

import org.jspecify.annotations.NullMarked;
