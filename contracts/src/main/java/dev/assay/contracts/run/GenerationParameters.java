package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked to generate. A null means: not sent, the provider's default holds. Trailing zeros of decimals are
 * dropped, so that 0.7 and 0.70 are the same experiment.
 *
 * @param temperature at least 0
 * @param topP in (0, 1]
 * @param maxTokens upper bound of generated tokens, at least 1
 * @param stop strings that end the generation
 * @param seed sent to the provider where given
 * @param stream whether the answer is streamed, which gives a time to the first token
 * @param extra further fields of the request body, sent as they are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GenerationParameters(
        @Nullable BigDecimal temperature,
        @Nullable BigDecimal topP,
        @Nullable Integer maxTokens,
        List<String> stop,
        @Nullable Long seed,
        boolean stream,
        Map<String, Object> extra) {

    private static final int MOST_DIGITS = 60;

    public static final GenerationParameters DEFAULT =
            new GenerationParameters(null, null, null, List.of(), null, false, Map.of());

    public GenerationParameters {
        if (temperature != null && temperature.signum() < 0) {
            throw new IllegalArgumentException("temperature is not negative");
        }
        if (topP != null && (topP.signum() <= 0 || topP.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("topP is above 0 and at most 1");
        }
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens is at least 1");
        }
        temperature = plain(temperature);
        topP = plain(topP);
        stop = stop == null ? List.of() : List.copyOf(stop);
        extra = extra == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(extra));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (value.precision() - (long) value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("a parameter has at most " + MOST_DIGITS + " digits around its point");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
