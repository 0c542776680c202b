package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problem details for what was not done with backups, in the sentences of the pages. */
@Component
public class BackupProblemDetails {

    /** At the level DEBUG of this logger, answers contain what is only in the log otherwise. */
    private static final Logger applicationLog = LoggerFactory.getLogger("io.graphtracker");

    private final BackupTexts texts;

    BackupProblemDetails(BackupTexts texts) {
        this.texts = texts;
    }

    public ProblemDetail of(BackupException reason) {
        BackupProblem problem = reason.problem();
        ProblemDetail details = Problems.of(status(problem), problem.code(), texts.message(reason), texts.hint(reason));
        if (problem == BackupProblem.UNEXPECTED) {
            details.setDetail(details(reason));
        }
        return details;
    }

    /** The status that answers a problem. */
    public static HttpStatus status(BackupProblem problem) {
        return switch (problem.category()) {
            case CONFIGURATION, UNSUPPORTED -> HttpStatus.BAD_REQUEST;
            case RUNNING, NOT_RUNNING, CANCELLED, REFUSED -> HttpStatus.CONFLICT;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case FAILURE -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The details that the log always has. */
    private static String details(BackupException reason) {
        Throwable cause = reason.getCause();
        return applicationLog.isDebugEnabled() && cause != null ? cause.toString() : "";
    }
}
