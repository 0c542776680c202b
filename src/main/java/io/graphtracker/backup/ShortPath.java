package io.graphtracker.backup;

import java.nio.file.Path;

/** Paths short enough for a message. */
final class ShortPath {

    /** The longest text shown whole, in characters. */
    private static final int LONGEST = 72;

    private ShortPath() {}

    /** A path relative to the project root if it is inside it, else shortened in the middle; with forward slashes. */
    static String of(Path path, Path root) {
        boolean inside = path.startsWith(root) && !path.equals(root);
        return inside ? slashes(root.relativize(path)) : shorten(slashes(path));
    }

    static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Leaves out the middle of a long text, since people know a path by its beginning and its end. */
    static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST * 2 / 3;
        return text.substring(0, whole(text, LONGEST - end - 1))
                + '…'
                + text.substring(whole(text, text.length() - end));
    }

    /** A place near an index that does not cut a character of two halves (an emoji, say) in two. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
