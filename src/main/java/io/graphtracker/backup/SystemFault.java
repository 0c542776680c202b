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
 * An error of the operating system, as far as an exception shows it: Java does not keep the error number, only the
 * system's message, which may be in any language. So the message is always shown, and known ones are explained.
 *
 * @param message the system's own, for example {@code Input/output error}
 * @see "docs/decisions/2026-11-25-reasons-of-the-system.md"
 */
public record SystemFault(Kind kind, String message) {

    /** The errors that are recognized. */
    public enum Kind {
        /** No block or no inode is free on the volume (ENOSPC). */
        NO_ROOM,
        /** The user's quota is used up (EDQUOT). */
        QUOTA,
        /** Permission denied (EACCES). */
        DENIED,
        /** This process has too many files open (EMFILE), or all processes together (ENFILE). */
        OPEN_FILES,
        /** Any other error. */
        OTHER
    }

    private static final String NO_ROOM_IN_ENGLISH = "No space left on device";

    /** The same in the language of this machine. */
    private static final String NO_ROOM = messageForNoRoom();

    /** Linux has a device that answers every write with this error. */
    private static String messageForNoRoom() {
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

    /** The system's error in an exception; empty if the exception comes from this program. */
    public static Optional<SystemFault> of(IOException e) {
        return Optional.ofNullable(message(e)).map(message -> new SystemFault(kind(e, message), message));
    }

    private static @Nullable String message(IOException e) {
        if (e instanceof FileSystemException file) {
            return file.getReason() == null ? name(file) : file.getReason();
        }
        StackTraceElement[] trace = e.getStackTrace();
        // a channel passes the system's message on, without the file
        return trace.length > 0 && "java.base".equals(trace[0].getModuleName()) ? e.getMessage() : null;
    }

    /** Some exceptions have no message: their type says everything. */
    private static String name(FileSystemException e) {
        return e instanceof AccessDeniedException
                ? "Permission denied"
                : e.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .replace(" Exception", "");
    }

    private static Kind kind(IOException e, String message) {
        if (e instanceof AccessDeniedException) {
            return Kind.DENIED;
        }
        if (message.equals(NO_ROOM)) {
            return Kind.NO_ROOM;
        }
        return switch (message) {
            case NO_ROOM_IN_ENGLISH -> Kind.NO_ROOM;
            case "Disk quota exceeded" -> Kind.QUOTA;
            case "Too many open files", "Too many open files in system" -> Kind.OPEN_FILES;
            default -> Kind.OTHER;
        };
    }
}
