/**
 * Arenas: answers of finished runs side by side, votes on them, and the board that the votes give.
 *
 * <p>An arena belongs to a group and names models of runs that answered the same data. {@code Battles} shows somebody two
 * answers without their models, those on which least is known first, and takes the vote; {@code Votes} keeps votes, which
 * are written once, and reads and writes files of them; {@code Boards} has ratings computed by the library
 * {@code scoring}. Which answers are shown is drawn from the arena's seed, so that it can be repeated.
 */
@NullMarked
package dev.assay.gateway.arena;

import org.jspecify.annotations.NullMarked;
