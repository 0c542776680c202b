package io.graphtracker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test of what permissions forbid. They forbid root nothing, so it is skipped for root; {@code .ci/run} then runs
 * those with this tag once more without root's privileges, and {@code ORDINARY_USER=true}, under which none of them is
 * skipped.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("ordinary-user")
@ExtendWith(OrdinaryUser.Condition.class)
public @interface OrdinaryUser {

    /** Whether permissions apply to this process; the user's name does not tell. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (isBound()) {
                return ConditionEvaluationResult.enabled("permissions bind this process");
            }
            if ("true".equals(System.getenv("ORDINARY_USER"))) {
                throw new IllegalStateException("Permissions do not bind this process.");
            }
            return ConditionEvaluationResult.disabled("This test needs a user whom permissions bind, and not root.");
        }

        private static boolean isBound() {
            try {
                Path folder = Files.createTempDirectory("permissions");
                try {
                    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                        return false;
                    }
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
                    return !Files.isWritable(folder);
                } finally {
                    Files.delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
