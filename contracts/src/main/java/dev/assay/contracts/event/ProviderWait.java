package dev.assay.contracts.event;

import dev.assay.contracts.id.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of a model's goes on, since its provider asked to wait.
 *
 * @param until when the first of its calls goes again
 * @param failure what the provider said last with it; null if that is not known any more
 */
public record ProviderWait(
        ModelId model, Instant until, @Nullable FailureKind failure) {}
