package io.graphtracker.backup;

import java.io.File;
import java.nio.file.Path;

/** Paths as texts. */
public final class PathText {

    /** Longer texts are shortened; in characters. */
    private static final int MAX_LENGTH = 72;

    private PathText() {}

    /** A path for people: relative to the project root if inside it, otherwise shortened in the middle. */
    static String shortened(Path path, Path root) {
        boolean inside = path.startsWith(root) && !path.equals(root);
        return inside ? withSlashes(root.relativize(path)) : shortened(withSlashes(path));
    }

    /** A path with forward slashes, on every system. */
    public static String withSlashes(Path path) {
        return withSlashes(path.toString());
    }

    /** The same for a path of this system that is already a text. */
    public static String withSlashes(String path) {
        return path.replace(File.separatorChar, '/');
    }

    /** Leaves out the middle of a long text: people recognize a path by its beginning and its end. */
    static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH * 2 / 3;
        return text.substring(0, characterBoundary(text, MAX_LENGTH - end - 1))
                + '…'
                + text.substring(characterBoundary(text, text.length() - end));
    }

    /** An index, moved so that it is not within a surrogate pair (an emoji, for example). */
    private static int characterBoundary(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
