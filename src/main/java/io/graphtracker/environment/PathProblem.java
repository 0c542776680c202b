package io.graphtracker.environment;

import java.util.Locale;

/**
 * The reasons why a setting is not accepted as a path. Most of these texts would be valid names of files and folders,
 * but not the ones that were meant.
 */
public enum PathProblem {
    /** A leading <code>~</code>, which only a shell replaces. */
    HOME_SHORTCUT("begins with \"~\", which is not replaced by your home folder here."),
    /** <code>${NAME}</code>, <code>$(command)</code>, or a leading <code>%NAME%</code>. */
    PLACEHOLDER("has a variable or a command, and nothing is replaced here."),
    /** A drive, a network share, or backslashes, on another system than Windows. */
    WINDOWS_PATH("is a Windows path, but this system has no drives, shares and backslashes."),
    /** A URL, for example <code>s3://bucket</code>. */
    ADDRESS("is an address, not a path of this machine."),
    /** A path of NFS, scp or rsync: <code>host:/x</code>, <code>user@host:x</code>. */
    REMOTE("names a folder of another machine, not a path of this one."),
    /** Typographic quotes, as word processors insert them, or a backtick. */
    QUOTE("has curly quotes or backticks; write straight ones around the whole value."),
    /** A control character or an invisible one: zero-width, bidirectional, a no-break space. */
    INVISIBLE("has a character that cannot be seen."),
    /** A character that the locale's encoding of file names lacks, or U+FFFD in place of one. */
    LOCALE("has a character that file names cannot have in the locale the application runs in; start it with"
            + " LC_ALL=C.UTF-8."),
    /** Refused by the system for another reason. */
    INVALID_PATH("has a character that no path can have on this system.");

    private final String phrase;

    PathProblem(String phrase) {
        this.phrase = phrase;
    }

    /** The rest of a sentence that begins with the path or its setting, for messages at startup. */
    public String phrase() {
        return phrase;
    }

    /** Its name within keys of the message bundle, for example {@code home-shortcut}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
