package dev.assay.golden;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay golden}: exit status 0 if all cases agree, 1 if one does not, 2 if a file cannot be checked. */
@Command(
        name = "assay golden",
        mixinStandardHelpOptions = true,
        description = "Checks golden files, values of the field's reference implementations, against the functions that"
                + " the scorer uses. Prints passed and failed of each file and the failing ids.",
        footer = {"", "Exit status: 0 all cases agree, 1 at least one does not, 2 a file cannot be checked."})
public final class Main implements Callable<Integer> {

    @Spec
    @Nullable
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Golden files (JSON).")
    private List<Path> files = List.of();

    @Option(names = "--verbose", description = "Also say where each failing case differs.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        int status = 0;
        for (Path file : files) {
            status = Math.max(status, check(file));
        }
        return status;
    }

    private int check(Path file) {
        PrintWriter out = commandLine().getOut();
        GoldenFile golden;
        try {
            golden = GoldenFile.read(file);
        } catch (NoSuchFileException e) {
            return cannot(file, "does not exist");
        } catch (IOException e) {
            return cannot(file, "cannot be read: " + e.getMessage());
        } catch (GoldenFile.Malformed e) {
            return cannot(file, String.valueOf(e.getMessage()));
        }
        Adapters adapters = Adapters.standard();
        Optional<Adapter> adapter = adapters.of(golden.metric());
        if (adapter.isEmpty()) {
            return cannot(file, "is of the unknown metric '%s'".formatted(golden.metric()));
        }
        Check.Verdict verdict = Check.of(golden, adapter.get());
        out.printf(
                "%s: %d passed, %d failed%n",
                file.getFileName(), verdict.passed(), verdict.failures().size());
        for (Check.Failure failure : verdict.failures()) {
            out.println("  " + failure.id() + (verbose ? ": " + failure.difference() : ""));
        }
        verdict.missing()
                .forEach((path, cases) -> out.printf("  %d for want of the data file datasets/%s%n", cases, path));
        out.flush();
        return verdict.failures().isEmpty() ? 0 : 1;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private int cannot(Path file, String why) {
        commandLine().getErr().printf("%s %s%n", file, why);
        commandLine().getErr().flush();
        return 2;
    }
}
