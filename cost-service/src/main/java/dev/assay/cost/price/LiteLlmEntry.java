package dev.assay.cost.price;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cost fields of one model in LiteLLM's map, as dollars per token. */
final class LiteLlmEntry {

    private static final String INPUT = "input_cost_per_token";
    private static final String CACHED = "cache_read_input_token_cost";
    private static final String OUTPUT = "output_cost_per_token";
    private static final String REASONING = "output_cost_per_reasoning_token";
    private static final Set<String> BY_TOKEN = Set.of(INPUT, CACHED, OUTPUT, REASONING);
    private static final Pattern TIER =
            Pattern.compile("(" + String.join("|", BY_TOKEN) + ")_above_(\\d{1,6})k_tokens");
    private static final String REQUEST = "input_cost_per_request";
    private static final Pattern OTHER_UNIT = Pattern.compile(
            "(?:input|output)_cost_per_(?:image|pixel|query|second|character|video_per_second|audio_per_second)");
    /** It counts a prompt of exactly the threshold to the tier above; all others only a longer one. */
    private static final String INCLUSIVE_PROVIDER = "xai";

    private static final int MILLION_DIGITS = 6;
    /** The most digits before or behind the point that a price may have: 1E+999999999 would fill the memory. */
    private static final int MOST_DIGITS = 60;

    private final String model;
    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final Set<Long> thresholds = new TreeSet<>();
    private boolean perRequest;
    private boolean perOtherUnit;
    private @Nullable String provider;

    private LiteLlmEntry(String model) {
        this.model = model;
    }

    /** Reads the object at whose start the parser stands. */
    static LiteLlmEntry read(String model, JsonParser json) throws BadPriceFile, IOException {
        LiteLlmEntry entry = new LiteLlmEntry(model);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (field.equals("litellm_provider")) {
                entry.provider = json.getText();
            } else if (value != JsonToken.VALUE_NULL) {
                entry.take(field, json);
            }
        }
        return entry;
    }

    private void take(String field, JsonParser json) throws BadPriceFile, IOException {
        Matcher tier = TIER.matcher(field);
        if (tier.matches()) {
            thresholds.add(Long.parseLong(tier.group(2)) * 1000);
            costs.put(field, amount(field, json));
        } else if (BY_TOKEN.contains(field)) {
            costs.put(field, amount(field, json));
        } else if (field.equals(REQUEST)) {
            perRequest = amount(field, json).signum() != 0;
        } else if (OTHER_UNIT.matcher(field).matches()) {
            perOtherUnit |= amount(field, json).signum() != 0;
        }
    }

    private BigDecimal amount(String field, JsonParser json) throws BadPriceFile, IOException {
        boolean isNumber = json.currentToken().isNumeric() || json.currentToken() == JsonToken.VALUE_STRING;
        String text = json.getText();
        try {
            BigDecimal amount = new BigDecimal(isNumber ? text : "");
            if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
                throw new BadPriceFile(model + ": " + field + " has more than " + MOST_DIGITS + " digits");
            }
            if (amount.signum() < 0) {
                throw new BadPriceFile(model + ": " + field + " is negative: " + text);
            }
            return amount;
        } catch (NumberFormatException e) {
            throw new BadPriceFile(model + ": " + field + " is not a decimal: " + shortened(text), e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /**
     * Whether tokens do not tell what a call of text costs. A price for images beside one for tokens does no harm;
     * beside tokens that cost nothing it says that something else is charged.
     */
    boolean chargesOtherUnits() {
        boolean tokensCost = costs.values().stream().anyMatch(cost -> cost.signum() != 0);
        return perRequest || (perOtherUnit && !tokensCost);
    }

    /** Empty unless it says what both input and output tokens cost. */
    Optional<Rates> rates() {
        BigDecimal input = perMillion(costs.get(INPUT));
        BigDecimal output = perMillion(costs.get(OUTPUT));
        if (input == null || output == null) {
            return Optional.empty();
        }
        TokenRates base =
                new TokenRates(input, perMillion(costs.get(CACHED)), output, perMillion(costs.get(REASONING)));
        List<Rates.Tier> tiers = new ArrayList<>();
        TokenRates below = base;
        for (long threshold : thresholds) {
            below = above(threshold, below);
            tiers.add(new Rates.Tier(threshold, INCLUSIVE_PROVIDER.equals(provider), below));
        }
        return Optional.of(new Rates("USD", base, tiers));
    }

    /** The rates of a tier; what it does not name stays as below it. */
    private TokenRates above(long threshold, TokenRates below) {
        String suffix = "_above_" + threshold / 1000 + "k_tokens";
        BigDecimal input = perMillion(costs.get(INPUT + suffix));
        BigDecimal cached = perMillion(costs.get(CACHED + suffix));
        BigDecimal output = perMillion(costs.get(OUTPUT + suffix));
        BigDecimal reasoning = perMillion(costs.get(REASONING + suffix));
        BigDecimal reasoningBelow = below.output().equals(below.reasoning()) ? null : below.reasoning();
        return new TokenRates(
                input == null ? below.input() : input,
                cached == null ? below.cachedInput() : cached,
                output == null ? below.output() : output,
                reasoning == null ? reasoningBelow : reasoning);
    }

    private static @Nullable BigDecimal perMillion(@Nullable BigDecimal perToken) {
        return perToken == null ? null : perToken.movePointRight(MILLION_DIGITS);
    }
}
