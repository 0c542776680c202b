package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import org.springframework.util.StopWatch;

/** Makes a backup: lock, sweep, space, snapshot, proof, publication. On any failure it leaves nothing behind. */
final class BackupEngine {

    private final Clock clock;
    private final VolumeSpace space;
    private final BackupProof proof;

    BackupEngine(Clock clock, VolumeSpace space, Executor executor) {
        this.clock = clock;
        this.space = space;
        this.proof = new BackupProof(executor);
    }

    /**
     * Copies a database into a folder.
     *
     * @throws BackupException if it cannot be done, for a reason a person can understand
     */
    Backup backUp(Path database, Path target) throws IOException, SQLException {
        StopWatch watch = new StopWatch();
        watch.start();
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        BackupFolder folder = BackupFolder.prepare(target);
        try (FolderLock lock = folder.lock(now)) {
            folder.sweep();
            Published published = copy(database, folder, now);
            watch.stop();
            return new Backup(
                    published.file(),
                    published.sizeBytes(),
                    now,
                    published.sha256(),
                    Duration.ofMillis(watch.getTotalTimeMillis()));
        }
    }

    private Published copy(Path database, BackupFolder folder, ZonedDateTime now) throws IOException, SQLException {
        try (SourceDatabase source = SourceDatabase.open(database)) {
            if (source.isEmpty()) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "source-empty", null);
            }
            long estimate = source.estimatedBytes();
            folder.requireSpace(space, estimate);
            DatabaseIdentity identity = source.identity();
            try (PartFile part = folder.reserve(now)) {
                snapshot(source, part, folder, estimate);
                String sha256 = proof.prove(part, identity);
                // before it is published: nothing may fail after that
                long sizeBytes = Files.size(part.path());
                return new Published(part.publish(sha256), sizeBytes, sha256);
            } catch (IOException e) {
                if (folder.isFull(space)) {
                    throw folder.full(space, estimate, e);
                }
                throw e;
            }
        } catch (SQLException e) {
            if (SourceDatabase.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "source-damaged", e);
            }
            throw e;
        }
    }

    private void snapshot(SourceDatabase source, PartFile part, BackupFolder folder, long estimate)
            throws IOException, SQLException {
        try {
            source.copyInto(part.path());
        } catch (SQLException e) {
            if (SourceDatabase.isFull(e)) {
                throw folder.full(space, estimate, e);
            }
            throw e;
        }
    }

    private record Published(Path file, long sizeBytes, String sha256) {}
}
