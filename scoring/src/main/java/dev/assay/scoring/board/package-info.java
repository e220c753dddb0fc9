/**
 * From a list of votes to the board of an arena: what one shows of them, in one immutable value.
 *
 * <p>{@link dev.assay.scoring.board.BoardComposition} is the whole of it: ratings with intervals and ranks, Elo for
 * reference, ratings without what style wins, who won against whom, whether the place of an answer decided, and how far
 * judges agree with people. What cannot be said is said so and not a number. {@link dev.assay.scoring.board.VoteFields}
 * reads votes from rows of files, {@link dev.assay.scoring.board.AnswerStyle} counts what is seen of an answer.
 */
@NullMarked
package dev.assay.scoring.board;

import org.jspecify.annotations.NullMarked;
