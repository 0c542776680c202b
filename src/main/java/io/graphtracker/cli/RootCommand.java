package io.graphtracker.cli;

import io.graphtracker.texts.Texts;
import java.util.Map;
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
    private final Terminal terminal;
    private final Map<String, Object> variables;
    private final Interruption interruption;

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

    /** @param variables take precedence over the environment of the process */
    RootCommand(Texts texts, Terminal terminal, Map<String, Object> variables, Interruption interruption) {
        this.texts = texts;
        this.terminal = terminal;
        this.variables = variables;
        this.interruption = interruption;
    }

    /** There is no command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), texts.get("cli.no-command"));
    }

    Texts texts() {
        return texts;
    }

    Terminal terminal() {
        return terminal;
    }

    Map<String, Object> variables() {
        return variables;
    }

    Interruption interruption() {
        return interruption;
    }

    Output output() {
        return new Output(terminal, texts, json, quiet, System::nanoTime);
    }

    boolean isDebug() {
        return debug;
    }
}
