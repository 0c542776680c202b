package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers why no backup was made.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: problem details</a>
 */
@RestControllerAdvice(assignableTypes = BackupController.class)
class BackupExceptionHandler {

    /** The level of this logger decides whether an answer says what only the log says otherwise. */
    private static final Logger applicationLog = LoggerFactory.getLogger("io.graphtracker");

    private final BackupTexts texts;

    BackupExceptionHandler(BackupTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail answer(BackupException reason) {
        BackupProblem problem = reason.problem();
        HttpStatus status = status(problem.category());
        ProblemDetail answer = ProblemDetail.forStatus(status);
        answer.setType(URI.create("urn:graph-tracker:problem:" + problem.code()));
        answer.setTitle(status.getReasonPhrase());
        answer.setDetail(detail(reason));
        answer.setProperty("ok", false);
        answer.setProperty("code", problem.code());
        answer.setProperty("message", texts.message(reason));
        answer.setProperty("hint", texts.hint(reason));
        return answer;
    }

    private static HttpStatus status(BackupProblem.Category category) {
        return switch (category) {
            case CONFIGURATION, UNSUPPORTED -> HttpStatus.BAD_REQUEST;
            case RUNNING -> HttpStatus.CONFLICT;
            case FAILURE -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private String detail(BackupException reason) {
        if (reason.problem() != BackupProblem.UNEXPECTED) {
            return texts.message(reason) + " " + texts.hint(reason);
        }
        return applicationLog.isDebugEnabled() && reason.getCause() != null
                ? reason.getCause().toString()
                : "";
    }
}
