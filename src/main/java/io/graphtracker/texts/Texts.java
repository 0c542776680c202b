package io.graphtracker.texts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Looks up the texts of the user interface. Every text is a {@link java.text.MessageFormat} pattern, with or without
 * arguments, so an apostrophe is always doubled in the bundle.
 */
@Component
public class Texts {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    public Texts() {
        bundle.setBasename("messages");
        bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    /**
     * The text under a key.
     *
     * @throws org.springframework.context.NoSuchMessageException if the bundle has no such key
     */
    public String get(String key, Object... arguments) {
        return bundle.getMessage(key, arguments, Locale.ENGLISH);
    }

    /**
     * The key of the text for a code. Codes have underscores, as in HTTP and JSON; keys have hyphens.
     *
     * @param prefix the first parts of the key, with the dot at its end
     */
    public static String key(String prefix, String code) {
        return prefix + code.replace('_', '-');
    }

    /** The text under a computed key, if the bundle contains it. */
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(bundle.getMessage(key, arguments, null, Locale.ENGLISH));
    }
}
