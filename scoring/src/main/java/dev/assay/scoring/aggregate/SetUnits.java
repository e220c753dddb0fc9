package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A set of samples in units that are drawn together (items, clusters), for a metric of the whole set.
 *
 * <p>Evidence that adds up is kept as one sum of each unit, and equal labels are kept once; what the metric can work out
 * without knowing how often samples are held, such as their order, is worked out once. So a resample of a hundred thousand
 * samples is as many draws, and a pass over the different ones. Immutable.
 */
public final class SetUnits {

    private static final long LOW = 0xFFFF_FFFFL;

    private final CorpusMetric.Weighed metric;
    private final int distinct;
    /** The units' samples, one unit after the other, as places among those that differ; unit u begins at {@code begins[u]}. */
    private final int[] samples;

    private final int[] begins;

    private SetUnits(CorpusMetric metric, List<Evidence> distinct, int[] samples, int[] begins) {
        this.metric = metric.weighed(distinct);
        this.distinct = distinct.size();
        this.samples = samples;
        this.begins = begins;
    }

    /** Of the evidence of each unit's samples; a unit may be empty. */
    public static SetUnits of(CorpusMetric metric, List<List<Evidence>> units) {
        List<Evidence> distinct = new ArrayList<>();
        Map<List<String>, Integer> known = new HashMap<>();
        IntStream.Builder places = IntStream.builder();
        int[] begins = new int[units.size() + 1];
        for (int unit = 0; unit < units.size(); unit++) {
            List<Evidence> samples = units.get(unit);
            if (metric.isAdditive() && samples.size() > 1) {
                samples = List.of(Evidence.of(CorpusMetric.sum(samples)));
            }
            samples.forEach(evidence -> places.add(place(evidence, distinct, known)));
            begins[unit + 1] = begins[unit] + samples.size();
        }
        return new SetUnits(metric, distinct, places.build().toArray(), begins);
    }

    private static int place(Evidence evidence, List<Evidence> distinct, Map<List<String>, Integer> known) {
        int next = distinct.size();
        int place = evidence.counts().length > 0 ? next : known.computeIfAbsent(evidence.labels(), absent -> next);
        if (place == next) {
            distinct.add(evidence);
        }
        return place;
    }

    /** How many units there are. */
    public int count() {
        return begins.length - 1;
    }

    /** The metric of a set that holds each unit so often. */
    public Score over(int[] times) {
        int[] held = new int[distinct];
        for (int unit = 0; unit < count(); unit++) {
            hold(held, unit, times[unit]);
        }
        return metric.over(held);
    }

    private void hold(int[] held, int unit, int times) {
        for (int i = begins[unit]; i < begins[unit + 1]; i++) {
            held[samples[i]] += times;
        }
    }

    /**
     * The metric over resamples, those for which it is not defined left out.
     *
     * @param drawn how many units each holds, drawn with replacement
     */
    public double[] resampled(int resamples, int drawn, RandomGenerator random) {
        double[] values = new double[resamples];
        int defined = 0;
        int[] held = new int[distinct];
        for (int r = 0; r < resamples; r++) {
            Arrays.fill(held, 0);
            draw(held, drawn, random);
            if (metric.over(held) instanceof Score.Value value) {
                values[defined++] = value.value();
            }
        }
        return Arrays.copyOf(values, defined);
    }

    private void draw(int[] held, int drawn, RandomGenerator random) {
        int units = count();
        for (int i = 0; i < drawn; i += 2) {
            // Each half of the bits times the number of units, over 2^32: even to one in 2^32 / units.
            long bits = random.nextLong();
            hold(held, (int) (((bits & LOW) * units) >>> Integer.SIZE), 1);
            if (i + 1 < drawn) {
                hold(held, (int) (((bits >>> Integer.SIZE) * units) >>> Integer.SIZE), 1);
            }
        }
    }
}
