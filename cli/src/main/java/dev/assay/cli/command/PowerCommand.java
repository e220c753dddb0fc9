package dev.assay.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.offline.Sizes;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "power",
        description = "Says how many items show a difference, or what difference so many items show.",
        footer = {
            "",
            "Give --difference or --items, and what is known of the scores:",
            "  same items, right or wrong:   --discordance P, the share of items on which one alone is right",
            "  same items, graded scores:    --deviation S, of the differences",
            "  other items, right or wrong:  --rate P, the share that one has right",
            "  other items, graded scores:   --deviation S --unpaired, of the scores"
        })
final class PowerCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--difference", paramLabel = "D", description = "That is to be shown, such as 0.02.")
    @Nullable
    Double difference;

    @Option(names = "--items", paramLabel = "N", description = "That there are.")
    @Nullable
    Long items;

    @Option(names = "--discordance", paramLabel = "P", description = "Such as 0.1.")
    @Nullable
    Double discordance;

    @Option(names = "--deviation", paramLabel = "S", description = "Standard deviation, such as 0.3.")
    @Nullable
    Double deviation;

    @Option(names = "--rate", paramLabel = "P", description = "Such as 0.7.")
    @Nullable
    Double rate;

    @Option(names = "--unpaired", description = "The two systems answer different items.")
    boolean unpaired;

    @Option(names = "--alpha", paramLabel = "A", description = "Chance of a false alarm, two-sided (default: 0.05).")
    double alpha = 0.05;

    @Option(names = "--power", paramLabel = "P", description = "Chance to see the difference (default: 0.8).")
    double power = 0.8;

    @Option(names = "--json", description = "Print one JSON document.")
    boolean json;

    PowerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Sizes sizes = Sizes.of(alpha, power, scores());
        if ((difference == null) == (items == null)) {
            throw Failure.badInput("Give either --difference or --items.");
        }
        long needed = items == null ? sizes.items(difference == null ? 0 : difference) : items;
        double shown = difference == null ? sizes.detectable(needed) : difference;
        if (json) {
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("items", needed)
                    .put("difference", shown)
                    .put("alpha", alpha)
                    .put("power", power);
            JsonText.print(environment.out(), document);
        } else {
            environment
                    .out()
                    .println("%s items%s show a difference of %s with power %s at level %s."
                            .formatted(
                                    Figures.count(needed),
                                    isUnpaired() ? " for each system" : "",
                                    String.format(Locale.ROOT, "%.4f", shown),
                                    power,
                                    alpha));
        }
        return ExitStatus.OK;
    }

    private boolean isUnpaired() {
        return unpaired || rate != null;
    }

    private Sizes.Scores scores() {
        long given = Stream.of(discordance != null, deviation != null, rate != null)
                .filter(is -> is)
                .count();
        if (given != 1) {
            throw Failure.badInput(
                    "Give one of --discordance, --deviation and --rate; 'assay stats power --help' says which.");
        }
        if (discordance != null) {
            if (unpaired) {
                throw Failure.badInput(
                        "--discordance is of the same items; with --unpaired give --rate or --deviation.");
            }
            return new Sizes.PairedBinary(discordance);
        }
        if (rate != null) {
            return new Sizes.UnpairedBinary(rate);
        }
        double spread = deviation == null ? 0 : deviation;
        return unpaired ? new Sizes.UnpairedGraded(spread) : new Sizes.PairedGraded(spread);
    }
}
