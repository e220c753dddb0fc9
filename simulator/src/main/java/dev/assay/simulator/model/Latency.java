package dev.assay.simulator.model;

/**
 * Time from the receipt of a call to its first token, in milliseconds, as a distribution. Sampling is a pure function of
 * two uniform numbers, so that the same call waits equally long every time.
 */
public sealed interface Latency {

    /** Always the same time. */
    record Fixed(double firstTokenMs) implements Latency {
        public Fixed {
            requireTime("firstTokenMs", firstTokenMs);
        }
    }

    /** Every time between two bounds is equally likely. */
    record Uniform(double minMs, double maxMs) implements Latency {
        public Uniform {
            requireTime("minMs", minMs);
            requireTime("maxMs", maxMs);
            if (maxMs < minMs) {
                throw new IllegalArgumentException("maxMs must not be below minMs");
            }
        }
    }

    /** The logarithm is normal, as with most servers: many calls near the median and a long tail. */
    record LogNormal(double medianMs, double p95Ms) implements Latency {
        public LogNormal {
            requireTime("medianMs", medianMs);
            requireTime("p95Ms", p95Ms);
            if (medianMs <= 0) {
                throw new IllegalArgumentException("medianMs must be above 0");
            }
            if (p95Ms < medianMs) {
                throw new IllegalArgumentException("p95Ms must not be below medianMs");
            }
        }
    }

    /** The longest time that a call may be made to wait: an hour. */
    double MAX_MS = 3_600_000;

    /** The 95 % quantile of the standard normal distribution. */
    double NORMAL_P95 = 1.6448536269514722;

    /** The answer comes at once. */
    static Latency none() {
        return new Fixed(0);
    }

    /**
     * Draws a time.
     *
     * @param first uniform in [0, 1)
     * @param second uniform in [0, 1), independent of the first
     * @return milliseconds, 0 to {@link #MAX_MS}
     */
    default double sampleMs(double first, double second) {
        return switch (this) {
            case Fixed fixed -> fixed.firstTokenMs;
            case Uniform uniform -> uniform.minMs + first * (uniform.maxMs - uniform.minMs);
            case LogNormal logNormal -> logNormal(logNormal, first, second);
        };
    }

    private static double logNormal(LogNormal shape, double first, double second) {
        double sigma = Math.log(shape.p95Ms / shape.medianMs) / NORMAL_P95;
        // Box and Muller's polar form of a normal number; 1 - first keeps the logarithm finite.
        double normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
        return Math.min(MAX_MS, shape.medianMs * Math.exp(sigma * normal));
    }

    private static void requireTime(String name, double millis) {
        if (!(millis >= 0 && millis <= MAX_MS)) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to " + (long) MAX_MS + " milliseconds, but is " + millis);
        }
    }
}
