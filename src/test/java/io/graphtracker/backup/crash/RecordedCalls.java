package io.graphtracker.backup.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The recorded calls in their order, to find out what was on the disk at which moment. */
public record RecordedCalls(List<FileCall> calls) {

    public static RecordedCalls of(List<FileCall> calls) {
        return new RecordedCalls(calls);
    }

    /** The number of the first of these calls. */
    public int first(FileCall call) {
        return firstFrom(0, call::equals, call.toString());
    }

    /** The number of the first of these calls that follows another. */
    public int firstAfter(int number, FileCall call) {
        return firstFrom(number + 1, call::equals, call.toString());
    }

    /** The number of the first call after another that changes anything. */
    public int firstChangeAfter(int number) {
        return firstFrom(
                number + 1, call -> !(call instanceof FileCall.Sync || call instanceof FileCall.Said), "a change");
    }

    /** The number of the call that printed a line with this beginning. */
    public int said(String beginning) {
        return firstFrom(
                0, call -> call instanceof FileCall.Said(String line) && line.startsWith(beginning), beginning);
    }

    private int firstFrom(int from, Predicate<FileCall> wanted, String description) {
        for (int number = from; number < calls.size(); number++) {
            if (wanted.test(calls.get(number))) {
                return number;
            }
        }
        throw new NoSuchElementException(description);
    }

    /** Whether a file was written before a call, and all of it was on the disk when that call began. */
    public boolean isWritten(Path file, int before) {
        int last = -1;
        for (int number = 0; number < before; number++) {
            last = changes(calls.get(number), file) ? number : last;
        }
        return last >= 0 && isForced(file, last, before);
    }

    /** Whether a file, or a folder's entries, were forced to the disk after one call and before another. */
    public boolean isForced(Path path, int after, int before) {
        return calls.subList(0, before).stream()
                .anyMatch(call ->
                        call instanceof FileCall.Sync(Path synced, int begun) && begun > after && synced.equals(path));
    }

    private static boolean changes(FileCall call, Path file) {
        return switch (call) {
            case FileCall.Write write -> write.file().equals(file);
            case FileCall.Truncate truncate -> truncate.file().equals(file);
            default -> false;
        };
    }
}
