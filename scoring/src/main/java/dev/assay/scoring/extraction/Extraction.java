package dev.assay.scoring.extraction;

import java.util.Optional;

/** What a pipeline made of an answer. */
public sealed interface Extraction {

    /** The extracted text; empty if there is none, for whatever reason. */
    Optional<String> value();

    /** @param text may be empty, as where a model boxed nothing */
    record Found(String text) implements Extraction {
        @Override
        public Optional<String> value() {
            return Optional.of(text);
        }
    }

    /** @param step the filter that found nothing */
    record NotFound(String step) implements Extraction {
        @Override
        public Optional<String> value() {
            return Optional.empty();
        }
    }

    /**
     * The answer could not be looked at within bounds, and counts as not extracted.
     *
     * @param step the filter that gave up
     * @param limit what would have been exceeded
     */
    record TooLarge(String step, String limit) implements Extraction {
        @Override
        public Optional<String> value() {
            return Optional.empty();
        }
    }
}
