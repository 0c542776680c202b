package io.graphtracker.environment;

import java.util.regex.Pattern;

/**
 * A value of the process environment. {@code docker --env-file} and its like take the lines of a {@code .env} as they stand and
 * hand their quotes and comments over; so a value that is quoted like one there is read like one, and what could be the value or
 * a comment is refused. In quotes everything can be said.
 */
final class EnvValue {

    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");

    private EnvValue() {}

    /**
     * What a value means.
     *
     * @throws EnvValueException if that would have to be guessed
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
