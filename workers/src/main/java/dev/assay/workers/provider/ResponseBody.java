package dev.assay.workers.provider;

import dev.assay.contracts.event.Outcome;
import org.jspecify.annotations.Nullable;

/** Takes a response's body as it comes and says what it means. Used by one thread; never throws on bad input. */
sealed interface ResponseBody permits JsonAnswer, StreamedAnswer, LikelihoodAnswer, ErrorAnswer {

    /**
     * Takes the next bytes.
     *
     * @return the outcome, if it is clear already and the rest does not matter; else null
     */
    @Nullable
    Outcome read(byte[] chunk);

    /** The response has ended as HTTP says it should. */
    Outcome end();

    /** The connection broke. */
    Outcome cut();

    /** How many bytes it holds. */
    int heldBytes();

    /** Whether the model has begun to generate, as far as the body shows. */
    default boolean begun() {
        return true;
    }

    /** Whether the answer is whole already, though the response goes on. */
    default boolean finished() {
        return false;
    }

    /** Whether a piece of the answer itself has come. */
    default boolean hasContent() {
        return false;
    }
}
