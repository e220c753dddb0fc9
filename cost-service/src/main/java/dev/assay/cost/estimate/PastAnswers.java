package dev.assay.cost.estimate;

/**
 * How long a model's answers on a benchmark were.
 *
 * @param calls how many
 * @param mean tokens of an answer
 * @param deviation standard deviation of that
 */
record PastAnswers(long calls, double mean, double deviation) {

    static final PastAnswers NONE = new PastAnswers(0, 0, 0);

    /** From sums over the calls. */
    static PastAnswers of(long calls, double tokens, double squares) {
        if (calls == 0) {
            return NONE;
        }
        double mean = tokens / calls;
        return new PastAnswers(calls, mean, Math.sqrt(Math.max(0, squares / calls - mean * mean)));
    }
}
