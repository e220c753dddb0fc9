/**
 * From votes between pairs of models to ratings.
 *
 * <p>A {@link dev.assay.scoring.arena.Battle} is a vote. {@link dev.assay.scoring.arena.Elo} follows the votes one after
 * the other, {@link dev.assay.scoring.arena.BradleyTerry} finds the ratings under which all of them together are most
 * likely, {@link dev.assay.scoring.arena.StyleControl} does so while it takes out what style alone wins, and
 * {@link dev.assay.scoring.arena.RatingBootstrap} says how far chance may have moved them. Only differences of ratings
 * mean anything: a {@link dev.assay.scoring.arena.RatingScale} says where the zero lies. The win rates of AlpacaEval and
 * Arena-Hard, against one baseline, are here too.
 */
@NullMarked
package dev.assay.scoring.arena;

import org.jspecify.annotations.NullMarked;
