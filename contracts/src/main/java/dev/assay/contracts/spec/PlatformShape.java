package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;
import static dev.assay.contracts.spec.Shape.whole;

import dev.assay.contracts.id.IdForm;
import java.util.List;

/** How a platform file is written. */
final class PlatformShape {

    static final List<String> KINDS = List.of("openai", "simulator");

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_WEIGHT = 1_000_000;
    private static final int MOST_CONCURRENT = 1_000_000;
    private static final long MOST_PER_MINUTE = 1_000_000_000_000L;
    private static final Shape NAME = Shape.id(IdForm.NAME);

    private PlatformShape() {}

    static Shape.Fields of() {
        return new Shape.Fields(
                "a platform file",
                List.of(
                        section(
                                "connections",
                                connection(),
                                "How providers are reached.",
                                "[{name: my-provider, kind: openai, baseUrl: \"https://…/v1\", keyEnv: MY_KEY}]"),
                        section(
                                "models",
                                model(),
                                "Models that runs may name.",
                                "[{name: my-model, connection: my-provider, model: the-provider's-name}]"),
                        section(
                                "pools",
                                pool(),
                                "Quotas of provider accounts; a connection without one has a pool of its own.",
                                "[{name: my-pool, connections: [my-provider], requestsPerMinute: 60}]"),
                        section("groups", group(), "Tenants.", "[{name: my-group, weight: 1, budget: \"100 USD\"}]")),
                null);
    }

    private static Shape.Field section(String key, Shape entry, String about, String example) {
        return optional(key, list(entry, 0, MOST), about, "Write a list: `" + key + ": " + example + "`.");
    }

    private static Shape connection() {
        return new Shape.Fields(
                "a connection",
                List.of(
                        required(
                                "name",
                                NAME,
                                "By which models and pools name it.",
                                "Give it a name: `name: my-provider`."),
                        required(
                                "kind",
                                new Shape.Words(KINDS),
                                "The protocol: openai for chat completions as most providers and servers offer them.",
                                "Write `kind: openai`."),
                        required(
                                "baseUrl",
                                Shape.coded("an address", "^https?://", BaseUrl::complaint),
                                "Begins with https:// or http:// and ends before /chat/completions.",
                                "Write it as the provider documents it: `baseUrl: https://host/v1`."),
                        optional(
                                "keyEnv",
                                Shape.coded(
                                        "the name of an environment variable",
                                        "^[A-Za-z_][A-Za-z0-9_]*$",
                                        KeyPlace::envComplaint),
                                "The environment variable of the workers that holds the key.",
                                "Write the variable's name, not the key: `keyEnv: MY_PROVIDER_KEY`."),
                        optional(
                                "keyFile",
                                Shape.coded("the path of a file", "\\S", KeyPlace::fileComplaint),
                                "The file on the workers that holds the key.",
                                "Write a path, not the key: `keyFile: /run/secrets/my-provider`.")),
                null);
    }

    private static Shape model() {
        return new Shape.Fields(
                "a model",
                List.of(
                        required(
                                "name",
                                Shape.id(IdForm.MODEL),
                                "By which runs name it.",
                                "Give it a name: `name: my-model`."),
                        required(
                                "connection",
                                NAME,
                                "How its provider is reached.",
                                "Name a connection: `connection: my-provider`."),
                        optional(
                                "model",
                                text(LONGEST_NAME),
                                "What the provider calls it; by default the same as name.",
                                "Write the name that the provider documents."),
                        optional(
                                "price",
                                price(),
                                "Per million tokens; without it the price book's own sources may know it.",
                                "Write `price: {input: 2.50, output: 10.00}`, per million tokens.")),
                null);
    }

    private static Shape price() {
        Shape amount = Shape.coded("an amount", "^[0-9]+(\\.[0-9]+)?$", MoneyText::amountComplaint);
        return new Shape.Fields(
                "a price",
                List.of(
                        required(
                                "input",
                                amount,
                                "Per million prompt tokens.",
                                "Write an amount per million tokens: `input: 2.50`."),
                        required(
                                "output",
                                amount,
                                "Per million generated tokens.",
                                "Write an amount per million tokens: `output: 10.00`."),
                        optional(
                                "cachedInput",
                                amount,
                                "Per million prompt tokens that the provider had cached; by default as input.",
                                "Write an amount per million tokens: `cachedInput: 0.25`."),
                        optional(
                                "currency",
                                Shape.coded("a currency", MoneyText.CURRENCY_PATTERN, MoneyText::currencyComplaint),
                                "ISO 4217 code; by default USD.",
                                "Write three capitals: `currency: USD`.")),
                null);
    }

    private static Shape pool() {
        return new Shape.Fields(
                "a pool",
                List.of(
                        required("name", NAME, "Of the quota.", "Give it a name: `name: my-pool`."),
                        required(
                                "connections",
                                list(NAME, 1, MOST),
                                "Whose calls it counts; a connection belongs to one pool.",
                                "Name at least one connection: `connections: [my-provider]`."),
                        optional(
                                "requestsPerMinute",
                                whole(1, MOST_PER_MINUTE),
                                "Calls begun per minute; by default no limit is known.",
                                "Write a whole number, or leave it out if there is no limit."),
                        optional(
                                "tokensPerMinute",
                                whole(1, MOST_PER_MINUTE),
                                "Prompt and requested output tokens per minute; by default no limit is known.",
                                "Write a whole number, or leave it out if there is no limit."),
                        optional(
                                "concurrent",
                                whole(1, MOST_CONCURRENT),
                                "Calls in flight; by default no limit is known.",
                                "Write a whole number, or leave it out if there is no limit.")),
                null);
    }

    private static Shape group() {
        return new Shape.Fields(
                "a group",
                List.of(
                        required("name", NAME, "Of the tenant.", "Give it a name: `name: my-group`."),
                        optional(
                                "weight",
                                whole(1, MOST_WEIGHT),
                                "Its share when groups compete; by default 1.",
                                "Write a whole number of at least 1."),
                        optional(
                                "budget",
                                RunShape.money(),
                                "The most that its runs may spend together; by default no limit.",
                                RunShape.MONEY_REMEDY)),
                null);
    }
}
