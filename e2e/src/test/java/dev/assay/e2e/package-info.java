/**
 * System tests: real processes, a real broker, a real database, and the simulator's own log as the judge.
 * Something is broken while a run goes on, and what the platform stored is compared with what the provider served.
 */
package dev.assay.e2e;
