package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the backups folder looks like now: which one it is, how much room it has, what was last published there. The folder
 * itself is the record, so it is true after a restart and over several processes. Reads the disk: not for a page's thread.
 */
@Component
public class BackupsOverview {

    /** More backups than somebody makes in the hour in which local times are there twice, but few enough to read their manifests. */
    private static final int LOOKED_AT = 32;

    private final BackupsDirectory settings;
    private final DatabaseUrl database;
    private final VolumeSpace space;
    private final Clock clock;

    BackupsOverview(BackupsDirectory settings, DatabaseUrl database, VolumeSpace space, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.space = space;
        this.clock = clock;
    }

    /**
     * The newest backup that the folder holds: of the last by their names the one that was begun last, since names have local
     * times, which are set back in autumn and when a server moves. What is dated in the future comes last. What is known to come from elsewhere is none of this database.
     *
     * @throws BackupException if the settings name no folder
     * @throws IOException if the folder cannot be read; that there is no folder yet is no error
     */
    public Optional<Latest> latest() throws IOException {
        try {
            return latestIn(settings.folder());
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /**
     * The folder that would be used now.
     *
     * @throws BackupException if the settings name none that could be used
     */
    public Folder folder() {
        Path path = settings.folder();
        BackupFolder.checkUsable(path);
        return new Folder(path, Files.isDirectory(path), freeBytes(path), FolderWarning.of(path, database));
    }

    private @Nullable Long freeBytes(Path path) {
        try {
            Path existing = path;
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return space.usableBytes(existing);
        } catch (IOException e) {
            return null;
        }
    }

    private Optional<Latest> latestIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Instant now = Instant.now(clock);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return StreamSupport.stream(files.spliterator(), false)
                    .flatMap(file -> BackupName.of(file.getFileName().toString()).stream())
                    .sorted(Comparator.comparing((BackupName name) -> FutureDate.isLocal(instant(name), now))
                            .thenComparing(Comparator.reverseOrder()))
                    .flatMap(name -> read(folder, name).stream())
                    .filter(latest -> latest.manifest() == null
                            || latest.manifest().kind().isOwn())
                    .limit(LOOKED_AT)
                    .min(Comparator.comparing((Latest latest) -> isFuture(latest, now))
                            .thenComparing(BackupsOverview::begun, Comparator.reverseOrder()));
        }
    }

    private Instant instant(BackupName name) {
        return name.time().atZone(clock.getZone()).toInstant();
    }

    private static Instant begun(Latest latest) {
        BackupManifest manifest = latest.manifest();
        return manifest == null ? latest.at().toInstant() : manifest.createdAt();
    }

    private static boolean isFuture(Latest latest, Instant now) {
        return latest.manifest() == null
                ? FutureDate.isLocal(begun(latest), now)
                : FutureDate.isInstant(begun(latest), now);
    }

    private Optional<Latest> read(Path folder, BackupName name) {
        Path file = folder.resolve(name.file());
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            BackupManifest manifest = manifest(folder, name, attributes.size());
            return Optional.of(new Latest(
                    file,
                    attributes.size(),
                    name.time().atZone(clock.getZone()),
                    manifest,
                    manifest == null ? BackupManifest.Standing.UNCHECKED : manifest.standing(file)));
        } catch (IOException e) {
            // it vanished meanwhile
            return Optional.empty();
        }
    }

    /** A manifest that speaks of another file, or of another length, would tell what is not so. */
    private static @Nullable BackupManifest manifest(Path folder, BackupName name, long sizeBytes) {
        return BackupManifest.read(folder.resolve(name.manifest()))
                .filter(manifest -> manifest.file().equals(name.file()) && manifest.sizeBytes() == sizeBytes)
                .orElse(null);
    }

    /**
     * The newest backup.
     *
     * @param file where it is, absolute
     * @param at when it was begun, as its name says: copying a file changes its own time
     * @param manifest what else is known of it, if a manifest that fits is beside it
     * @param standing what the manifest says of this very file
     */
    public record Latest(
            Path file,
            long sizeBytes,
            ZonedDateTime at,
            @Nullable BackupManifest manifest,
            BackupManifest.Standing standing) {}

    /**
     * The folder for backups.
     *
     * @param exists whether it is there already; the next backup makes it otherwise
     * @param freeBytes room on its volume, if that can be told
     * @param warnings why it is a bad choice; empty if nothing speaks against it
     */
    public record Folder(
            Path path, boolean exists, @Nullable Long freeBytes, Set<FolderWarning> warnings) {}
}
