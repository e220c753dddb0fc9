package dev.assay.cli;

import dev.assay.cli.command.Assay;
import dev.assay.cli.text.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line's entry. The launcher says in ASSAY_TERMINAL which of in, out and err are terminals. */
public final class Main {

    private static final int BUFFER = 1 << 13;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Set<String> terminals = Arrays.stream(
                        System.getenv().getOrDefault("ASSAY_TERMINAL", "").split(" "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Environment environment =
                new Environment(out, err, terminals, System.getenv(), Path.of(System.getProperty("user.home")));
        System.exit(Assay.run(environment, arguments));
    }

    /** Every line goes out when it is complete, in UTF-8 whatever the locale. */
    private static PrintStream stream(FileDescriptor descriptor) {
        FileOutputStream file = new FileOutputStream(descriptor);
        return new PrintStream(new java.io.BufferedOutputStream(file, BUFFER), true, StandardCharsets.UTF_8);
    }
}
