package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.TooManyBackupsException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a {@link BackupException} of any backup controller as {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = BackupException.class)
class BackupExceptionHandler {

    private final BackupProblemDetails problems;

    BackupExceptionHandler(BackupProblemDetails problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(TooManyBackupsException reason) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(reason.retryAfterSeconds()))
                .body(problems.of(reason));
    }

    @ExceptionHandler
    ProblemDetail answer(BackupException reason) {
        return problems.of(reason);
    }
}
