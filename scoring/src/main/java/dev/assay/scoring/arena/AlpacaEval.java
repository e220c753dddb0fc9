package dev.assay.scoring.arena;

import dev.assay.scoring.statistics.Moments;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Raw win rate against a baseline by AlpacaEval's preferences: 1 the baseline wins, 2 the model, values between are shares,
 * 1.5 or 0 is a draw; NaN and anything else is no preference and left out.
 *
 * <p>Source: AlpacaEval, {@code get_winrate}. In percent, from 0 to 100, higher is better for the model. Stateless.
 */
public final class AlpacaEval {

    private AlpacaEval() {}

    /**
     * What the preferences say.
     *
     * @param winRate mean of preference - 1, in percent; empty without preferences
     * @param standardError of the win rate, in percent; empty with fewer than two
     * @param wins preferences above 1.5
     * @param losses preferences below 1.5
     * @param draws others
     * @param total of preferences
     * @param discreteWinRate wins and half of the draws, in percent; empty without preferences
     */
    public record WinRate(
            OptionalDouble winRate,
            OptionalDouble standardError,
            int wins,
            int losses,
            int draws,
            int total,
            OptionalDouble discreteWinRate) {}

    public static WinRate winRate(double[] preferences) {
        double[] shares = Arrays.stream(preferences)
                .filter(AlpacaEval::isPreference)
                .map(AlpacaEval::share)
                .toArray();
        int wins = (int) Arrays.stream(shares).filter(share -> share > 0.5).count();
        int losses = (int) Arrays.stream(shares).filter(share -> share < 0.5).count();
        int draws = shares.length - wins - losses;
        OptionalDouble discrete = shares.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((wins + draws / 2.0) / shares.length * 100);
        return new WinRate(mean(shares), standardError(shares), wins, losses, draws, shares.length, discrete);
    }

    static boolean isPreference(double preference) {
        return preference == 0 || (preference >= 1 && preference <= 2);
    }

    /** The model's share of the win. */
    static double share(double preference) {
        return preference == 0 ? 0.5 : preference - 1;
    }

    /** In percent. */
    static OptionalDouble mean(double[] shares) {
        return shares.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * moments(shares).mean());
    }

    /** In percent. */
    static OptionalDouble standardError(double[] shares) {
        return shares.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * StrictMath.sqrt(moments(shares).variance() / shares.length));
    }

    private static Moments moments(double[] values) {
        Moments moments = new Moments();
        Arrays.stream(values).forEach(moments::add);
        return moments;
    }
}
