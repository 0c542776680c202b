package io.graphtracker.environment;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands what somebody wrote as a path in a setting. It is taken literally, or refused: nothing in it is replaced. */
public final class PathValue {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** <code>$NAME</code> is no placeholder but a name that a folder can have. */
    private static final Pattern PLACEHOLDER = Pattern.compile(".*\\$[{(].*|%[A-Za-z_][\\w()]*%.*", Pattern.DOTALL);

    private static final Pattern ADDRESS =
            Pattern.compile(".*://.*|file:.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** One letter before the colon is a drive. */
    private static final Pattern REMOTE = Pattern.compile("[^/]{2,}:/.*|[^/@:]+@[^/@:]+:.*", Pattern.DOTALL);

    /** Single ones are apostrophes between letters: <code>Anna’s</code> is what some systems call folders themselves. */
    private static final Pattern QUOTE = Pattern.compile(
            ".*(?:[“”„‟«»‹›`″＂]" + "|(?<![\\p{L}\\p{N}])[‘’‚‛´′＇]|[‘’‚‛´′＇](?![\\p{L}\\p{N}])).*", Pattern.DOTALL);

    /**
     * Controls, formats (zero-width, bidirectional), separators of lines, halves of characters, and spaces but the ordinary one
     * and the ideographic, which keyboards in East Asia type; then letters and marks that show nothing.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}[\\p{Zs}&&[^ \u3000]]\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]");

    /** What stands in a text for bytes that could not be decoded. */
    private static final char LOST = '\ufffd';

    private PathValue() {}

    /**
     * The path that a text names, as it is written, relative or absolute.
     *
     * @throws PathValueException if it cannot be meant as a path here
     */
    public static Path parse(String text) {
        Optional<PathProblem> problem = problem(text);
        if (problem.isPresent()) {
            throw new PathValueException(problem.get());
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            // elsewhere than on Windows any character can be in a name that the encoding of names has
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

    /** Elsewhere these are ordinary characters of a name, and a folder of that name is certainly not what was meant. */
    private static boolean isForWindowsOnly(String text) {
        return !WINDOWS && (DRIVE.matcher(text).matches() || text.startsWith("//") || text.contains("\\"));
    }

    /**
     * Whether a text, decoded from the bytes of the system, is not what they were. A path made of it is another one. A name that
     * really has the character for that is taken for one, too; hardly anybody has such names.
     */
    static boolean isLost(String text) {
        return text.indexOf(LOST) >= 0;
    }

    /** The text with its invisible characters named, each as <code>[U+200B]</code>, so that a sentence can show it. */
    public static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "[U+%04X]", match.group().codePointAt(0)));
    }
}
