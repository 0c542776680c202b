package io.graphtracker.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springframework.http.HttpStatus;

/** Declares problem details as responses of an operation. */
public final class ProblemResponses {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private ProblemResponses() {}

    /** Declares one more code under which a status may be answered. */
    public static void declare(Operation operation, HttpStatus status, String code) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        ApiResponse response =
                operation.getResponses().computeIfAbsent(String.valueOf(status.value()), absent -> new ApiResponse());
        String codes = response.getContent() == null ? null : response.getDescription();
        response.setDescription(codes == null ? code : codes + ", " + code);
        response.setContent(new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }
}
