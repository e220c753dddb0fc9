package dev.assay.cli.spec;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.cli.api.Problem;
import dev.assay.cli.outcome.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run spec as its author wrote it.
 *
 * @param path as the user named it
 * @param text all of it
 * @param places what can be replaced in it
 */
public record SpecFile(Path path, String text, Places places) {

    private static final long LONGEST = 16L << 20;

    /** @throws Failure with place and remedy if the file cannot be a spec */
    public static SpecFile read(Path path) {
        Texts.requireReadable(path.toString(), path);
        boolean json = isJson(path);
        if (!json && !hasEnding(path, ".yaml") && !hasEnding(path, ".yml")) {
            throw Failure.badInput(path + ": is neither YAML nor JSON by its name — call it .yaml, .yml or .json.");
        }
        long bytes = size(path);
        if (bytes > LONGEST) {
            throw Failure.badInput(path + ": has " + bytes + " bytes, but a spec has at most " + LONGEST
                    + " — put the data into a file of its own and name it: dataset: {file: items.jsonl}.");
        }
        String text = Texts.read(path);
        if (text.isBlank()) {
            throw Failure.badInput(
                    path + ": is empty — write at least a benchmark and models, such as",
                    "  benchmark: assay-core",
                    "  models: [sim-large]");
        }
        return new SpecFile(path, text, json ? new JsonPlaces(text).find() : new YamlPlaces(text).find());
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw Failure.badInput(path + ": cannot be read (" + e.getMessage() + ").");
        }
    }

    private static boolean isJson(Path path) {
        return hasEnding(path, ".json");
    }

    private static boolean hasEnding(Path path, String ending) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    public String mediaType() {
        return isJson(path) ? "application/json" : "application/yaml";
    }

    /**
     * The data file that the spec names, checked as far as that goes without reading its items; empty if the spec names
     * none.
     */
    public Optional<DataFile> data() {
        return places.file()
                .filter(place -> !place.name().isBlank() && !place.name().contains("://"))
                .map(place -> DataFile.named(path, place));
    }

    /** What is sent: with the data's hash in the place of its file, and in the group that the user asked for. */
    public Sent sent(Optional<String> hash, Optional<String> group) {
        List<Edits.Edit> edits = new ArrayList<>();
        hash.ifPresent(value -> places.file().ifPresent(place -> edits.addAll(fileEdits(place, value))));
        group.ifPresent(name -> edits.add(groupEdit(name)));
        Optional<String> data = hash.flatMap(value -> places.file().map(Places.FilePlace::name));
        return new Sent(path.toString(), data, new Edits(text, edits));
    }

    private List<Edits.Edit> fileEdits(Places.FilePlace place, String hash) {
        String before = text.substring(place.value().start(), place.value().end());
        // A value over several lines keeps its line ends, so that no line below it moves.
        String lines = "\n".repeat((int) before.chars().filter(c -> c == '\n').count());
        return List.of(
                new Edits.Edit(place.key().start(), place.key().end(), "\"hash\""),
                new Edits.Edit(place.value().start(), place.value().end(), quoted(hash) + lines));
    }

    private Edits.Edit groupEdit(String name) {
        Optional<Edits.Edit> changed =
                places.group().map(span -> new Edits.Edit(span.start(), span.end(), quoted(name)));
        return changed.or(() -> places.newGroup()
                        .map(place -> new Edits.Edit(
                                place.at(), place.at(), place.before() + "\"group\": " + quoted(name) + place.after())))
                .orElseGet(() -> new Edits.Edit(0, 0, ""));
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /**
     * A spec as it was sent.
     *
     * @param name of the file
     * @param data name of the data file, if its hash stands in its place
     */
    public record Sent(String name, Optional<String> data, Edits edits) {

        public String text() {
            return edits.applied();
        }

        /** A problem of the text that was sent, at its place in the author's file. */
        public String shown(Problem problem) {
            if (problem.line().isPresent() && problem.column().isEmpty()) {
                // A place in a spec has a column: this is a line of its data, which the message names too.
                return data.map(problem::text)
                        .orElseGet(() -> new Problem(
                                        problem.path(),
                                        OptionalInt.empty(),
                                        OptionalInt.empty(),
                                        problem.message(),
                                        problem.remedy())
                                .text(name));
            }
            OptionalInt column = problem.line().isPresent() && problem.column().isPresent()
                    ? OptionalInt.of(edits.column(
                            problem.line().getAsInt(), problem.column().getAsInt()))
                    : OptionalInt.empty();
            boolean hash = !edits.edits().isEmpty() && problem.path().equals("benchmark.dataset.hash");
            String path = hash ? "benchmark.dataset.file" : problem.path();
            return new Problem(path, problem.line(), column, problem.message(), problem.remedy()).text(name);
        }
    }
}
