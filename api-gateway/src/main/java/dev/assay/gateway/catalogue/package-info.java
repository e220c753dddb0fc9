/**
 * What runs may name, for people to look at: models with prices, pools, groups with what they spent, built-in benchmarks;
 * and whether this installation is well.
 */
@NullMarked
package dev.assay.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
