package io.graphtracker.openapi;

import io.graphtracker.texts.Texts;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Gives each operation its text, and the refusals that any of them may be answered with. */
@Component
class OperationDescriptions implements GlobalOperationCustomizer {

    private final Texts texts;

    OperationDescriptions(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setSummary(texts.get("api.operation." + operation.getOperationId()));
        parameters(operation)
                .forEach(parameter ->
                        parameter.setDescription(texts.get(Texts.key("api.parameter.", parameter.getName()))));
        ProblemResponses.declare(operation, HttpStatus.BAD_REQUEST, "bad_request");
        ProblemResponses.declare(operation, HttpStatus.FORBIDDEN, "cross_site_request");
        ProblemResponses.declare(operation, HttpStatus.FORBIDDEN, "host_not_allowed");
        ProblemResponses.declare(operation, HttpStatus.NOT_ACCEPTABLE, "not_acceptable");
        if (operation.getRequestBody() != null) {
            ProblemResponses.declare(operation, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
        }
        ProblemResponses.declare(operation, HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
        return operation;
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }
}
