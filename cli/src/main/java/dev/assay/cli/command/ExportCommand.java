package dev.assay.cli.command;

import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes a run's samples, one row each, in the order of model, item, repeat.")
final class ExportCommand implements Callable<Integer> {

    enum Format {
        csv,
        jsonl
    }

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Option(names = "--format", required = true, paramLabel = "csv|jsonl", description = "How it is written.")
    Format format = Format.csv;

    @Option(names = "--prompts", description = "With prompts and references; jsonl only.")
    boolean prompts;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: standard output).")
    @Nullable
    Path output;

    ExportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (prompts && format == Format.csv) {
            throw Failure.badInput("--prompts goes with --format jsonl only.");
        }
        Api api = server.connect(environment);
        String path = Query.run(run, "/export")
                .with("format", format)
                .with("prompts", prompts ? "true" : null)
                .text();
        try {
            Path file = output;
            if (file == null) {
                api.download(path, environment.out());
                environment.out().flush();
            } else {
                toFile(api, path, file.toAbsolutePath());
            }
        } catch (IOException e) {
            throw Failure.error("The export broke off: " + e.getMessage(), "Nothing that was written is complete.");
        }
        return ExitStatus.OK;
    }

    /** The file appears when it is whole. */
    private void toFile(Api api, String path, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.badInput("-o " + file + ": there is no such folder.");
        }
        if (Files.isDirectory(file)) {
            throw Failure.badInput("-o " + file + ": is a folder — name a file in it.");
        }
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        try {
            long bytes;
            try (OutputStream out = Files.newOutputStream(part)) {
                bytes = api.download(path, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            environment.err().println(Figures.count(bytes) + " bytes written to " + file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
