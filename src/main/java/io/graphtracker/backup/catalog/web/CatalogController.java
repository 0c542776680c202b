package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.json.CatalogResponse;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The backups in the folder over HTTP. Ranges are supported, but no answer has an {@code ETag}: Spring does not compare
 * {@code If-Range}, so clients must not be led to send one.
 */
@RestController
@RequestMapping("/api/v1/backups")
class CatalogController {

    /** Registered with IANA for SQLite files. */
    private static final MediaType SQLITE = MediaType.parseMediaType("application/vnd.sqlite3");

    private static final String BYTES = "bytes";

    private static final String DEFAULT_LIMIT = "100";

    /** The most backups in one answer. */
    private static final int MOST = 1000;

    private final CatalogService backups;
    private final CurrentUser user;
    private final Texts texts;

    CatalogController(CatalogService backups, CurrentUser user, Texts texts) {
        this.texts = texts;
        this.backups = backups;
        this.user = user;
    }

    /**
     * Lists the folder page by page: an hourly schedule makes thousands of backups.
     *
     * @param offset how many of the newest to skip
     * @param limit how many to list
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    CatalogResponse list(
            @RequestParam(defaultValue = "0") long offset, @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.get("backups.listing.part", MOST)),
                    null);
        }
        return CatalogResponse.of(backups.list(), offset, limit);
    }

    /** Downloads a backup, or a range of it. */
    @GetMapping("/{name}")
    ResponseEntity<Resource> download(
            @PathVariable String name, @RequestHeader HttpHeaders headers, HttpServletRequest request) {
        requireNameAlone(name, request);
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
    @RequestMapping(path = "/{name}", method = RequestMethod.HEAD)
    ResponseEntity<Void> describe(@PathVariable String name, HttpServletRequest request) {
        requireNameAlone(name, request);
        CatalogEntry entry = backups.find(name);
        return answer(entry)
                .contentLength(entry.sizeBytes())
                .header(HttpHeaders.ACCEPT_RANGES, BYTES)
                .build();
    }

    /** Spring drops what follows a {@code ;} as parameters, and would find the name without it. */
    private static void requireNameAlone(String name, HttpServletRequest request) {
        if (request.getRequestURI().contains(";")) {
            throw new BackupException(BackupProblem.BACKUP_NOT_FOUND, name);
        }
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
