package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.web.MayFailWith;
import io.graphtracker.user.CurrentUser;
import io.graphtracker.web.ProblemBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Downloads of backups. Ranges are supported, but no answer has an {@code ETag}: Spring does not compare
 * {@code If-Range}, so clients must not be led to send one.
 */
@RestController
@Tag(name = "backups")
@RequestMapping("/api/v1/backups/{name}")
class DownloadController {

    /** Registered with IANA for SQLite files. */
    static final String SQLITE_VALUE = "application/vnd.sqlite3";

    private static final MediaType SQLITE = MediaType.parseMediaType(SQLITE_VALUE);

    private static final String BYTES = "bytes";

    private final CatalogService backups;
    private final CurrentUser user;

    DownloadController(CatalogService backups, CurrentUser user) {
        this.backups = backups;
        this.user = user;
    }

    /** Downloads a backup, or a range of it. */
    @GetMapping
    @Operation(operationId = "downloadBackup")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = SQLITE_VALUE, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "Partial Content",
            content = {
                @Content(mediaType = SQLITE_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/byteranges", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "416",
            description = "requested_range_not_satisfiable",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemBody.class)))
    @MayFailWith({BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_UNUSABLE})
    ResponseEntity<Resource> download(@PathVariable String name, @RequestHeader HttpHeaders headers) {
        if (!asksForPart(headers)) {
            CatalogEntry entry = backups.download(name, user.name());
            // "Range" may be there in another unit, which Spring would not ignore for another kind of resource
            return answer(entry)
                    .header(HttpHeaders.ACCEPT_RANGES, BYTES)
                    .contentLength(entry.sizeBytes())
                    .body(new InputStreamResource(new BackupDownload(entry)));
        }
        CatalogEntry entry = backups.find(name);
        if (beginsAtStart(headers, entry)) {
            entry = backups.download(name, user.name());
        }
        return answer(entry).body(new BackupDownload(entry));
    }

    /** An unknown range unit is ignored, see RFC 9110, 14.2. */
    private static boolean asksForPart(HttpHeaders headers) {
        String range = headers.getFirst(HttpHeaders.RANGE);
        return range != null && range.startsWith(BYTES + "=");
    }

    /**
     * Whether a download begins with this range: only that is recorded, since a client may fetch the rest in any number
     * of ranges. Spring would answer an unsatisfiable range with the whole backup and the status 416.
     */
    private static boolean beginsAtStart(HttpHeaders headers, CatalogEntry entry) {
        try {
            return HttpRange.toResourceRegions(headers.getRange(), new BackupDownload(entry)).stream()
                    .anyMatch(part -> part.getPosition() == 0);
        } catch (IllegalArgumentException e) {
            ErrorResponseException answer = new ErrorResponseException(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, e);
            answer.getHeaders().set(HttpHeaders.CONTENT_RANGE, BYTES + " */" + entry.sizeBytes());
            throw answer;
        }
    }

    /** The headers of a download, which is not recorded as one. */
    @RequestMapping(method = RequestMethod.HEAD)
    @Operation(operationId = "describeBackup")
    @MayFailWith({BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_UNUSABLE})
    ResponseEntity<Void> describe(@PathVariable String name) {
        CatalogEntry entry = backups.find(name);
        return answer(entry)
                .contentLength(entry.sizeBytes())
                .header(HttpHeaders.ACCEPT_RANGES, BYTES)
                .build();
    }

    private static ResponseEntity.BodyBuilder answer(CatalogEntry entry) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(SQLITE)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(entry.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
        BackupManifest manifest = entry.manifest();
        if (manifest != null) {
            answer.header("Repr-Digest", digest(manifest.sha256()));
            answer.header("X-Content-SHA256", manifest.sha256());
        }
        return answer;
    }

    /** See <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530</a>. */
    private static String digest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
