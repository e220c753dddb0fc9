/**
 * Benchmarks of the platform itself, on a server that they start and stop: throughput, memory, concurrency, scoring again.
 * Times are taken outside the server, CPU and memory from the operating system over the server and its database, and
 * the calls from the simulator's own log. What is printed is what was measured, with the machine it was measured on.
 */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
