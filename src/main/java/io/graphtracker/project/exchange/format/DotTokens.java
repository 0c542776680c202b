package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanException;

/** The words of a DOT file. */
final class DotTokens {

    /**
     * A word.
     *
     * @param id whether it is a name or a value, and no sign
     * @param quoted whether it is a text in quotes, which is never a keyword
     */
    record Token(String text, boolean id, boolean quoted, Place place) {

        boolean is(String sign) {
            return !id && text.equals(sign);
        }

        boolean isKeyword(String keyword) {
            return id && !quoted && text.equalsIgnoreCase(keyword);
        }
    }

    private static final String SIGNS = "{}[];,=:+";

    private final TextScanner text;
    private Token current;

    DotTokens(String dot) {
        text = new TextScanner(dot);
        current = read();
    }

    /** The current word; the sign {@code ""} at the end. */
    Token current() {
        return current;
    }

    /** The current word, after which the next one is the current. */
    Token next() {
        Token token = current;
        current = read();
        return token;
    }

    /** Skips a sign, if it is the current word. */
    boolean skip(String sign) {
        boolean found = current.is(sign);
        if (found) {
            next();
        }
        return found;
    }

    /** Requires a sign, and skips it. */
    void require(String sign) {
        if (!skip(sign)) {
            throw unexpected();
        }
    }

    /** Requires a name or a value; texts joined by + are one. */
    Token id() {
        if (!current.id()) {
            throw unexpected();
        }
        Token first = next();
        StringBuilder joined = new StringBuilder(first.text());
        while (first.quoted() && current.is("+")) {
            next();
            joined.append(next().text());
        }
        return new Token(joined.toString(), true, first.quoted(), first.place());
    }

    PlanException unexpected() {
        return new PlanException(
                current.place(), "import.problem.unexpected", current.text().isEmpty() ? "…" : current.text());
    }

    private Token read() {
        skipComments();
        Place place = text.place();
        if (text.atEnd()) {
            return new Token("", false, false, place);
        }
        char first = text.peek();
        if (first == '"') {
            return new Token(quoted(), true, true, place);
        }
        if (first == '<') {
            return new Token(html(), true, true, place);
        }
        if (text.startsWith("->") || text.startsWith("--")) {
            String arrow = text.startsWith("->") ? "->" : "--";
            text.skip(2);
            return new Token(arrow, false, false, place);
        }
        if (SIGNS.indexOf(first) >= 0) {
            return new Token(String.valueOf(text.next()), false, false, place);
        }
        String word = text.takeWhile(DotTokens::isPartOfWord);
        if (word.isEmpty()) {
            word = first == '-' ? text.next() + text.takeWhile(DotTokens::isPartOfWord) : "";
        }
        if (word.isEmpty()) {
            throw new PlanException(place, "import.problem.unexpected", String.valueOf(first));
        }
        return new Token(word, true, false, place);
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || character == '.'
                || Character.isSurrogate((char) character);
    }

    private void skipComments() {
        while (true) {
            text.skipSpace();
            if (text.skip("/*")) {
                text.takeUntil("*/");
            } else if (text.startsWith("//") || text.startsWith("#")) {
                text.takeWhile(character -> character != '\n');
            } else {
                return;
            }
        }
    }

    private String quoted() {
        Place place = text.place();
        text.next();
        StringBuilder value = new StringBuilder();
        while (!text.startsWith("\"")) {
            if (text.atEnd()) {
                throw new PlanException(place, "import.problem.not-closed", "\"");
            }
            if (text.skip("\\\"")) {
                value.append('"');
            } else if (text.startsWith("\\\\")) {
                text.skip(2);
                value.append("\\\\");
            } else if (!text.skip("\\\n") && !text.skip("\\\r\n")) {
                value.append(text.next());
            }
        }
        text.next();
        return value.toString();
    }

    /** A label with tags, of which the text stays. */
    private String html() {
        Place place = text.place();
        StringBuilder value = new StringBuilder();
        int open = 0;
        do {
            if (text.atEnd()) {
                throw new PlanException(place, "import.problem.not-closed", ">");
            }
            char character = text.next();
            open += character == '<' ? 1 : 0;
            open -= character == '>' ? 1 : 0;
            if (open == 1 && character == '>') {
                value.append(' ');
            } else if (open == 1 && character != '<') {
                value.append(character);
            }
        } while (open > 0);
        return Entities.decode(value.toString()).replaceAll("\\s+", " ").strip();
    }
}
