package io.graphtracker.backup.web;

import io.graphtracker.backup.BackupService;
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

    @PostMapping
    BackupResponse backUp() {
        return BackupResponse.of(backups.backUp());
    }
}
