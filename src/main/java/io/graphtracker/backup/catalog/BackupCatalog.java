package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.FutureDate;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the backups folder: its listing, its newest backup, and the folder itself. Nothing is cached, since other
 * processes and people may change the folder at any time. A backup named by a caller is looked up in the listing, so
 * that a name never becomes part of a path. Blocking disk access: never call it on a page's thread.
 *
 * @see "docs/decisions/2026-11-23-the-folder-is-the-record.md"
 * @see "docs/decisions/2026-11-25-dates-in-the-future.md"
 */
@Component
public class BackupCatalog {

    /**
     * How many backups are compared to find the last one: more than anyone makes in the hour that local time repeats in
     * autumn, and few enough to read their manifests.
     */
    private static final int MOST_COMPARED = 32;

    private final BackupsDirectory settings;
    private final DatabaseUrl database;
    private final EntryReader reader;
    private final VolumeSpace space;
    private final Clock clock;

    BackupCatalog(BackupsDirectory settings, DatabaseUrl database, EntryReader reader, VolumeSpace space, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.reader = reader;
        this.space = space;
        this.clock = clock;
    }

    /**
     * The folder the next backup would be written to.
     *
     * @throws BackupException if the settings name none, or one that cannot be used
     */
    public TargetFolder target() {
        return target(settings.folder());
    }

    /** The same for a folder that could be set. */
    TargetFolder target(Path path) {
        BackupFolder.checkUsable(path);
        return new TargetFolder(path, Files.isDirectory(path), freeBytes(path), FolderWarning.of(path, database));
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

    /**
     * The newest backup of this database that is not known to be damaged. Unlike {@link #list()}, this reads only the
     * newest files, by their names. Backups that were uploaded or copied here do not count, nor do safety backups, as
     * far as their manifests tell.
     *
     * @throws BackupException as {@link #list()}
     * @throws IOException if the folder cannot be read; a missing folder is no error
     */
    public LastBackup last() throws IOException {
        Path folder = folder();
        if (!isThere(folder)) {
            return new LastBackup.None(false);
        }
        List<CatalogEntry> newest = new ArrayList<>();
        boolean damaged = false;
        for (Path file : namedByUs(folder)) {
            CatalogEntry entry = reader.isListed(file) ? reader.read(file).orElse(null) : null;
            if (entry != null && entry.isOurs() && mayBeOwn(entry)) {
                damaged |= entry.isDamaged();
                if (!entry.isDamaged()) {
                    newest.add(entry);
                }
            }
            if (newest.size() == MOST_COMPARED) {
                break;
            }
        }
        return newest.stream()
                .min(CatalogEntry.NEWEST_FIRST)
                .<LastBackup>map(LastBackup.Found::new)
                .orElse(new LastBackup.None(damaged));
    }

    /** The newest first by their names, those dated in the future last. */
    private List<Path> namedByUs(Path folder) throws IOException {
        Instant now = Instant.now(clock);
        Comparator<BackupName> newestFirst = Comparator.comparing(
                        (BackupName name) -> FutureDate.isLocal(instantOf(name), now))
                .thenComparing(Comparator.reverseOrder());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            Map<Path, BackupName> names = new HashMap<>();
            files.forEach(
                    file -> BackupName.of(file.getFileName().toString()).ifPresent(name -> names.put(file, name)));
            return names.keySet().stream()
                    .sorted(Comparator.comparing(names::get, newestFirst))
                    .toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private Instant instantOf(BackupName name) {
        return name.time().atZone(clock.getZone()).toInstant();
    }

    private static boolean mayBeOwn(CatalogEntry entry) {
        return entry.manifest() == null || entry.isOfDatabaseInUse();
    }

    /**
     * Lists the folder.
     *
     * @throws BackupException if the database is not SQLite, or the settings do not name a folder
     * @throws IOException if the folder cannot be read; a missing folder is no error
     */
    public Catalog list() throws IOException {
        Path folder = folder();
        if (!isThere(folder)) {
            return new Catalog(folder, false, List.of());
        }
        return new Catalog(folder, true, marked(read(folder, reader::isListed)));
    }

    private Path folder() {
        SourceDatabase.fileOf(database);
        return settings.folder();
    }

    private static boolean isThere(Path folder) {
        if (Files.isDirectory(folder)) {
            return true;
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw BackupException.of(ProblemKind.FOLDER_NOT_A_FOLDER, folder);
        }
        return false;
    }

    private List<CatalogEntry> read(Path folder, DirectoryStream.Filter<Path> wanted) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, wanted)) {
            return StreamSupport.stream(files.spliterator(), false)
                    .flatMap(file -> reader.read(file).stream())
                    .sorted(CatalogEntry.NEWEST_FIRST)
                    .toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /**
     * Marks the newest backups as protected. They are chosen among the most reliable ones there are: verified ones made
     * here; else verified ones from elsewhere, since an upload must not take the protection from a backup made here;
     * else those with a manifest that were copied or moved since they were verified.
     *
     * <p>Of these the newest is protected; if one is dated in the future, so is the last of them all: the clock may be
     * wrong now, and that one may be the true newest.
     */
    private static List<CatalogEntry> marked(List<CatalogEntry> entries) {
        List<CatalogEntry> relied = Stream.<Predicate<CatalogEntry>>of(
                        entry -> entry.isProven() && isOwn(entry),
                        CatalogEntry::isProven,
                        entry -> entry.isRestorable() && isOwn(entry),
                        entry -> entry.isRestorable() && entry.manifest() != null)
                .map(kind -> entries.stream().filter(kind).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        Set<CatalogEntry> kept = Stream.of(CatalogEntry.NEWEST_FIRST, CatalogEntry.LATEST_FIRST)
                .flatMap(order -> relied.stream().min(order).stream())
                .collect(Collectors.toSet());
        return entries.stream()
                .map(entry -> kept.contains(entry) ? entry.asProtectedNewest() : entry)
                .toList();
    }

    /** Whether it was made here, as far as its manifest tells. */
    static boolean isOwn(CatalogEntry entry) {
        return entry.manifest() != null && entry.manifest().kind().isOwn();
    }

    /**
     * Finds one backup without reading the others, so {@link CatalogEntry#protectedAsNewest()} is not set.
     *
     * @param name as listed
     * @throws BackupException {@code backup_not_found} if it is not listed
     */
    public CatalogEntry find(String name) throws IOException {
        return findIfThere(name).orElseThrow(() -> new BackupException(BackupProblem.BACKUP_NOT_FOUND, name));
    }

    /**
     * Reads what is known of a backup that may be anywhere; empty if there is no such file, or it is the database in use.
     *
     * @param file absolute
     */
    public Optional<CatalogEntry> read(Path file) {
        return reader.isInUse(file) ? Optional.empty() : reader.read(file);
    }

    /** Finds one backup, if it is listed. */
    public Optional<CatalogEntry> findIfThere(String name) throws IOException {
        Path folder = folder();
        return isThere(folder)
                ? read(folder, file -> FileName.shown(file).equals(name) && reader.isListed(file)).stream()
                        .findFirst()
                : Optional.empty();
    }
}
