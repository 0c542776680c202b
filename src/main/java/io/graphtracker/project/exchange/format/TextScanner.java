package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanException;
import java.util.function.IntPredicate;

/** Goes through a text, and knows where it is. */
final class TextScanner {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    TextScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character; a line break at the end. */
    char peek() {
        return atEnd() ? '\n' : text.charAt(at);
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** What comes next, at most to the end of the line; it is not skipped. */
    String lookAhead(int characters) {
        String ahead = text.substring(Math.min(at, text.length()), Math.min(text.length(), at + characters));
        int stop = ahead.indexOf('\n');
        return stop < 0 ? ahead : ahead.substring(0, stop);
    }

    /** Whether a sign comes next, and a letter or digit after it. */
    boolean hasLetterAfter(char sign) {
        return peek() == sign && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    char next() {
        char character = peek();
        at++;
        if (character == '\n') {
            line++;
            lineStart = at;
        }
        return character;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            next();
        }
    }

    /** Skips a text, if it comes next. */
    boolean skip(String prefix) {
        boolean found = startsWith(prefix);
        if (found) {
            skip(prefix.length());
        }
        return found;
    }

    String takeWhile(IntPredicate wanted) {
        int start = at;
        while (!atEnd() && wanted.test(text.charAt(at))) {
            next();
        }
        return text.substring(start, at);
    }

    /**
     * The text before an end, which is skipped.
     *
     * @throws PlanException if the end does not come
     */
    String takeUntil(String end) {
        int stop = text.indexOf(end, at);
        if (stop < 0) {
            throw new PlanException(place(), "import.problem.not-closed", end);
        }
        String taken = text.substring(at, stop);
        skip(taken.length() + end.length());
        return taken;
    }

    /** Skips blanks, but no line break. */
    void skipBlanks() {
        takeWhile(character -> character == ' ' || character == '\t' || character == '\r');
    }

    void skipSpace() {
        takeWhile(Character::isWhitespace);
    }

    Place place() {
        return Place.at(line, at - lineStart + 1);
    }

    int line() {
        return line;
    }
}
