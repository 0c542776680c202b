package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.user.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backups over HTTP. Problems are answered by {@link BackupExceptionHandler}. */
@RestController
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

    /** Makes a backup; takes as long as it does. What is refused for its form is refused before a backup is made. */
    @PostMapping
    BackupResponse backUp() {
        return BackupResponse.of(backups.backUp(user.name()), texts);
    }

    /** How far the running backup of this process is, and what the last one came to. */
    @GetMapping
    BackupStateResponse state() {
        return BackupStateResponse.of(backups.progress(), backups.lastResult(), texts);
    }

    /** Asks the running backup to stop; whoever waits for it is answered so. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BackupStateResponse cancel() {
        backups.cancel();
        return state();
    }
}
