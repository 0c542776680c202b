package io.graphtracker.project.web;

import io.graphtracker.project.ProjectIds;
import io.graphtracker.project.exchange.PlanExport;
import io.graphtracker.project.exchange.PlanExport.Written;
import io.graphtracker.texts.Texts;
import io.graphtracker.web.Problems;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Projects as files in the formats that others read. */
@RestController
class PlanController {

    private final PlanExport plans;
    private final Texts texts;

    PlanController(PlanExport plans, Texts texts) {
        this.plans = plans;
        this.texts = texts;
    }

    /** The plan of a project as a file. */
    @GetMapping("/projects/{id}/plan/{format}")
    ResponseEntity<?> plan(@PathVariable String id, @PathVariable String format) {
        if (!plans.formats().contains(format)) {
            return unknownFormat();
        }
        return ProjectIds.parse(id)
                .flatMap(projectId -> plans.write(projectId, format))
                .<ResponseEntity<?>>map(PlanController::file)
                .orElseGet(() -> UnknownProject.answer(texts));
    }

    private ResponseEntity<?> unknownFormat() {
        String message = texts.get("export.problem.format", String.join(", ", plans.formats()));
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.NOT_FOUND, "format_not_found", message, ""));
    }

    private static ResponseEntity<byte[]> file(Written plan) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plan.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(plan.writer().mediaType() + ";charset=UTF-8"))
                .body(plan.content().getBytes(StandardCharsets.UTF_8));
    }
}
