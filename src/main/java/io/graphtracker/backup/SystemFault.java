package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system refused, as far as an exception tells: Java keeps no error number, only the words for it, which may
 * be in any language. So the words are always worth telling, and those that are known are told better.
 *
 * @param words the system's own, for example {@code Input/output error}
 */
public record SystemFault(Kind kind, String words) {

    /** What can be told apart. */
    public enum Kind {
        /** No block or no file is left on the volume (ENOSPC). */
        NO_ROOM,
        /** This user may not have more (EDQUOT). */
        QUOTA,
        /** This user may not do it (EACCES). */
        DENIED,
        /** This process has as many files open as it may (EMFILE), or all processes have (ENFILE). */
        OPEN_FILES,
        /** Something else. */
        OTHER
    }

    private static final String NO_ROOM_IN_ENGLISH = "No space left on device";

    /** The same in the language of this machine. */
    private static final String NO_ROOM = wordsForNoRoom();

    /** Linux has a device that answers so whatever is written to it. */
    private static String wordsForNoRoom() {
        try {
            Files.write(Path.of("/dev/full"), new byte[1], StandardOpenOption.WRITE);
            return NO_ROOM_IN_ENGLISH;
        } catch (FileSystemException e) {
            // another system
            return NO_ROOM_IN_ENGLISH;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What an exception tells; empty if it does not come from the system but from this program. */
    public static Optional<SystemFault> of(IOException e) {
        return Optional.ofNullable(words(e)).map(words -> new SystemFault(kind(e, words), words));
    }

    private static @Nullable String words(IOException e) {
        if (e instanceof FileSystemException file) {
            return file.getReason() == null ? name(file) : file.getReason();
        }
        StackTraceElement[] trace = e.getStackTrace();
        // a channel passes the system's words on without the file
        return trace.length > 0 && "java.base".equals(trace[0].getModuleName()) ? e.getMessage() : null;
    }

    /** Some kinds of exceptions say all by what they are. */
    private static String name(FileSystemException e) {
        return e instanceof AccessDeniedException
                ? "Permission denied"
                : e.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace(" Exception", "");
    }

    private static Kind kind(IOException e, String words) {
        if (e instanceof AccessDeniedException) {
            return Kind.DENIED;
        }
        if (words.equals(NO_ROOM)) {
            return Kind.NO_ROOM;
        }
        return switch (words) {
            case NO_ROOM_IN_ENGLISH -> Kind.NO_ROOM;
            case "Disk quota exceeded" -> Kind.QUOTA;
            case "Too many open files", "Too many open files in system" -> Kind.OPEN_FILES;
            default -> Kind.OTHER;
        };
    }
}
