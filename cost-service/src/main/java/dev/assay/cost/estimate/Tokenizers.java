package dev.assay.cost.estimate;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokenizers that are known by the names of their models. Vocabularies take time and memory, so each is loaded when
 * it is asked for first. Thread-safe.
 */
@ApplicationScoped
class Tokenizers {

    private static final Pattern O200K =
            Pattern.compile("(?:gpt-4o|gpt-4\\.1|gpt-4\\.5|gpt-5|gpt-oss|chatgpt-4o|o[134](?:-|$)).*");
    private static final Pattern CL100K =
            Pattern.compile("(?:gpt-4|gpt-3\\.5|gpt-35|text-embedding-3|text-embedding-ada-002).*");

    private final EncodingRegistry registry = Encodings.newLazyEncodingRegistry();

    /** The tokenizer of a model by the name that its provider knows; a provider's prefix does not matter. */
    Optional<TokenCounter> of(String providerModel) {
        return encoding(providerModel).map(type -> new TokenizerCounter(registry.getEncoding(type)));
    }

    static Optional<EncodingType> encoding(String providerModel) {
        String name =
                providerModel.substring(providerModel.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (O200K.matcher(name).matches()) {
            return Optional.of(EncodingType.O200K_BASE);
        }
        return CL100K.matcher(name).matches() ? Optional.of(EncodingType.CL100K_BASE) : Optional.empty();
    }
}
