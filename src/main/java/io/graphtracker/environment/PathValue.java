package io.graphtracker.environment;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the value of a setting as a path. It is taken literally or refused; placeholders are never replaced.
 *
 * @see "docs/decisions/2026-11-25-what-can-be-meant-as-a-path.md"
 * @see "docs/decisions/2026-11-23-backslashes-are-windows-paths.md"
 */
public final class PathValue {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** <code>$NAME</code> is accepted: it may be the name of a folder. */
    private static final Pattern PLACEHOLDER = Pattern.compile(".*\\$[{(].*|%[A-Za-z_][\\w()]*%.*", Pattern.DOTALL);

    private static final Pattern ADDRESS =
            Pattern.compile(".*://.*|file:.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** A single letter before the colon would be a drive. */
    private static final Pattern REMOTE = Pattern.compile("[^/]{2,}:/.*|[^/@:]+@[^/@:]+:.*", Pattern.DOTALL);

    /**
     * Single quotes between letters are apostrophes; some systems create folders like <code>Anna’s</code> themselves.
     */
    private static final Pattern QUOTE = Pattern.compile(
            ".*(?:[“”„‟«»‹›`″＂]" + "|(?<![\\p{L}\\p{N}])[‘’‚‛´′＇]|[‘’‚‛´′＇](?![\\p{L}\\p{N}])).*", Pattern.DOTALL);

    /**
     * Control and format characters (zero-width, bidirectional), line separators, unpaired surrogates, all spaces but
     * the ordinary and the ideographic one, which East Asian keyboards type; then letters and marks without a glyph.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}[\\p{Zs}&&[^ \u3000]]"
            + "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]");

    /** The replacement of bytes that could not be decoded. */
    private static final char LOST = '\ufffd';

    private PathValue() {}

    /**
     * The path in a text, relative or absolute, taken literally.
     *
     * @throws PathValueException if the text is not accepted as a path
     */
    public static Path parse(String text) {
        Optional<PathProblem> problem = problem(text);
        if (problem.isPresent()) {
            throw new PathValueException(problem.get());
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            // on other systems than Windows, only the encoding of file names limits the characters
            throw new PathValueException(WINDOWS ? PathProblem.INVALID_PATH : PathProblem.LOCALE);
        }
    }

    private static Optional<PathProblem> problem(String text) {
        if (text.startsWith("~")) {
            return Optional.of(PathProblem.HOME_SHORTCUT);
        } else if (PLACEHOLDER.matcher(text).matches()) {
            return Optional.of(PathProblem.PLACEHOLDER);
        } else if (ADDRESS.matcher(text).matches()) {
            return Optional.of(PathProblem.ADDRESS);
        } else if (isForWindowsOnly(text)) {
            return Optional.of(PathProblem.WINDOWS_PATH);
        } else if (REMOTE.matcher(text).matches()) {
            return Optional.of(PathProblem.REMOTE);
        } else if (QUOTE.matcher(text).matches()) {
            return Optional.of(PathProblem.QUOTE);
        } else if (INVISIBLE.matcher(text).find()) {
            return Optional.of(PathProblem.INVISIBLE);
        }
        return isLost(text) ? Optional.of(PathProblem.LOCALE) : Optional.empty();
    }

    /** On other systems these are ordinary characters of a name, which was certainly not meant. */
    private static boolean isForWindowsOnly(String text) {
        return !WINDOWS && (DRIVE.matcher(text).matches() || text.startsWith("//") || text.contains("\\"));
    }

    /**
     * Whether a text from the system contains characters that could not be decoded, so that it names another path. A
     * name that really contains U+FFFD is indistinguishable, but hardly ever used.
     */
    public static boolean isLost(String text) {
        return text.indexOf(LOST) >= 0;
    }

    /** The text for messages, with its invisible characters in the form <code>[U+200B]</code>. */
    public static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "[U+%04X]", match.group().codePointAt(0)));
    }
}
