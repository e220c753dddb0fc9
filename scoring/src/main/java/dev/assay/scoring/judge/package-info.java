/**
 * Models as judges of answers.
 *
 * <p>A {@link dev.assay.scoring.judge.JudgePrompt} is what a judge is asked, {@link dev.assay.scoring.judge.ReplyFormat}
 * reads its reply as a {@link dev.assay.scoring.judge.Verdict}. A pair is judged in both orders and becomes a vote by
 * {@link dev.assay.scoring.judge.SwappedPair}: a judge that contradicts itself has not preferred either answer.
 * {@link dev.assay.scoring.judge.PositionBias} and {@link dev.assay.scoring.judge.LengthBias} say how far place and length
 * decided, {@link dev.assay.scoring.judge.CorrectedRanking} what is left of the ranking without them. Nothing here calls
 * a model.
 */
@NullMarked
package dev.assay.scoring.judge;

import org.jspecify.annotations.NullMarked;
