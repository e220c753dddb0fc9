package dev.assay.scoring.robustness;

import java.util.ArrayList;
import java.util.List;

/**
 * Random choices from a seed: SplitMix64 of G. Steele, D. Lea and C. Flood (2014), written out so that no release of the
 * JDK gives another text for the same seed. Mutable, not thread-safe.
 */
final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Of one seed and text, so that items that share a seed do not share their choices. */
    static Dice of(long seed, String text) {
        return new Dice(seed * 0x9e3779b97f4a7c15L + text.hashCode());
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to below the bound; the bias of a product of 32 by 32 bits does not matter here. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = below(i + 1);
            T kept = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, kept);
        }
        return shuffled;
    }

    /** A share of the elements, rounded up: at least one if the share is above 0 and there are any. */
    <T> List<T> some(List<T> list, double share) {
        int number = (int) Math.ceil(share * list.size() - 1e-9);
        return shuffled(list).subList(0, Math.clamp(number, 0, list.size()));
    }
}
