package io.graphtracker.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes the command line. */
@Command(name = "generate-completion")
final class CompletionCommand implements Callable<Integer> {

    private final RootCommand root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        root.terminal()
                .out()
                .println(AutoComplete.bash(RootCommand.NAME, spec.root().commandLine()));
        return root.terminal().out().checkError() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
