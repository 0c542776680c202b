package io.graphtracker.cli;

import io.graphtracker.backup.json.FailureResponse;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells that a command line is not understood, and what may be meant. */
final class WrongUse implements IParameterExceptionHandler {

    private final RootCommand root;

    WrongUse(RootCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException reason, String[] arguments) {
        CommandLine command = reason.getCommandLine();
        root.output()
                .failure(new FailureResponse(
                        "wrong_use",
                        message(reason),
                        hint(reason, command.getCommandSpec().qualifiedName())));
        return ExitCode.WRONG_USE;
    }

    private String message(ParameterException reason) {
        return reason instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && reason.getCommandLine().getParent() == null
                ? root.texts()
                        .get("cli.no-such-command", unmatched.getUnmatched().getFirst())
                : String.valueOf(reason.getMessage());
    }

    private String hint(ParameterException reason, String command) {
        String help = root.texts().get("cli.wrong-use.hint", command);
        if (reason instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            String meant = unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(", "));
            return root.texts().get("cli.wrong-use.meant", meant) + " " + help;
        }
        return help;
    }
}
