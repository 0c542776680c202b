package io.graphtracker.cli;

import io.graphtracker.texts.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole, with the options of all commands. */
@Command(name = RootCommand.NAME)
final class RootCommand implements Runnable {

    static final String NAME = "graph-tracker";

    private final Texts texts;
    private final Invocation invocation;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT)
    private boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(Texts texts, Invocation invocation) {
        this.texts = texts;
        this.invocation = invocation;
    }

    /** There is no command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), texts.get("cli.no-command"));
    }

    Texts texts() {
        return texts;
    }

    Invocation invocation() {
        return invocation;
    }

    Terminal terminal() {
        return invocation.terminal();
    }

    Interruption interruption() {
        return invocation.interruption();
    }

    Output output() {
        return new Output(terminal(), texts, json, quiet, System::nanoTime);
    }

    boolean isDebug() {
        return debug;
    }
}
