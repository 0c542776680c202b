package io.graphtracker.backup.catalog.web;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.json.CatalogResponse;
import io.graphtracker.backup.json.EntryResponse;
import io.graphtracker.backup.json.ManifestResponse;
import io.graphtracker.backup.web.MayFailWith;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backups in the folder over HTTP: list, facts, protection and deletion. */
@RestController
@Tag(name = "backups")
@RequestMapping(path = "/api/v1/backups", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogController {

    private static final String DEFAULT_LIMIT = "100";

    /** The most backups in one answer. */
    private static final int MOST = 1000;

    private final CatalogService backups;
    private final BackupTexts backupTexts;
    private final CurrentUser user;
    private final Texts texts;

    CatalogController(CatalogService backups, BackupTexts backupTexts, CurrentUser user, Texts texts) {
        this.backups = backups;
        this.backupTexts = backupTexts;
        this.user = user;
        this.texts = texts;
    }

    /**
     * Lists the folder page by page: an hourly schedule makes thousands of backups.
     *
     * @param offset how many of the newest to skip
     * @param limit how many to list
     */
    @GetMapping
    @Operation(operationId = "listBackups")
    @MayFailWith({})
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

    /** What is known of a backup, without reading it. */
    @GetMapping("/{name}/manifest")
    @Operation(operationId = "manifest")
    @MayFailWith(BackupProblem.BACKUP_NOT_FOUND)
    ManifestResponse manifest(@PathVariable String name) {
        return ManifestResponse.of(backups.find(name), backupTexts);
    }

    /** Protects a backup from deletion, or removes the protection. */
    @Operation(operationId = "protectBackup")
    @MayFailWith({BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_UNUSABLE, BackupProblem.NOT_ENOUGH_SPACE})
    @PutMapping(path = "/{name}/protection", consumes = MediaType.APPLICATION_JSON_VALUE)
    EntryResponse protect(@PathVariable String name, @RequestBody Protection wanted) {
        backups.setProtected(name, wanted.isProtected(), user.name());
        return EntryResponse.of(backups.find(name));
    }

    /** Deletes a backup with its checksum and description. */
    @DeleteMapping("/{name}")
    @Operation(operationId = "deleteBackup")
    @MayFailWith({BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_KEPT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        backups.delete(name, user.name());
    }
}
