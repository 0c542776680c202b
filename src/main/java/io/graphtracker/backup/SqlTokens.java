package io.graphtracker.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits SQL statements of {@code sqlite_schema} into tokens, to compare two statements regardless of white space,
 * comments, case and quotes: tools rewrite the statement of a table that they change, each in its own style.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite: how names are quoted</a>
 */
final class SqlTokens {

    /** Words that are keywords only where they are not quoted. */
    private static final Set<String> KEYWORDS = Set.of(
            "always",
            "as",
            "asc",
            "autoincrement",
            "cascade",
            "check",
            "collate",
            "constraint",
            "create",
            "default",
            "deferrable",
            "delete",
            "desc",
            "foreign",
            "generated",
            "index",
            "initially",
            "key",
            "not",
            "null",
            "on",
            "primary",
            "references",
            "rowid",
            "set",
            "strict",
            "table",
            "unique",
            "update",
            "virtual",
            "where",
            "without");

    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /**
     * Splits a statement: names and keywords in lower case without quotes, strings unchanged with a quote before them,
     * and every other character as a token of its own. A name that could be mistaken for something else keeps a quote
     * before it.
     */
    static List<String> of(String sql) {
        return List.copyOf(read(sql).tokens);
    }

    private static SqlTokens read(String sql) {
        SqlTokens reader = new SqlTokens(sql);
        while (reader.at < sql.length()) {
            reader.next();
            if (reader.ends.size() < reader.tokens.size()) {
                reader.ends.add(reader.at);
            }
        }
        return reader;
    }

    /** The conditions of all {@code CHECK} constraints, as written, with their parentheses. */
    static List<String> checks(String sql) {
        SqlTokens reader = read(sql);
        List<String> checks = new ArrayList<>();
        for (int token = 0; token + 1 < reader.tokens.size(); token++) {
            if (reader.tokens.get(token).equals("check")
                    && reader.tokens.get(token + 1).equals("(")) {
                checks.add(sql.substring(reader.ends.get(token + 1) - 1, reader.ends.get(reader.closing(token + 1))));
            }
        }
        return checks;
    }

    /** The index of the token that closes a parenthesis. */
    private int closing(int opening) {
        int depth = 0;
        for (int token = opening; token < tokens.size(); token++) {
            depth += tokens.get(token).equals("(") ? 1 : tokens.get(token).equals(")") ? -1 : 0;
            if (depth == 0) {
                return token;
            }
        }
        return tokens.size() - 1;
    }

    private void next() {
        char first = sql.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipTo("\n");
        } else if (sql.startsWith("/*", at)) {
            at += 2;
            skipTo("*/");
        } else if (first == '\'') {
            tokens.add("'" + quoted('\''));
        } else if (first == '"' || first == '`') {
            tokens.add(name(quoted(first)));
        } else if (first == '[') {
            tokens.add(name(quoted(']')));
        } else if (isPartOfName(first)) {
            int begin = at;
            while (at < sql.length() && isPartOfName(sql.charAt(at))) {
                at++;
            }
            tokens.add(lowerCase(sql.substring(begin, at)));
        } else {
            tokens.add(String.valueOf(first));
            at++;
        }
    }

    private void skipTo(String end) {
        int found = sql.indexOf(end, at);
        at = found < 0 ? sql.length() : found + end.length();
    }

    /** The content between quotes; a quote within it is doubled. */
    private String quoted(char end) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char character = sql.charAt(at++);
            if (character == end) {
                if (end == ']' || at >= sql.length() || sql.charAt(at) != end) {
                    break;
                }
                at++;
            }
            content.append(character);
        }
        return content.toString();
    }

    private static String name(String quoted) {
        String name = lowerCase(quoted);
        return !name.isEmpty()
                        && name.chars().allMatch(letter -> isPartOfName((char) letter))
                        && !KEYWORDS.contains(name)
                ? name
                : '"' + name;
    }

    private static boolean isPartOfName(char character) {
        return character == '_'
                || character == '$'
                || character == '.'
                || character > 127
                || Character.isLetterOrDigit(character);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
