package io.graphtracker.backup.jobs.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.jobs.Job;
import io.graphtracker.backup.jobs.JobService;
import io.graphtracker.backup.web.BackupProblemDetails;
import io.graphtracker.backup.web.MayFailWith;
import io.graphtracker.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Long work on backups: it is begun here, and its address tells how far it is and what became of it. */
@RestController
@Tag(name = "jobs")
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class JobController {

    private static final String JOBS = "/api/v1/jobs/";

    private final JobService jobs;
    private final BackupProblemDetails problems;
    private final CurrentUser user;

    JobController(JobService jobs, BackupProblemDetails problems, CurrentUser user) {
        this.jobs = jobs;
        this.problems = problems;
        this.user = user;
    }

    @PostMapping("/backups/{name}/verify")
    @Operation(operationId = "verifyBackup")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            headers = @Header(name = HttpHeaders.LOCATION, required = true, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @MayFailWith({BackupProblem.BACKUP_NOT_FOUND, BackupProblem.TOO_MANY_JOBS})
    ResponseEntity<JobResponse> verify(@PathVariable String name) {
        return accepted(jobs.verify(name, user.name()));
    }

    @Operation(operationId = "restoreBackup")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            headers = @Header(name = HttpHeaders.LOCATION, required = true, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @MayFailWith({
        BackupProblem.BACKUP_NOT_FOUND,
        BackupProblem.RESTORE_NOT_CONFIRMED,
        BackupProblem.RESTORE_RUNNING,
        BackupProblem.TOO_MANY_JOBS
    })
    @PostMapping(path = "/backups/{name}/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobResponse> restore(@PathVariable String name, @RequestBody RestoreConfirmation confirmation) {
        return accepted(jobs.restore(name, confirmation.name(), user.name()));
    }

    @PostMapping("/backups/undo")
    @Operation(operationId = "undoRestore")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            headers = @Header(name = HttpHeaders.LOCATION, required = true, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @MayFailWith({BackupProblem.UNDO_UNAVAILABLE, BackupProblem.RESTORE_RUNNING, BackupProblem.TOO_MANY_JOBS})
    ResponseEntity<JobResponse> undo() {
        return accepted(jobs.undo(user.name()));
    }

    @GetMapping("/jobs/{id}")
    @Operation(operationId = "jobState")
    @MayFailWith(value = BackupProblem.JOB_NOT_FOUND, inFolder = false)
    JobResponse state(@PathVariable String id) {
        return JobResponse.of(
                jobs.find(id).orElseThrow(() -> new BackupException(BackupProblem.JOB_NOT_FOUND)), problems);
    }

    private ResponseEntity<JobResponse> accepted(Job job) {
        return ResponseEntity.accepted().location(URI.create(JOBS + job.id())).body(JobResponse.of(job, problems));
    }
}
