package io.graphtracker.environment;

import java.util.Locale;

/**
 * Why a text in a setting cannot be meant as a path here. Most of these texts are valid names of folders and files, and so
 * would become folders that nobody looks into.
 */
public enum PathProblem {
    /** A leading <code>~</code>, which only a shell replaces. */
    HOME_SHORTCUT("begins with \"~\", which is not replaced by your home folder here."),
    /** <code>${NAME}</code>, <code>$(command)</code>, or a leading <code>%NAME%</code>. */
    PLACEHOLDER("has a variable or a command, and nothing is replaced here."),
    /** A drive, a network share, or backslashes, on a system that has none. */
    WINDOWS_PATH("is a Windows path, but this system has no drives, shares and backslashes."),
    /** A URL, for example <code>s3://bucket</code>. */
    ADDRESS("is an address, not a path of this machine."),
    /** What NFS, scp and rsync understand: <code>host:/x</code>, <code>user@host:x</code>. */
    REMOTE("names a folder of another machine, not a path of this one."),
    /** Quotes that word processors make, or a backtick. */
    QUOTE("has curly quotes or backticks; write straight ones around the whole value."),
    /** A control character, or one that cannot be seen: zero-width, bidirectional, a no-break space. */
    INVISIBLE("has a character that cannot be seen."),
    /** A character that the locale's encoding of file names has not, or one that was lost in it before. */
    LOCALE(
            "has a character that file names cannot have in the locale the application runs in; start it with LC_ALL=C.UTF-8."),
    /** Refused by the system, for whatever reason. */
    INVALID_PATH("has a character that no path can have on this system.");

    private final String phrase;

    PathProblem(String phrase) {
        this.phrase = phrase;
    }

    /** What is wrong, to follow the name of what has the path, for messages at the start. */
    public String phrase() {
        return phrase;
    }

    /** Its name as a part of a text's key, for example {@code home-shortcut}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
