/**
 * Which price holds. Prices come from the registry (an administrator set them on a model), from an imported price map,
 * or, for simulated models, from a file of our own; in this order.
 *  Each is a price point with a time from which and one to which it held; points are closed, never edited.
 *  Whenever the prices of the registered models together differ from the active book, a new immutable version is
 * written and published. Reading, comparing and composing are pure; only the keeper, the repositories and the resource
 * touch the world.
 */
@NullMarked
package dev.assay.cost.price;

import org.jspecify.annotations.NullMarked;
