/**
 * A simulated account's quota: requests and tokens in a sliding window, and calls at the same time.
 *
 * <p>The window is exact: it remembers when each admitted call came, so that "no window over the limit" can be relied on
 * by whoever tests a client's own limiter. Time is passed in. Refused calls use nothing up.
 */
@NullMarked
package dev.assay.simulator.limit;

import org.jspecify.annotations.NullMarked;
