package io.graphtracker.backup.catalog;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * What the backups folder holds now. Nothing is remembered: the folder itself is the record, and others may have been there.
 * Whoever names a backup is answered from this listing, so a name never becomes part of a path. Reads the disk: not for a
 * page's thread.
 */
@Component
public class BackupCatalog {

    private final BackupsDirectory settings;
    private final DatabaseUrl database;
    private final EntryReader reader;

    BackupCatalog(BackupsDirectory settings, DatabaseUrl database, EntryReader reader) {
        this.settings = settings;
        this.database = database;
        this.reader = reader;
    }

    /**
     * All of it.
     *
     * @throws BackupException if the database makes no such backups, or the settings name no folder, or something else
     * @throws IOException if the folder cannot be read; that there is none yet is no error
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
     * Marks what nobody may delete. It is looked for among those that can be relied on most: the proven ones that were made here,
     * or else from elsewhere, for whatever is uploaded must not take the protection from what was made here; or else those that
     * have a manifest, but were copied or moved since they were checked.
     *
     * <p>Of these the newest stays; and, should one be dated in the future, also the last of them all: it may be that the clock is
     * wrong now, and that one is the true newest.
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
                .map(entry -> kept.contains(entry) ? entry.asKeptAsNewest() : entry)
                .toList();
    }

    private static boolean isOwn(CatalogEntry entry) {
        return entry.manifest() != null && entry.manifest().kind().isOwn();
    }

    /**
     * One of them, without a look at the others: it does not tell whether it is kept as the newest.
     *
     * @param name as the listing has it
     * @throws BackupException {@code backup_not_found} if the listing does not have it
     */
    public CatalogEntry find(String name) throws IOException {
        return findIfThere(name).orElseThrow(() -> new BackupException(BackupProblem.BACKUP_NOT_FOUND, name));
    }

    /** The same, if it is there. */
    public Optional<CatalogEntry> findIfThere(String name) throws IOException {
        Path folder = folder();
        return isThere(folder)
                ? read(folder, file -> FileName.shown(file).equals(name) && reader.isListed(file)).stream()
                        .findFirst()
                : Optional.empty();
    }
}
