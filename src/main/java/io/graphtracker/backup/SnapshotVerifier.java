package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a copy before it is published: that it is complete, undamaged, and a copy of the right database; and
 * determines whether it could be restored. SQLite's own check is not enough: it answers "ok" for an empty file, and for
 * half a file that it rolled back on opening.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
final class SnapshotVerifier {

    /** The table of tables, which has no row of its own. */
    private static final String SCHEMA_TABLE = "sqlite_schema";

    /**
     * The result for a copy that passed.
     *
     * @param contents also says whether the copy could be restored
     */
    record Verified(String sha256, ContentsReport contents) {}

    private final Executor executor;
    private final ContentsInspector inspector;

    /**
     * @param executor runs checks on a second thread
     * @param inspector inspects the rows of a copy
     */
    SnapshotVerifier(Executor executor, ContentsInspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /**
     * Verifies a copy.
     *
     * @param known a report that is true of its rows; if it fails, the rows are inspected
     * @param job receives the number of hashed bytes, and can be cancelled
     * @throws BackupException {@code verification_failed} if the copy does not pass
     */
    Verified verify(PartFile part, SchemaFingerprint expected, CompletableFuture<ContentsReport> known, BackupJob job)
            throws IOException, SQLException {
        checkFile(part);
        try (Connection connection = SqliteFiles.openUntrusted(part.path(), job)) {
            Verified verified = new Checks(part.path(), job).run(connection, known);
            if (!SchemaFingerprint.read(connection).equals(expected)) {
                throw BackupException.of(ProblemKind.COPY_SCHEMA);
            }
            return verified;
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.causedBy(e, ProblemKind.COPY_DAMAGED);
            }
            throw e;
        } catch (BackupException e) {
            throw e.problem() == BackupProblem.BACKUP_UNUSABLE
                    ? BackupException.causedBy(e, ProblemKind.COPY_DAMAGED)
                    : e;
        }
    }

    /** The checks before SQLite opens the file. */
    private static void checkFile(PartFile part) throws IOException {
        if (part.hasSideFiles()) {
            throw BackupException.of(ProblemKind.COPY_SIDE_FILES);
        }
        SqliteHeader header =
                SqliteHeader.read(part.path()).orElseThrow(() -> BackupException.of(ProblemKind.COPY_HEADER));
        if (!FileCheck.hasLengthOf(header, part.path())) {
            throw BackupException.of(ProblemKind.COPY_LENGTH);
        }
    }

    /** The checks of one copy, and their results. */
    private final class Checks {

        private final Path file;
        private final BackupJob job;
        private final CheckQueue queue;
        private final CompletableFuture<String> sha256 = new CompletableFuture<>();
        private final AtomicReference<@Nullable NotRestorableException> invalidValue = new AtomicReference<>();

        Checks(Path file, BackupJob job) {
            this.file = file;
            this.job = job;
            this.queue = new CheckQueue(file, job);
        }

        /**
         * In the order of {@link RestorabilityCheck}; but damage fails the copy, even if it could not be restored
         * anyway.
         */
        Verified run(Connection connection, CompletableFuture<ContentsReport> known) throws IOException, SQLException {
            RestorabilityCheck.Schema schema;
            try {
                schema = inspector.requireSchema(connection);
            } catch (NotRestorableException e) {
                queue.add(unused -> sha256.complete(hash()));
                queue.add(own -> IntegrityCheck.quick(own, Set.of()));
                queue.run(connection, executor);
                return new Verified(sha256.join(), new ContentsReport(Map.of(), e));
            }
            if (job.kind().isSafetyBackup()) {
                // the way back is promised with it, so it has to pass the check that its own restore will make
                queue.add(own -> note(IntegrityCheck.full(own, schema.ours())));
            }
            CompletableFuture<ContentsReport> rows = new CompletableFuture<>();
            boolean rowsAreKnown = !known.isCompletedExceptionally();
            if (!rowsAreKnown) {
                queue.add(own -> rows.complete(inspector.inspect(own, schema)));
            }
            queue.add(unused -> sha256.complete(hash()));
            if (!job.kind().isSafetyBackup()) {
                addPages(schema);
            }
            queue.run(connection, executor);
            ContentsReport report = rowsAreKnown ? await(known, connection, schema) : rows.join();
            NotRestorableException fault = invalidValue.get();
            return new Verified(sha256.join(), fault == null ? report : new ContentsReport(report.counts(), fault));
        }

        private ContentsReport await(
                CompletableFuture<ContentsReport> known, Connection connection, RestorabilityCheck.Schema schema)
                throws SQLException {
            CheckedFutures.awaitEnd(known);
            return known.isCompletedExceptionally() ? inspector.inspect(connection, schema) : known.join();
        }

        private void addPages(RestorabilityCheck.Schema schema) {
            queue.add(own -> note(IntegrityCheck.quick(own, SCHEMA_TABLE, schema.ours())));
            schema.objects().stream()
                    .filter(SchemaObject::isTable)
                    .forEach(table -> queue.add(own -> note(IntegrityCheck.quick(own, table.name(), schema.ours()))));
        }

        private void note(@Nullable NotRestorableException found) {
            invalidValue.compareAndSet(null, found);
        }

        private String hash() throws IOException {
            return Sha256.of(file, hashed -> {
                job.throwIfCancelled();
                job.advanceTo(hashed);
            });
        }
    }
}
