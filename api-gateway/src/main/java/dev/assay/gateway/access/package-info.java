/**
 * Who asks, and what they may see.
 *
 * <p>A key or a session names an identity with a role and a group; from it comes the {@link
 * dev.assay.gateway.access.Scope} that every query takes. Only hashes of secrets are stored. Whatever goes wrong on the
 * way, the answer is no.
 */
@NullMarked
package dev.assay.gateway.access;

import org.jspecify.annotations.NullMarked;
