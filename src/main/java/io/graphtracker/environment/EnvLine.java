package io.graphtracker.environment;

import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.cdimascio.dotenv.internal.DotenvParser;
import io.github.cdimascio.dotenv.internal.DotenvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a {@code .env} file: blank, a comment, or {@code NAME=value}, optionally after {@code export}, so that
 * shells can source the file. The value is plain (then {@code #} begins a comment) or in single or double quotes,
 * without escapes.
 *
 * <p>dotenv-java reads the value, but only after the line has been checked here, and line by line: given a file, it
 * drops a name whose quote is not closed, searches the class path if the file is missing, and its exception contains
 * the line, including a password, but not its number. See docs/workarounds.md.
 */
sealed interface EnvLine {

    Pattern ASSIGNMENT = Pattern.compile("\\s*[\\w.\\-]+\\s*=(.*)");
    Pattern EXPORT = Pattern.compile("^\\s*export\\s+(?=[\\w.\\-]+\\s*=)");
    Pattern NAME = Pattern.compile("\\s*(?:export\\s+)?([\\w.\\-]+)");

    /** A blank line or a comment. */
    record Nothing() implements EnvLine {}

    /** A variable and its value, without the quotes. */
    record Assignment(String name, String value) implements EnvLine {}

    /**
     * A malformed line.
     *
     * @param name the variable that the line seems to set, or empty
     */
    record Malformed(EnvFileProblem problem, String name) implements EnvLine {}

    /** Parses a line. */
    static EnvLine parse(byte[] bytes) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return malformed(EnvFileProblem.NOT_UTF8, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static EnvLine parse(String line) {
        if (hasControlCharacter(line)) {
            return malformed(EnvFileProblem.CONTROL_CHARACTER, line);
        }
        // dotenv-java refuses an indented comment
        if (line.isBlank() || line.trim().startsWith("#")) {
            return new Nothing();
        }
        // dotenv-java takes the word for a part of the name, and refuses the line
        String assignment = EXPORT.matcher(line).replaceFirst("");
        return check(assignment).map(problem -> malformed(problem, line)).orElseGet(() -> value(assignment));
    }

    private static boolean hasControlCharacter(String line) {
        return line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
    }

    private static EnvLine malformed(EnvFileProblem problem, String line) {
        Matcher name = NAME.matcher(line);
        return new Malformed(problem, name.lookingAt() ? name.group(1) : "");
    }

    private static Optional<EnvFileProblem> check(String line) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        return assignment.matches()
                ? checkValue(assignment.group(1).trim())
                : Optional.of(EnvFileProblem.NOT_AN_ASSIGNMENT);
    }

    /** Trims the value as dotenv-java does, which removes fewer characters than {@code strip}. */
    static Optional<EnvFileProblem> checkValue(String value) {
        if (!isQuoted(value)) {
            boolean closesWhatNeverOpened = value.split("#", 2)[0].trim().endsWith("\"");
            return closesWhatNeverOpened ? Optional.of(EnvFileProblem.QUOTE_NOT_OPENED) : Optional.empty();
        }
        int closing = value.indexOf(value.charAt(0), 1);
        if (closing < 0) {
            return Optional.of(EnvFileProblem.QUOTE_NOT_CLOSED);
        }
        String rest = value.substring(closing + 1).trim();
        return rest.isEmpty() || rest.startsWith("#") ? Optional.empty() : Optional.of(EnvFileProblem.TEXT_AFTER_QUOTE);
    }

    /** Whether a trimmed value begins with a quote. */
    static boolean isQuoted(String value) {
        return value.startsWith("\"") || value.startsWith("'");
    }

    private static EnvLine value(String line) {
        try {
            List<DotenvEntry> entries = new DotenvParser(new OneLine(line), true, true).parse();
            DotenvEntry entry = entries.getFirst();
            return new Assignment(entry.getKey(), withoutSingleQuotes(line, entry));
        } catch (DotenvException e) {
            return malformed(EnvFileProblem.NOT_AN_ASSIGNMENT, line);
        }
    }

    /** Removes single quotes; dotenv-java removes double quotes only. */
    private static String withoutSingleQuotes(String line, DotenvEntry entry) {
        String written = line.substring(line.indexOf('=') + 1).trim();
        String value = entry.getValue();
        return written.startsWith("'") ? value.substring(1, value.length() - 1) : value;
    }

    /** Passes the checked line to dotenv-java, not the file, which may have changed meanwhile. */
    final class OneLine extends DotenvReader {

        private final String line;

        OneLine(String line) {
            super("", "");
            this.line = line;
        }

        @Override
        public List<String> read() {
            return List.of(line);
        }
    }
}
