package io.graphtracker.cli;

import io.graphtracker.environment.PathValue;
import io.graphtracker.texts.Texts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs commands in place of the server. */
public final class CommandLineInterface {

    /** What is not for Spring although it looks like that. */
    private static final Set<String> OWN_OPTIONS = Set.of("--", "--help", "--version", "--json", "--quiet");

    private static final String SPRING_OPTION = "--";

    private final Invocation invocation;

    CommandLineInterface(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Whether the arguments are a command. Without any, and with nothing but Spring's options, such as
     * {@code --server.port=9000}, they start the server.
     */
    public static boolean isMeant(String... arguments) {
        return Arrays.stream(arguments)
                .anyMatch(argument -> !argument.startsWith(SPRING_OPTION) || OWN_OPTIONS.contains(argument));
    }

    /**
     * Runs a command in this process, which must end with the exit code afterwards.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        // as the server does at its start
        Locale.setDefault(Locale.ENGLISH);
        return run(Invocation.ofProcess(), arguments);
    }

    static int run(Invocation invocation, String... arguments) {
        invocation.interruption().listen();
        try {
            return new CommandLineInterface(invocation).execute(arguments);
        } finally {
            invocation.interruption().end();
        }
    }

    int execute(String... arguments) {
        Texts texts = new Texts();
        RootCommand root = new RootCommand(texts, invocation);
        Terminal terminal = invocation.terminal();
        CommandTexts descriptions = new CommandTexts(texts);
        CommandLine commands = descriptions.describe(root);
        Stream.of(
                        new BackupCommand(root),
                        new ListCommand(root),
                        new VerifyCommand(root),
                        new RestoreCommand(root),
                        new UndoCommand(root),
                        new PruneCommand(root),
                        new CompletionCommand(root))
                .map(descriptions::describe)
                .forEach(commands::addSubcommand);
        commands.registerConverter(Path.class, named -> path(named, texts));
        commands.getCommandSpec().versionProvider(new Version(texts));
        commands.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.outIsSeen() && terminal.colours() ? Ansi.ON : Ansi.OFF));
        commands.setParameterExceptionHandler(new WrongUse(root));
        return commands.execute(arguments);
    }

    /** Java decodes what the locale does not know to another name. */
    private static Path path(String named, Texts texts) {
        if (PathValue.isLost(named)) {
            throw new CommandLine.TypeConversionException(texts.get("cli.file.locale", named));
        }
        return Path.of(named);
    }
}
