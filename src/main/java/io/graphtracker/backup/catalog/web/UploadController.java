package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.web.MayFailWith;
import io.graphtracker.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Uploads of backups. The body is the file itself and nothing else, so that it streams into the folder: the parts of a
 * form would be stored in another place first.
 */
@RestController
@Tag(name = "backups")
@RequestMapping("/api/v1/backups")
class UploadController {

    private final UploadService uploads;
    private final CatalogService backups;
    private final CurrentUser user;

    UploadController(UploadService uploads, CatalogService backups, CurrentUser user) {
        this.uploads = uploads;
        this.backups = backups;
        this.user = user;
    }

    /**
     * Receives a file, verifies it, and answers once it is in the folder.
     *
     * @param name its original name
     * @param modifiedAt when it was last changed
     */
    @Operation(
            operationId = "uploadBackup",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = DownloadController.SQLITE_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @MayFailWith({
        BackupProblem.UPLOAD_TOO_LARGE,
        BackupProblem.UPLOAD_INCOMPLETE,
        BackupProblem.BACKUP_UNUSABLE,
        BackupProblem.BACKUP_CANCELLED,
        BackupProblem.BACKUP_RUNNING,
        BackupProblem.NOT_ENOUGH_SPACE
    })
    @PostMapping(
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, DownloadController.SQLITE_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadResponse> upload(
            @RequestParam String name,
            @RequestParam(name = "modified_at", required = false) @Nullable Instant modifiedAt,
            HttpServletRequest body)
            throws IOException {
        String kept = uploads.upload(
                body.getInputStream(),
                new UploadService.Sent(name, body.getContentLengthLong(), modifiedAt),
                user.name(),
                VerificationJob.unwatched());
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/backups/{name}").build(kept))
                .body(UploadResponse.of(kept, backups.list()));
    }
}
