package dev.assay.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a user who made a mistake, and what has to be said about it.
 *
 * @param kind of mistake
 * @param spec name of the run spec
 * @param files by name
 * @param told place, message and remedy as they are printed; {@code …} stands for any text
 */
record WrongInput(String kind, String spec, Map<String, byte[]> files, String told) {

    private static final String RUN = "run.yaml";

    /** A spec of these lines. */
    static WrongInput spec(String kind, String text, String told) {
        return specNamed(kind, RUN, text, told);
    }

    static WrongInput specNamed(String kind, String name, String text, String told) {
        return bytes(kind, name, text.getBytes(StandardCharsets.UTF_8), told);
    }

    static WrongInput bytes(String kind, String name, byte[] text, String told) {
        return new WrongInput(kind, name, Map.of(name, text), told);
    }

    /** A spec whose third line names a data file of this text. */
    static WrongInput data(String kind, String file, String text, String told) {
        return spec(kind, own("{file: " + file + "}"), told).with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ten good items in JSON Lines, but for the seventh. */
    static WrongInput seventhLine(String kind, String line, String told) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            text.append(i == 7 ? line : "{\"id\": \"i%d\", \"question\": \"%d + 1?\", \"answer\": 2}".formatted(i, i))
                    .append('\n');
        }
        return data(kind, "items.jsonl", text.toString(), told);
    }

    /** A benchmark of one's own with this dataset in line 3 and this prompt in line 4. */
    static String own(String dataset, String prompt) {
        return """
                benchmark:
                  name: mine
                  dataset: %s
                  prompt: %s
                  target: answer
                models: [sim-large]
                """.formatted(dataset, prompt);
    }

    static String own(String dataset) {
        return own(dataset, "\"{{ question }}\"");
    }

    /** A built-in benchmark and a model in two lines, and further lines. */
    static String builtIn(String... lines) {
        return "benchmark: assay-core\nmodels: [sim-large]\n" + String.join("\n", lines) + "\n";
    }

    /** A built-in benchmark in one line, and further lines. */
    static String models(String... lines) {
        return "benchmark: assay-core\nmodels:\n" + String.join("\n", lines) + "\n";
    }

    WrongInput with(String name, byte[] content) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(name, content);
        return new WrongInput(kind, spec, all, told);
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** What has to be in the output, piece by piece and in this order. */
    List<String> pieces() {
        return List.of(told.split("…"));
    }

    @Override
    public String toString() {
        return kind;
    }
}
