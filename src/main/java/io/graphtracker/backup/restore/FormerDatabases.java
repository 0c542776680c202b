package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folders of former databases beside the live one. The folders themselves are the record. A folder named by a
 * caller is looked up in the listing, so that a name never becomes part of a path. Only {@link #delete} deletes one.
 *
 * @see "docs/decisions/2026-11-25-former-databases.md"
 */
@Component
class FormerDatabases {

    private static final Logger log = LoggerFactory.getLogger(FormerDatabases.class);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);
    private static final Pattern STAMPED = Pattern.compile("-(\\d{8}_\\d{6})(-\\d+)?");

    private final Clock clock;

    FormerDatabases(Clock clock) {
        this.clock = clock;
    }

    /** The folder for what a restore replaces, with a name that is free. */
    Path nameFor(DatabaseFiles files, ConfirmedRestore restore) {
        return files.freeFolder(
                files.formerPrefix() + "-" + STAMP.format(restore.at().atZone(clock.getZone())));
    }

    /** Lists them, the newest first. */
    List<FormerDatabase> list(DatabaseFiles files) throws IOException {
        Path folder = PrivateFiles.folderOf(files.database());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(
                folder,
                path -> path.getFileName().toString().startsWith(files.formerPrefix())
                        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
            return StreamSupport.stream(folders.spliterator(), false)
                    .flatMap(path -> read(path, files).stream())
                    .sorted(Comparator.comparing(
                                    (FormerDatabase database) -> database.at().toInstant())
                            .thenComparing(FormerDatabase::name)
                            .reversed())
                    .toList();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Finds one, if it exists. */
    Optional<FormerDatabase> find(DatabaseFiles files, String name) throws IOException {
        return list(files).stream().filter(former -> former.name().equals(name)).findFirst();
    }

    /**
     * Finds one.
     *
     * @throws BackupException {@code backup_not_found} if it does not exist, {@code backup_unusable} if it is not
     *     readable
     */
    FormerDatabase require(DatabaseFiles files, String name) throws IOException {
        FormerDatabase found =
                find(files, name).orElseThrow(() -> BackupException.of(ProblemKind.FORMER_DATABASE_NOT_FOUND, name));
        if (!found.readable()) {
            throw BackupException.of(ProblemKind.UNREADABLE);
        }
        return found;
    }

    /**
     * Deletes one. It is renamed first, and not listed from then on: what a crash or a failure leaves of it is deleted
     * at the next start.
     *
     * @throws BackupException {@code backup_kept} if someone put a folder of their own into it;
     *     {@code backup_not_found}
     */
    void delete(DatabaseFiles files, String name) throws IOException {
        FormerDatabase former = require(files, name);
        try (DirectoryStream<Path> content = Files.newDirectoryStream(former.folder())) {
            for (Path path : content) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw BackupException.of(ProblemKind.KEPT_MORE_INSIDE, path);
                }
            }
        }
        DatabaseSwitch.clearFolder(files.outdated());
        Files.move(former.folder(), files.outdated(), StandardCopyOption.ATOMIC_MOVE);
        try {
            DatabaseSwitch.clearFolder(files.outdated());
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("{} is deleted, but not all of {}, which is left to the next start", name, files.outdated(), e);
        }
    }

    /** Empty if it vanishes meanwhile, or contains no database. */
    private Optional<FormerDatabase> read(Path folder, DatabaseFiles files) {
        try {
            if (!isReadable(folder, files)) {
                return Optional.of(unreadable(folder, files));
            }
            Optional<FormerDatabaseNote> note = FormerDatabaseNote.read(folder);
            String database = note.map(FormerDatabaseNote::database)
                    .orElse(files.database().getFileName().toString());
            long sizeBytes = 0;
            boolean any = note.isPresent();
            for (Path file : new DatabaseFiles(folder.resolve(database)).live()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    sizeBytes += Files.size(file);
                    any = true;
                }
            }
            if (!any) {
                return Optional.empty();
            }
            boolean there = Files.isRegularFile(folder.resolve(database), LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new FormerDatabase(
                    folder.getFileName().toString(),
                    folder,
                    database,
                    note.isPresent() ? note.get().replacedAt().atZone(clock.getZone()) : at(folder, files),
                    note.map(FormerDatabaseNote::reason).orElse(FormerDatabaseReason.UNKNOWN),
                    note.map(FormerDatabaseNote::usable).orElse(false),
                    sizeBytes,
                    true,
                    note.isPresent() ? note.get().missing(folder) : there ? List.of() : List.of(database)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DirectoryIteratorException(e);
        }
    }

    /**
     * Whether the folder and the expected files in it are readable; unreadable files may be all that is left of a
     * database.
     */
    private static boolean isReadable(Path folder, DatabaseFiles files) {
        return Files.isReadable(folder)
                && Files.isExecutable(folder)
                && Stream.concat(
                                Stream.of(folder.resolve(FormerDatabaseNote.FILE)),
                                new DatabaseFiles(
                                                folder.resolve(files.database().getFileName()))
                                        .live().stream())
                        .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                        .allMatch(Files::isReadable);
    }

    private FormerDatabase unreadable(Path folder, DatabaseFiles files) throws IOException {
        return new FormerDatabase(
                folder.getFileName().toString(),
                folder,
                files.database().getFileName().toString(),
                at(folder, files),
                FormerDatabaseReason.UNKNOWN,
                false,
                0,
                false,
                List.of());
    }

    /** The time in its name, else that of the folder. */
    private ZonedDateTime at(Path folder, DatabaseFiles files) throws IOException {
        String rest =
                folder.getFileName().toString().substring(files.formerPrefix().length());
        Matcher stamped = STAMPED.matcher(rest);
        if (stamped.matches()) {
            try {
                return LocalDateTime.parse(stamped.group(1), STAMP).atZone(clock.getZone());
            } catch (DateTimeException e) {
                // the digits are no time
            }
        }
        return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .atZone(clock.getZone());
    }
}
