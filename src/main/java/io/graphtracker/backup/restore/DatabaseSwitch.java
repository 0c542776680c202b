package io.graphtracker.backup.restore;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the live database by the staged one, by renames only, so that after a crash at any moment {@link #recover}
 * can finish it or roll it back. No connection may be open meanwhile.
 *
 * <p>The staged file marks the progress: it exists until the very rename that makes it the live database. Only copies
 * of backups are ever deleted, and the former database once the new one was accepted.
 *
 * @see "docs/decisions/2026-11-25-undo-does-not-ask-the-record.md"
 */
final class DatabaseSwitch {

    private static final Logger log = LoggerFactory.getLogger(DatabaseSwitch.class);

    /** A point that was just reached; for tests that end the process right there. */
    enum Checkpoint {
        INTENT_WRITTEN,
        DATABASE_ASIDE,
        ALL_ASIDE,
        SWITCHED,
        ACCEPTED,
        KEPT,
        COMMITTED,
        CLEARED,
        ROLLBACK_NOTED,
        FORMER_BACK,
        ALL_BACK
    }

    /** The result of {@link #recover}. */
    enum Recovery {
        NOTHING,
        UNDONE,
        FINISHED
    }

    private final DatabaseFiles files;
    private final Consumer<Checkpoint> watcher;

    DatabaseSwitch(DatabaseFiles files, Consumer<Checkpoint> watcher) {
        this.files = files;
        this.watcher = watcher;
    }

    DatabaseSwitch(DatabaseFiles files) {
        this(files, checkpoint -> {});
    }

    /**
     * Moves the live database aside and the staged one into its place; must be followed by {@link #commit} or, also if
     * this fails, by {@link #rollBack}.
     */
    void perform(SwitchIntent intent) throws IOException {
        requireReady();
        PrivateFiles.createFolders(files.aside());
        PrivateFiles.giveToOwnerOfFolder(files.aside());
        intent.write(files.intent());
        watcher.accept(Checkpoint.INTENT_WRITTEN);
        for (Path live : files.live()) {
            if (Files.exists(live)) {
                move(live, files.aside(live));
            }
            if (live.equals(files.database())) {
                watcher.accept(Checkpoint.DATABASE_ASIDE);
            }
        }
        forceFolders();
        watcher.accept(Checkpoint.ALL_ASIDE);
        move(files.staged(), files.database());
        forceFolders();
        watcher.accept(Checkpoint.SWITCHED);
    }

    private void requireReady() throws IOException {
        if (Files.exists(files.intent())) {
            throw new IOException("Another switch is neither finished nor undone: " + files.intent());
        }
        if (!Files.isRegularFile(files.staged())) {
            throw new IOException("There is nothing to switch to: " + files.staged());
        }
        if (Files.exists(files.aside(files.database()))) {
            throw new IOException("A former database is in the way: " + files.aside());
        }
    }

    /**
     * Accepts the new database, which users may write to: from now on recovery does not roll it back, though
     * {@link #rollBack} still can.
     */
    void accept(SwitchIntent intent) throws IOException {
        intent.toAccepted().write(files.intent());
        watcher.accept(Checkpoint.ACCEPTED);
    }

    /**
     * Ends the switch, and deletes or keeps the former database. The same rename that ends the switch turns the intent
     * into {@link DatabaseFiles#lastRestore}, which tells what can be undone, even without the audit log.
     */
    void commit() throws IOException {
        if (Files.exists(files.aside())) {
            // under a name of its own: what is found aside without an intent is never deleted
            clearOutdated();
            move(files.aside(), destinationOfFormer());
            forceFolders();
        }
        watcher.accept(Checkpoint.KEPT);
        move(files.intent(), files.lastRestore());
        forceFolders();
        watcher.accept(Checkpoint.COMMITTED);
        clear();
        watcher.accept(Checkpoint.CLEARED);
    }

    /** The former database is kept also if the intent cannot be read. */
    private Path destinationOfFormer() throws IOException {
        Optional<SwitchIntent> intent = SwitchIntent.read(files.intent());
        if (intent.isEmpty()) {
            return files.freeFolder(files.formerPrefix());
        }
        String keepAs = intent.get().keepAs();
        if (keepAs == null) {
            return files.outdated();
        }
        Path destination = files.freeFolder(keepAs);
        // the name may have been taken since
        SwitchIntent known = intent.get().withKeepAs(destination.getFileName().toString());
        if (!known.equals(intent.get())) {
            known.write(files.intent());
        }
        FormerDatabaseNote.of(known, files).write(files.aside());
        return destination;
    }

    /**
     * Puts the former database back, because the new one does not work or was not switched to. Does nothing without an
     * intent.
     *
     * @throws IOException if it cannot; then nothing was lost, and {@link #recover} may try again
     */
    void rollBack() throws IOException {
        if (!Files.exists(files.intent())) {
            return;
        }
        if (Files.exists(files.staged())) {
            undo();
        } else if (Files.exists(files.aside(files.database()))) {
            noteRollBack();
            putFormerBack();
        } else {
            throw new IOException("The former database is no longer in " + files.aside());
        }
    }

    private void noteRollBack() throws IOException {
        SwitchIntent intent = SwitchIntent.read(files.intent())
                .orElseThrow(() -> new IOException(files.intent() + " cannot be understood"));
        intent.toRollBack().write(files.intent());
        watcher.accept(Checkpoint.ROLLBACK_NOTED);
    }

    /** Idempotent: as long as the former database is aside, the file in its place is the new one. */
    private void putFormerBack() throws IOException {
        Path former = files.aside(files.database());
        if (Files.exists(former)) {
            for (Path ofTheNew : files.sideFiles()) {
                Files.deleteIfExists(ofTheNew);
            }
            // otherwise a crash could leave the log of the new database beside the former one
            forceFolders();
            move(former, files.database());
        }
        watcher.accept(Checkpoint.FORMER_BACK);
        undo();
    }

    /**
     * Finishes or rolls back what a crash interrupted; to be called before the database is opened.
     *
     * @param works whether a new database that was not tried yet can be used
     * @throws IOException if it cannot; then nothing was lost, and the next start may try again
     */
    Recovery recover(Predicate<Path> works) throws IOException {
        if (!Files.exists(files.intent())) {
            return recoverWithoutIntent();
        }
        if (SwitchIntent.read(files.intent()).filter(SwitchIntent::rollingBack).isPresent()) {
            putFormerBack();
            return Recovery.UNDONE;
        }
        if (Files.exists(files.staged()) || !Files.exists(files.database())) {
            undo();
            return Recovery.UNDONE;
        }
        if (Files.exists(files.aside(files.database())) && !isAccepted() && !works.test(files.database())) {
            rollBack();
            return Recovery.UNDONE;
        }
        commit();
        return Recovery.FINISHED;
    }

    private boolean isAccepted() throws IOException {
        return SwitchIntent.read(files.intent()).filter(SwitchIntent::accepted).isPresent();
    }

    /** Usually there is nothing to do; but not every file system loses unsynced changes in the order they were made. */
    private Recovery recoverWithoutIntent() throws IOException {
        if (!Files.exists(files.database()) && Files.exists(files.aside(files.database()))) {
            undo();
            return Recovery.UNDONE;
        }
        if (Files.exists(files.database()) && Files.exists(files.aside(files.database()))) {
            // someone deleted the intent; which of the two databases is wanted is unknown
            move(files.aside(), files.freeFolder(files.formerPrefix()));
            forceFolders();
        }
        clear();
        return Recovery.NOTHING;
    }

    private void undo() throws IOException {
        for (Path live : files.live()) {
            Path aside = files.aside(live);
            if (Files.exists(aside)) {
                if (Files.exists(live)) {
                    throw new IOException(live + " is in the way of " + aside);
                }
                move(aside, live);
            }
        }
        forceFolders();
        watcher.accept(Checkpoint.ALL_BACK);
        Files.deleteIfExists(files.intent());
        forceFolders();
        clear();
    }

    /**
     * Deletes leftovers when no switch is under way, and only beside a database that is in its place. What cannot be
     * deleted now is deleted at the next start.
     */
    private void clear() {
        if (!Files.exists(files.database())) {
            return;
        }
        try {
            for (Path unfinished : files.unfinished()) {
                Files.deleteIfExists(unfinished);
            }
            clearOutdated();
            // of an interrupted commit; it describes the database that is back in its place
            Files.deleteIfExists(files.aside().resolve(FormerDatabaseNote.FILE));
            Files.deleteIfExists(files.aside());
        } catch (DirectoryNotEmptyException e) {
            // files of others: all of ours were moved back
        } catch (IOException e) {
            log.warn("What a restore left cannot be cleared away; the next start tries again", e);
        }
    }

    /** Files of others are not deleted, but moved out of the way of the next former database. */
    private void clearOutdated() throws IOException {
        Path outdated = files.outdated();
        if (!Files.isDirectory(outdated)) {
            return;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(outdated, file -> !Files.isDirectory(file))) {
            for (Path file : content) {
                Files.delete(file);
            }
        }
        try {
            Files.delete(outdated);
        } catch (DirectoryNotEmptyException e) {
            move(outdated, files.freeFolder(files.foreignName()));
        }
    }

    static void clearFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                for (Path file : content) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forceFolders() throws IOException {
        if (Files.isDirectory(files.aside())) {
            PrivateFiles.forceFolder(files.aside());
        }
        PrivateFiles.forceFolder(PrivateFiles.folderOf(files.database()));
    }
}
