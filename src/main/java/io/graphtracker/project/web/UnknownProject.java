package io.graphtracker.project.web;

import io.graphtracker.texts.Texts;
import io.graphtracker.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer about a project that does not exist. */
final class UnknownProject {

    private UnknownProject() {}

    static ResponseEntity<?> answer(Texts texts) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.NOT_FOUND, "project_not_found", texts.get("project.error.project-not-found"), ""));
    }
}
