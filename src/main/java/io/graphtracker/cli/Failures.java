package io.graphtracker.cli;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.environment.ErrorId;
import io.graphtracker.environment.StartupException;
import io.graphtracker.texts.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Explains why a command failed, with the words of the pages and of HTTP, and never with a stack trace. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Texts texts;
    private final CommandLog commandLog;

    Failures(Texts texts, CommandLog commandLog) {
        this.texts = texts;
        this.commandLog = commandLog;
    }

    /** @param backupTexts of the application, if it could be started */
    FailureResponse explain(Throwable error, Optional<BackupTexts> backupTexts) {
        for (Throwable cause :
                Stream.iterate(error, e -> e != null, Throwable::getCause).toList()) {
            switch (cause) {
                case BackupException reason
                when backupTexts.isPresent() -> {
                    return explain(reason, backupTexts.get());
                }
                case StartupException reason -> {
                    return new FailureResponse("settings", String.valueOf(reason.getMessage()), reason.action());
                }
                case OperationsDatabaseException reason -> {
                    return new FailureResponse(
                            "operations_database", OperationsDatabaseTexts.problem(reason.problem(), texts), "");
                }
                default -> {}
            }
        }
        String id = ErrorId.next();
        log.error("The command failed, error id {}", id, error);
        return new FailureResponse(BackupProblem.UNEXPECTED.code(), texts.get("cli.unexpected", id), whereDetailsAre());
    }

    private FailureResponse explain(BackupException reason, BackupTexts backupTexts) {
        return new FailureResponse(
                reason.problem().code(), backupTexts.message(reason), backupTexts.hint(reason, this::whereDetailsAre));
    }

    private String whereDetailsAre() {
        return commandLog.isShown()
                ? ""
                : commandLog
                        .save()
                        .map(file -> texts.get("cli.unexpected.file", file.toString()))
                        .orElseGet(() -> texts.get("cli.unexpected.debug"));
    }
}
