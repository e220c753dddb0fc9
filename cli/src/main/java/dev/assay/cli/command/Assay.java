package dev.assay.cli.command;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Ink;
import dev.assay.cli.text.NearWords;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands. */
@Command(
        name = "assay",
        synopsisSubcommandLabel = "COMMAND",
        description = "Evaluates language models: runs benchmarks against models, scores answers, counts costs.",
        footer = {
            "",
            "'assay COMMAND --help' tells more. Server and key: --url and --key, or ASSAY_URL and ASSAY_KEY, else the server",
            "in the data folder (--data, ASSAY_DATA, ~/.assay). RUN is a run's id, its unique beginning, or 'latest'.",
            "Exit status: 0 done, 1 error, 2 bad input, 3 run PARTIAL or CANCELLED, 4 run FAILED, 5 no server."
        })
public final class Assay {

    private static final Map<String, List<String>> SECTIONS = sections();

    private Assay() {}

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Begin", List.of("demo", "up", "down", "status"));
        sections.put(
                "Runs",
                List.of(
                        "run", "runs", "report", "samples", "compare", "gate", "export", "cancel", "pause", "resume",
                        "rescore"));
        sections.put("Side by side", List.of("arena"));
        sections.put("Files", List.of("score", "stats", "contamination"));
        sections.put("What there is", List.of("models", "benchmarks", "groups", "keys"));
        sections.put("More", List.of("worker", "test", "bench"));
        return sections;
    }

    /** Runs a command and returns its exit status. */
    public static int run(Environment environment, String... arguments) {
        CommandLine line = commandLine(environment);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ExitStatus.BAD_INPUT;
        }
        int status = line.execute(arguments);
        environment.out().flush();
        return environment.out().checkError() && status == ExitStatus.OK ? ExitStatus.ERROR : status;
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine line = new CommandLine(new Assay());
        line.addSubcommand(new DemoCommand(environment))
                .addSubcommand(new UpCommand(environment))
                .addSubcommand(new DownCommand(environment))
                .addSubcommand(new StatusCommand(environment))
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(new RunsCommand(environment))
                .addSubcommand(new ReportCommand(environment))
                .addSubcommand(new SamplesCommand(environment))
                .addSubcommand(new CompareCommand(environment))
                .addSubcommand(new GateCommand(environment))
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(
                        "cancel", control(environment, "cancel", "Ends a run; what was answered keeps its scores."))
                .addSubcommand("pause", control(environment, "pause", "Holds a run; running calls end, none begins."))
                .addSubcommand("resume", control(environment, "resume", "Goes on with a paused run."))
                .addSubcommand(new RescoreCommand(environment))
                .addSubcommand(arena(environment))
                .addSubcommand(new ScoreCommand(environment))
                .addSubcommand(stats(environment))
                .addSubcommand(new ContaminationCommand(environment))
                .addSubcommand(new ModelsCommand(environment))
                .addSubcommand(new BenchmarksCommand(environment))
                .addSubcommand(new GroupsCommand(environment))
                .addSubcommand(keys(environment))
                .addSubcommand(new WorkerCommand(environment));
        everywhere(line);
        line.getCommandSpec().mixinStandardHelpOptions(true).version(version());
        line.getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> commands(line));
        line.getCommandSpec().usageMessage().commandListHeading("");
        line.setUsageHelpWidth(120);
        line.setColorScheme(new CommandLine.Help.ColorScheme.Builder(CommandLine.Help.Ansi.OFF).build());
        line.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, given) -> wrongOption(e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(environment, e));
        return line;
    }

    private static void everywhere(CommandLine line) {
        for (CommandLine command : line.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            spec.mixinStandardHelpOptions(true).version(version());
            spec.usageMessage().sortOptions(false);
            everywhere(command);
        }
    }

    private static CommandLine control(Environment environment, String verb, String description) {
        CommandLine line = new CommandLine(new ControlCommand(environment, verb));
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    private static CommandLine keys(Environment environment) {
        return new CommandLine(new KeysCommand(environment))
                .addSubcommand(new KeysCommand.Create(environment))
                .addSubcommand(new KeysCommand.Revoke(environment));
    }

    private static CommandLine stats(Environment environment) {
        return new CommandLine(new StatsCommand())
                .addSubcommand(new CompareFilesCommand(environment))
                .addSubcommand(new PowerCommand(environment))
                .addSubcommand(new FoldsCommand(environment))
                .addSubcommand(new AgreementCommand(environment))
                .addSubcommand(new FairnessCommand(environment))
                .addSubcommand(new RatingsCommand(environment));
    }

    private static CommandLine arena(Environment environment) {
        return new CommandLine(new ArenaCommand(environment))
                .addSubcommand(new ArenaCommand.Create(environment))
                .addSubcommand(new ArenaVoteCommand(environment))
                .addSubcommand(new ArenaVotesCommand(environment))
                .addSubcommand(new ArenaCommand.Withdraw(environment))
                .addSubcommand(new ArenaCommand.Board(environment))
                .addSubcommand(new ArenaVotesCommand.Export(environment))
                .addSubcommand(new ArenaVotesCommand.Import(environment))
                .addSubcommand("rate", arenaRate(environment));
    }

    /** The same as {@code stats ratings}, whose help is to call it by this name. */
    private static CommandLine arenaRate(Environment environment) {
        CommandLine line = new CommandLine(new RatingsCommand(environment));
        line.getCommandSpec().name("rate");
        return line;
    }

    private static String version() {
        String version = Assay.class.getPackage().getImplementationVersion();
        return "assay " + (version == null ? "development" : version);
    }

    private static int wrongOption(CommandLine.ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("assay: " + e.getMessage());
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched && !isNearTold(unmatched, err)) {
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitStatus.BAD_INPUT;
    }

    /** Tells the nearest command or option. False if none is near enough to be told without a guess. */
    private static boolean isNearTold(CommandLine.UnmatchedArgumentException e, PrintWriter err) {
        String wanted = e.getUnmatched().getFirst();
        CommandSpec command = e.getCommandLine().getCommandSpec();
        List<String> near = wanted.startsWith("-")
                ? NearWords.of(wanted, command.optionsMap().keySet())
                : NearWords.of(wanted, command.subcommands().keySet()).stream()
                        .map(name -> command.qualifiedName() + " " + name)
                        .toList();
        if (!near.isEmpty()) {
            err.println("Did you mean: " + String.join(" or ", near) + "?");
        }
        return !near.isEmpty();
    }

    /** What is not a failure is a bug, and shows where. */
    private static int failed(Environment environment, Exception e) throws Exception {
        if (!(e instanceof Failure failure)) {
            throw e;
        }
        environment.out().flush();
        Ink ink = new Ink(environment.terminals().contains("err")
                && !environment.variables().containsKey("NO_COLOR"));
        failure.text().lines().forEach(text -> environment.err().println(ink.bad(text)));
        return failure.status();
    }

    private static String commands(CommandLine line) {
        StringBuilder text = new StringBuilder();
        SECTIONS.forEach((section, names) -> {
            text.append(System.lineSeparator()).append(section).append(':').append(System.lineSeparator());
            names.forEach(name -> text.append("  ")
                    .append(name)
                    .append(" ".repeat(15 - name.length()))
                    .append(about(line, name))
                    .append(System.lineSeparator()));
        });
        return text.toString();
    }

    private static String about(CommandLine line, String name) {
        return switch (name) {
            case "test" -> "Builds everything and runs all tests.";
            case "bench" -> "Measures throughput, memory, concurrency and scoring again.";
            default -> description(line.getSubcommands().get(name));
        };
    }

    private static String description(@Nullable CommandLine command) {
        return command == null ? "" : command.getCommandSpec().usageMessage().description()[0];
    }
}
