/**
 * The worker service: takes granted tasks from Kafka, calls providers, measures, reports; never decides what to call.
 *  intake takes and commits, attempt carries out one task step by step, limits is the guard in front of providers,
 *  provider speaks HTTP. Here is what all four share: settings and the monotonic clock.
 */
@NullMarked
package dev.assay.workers;

import org.jspecify.annotations.NullMarked;
