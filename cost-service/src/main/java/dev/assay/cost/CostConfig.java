package dev.assay.cost;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the cost service. */
@ConfigMapping(prefix = "cost")
public interface CostConfig {

    /** The one currency of all price books (ISO 4217). A model priced in another one counts as unpriced. */
    @WithDefault("USD")
    String currency();

    /** A price map in LiteLLM's form that is imported at start; none: imports come over the API alone. */
    Optional<Path> importFile();

    /** Whether the import at start may change a price by half or more, or take away one that is in use. */
    @WithDefault("false")
    boolean importConfirm();

    /** When the price book is computed anew. */
    PriceBook priceBook();

    /** How providers are asked about calls whose worker died. */
    Reconciliation reconciliation();

    /** What an estimate assumes where nothing is known yet. */
    Estimate estimate();

    /** When the price book is computed anew. */
    interface PriceBook {

        /** How long changes of the registry are collected before they make a new version together. */
        @WithDefault("200ms")
        Duration settleTime();

        /** How often the book is compared with the registry although no change was announced. */
        @WithDefault("60s")
        Duration checkEvery();
    }

    /** How providers are asked about calls whose worker died. */
    interface Reconciliation {

        /** How often calls that are due are looked for. */
        @WithDefault("500ms")
        Duration every();

        /** How long after its loss a call is asked about first. */
        @WithDefault("1s")
        Duration firstAfter();

        /** The longest pause between two questions about one call; pauses double up to it. */
        @WithDefault("30s")
        Duration longestPause();

        /** For how long, and at least three times, a call is asked about before its estimate is left standing. */
        @WithDefault("2m")
        Duration giveUpAfter();

        /** How long one answer may take. */
        @WithDefault("5s")
        Duration timeout();

        /** How many calls are asked about at the same time. */
        @WithDefault("4")
        int parallel();
    }

    /** What an estimate assumes where nothing is known yet. */
    interface Estimate {

        /** Tokens of an answer if neither past calls nor maxTokens tell. */
        @WithDefault("256")
        int outputTokens();

        /** Tokens of a prompt, for a call that was lost before any call of its model succeeded. */
        @WithDefault("500")
        int inputTokens();

        /** How many of the latest runs of a model and a benchmark the rolling mean looks at. */
        @WithDefault("20")
        int runs();
    }
}
