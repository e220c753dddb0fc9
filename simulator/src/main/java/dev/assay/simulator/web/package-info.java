/**
 * The simulator's place in a Quarkus application: configuration, wiring, and routes under {@code /simulator}.
 *
 * <p>Routes are put on the HTTP router directly. A chat completion at 0 ms costs a few tens of microseconds that way, so
 * that in a load run the processor time is the platform's and not the simulator's.
 */
@NullMarked
package dev.assay.simulator.web;

import org.jspecify.annotations.NullMarked;
