/**
 * What providers say that they served: asked about calls whose worker died or whose answer never came.
 *  The simulator offers such a statement per call; real providers that do (OpenRouter's generation endpoint is one) are
 *  a further implementation of {@link dev.assay.cost.statement.ProviderStatement}.
 *  This is the only package of the service that makes HTTP calls, and only to registered connections.
 */
@NullMarked
package dev.assay.cost.statement;

import org.jspecify.annotations.NullMarked;
