package dev.assay.cost.price;

import java.util.Locale;
import java.util.Optional;

/** Where a price comes from; an earlier one is preferred. */
enum PriceSource {
    /** An administrator set it on the registered model. Its subject is the model's id. */
    REGISTRY,
    /** Imported from a map in LiteLLM's form. Its subject is the name that the provider knows. */
    LITELLM,
    /** The file that comes with this service, for simulated models alone. */
    BUILT_IN;

    /** Its name in the API. */
    String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The source that goes by this name in the API, where prices can be imported from it. */
    static Optional<PriceSource> importable(String name) {
        return LITELLM.apiName().equals(name) ? Optional.of(LITELLM) : Optional.empty();
    }
}
