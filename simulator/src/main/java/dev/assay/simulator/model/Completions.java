package dev.assay.simulator.model;

/**
 * How a model serves completions that judge texts.
 *
 * @param behaviour whether it does it honestly
 * @param temperature of its language model, above 0
 */
public record Completions(Behaviour behaviour, double temperature) {

    /** Honest, with the probabilities as they are. */
    public static final Completions HONEST = new Completions(Behaviour.HONEST, 1);

    /** What it does when it is asked to judge texts. */
    public enum Behaviour {
        HONEST,
        /** It has no completions: 404. */
        NONE,
        /** It writes a token and echoes nothing. */
        NO_ECHO,
        /** It echoes, and tells no log-probabilities. */
        NO_LOGPROBS,
        /** It tells the same log-probability for every token. */
        CONSTANT_LOGPROBS,
        /** It takes one text at a time. */
        NO_LISTS,
        /** It refuses to write no token at all. */
        NO_ZERO_TOKENS,
        /** It is honest, and counts offsets in bytes. */
        BYTE_OFFSETS
    }

    public Completions {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature must be above 0");
        }
    }
}
