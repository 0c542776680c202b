package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ContentsCounter;
import io.graphtracker.backup.FileCheck;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.RestorabilityCheck;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.SmallFile;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Verifies a file as if it were untrusted: that it is what was written, and that it can be restored. Takes some seconds
 * for a gigabyte.
 */
@Component
public class BackupVerifier {

    private static final Pattern CHECKSUM = Pattern.compile("([0-9a-fA-F]{64}) [ *].*", Pattern.DOTALL);

    private final RestorabilityCheck restorability;
    private final VerificationJobs jobs;
    private final List<DatabaseContents> contents;

    BackupVerifier(RestorabilityCheck restorability, VerificationJobs jobs, ObjectProvider<DatabaseContents> contents) {
        this.restorability = restorability;
        this.jobs = jobs;
        this.contents = contents.orderedStream().toList();
    }

    /**
     * A file that passed.
     *
     * @param sha256 in lower-case hexadecimal
     * @param fingerprint whose it is and which migrations made it
     * @param contents how many things of each kind it holds; empty if it is too old to be counted as it is
     */
    public record Passed(String sha256, SchemaFingerprint fingerprint, Map<String, Long> contents) {}

    /**
     * Checks a file. It must not be one that this process has open otherwise.
     *
     * @param manifest what is known of it, if anything
     * @param job told how far the check is, and asked whether to go on
     * @throws BackupException {@code backup_unusable}, with what is wrong, or {@code backup_not_found} if it vanished;
     *     {@code backup_cancelled} if somebody stopped it, or its time was over
     */
    public Passed check(Path file, @Nullable BackupManifest manifest, VerificationJob job) throws IOException {
        try {
            checkForm(file);
            return check(file, written(file, manifest), job);
        } catch (NoSuchFileException e) {
            throw BackupException.causedBy(
                    e, BackupProblem.BACKUP_NOT_FOUND, file.getFileName().toString());
        } catch (AccessDeniedException e) {
            throw BackupException.causedBy(e, ProblemKind.UNREADABLE);
        }
    }

    private Passed check(Path file, Optional<String> written, VerificationJob job) throws IOException {
        try (VerificationJobs.Running running = jobs.begin(job, Files.size(file))) {
            if (written.isEmpty()) {
                // what is strange about a stranger's shows within a moment, and to read all of it may take long
                checkSchema(file, job);
            }
            job.enter(Files.size(file));
            String sha256 = Sha256.of(file, job::advanceTo);
            if (written.isPresent() && !written.get().equals(sha256)) {
                throw BackupException.of(ProblemKind.CHECKSUM);
            }
            job.enter(0);
            return checkDatabase(file, sha256, job);
        }
    }

    /** Before SQLite opens it: what it would need beside it, and whether it is all there. */
    private static void checkForm(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw BackupException.of(ProblemKind.NOT_A_FILE);
            }
            throw new NoSuchFileException(file.toString());
        }
        Optional<ProblemKind> fault = FileCheck.faultOf(file);
        if (fault.isPresent()) {
            throw BackupException.of(fault.get());
        }
        if (FileCheck.needsSideFiles(file)) {
            throw BackupException.of(ProblemKind.SIDE_FILES);
        }
    }

    /** The checksum that was written down for it, in its manifest or in the form of {@code sha256sum}. */
    private static Optional<String> written(Path file, @Nullable BackupManifest manifest) throws IOException {
        if (manifest != null) {
            return Optional.of(manifest.sha256());
        }
        Path checksum =
                file.resolveSibling(BackupName.checksumOf(file.getFileName().toString()));
        return SmallFile.read(checksum)
                .map(content -> CHECKSUM.matcher(new String(content, StandardCharsets.UTF_8)))
                .filter(Matcher::matches)
                .map(line -> line.group(1).toLowerCase(Locale.ROOT));
    }

    private void checkSchema(Path file, VerificationJob job) {
        try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
            restorability.requireSchema(connection);
        } catch (SQLException e) {
            throw explained(file, e, job);
        }
    }

    private Passed checkDatabase(Path file, String sha256, VerificationJob job) {
        try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
            RestorabilityCheck.Schema schema = restorability.requireSchema(connection);
            restorability.requireContents(connection, schema);
            Map<String, Long> counts = counts(connection);
            // what could not be counted is left out; that is not so of what was stopped
            job.throwIfCancelled();
            return new Passed(sha256, schema.fingerprint(), counts);
        } catch (SQLException e) {
            throw explained(file, e, job);
        }
    }

    private static RuntimeException explained(Path file, SQLException e, VerificationJob job) {
        job.throwIfCancelled();
        return SqliteErrors.isDamage(e)
                ? BackupException.causedBy(e, ProblemKind.DAMAGED)
                : new IllegalStateException("SQLite cannot check " + file, e);
    }

    /** How many things of each kind a database holds; empty if it has not all the tables yet that are counted. */
    public Map<String, Long> counts(Connection connection) {
        try {
            return ContentsCounter.count(connection, contents);
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
