package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.json.BackupResponse;
import io.graphtracker.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backup action over HTTP. Problems are answered by {@link BackupExceptionHandler}. */
@RestController
@Tag(name = "backup-db")
@RequestMapping(path = "/api/v1/settings/backup-db", produces = MediaType.APPLICATION_JSON_VALUE)
class BackupController {

    private final BackupService backups;
    private final BackupTexts texts;
    private final CurrentUser user;

    BackupController(BackupService backups, BackupTexts texts, CurrentUser user) {
        this.user = user;
        this.backups = backups;
        this.texts = texts;
    }

    /** Makes a backup, and answers when it is published. A malformed request is refused before. */
    @PostMapping
    @Operation(operationId = "backUp")
    @MayFailWith({
        BackupProblem.BACKUP_RUNNING,
        BackupProblem.BACKUP_CANCELLED,
        BackupProblem.TOO_MANY_BACKUPS,
        BackupProblem.NOT_ENOUGH_SPACE,
        BackupProblem.DATABASE_MISSING,
        BackupProblem.DATABASE_LOCKED,
        BackupProblem.VERIFICATION_FAILED
    })
    BackupResponse backUp() {
        return BackupResponse.of(backups.backUp(user.name()), texts);
    }

    /** The progress of the running backup of this process, and the result of the last one. */
    @GetMapping
    @Operation(operationId = "backupState")
    @MayFailWith(
            value = {},
            inFolder = false)
    BackupStateResponse state() {
        return BackupStateResponse.of(backups.progress(), backups.lastResult(), texts);
    }

    /** Cancels the running backup; the request that waits for it is answered {@code backup_cancelled}. */
    @DeleteMapping
    @Operation(operationId = "cancelBackup")
    @MayFailWith(
            value = {BackupProblem.NO_BACKUP_RUNNING, BackupProblem.RESTORE_RUNNING},
            inFolder = false)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BackupStateResponse cancel() {
        backups.cancel();
        return state();
    }
}
