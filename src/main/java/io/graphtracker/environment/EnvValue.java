package io.graphtracker.environment;

import java.util.regex.Pattern;

/**
 * A value of the process environment. {@code docker --env-file} and similar tools pass the lines of a {@code .env}
 * file with their quotes and comments; so a quoted value is read like a line of {@code .env}, and an ambiguous one is
 * refused. In quotes, any value is possible.
 *
 * @see "docs/decisions/2026-11-25-what-can-be-meant-as-a-path.md"
 */
final class EnvValue {

    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");

    private EnvValue() {}

    /**
     * The meaning of a value.
     *
     * @throws EnvValueException if it is ambiguous
     */
    static String read(String variable, String raw) {
        String trimmed = raw.trim();
        if (EnvLine.checkValue(trimmed).isPresent()) {
            throw new EnvValueException(variable, EnvValueProblem.UNBALANCED_QUOTE);
        }
        if (EnvLine.isQuoted(trimmed)) {
            return trimmed.substring(1, trimmed.indexOf(trimmed.charAt(0), 1));
        }
        if (COMMENT.matcher(raw).find()) {
            throw new EnvValueException(variable, EnvValueProblem.COMMENT);
        }
        return raw;
    }
}
