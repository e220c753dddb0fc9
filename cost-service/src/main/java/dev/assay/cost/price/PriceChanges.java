package dev.assay.cost.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a price file differs from the prices of its source that are in force. Pure.
 *
 * @param added names that have no price yet
 * @param changed names whose price is another one
 * @param removed names that the file does not price any more
 * @param jumps single prices that change by half or more
 */
public record PriceChanges(List<String> added, List<String> changed, List<String> removed, List<Jump> jumps) {

    /**
     * A price that changes by half or more.
     *
     * @param before per million tokens
     * @param after per million tokens
     * @param percent the change, rounded; null: it was 0
     */
    public record Jump(
            String subject,
            String rate,
            String before,
            String after,
            @Nullable String percent) {}

    public PriceChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        jumps = List.copyOf(jumps);
    }

    static PriceChanges between(Map<String, Rates> before, Map<String, Rates> after) {
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        List<String> changed = new ArrayList<>();
        List<Jump> jumps = new ArrayList<>();
        new TreeMap<>(after).forEach((subject, now) -> {
            Rates was = before.get(subject);
            if (was != null && !was.equals(now)) {
                changed.add(subject);
                jumps.addAll(jumps(subject, was, now));
            }
        });
        return new PriceChanges(List.copyOf(added), changed, List.copyOf(removed), jumps);
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /**
     * Whether somebody has to look before this comes into force.
     *
     * @param inUse names that the active book takes its prices from
     */
    boolean needsConfirmation(Set<String> inUse) {
        return !jumps.isEmpty() || removed.stream().anyMatch(inUse::contains);
    }

    private static List<Jump> jumps(String subject, Rates before, Rates after) {
        List<Jump> jumps = new ArrayList<>();
        compare(jumps, subject, "", before.base(), after.base());
        Set<Long> thresholds = new TreeSet<>();
        before.tiers().forEach(tier -> thresholds.add(tier.threshold()));
        after.tiers().forEach(tier -> thresholds.add(tier.threshold()));
        for (long threshold : thresholds) {
            long reached = threshold + 1;
            compare(jumps, subject, " above " + threshold, before.ratesFor(reached), after.ratesFor(reached));
        }
        return jumps;
    }

    private static void compare(List<Jump> jumps, String subject, String where, TokenRates before, TokenRates after) {
        compare(jumps, subject, "input" + where, before.input(), after.input());
        compare(jumps, subject, "cached input" + where, cached(before), cached(after));
        compare(jumps, subject, "output" + where, before.output(), after.output());
        compare(jumps, subject, "reasoning" + where, reasoning(before), reasoning(after));
    }

    private static BigDecimal cached(TokenRates rates) {
        return Objects.requireNonNullElse(rates.cachedInput(), rates.input());
    }

    private static BigDecimal reasoning(TokenRates rates) {
        return Objects.requireNonNullElse(rates.reasoning(), rates.output());
    }

    private static void compare(List<Jump> jumps, String subject, String rate, BigDecimal before, BigDecimal after) {
        BigDecimal change = after.subtract(before);
        boolean isJump = change.signum() != 0 && change.abs().add(change.abs()).compareTo(before) >= 0;
        if (isJump) {
            jumps.add(new Jump(subject, rate, before.toPlainString(), after.toPlainString(), percent(before, change)));
        }
    }

    private static @Nullable String percent(BigDecimal before, BigDecimal change) {
        if (before.signum() == 0) {
            return null;
        }
        BigDecimal percent = change.movePointRight(2).divide(before, 0, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString();
    }
}
