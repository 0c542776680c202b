package io.graphtracker.backup.restore;

import io.graphtracker.database.DatabasePreflight;
import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finishes or rolls back, at the start, a restore that a crash interrupted, and records it. */
@Component
class RestoreRecovery implements DatabasePreflight {

    private static final Logger log = LoggerFactory.getLogger(RestoreRecovery.class);

    private final RestoreCandidate candidate;
    private final RestoreAuditor auditor;
    private final SwitchWatcher watcher;

    RestoreRecovery(RestoreCandidate candidate, RestoreAuditor auditor, ObjectProvider<SwitchWatcher> watcher) {
        this.candidate = candidate;
        this.auditor = auditor;
        this.watcher = watcher.getIfAvailable(() -> checkpoint -> {});
    }

    @Override
    public void prepare(Path file) {
        Path aside = file;
        try {
            DatabaseFiles files = DatabaseFiles.of(file);
            aside = files.aside();
            if (files.areTouched()) {
                MissingDatabaseGuard.requireNothingToLose(files);
                recoverOrPutOff(files);
                MissingDatabaseGuard.requireNothingLeft(files);
            }
        } catch (IOException e) {
            log.error("An interrupted restore can be neither finished nor undone", e);
            throw new StartupException(
                    "A restore was interrupted, and can be neither finished nor undone: " + e.getMessage() + ".",
                    "Nothing was lost: the former database is in " + aside
                            + ". See docs/operations.md, and start again.");
        }
    }

    /**
     * Once the new database was accepted, it is the live one; what is left to do, such as writing the note of the
     * former one, may fail on a full disk, and must not prevent the start.
     */
    private void recoverOrPutOff(DatabaseFiles files) throws IOException {
        try {
            recover(files);
        } catch (IOException e) {
            if (!Files.exists(files.database()) || Files.exists(files.staged()) || !isAccepted(files)) {
                throw e;
            }
            log.error("What the last restore left cannot be put in order; the next start tries again", e);
        }
    }

    private static boolean isAccepted(DatabaseFiles files) throws IOException {
        return SwitchIntent.read(files.intent()).filter(SwitchIntent::accepted).isPresent();
    }

    private void recover(DatabaseFiles files) throws IOException {
        try (RestoreLock lock = lock(files)) {
            Optional<SwitchIntent> intent =
                    Files.exists(files.intent()) ? SwitchIntent.read(files.intent()) : Optional.empty();
            DatabaseSwitch.Recovery recovery = new DatabaseSwitch(files, watcher)
                    .recover(
                            intent.filter(found -> found.restore().isOfFormerDatabase())
                                            .isPresent()
                                    ? candidate::formerDatabaseWorks
                                    : candidate::backupWorks);
            if (recovery != DatabaseSwitch.Recovery.NOTHING) {
                log.info("A restore was interrupted: {}", recovery);
            }
            intent.ifPresent(found -> note(found, files, recovery));
        }
    }

    private static RestoreLock lock(DatabaseFiles files) throws IOException {
        try {
            return RestoreLock.take(files).orElseThrow(RestoreRecovery::inUse);
        } catch (FileSystemException e) {
            log.debug("The lock of restores cannot be taken", e);
            throw new StartupException(
                    "A restore was interrupted, and its lock file " + files.lock()
                            + " cannot be opened; it may belong to another user.",
                    "Make sure that no other Graph Tracker uses this database, then delete that file or give it to the"
                            + " user that runs Graph Tracker, and start again.");
        }
    }

    private static StartupException inUse() {
        return new StartupException(
                "Another Graph Tracker is restoring a backup into this very database.",
                "Wait until it has ended, and let only one Graph Tracker use a database.");
    }

    /** A database whose switch is neither finished nor rolled back must not be written to, for it would be lost. */
    @Override
    public boolean mayBeOpened(Path file) {
        try {
            DatabaseFiles files = DatabaseFiles.of(file);
            return !Files.exists(files.intent()) || isAccepted(files);
        } catch (IOException e) {
            log.error("It cannot be told whether a restore is unfinished", e);
            return false;
        }
    }

    private void note(SwitchIntent intent, DatabaseFiles files, DatabaseSwitch.Recovery recovery) {
        switch (recovery) {
            case FINISHED -> auditor.finished(intent, files);
            case UNDONE -> auditor.undone(intent);
            case NOTHING -> {}
        }
    }
}
