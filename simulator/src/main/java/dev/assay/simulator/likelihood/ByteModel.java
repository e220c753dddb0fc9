package dev.assay.simulator.likelihood;

import java.nio.charset.StandardCharsets;

/**
 * A language model to which what stands before a byte makes no difference: each byte of UTF-8 has a probability p(b)^(1/T) / Z,
 * where T is the temperature, Z makes them add up to 1, and p mixes 95 % of the space and the small letters, as often as they
 * are in English, with 5 % of all 256 bytes alike. Immutable.
 */
public final class ByteModel {

    private static final String ENGLISH = " etaoinsrhldcumfwgpybvkxjqz";
    /** How often these are in English text, per thousand or so. */
    private static final int[] WEIGHTS = {
        180, 102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 23, 22, 20, 20, 17, 16, 15, 14, 13, 8, 5, 1, 1, 1, 1
    };

    private static final double SHARE_OF_ENGLISH = 0.95;
    private static final int BYTES = 256;

    private final double[] logProbabilities = new double[BYTES];

    /** @param temperature above 0; the higher, the more alike all bytes are */
    public ByteModel(double temperature) {
        double[] weights = weights();
        double all = sum(weights);
        double[] tempered = new double[BYTES];
        for (int b = 0; b < BYTES; b++) {
            double p = SHARE_OF_ENGLISH * weights[b] / all + (1 - SHARE_OF_ENGLISH) / BYTES;
            tempered[b] = Math.pow(p, 1 / temperature);
        }
        double z = sum(tempered);
        for (int b = 0; b < BYTES; b++) {
            logProbabilities[b] = Math.log(tempered[b] / z);
        }
    }

    private static double[] weights() {
        double[] weights = new double[BYTES];
        for (int i = 0; i < WEIGHTS.length; i++) {
            weights[ENGLISH.charAt(i)] = WEIGHTS[i];
        }
        return weights;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The natural logarithm of a text's probability. */
    public double logLikelihood(String text) {
        double sum = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            sum += logProbabilities[Byte.toUnsignedInt(b)];
        }
        return sum;
    }
}
