package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.openapi.ProblemResponses;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds what {@link MayFailWith} declares to the description of the HTTP interface. */
@Component
class DeclaredProblems implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        MayFailWith declared = method.getMethodAnnotation(MayFailWith.class);
        if (declared != null) {
            Stream.concat(
                            declared.inFolder()
                                    ? Arrays.stream(BackupProblem.values()).filter(DeclaredProblems::isOfSettings)
                                    : Stream.empty(),
                            Arrays.stream(declared.value()))
                    .forEach(problem ->
                            ProblemResponses.declare(operation, BackupProblemDetails.status(problem), problem.code()));
        }
        return operation;
    }

    private static boolean isOfSettings(BackupProblem problem) {
        return problem.category() == BackupProblem.Category.CONFIGURATION
                || problem.category() == BackupProblem.Category.UNSUPPORTED;
    }
}
