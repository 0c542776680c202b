package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupService;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backups over HTTP. A request takes as long as its backup; problems are answered by {@link BackupExceptionHandler}. */
@RestController
@RequestMapping("/api/v1/settings/backup-db")
class BackupController {

    private final BackupService backups;

    BackupController(BackupService backups) {
        this.backups = backups;
    }

    /** What is refused for its form is refused before a backup is made. */
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    BackupResponse backUp() {
        return BackupResponse.of(backups.backUp());
    }
}
