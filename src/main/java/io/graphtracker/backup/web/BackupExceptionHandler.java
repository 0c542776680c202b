package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.TooManyBackupsException;
import io.graphtracker.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a {@link BackupException} of any backup controller as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = BackupException.class)
class BackupExceptionHandler {

    /** At the level DEBUG of this logger, answers contain what is only in the log otherwise. */
    private static final Logger applicationLog = LoggerFactory.getLogger("io.graphtracker");

    private final BackupTexts texts;

    BackupExceptionHandler(BackupTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(TooManyBackupsException reason) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(reason.retryAfterSeconds()))
                .body(answer((BackupException) reason));
    }

    @ExceptionHandler
    ProblemDetail answer(BackupException reason) {
        BackupProblem problem = reason.problem();
        ProblemDetail answer =
                Problems.of(status(problem.category()), problem.code(), texts.message(reason), texts.hint(reason));
        if (problem == BackupProblem.UNEXPECTED) {
            answer.setDetail(details(reason));
        }
        return answer;
    }

    private static HttpStatus status(BackupProblem.Category category) {
        return switch (category) {
            case CONFIGURATION, UNSUPPORTED -> HttpStatus.BAD_REQUEST;
            case RUNNING, NOT_RUNNING, CANCELLED, REFUSED -> HttpStatus.CONFLICT;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNUSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FAILURE -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** The details that the log always has. */
    private static String details(BackupException reason) {
        Throwable cause = reason.getCause();
        return applicationLog.isDebugEnabled() && cause != null ? cause.toString() : "";
    }
}
