package io.graphtracker.backup.restore;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts a staged database in the place of the live one, by renames alone, so that after a crash at any moment {@link #recover}
 * can finish it or undo it. Nobody may have the database open meanwhile.
 *
 * <p>The staged file tells how far it came: it is there until the very rename that makes it the live database.
 */
final class DatabaseSwitch {

    /** What was just done; for tests that end the process right there. */
    enum Step {
        INTENT_WRITTEN,
        DATABASE_ASIDE,
        ALL_ASIDE,
        SWITCHED,
        KEPT,
        COMMITTED,
        CLEARED
    }

    /** What {@link #recover} found and did. */
    enum Recovery {
        NOTHING,
        UNDONE,
        FINISHED
    }

    private final DatabaseFiles files;
    private final Consumer<Step> watcher;

    DatabaseSwitch(DatabaseFiles files, Consumer<Step> watcher) {
        this.files = files;
        this.watcher = watcher;
    }

    DatabaseSwitch(DatabaseFiles files) {
        this(files, step -> {});
    }

    /** Moves the live database aside and the staged one into its place; to be followed by {@link #commit} or {@link #rollBack}. */
    void perform(SwitchIntent intent) throws IOException {
        PrivateFiles.createFolders(files.aside());
        intent.write(files.intent());
        watcher.accept(Step.INTENT_WRITTEN);
        for (Path live : files.live()) {
            if (Files.exists(live)) {
                move(live, aside(live));
            }
            if (live.equals(files.database())) {
                watcher.accept(Step.DATABASE_ASIDE);
            }
        }
        forceFolders();
        watcher.accept(Step.ALL_ASIDE);
        move(files.staged(), files.database());
        forceFolders();
        watcher.accept(Step.SWITCHED);
    }

    /** The new database works: from now on the former one is not needed here. */
    void commit() throws IOException {
        Optional<Path> kept = kept();
        if (kept.isPresent() && Files.exists(files.aside())) {
            move(files.aside(), kept.get());
            forceFolders();
        }
        watcher.accept(Step.KEPT);
        Files.delete(files.intent());
        forceFolders();
        watcher.accept(Step.COMMITTED);
        clear();
        watcher.accept(Step.CLEARED);
    }

    /** Where the former database is to be kept; kept it is also if nobody knows any more whether it was to be. */
    private Optional<Path> kept() throws IOException {
        return SwitchIntent.read(files.intent())
                .map(intent -> Optional.ofNullable(intent.keepAs()).map(files.database()::resolveSibling))
                .orElseGet(() -> Optional.of(files.kept("unknown")));
    }

    /** The new database does not work: the former one comes back. */
    void rollBack() throws IOException {
        if (!Files.exists(files.staged())) {
            for (Path live : files.live()) {
                if (!live.equals(files.database())) {
                    Files.deleteIfExists(live);
                }
            }
            // back to a state in which a crash is undone
            move(files.database(), files.staged());
            forceFolders();
        }
        undo();
    }

    /**
     * Finishes or undoes what a crash interrupted; to be called before the database is opened.
     *
     * @throws IOException if it cannot; then nothing was lost, and the next start may try again
     */
    Recovery recover() throws IOException {
        if (!Files.exists(files.intent())) {
            clear();
            return Recovery.NOTHING;
        }
        if (Files.exists(files.staged()) || !Files.exists(files.database())) {
            undo();
            return Recovery.UNDONE;
        }
        commit();
        return Recovery.FINISHED;
    }

    private void undo() throws IOException {
        for (Path live : files.live()) {
            Path aside = aside(live);
            if (Files.exists(aside)) {
                if (Files.exists(live)) {
                    throw new IOException(live + " is in the way of " + aside);
                }
                move(aside, live);
            }
        }
        forceFolders();
        Files.deleteIfExists(files.intent());
        forceFolders();
        clear();
    }

    /** What is left when nothing is under way; the former database only where a new one has taken its place. */
    private void clear() throws IOException {
        for (Path unfinished : files.unfinished()) {
            Files.deleteIfExists(unfinished);
        }
        if (Files.isDirectory(files.aside()) && Files.exists(files.database())) {
            try (DirectoryStream<Path> former = Files.newDirectoryStream(files.aside())) {
                for (Path file : former) {
                    Files.delete(file);
                }
            }
            Files.delete(files.aside());
        }
    }

    private Path aside(Path live) {
        return files.aside().resolve(live.getFileName());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forceFolders() throws IOException {
        if (Files.isDirectory(files.aside())) {
            PrivateFiles.forceFolder(files.aside());
        }
        PrivateFiles.forceFolder(files.database().getParent());
    }
}
