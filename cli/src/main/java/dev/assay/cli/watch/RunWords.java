package dev.assay.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.cli.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** How far a run has come, in words. */
public final class RunWords {

    // No wait is longer than a day.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunWords() {}

    /** Whether nothing will happen any more. */
    public static boolean isFinal(JsonNode run) {
        return switch (run.path("state").asText()) {
            case "COMPLETE", "PARTIAL", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }

    /** Samples that have an outcome. */
    public static long done(JsonNode run) {
        JsonNode progress = run.path("progress");
        return progress.path("answered").asLong()
                + progress.path("refused").asLong()
                + progress.path("failed").asLong()
                + progress.path("cancelled").asLong();
    }

    /** {@code 1,234/2,000 (61 %)}. */
    public static String share(JsonNode run) {
        long samples = run.path("samples").asLong();
        long done = done(run);
        String percent = samples == 0 ? "" : " (" + done * 100 / samples + " %)";
        return Figures.count(done) + "/" + Figures.count(samples) + percent;
    }

    /** One line on a run that goes on. */
    public static String line(JsonNode run, Duration since) {
        StringJoiner line = new StringJoiner(" · ");
        line.add(run.path("state").asText() + " " + share(run));
        JsonNode progress = run.path("progress");
        if (progress.path("refused").asLong() > 0) {
            line.add(Figures.count(progress.path("refused").asLong()) + " refused");
        }
        if (progress.path("failed").asLong() > 0) {
            line.add(Figures.count(progress.path("failed").asLong()) + " failed");
        }
        waits(run).forEach(line::add);
        JsonNode stop = run.path("stop");
        if (!stop.path("stopped").isEmpty()) {
            line.add("stopped early: " + String.join(", ", texts(stop.path("stopped"))) + ", "
                    + Figures.count(stop.path("saved").asLong()) + " samples saved");
        }
        for (JsonNode model : run.path("perModel")) {
            if (model.path("value").isNumber()) {
                line.add(model.path("model").asText() + " " + value(model.path("value")));
            }
        }
        line.add(Figures.money(run.path("cost").path("spend")));
        line.add(Figures.duration(since));
        return line.toString();
    }

    /** Models that wait: {@code sim-large: the provider asked to wait until 14:05:30 UTC (rate limited)}. */
    public static List<String> waits(JsonNode run) {
        List<String> waits = new ArrayList<>();
        for (JsonNode wait : run.path("waits")) {
            String why = wait.path("failure").asText();
            waits.add(wait.path("model").asText() + ": the provider asked to wait until "
                    + TIME.format(Instant.parse(wait.path("until").asText()))
                    + (why.isEmpty() ? "" : " (" + why.toLowerCase(Locale.ROOT).replace('_', ' ') + ")"));
        }
        return waits;
    }

    /** What is above 1 is no share, but the value of a metric of another range. */
    private static String value(JsonNode value) {
        return value.doubleValue() <= 1
                ? Figures.share(value)
                : Figures.plainInterval(value, MissingNode.getInstance(), MissingNode.getInstance());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
