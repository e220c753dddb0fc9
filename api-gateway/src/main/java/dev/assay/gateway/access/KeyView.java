package dev.assay.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as administrators see it. */
@Schema(name = "Key", description = "A key. Its secret is never shown again.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        @Schema(examples = "7k2m9q4x1c") String id,

        @Schema(examples = "nightly") String name,

        @Schema(examples = "vision-lab") String group,

        @Schema(enumeration = {"admin", "member"}) String role,

        Instant createdAt,

        @Schema(description = "Within about a minute.") @Nullable
        Instant lastUsed,

        @Nullable Instant revokedAt) {}
