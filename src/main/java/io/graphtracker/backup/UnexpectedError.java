package io.graphtracker.backup;

import io.graphtracker.environment.ErrorId;
import org.slf4j.Logger;

/** Turns an error that nobody foresaw into a {@link BackupException} with an id, under which the log has the error. */
public final class UnexpectedError {

    private UnexpectedError() {}

    /**
     * Logs an error of a backup.
     *
     * @param what failed, as the subject of a sentence in the log
     */
    public static BackupException logged(Logger log, String what, Throwable error) {
        return BackupException.causedBy(error, BackupProblem.UNEXPECTED, log(log, what, error));
    }

    /**
     * Logs an error of something else than a backup.
     *
     * @param kind a kind of {@link BackupProblem#UNEXPECTED}, whose text names what was not done
     * @param what failed, as the subject of a sentence in the log
     */
    public static BackupException logged(Logger log, ProblemKind kind, String what, Throwable error) {
        return BackupException.causedBy(error, kind, log(log, what, error));
    }

    private static String log(Logger log, String what, Throwable error) {
        String id = ErrorId.next();
        log.error("{} failed, error id {}", what, id, error);
        return id;
    }
}
