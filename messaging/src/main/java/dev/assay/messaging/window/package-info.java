/**
 * Commits for consumers whose records finish out of order: the lowest unfinished offset, and in the commit's metadata
 * which later ones are finished already. Whoever takes the partition over repeats exactly the unfinished ones.
 *  A window is pure bookkeeping: the consumer tells it what it received and what is done, and commits what it says.
 *  A finished record that is forgotten is only done again; an unfinished one is never forgotten.
 */
@NullMarked
package dev.assay.messaging.window;

import org.jspecify.annotations.NullMarked;
