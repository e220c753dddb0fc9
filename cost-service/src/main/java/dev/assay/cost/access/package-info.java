/**
 * Who may call this service: only other services of the platform, which show a shared token.
 *  The filter is bound by name to this service's resources, so that it leaves those of others alone when several
 *  services live in one process. Whatever goes wrong is answered as a problem (RFC 9457).
 */
@NullMarked
package dev.assay.cost.access;

import org.jspecify.annotations.NullMarked;
