package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteHeader;
import java.io.IOException;
import java.nio.file.Files;
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
 * Shows that a copy is whole and the right one, before anybody sees it, and says whether it could be restored. SQLite's own check
 * alone is worth nothing: it says "ok" for a file of no bytes, and for half a file that it rolled back on opening.
 */
final class SnapshotVerifier {

    /** The table of tables, which has no entry of its own. */
    private static final String SCHEMA_TABLE = "sqlite_schema";

    /** What is known of a copy that passed. */
    record Proven(String sha256, RowFindings rows) {}

    private final Executor executor;
    private final RowInspector inspector;

    /**
     * @param executor runs the checksum and checks of pages and rows at the same time
     * @param inspector looks at the rows of a copy
     */
    SnapshotVerifier(Executor executor, RowInspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /**
     * Proves a copy.
     *
     * @param known what is known of its rows already; if it fails they are looked at
     * @param run told how many bytes are hashed, and asked whether to go on
     * @throws BackupException {@code verification_failed} if it is not what it must be
     */
    Proven prove(PartFile part, SchemaFingerprint expected, CompletableFuture<RowFindings> known, BackupJob run)
            throws IOException, SQLException {
        checkFile(part);
        Path file = part.path();
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            Proven proven = new Checks(file, run).run(connection, known);
            if (!SchemaFingerprint.read(connection).equals(expected)) {
                throw failed("identity");
            }
            return proven;
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "quick-check", e);
            }
            throw e;
        } catch (BackupException e) {
            throw e.problem() == BackupProblem.BACKUP_UNUSABLE ? failed("quick-check") : e;
        }
    }

    /** Before SQLite opens it: its length, its header, and that it needs no other file. */
    private static void checkFile(PartFile part) throws IOException {
        if (part.hasSideFiles()) {
            throw failed("side-files");
        }
        SqliteHeader header = SqliteHeader.read(part.path()).orElseThrow(() -> failed("header"));
        if (Files.size(part.path()) != header.length()) {
            throw failed("length");
        }
    }

    /** What is checked of one copy, and what was found. */
    private final class Checks {

        private final Path file;
        private final BackupJob job;
        private final CheckQueue queue;
        private final CompletableFuture<String> sha256 = new CompletableFuture<>();
        private final AtomicReference<@Nullable NotRestorableException> value = new AtomicReference<>();

        Checks(Path file, BackupJob job) {
            this.file = file;
            this.job = job;
            this.queue = new CheckQueue(file, job);
        }

        /** In the order of {@link RestorabilityCheck}; but a damaged copy is no backup, whatever else is wrong with it. */
        Proven run(Connection connection, CompletableFuture<RowFindings> known) throws IOException, SQLException {
            RestorabilityCheck.Schema schema;
            try {
                schema = inspector.requireSchema(connection);
            } catch (NotRestorableException e) {
                queue.add(unused -> sha256.complete(hash()));
                queue.add(own -> PageCheck.quick(own, Set.of()));
                queue.run(connection, executor);
                return new Proven(sha256.join(), new RowFindings(Map.of(), e));
            }
            CompletableFuture<RowFindings> rows = new CompletableFuture<>();
            boolean rowsAreKnown = !known.isCompletedExceptionally();
            if (!rowsAreKnown) {
                queue.add(own -> rows.complete(inspector.inspect(own, schema)));
            }
            queue.add(unused -> sha256.complete(hash()));
            addPages(schema);
            queue.run(connection, executor);
            RowFindings found = rowsAreKnown ? await(known, connection, schema) : rows.join();
            NotRestorableException fault = value.get();
            return new Proven(sha256.join(), fault == null ? found : new RowFindings(found.contents(), fault));
        }

        private RowFindings await(
                CompletableFuture<RowFindings> known, Connection connection, RestorabilityCheck.Schema schema)
                throws SQLException {
            Futures.await(known);
            return known.isCompletedExceptionally() ? inspector.inspect(connection, schema) : known.join();
        }

        private void addPages(RestorabilityCheck.Schema schema) {
            if (job.kind() == BackupKind.BEFORE_RESTORE) {
                // an undo is promised on it, so it has to pass what the restore of it will ask
                queue.add(own -> note(PageCheck.whole(own, schema.ours())));
                return;
            }
            queue.add(own -> note(PageCheck.quick(own, SCHEMA_TABLE, schema.ours())));
            schema.objects().stream()
                    .filter(SchemaObject::isTable)
                    .forEach(table -> queue.add(own -> note(PageCheck.quick(own, table.name(), schema.ours()))));
        }

        private void note(@Nullable NotRestorableException found) {
            value.compareAndSet(null, found);
        }

        private String hash() throws IOException {
            return Sha256.of(file, hashed -> {
                job.throwIfCancelled();
                job.advanceTo(hashed);
            });
        }
    }

    private static BackupException failed(String kind) {
        return BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, kind, null);
    }
}
