package io.graphtracker.backup.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** What was done in which order, to ask what was on the disk when. */
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

    /** The number of the first call that changes a file after another call. */
    public int firstWriteAfter(int number, Path file) {
        return firstFrom(number + 1, call -> changes(call, file), "a write to " + file);
    }

    /** The number of the call that told a line which begins so. */
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

    /**
     * Whether all that was done before a call to what a path stood for, a file's content or a folder's entries, was on the disk
     * before that call began; and that something was done.
     */
    public boolean isForcedBefore(int number, Path path) {
        int last = -1;
        int forced = -1;
        for (int at = 0; at < number; at++) {
            FileCall call = calls.get(at);
            if (changes(call, path)) {
                last = at;
            } else if (call instanceof FileCall.Sync(Path synced, int begun) && synced.equals(path)) {
                forced = begun;
            }
        }
        return last >= 0 && forced > last;
    }

    private static boolean changes(FileCall call, Path path) {
        return switch (call) {
            case FileCall.Write(Path file, long offset, byte[] data) -> file.equals(path);
            case FileCall.Truncate(Path file, long size) -> file.equals(path);
            case FileCall.Create(Path file) -> path.equals(file.getParent());
            case FileCall.Link(Path file, Path link) -> path.equals(link.getParent());
            case FileCall.Rename(Path from, Path to) -> path.equals(from.getParent()) || path.equals(to.getParent());
            case FileCall.Delete(Path deleted) -> path.equals(deleted.getParent());
            case FileCall.MakeFolder(Path folder) -> path.equals(folder.getParent());
            case FileCall.Sync sync -> false;
            case FileCall.Said said -> false;
        };
    }
}
