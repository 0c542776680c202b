package io.graphtracker.environment;

import java.util.Locale;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets the default locale of the process to English, whatever that of the machine is: the application is in English,
 * and libraries change case by the default locale. On a Turkish or Azerbaijani machine SQLite's driver would report a
 * type {@code TİMESTAMP}, which Hibernate does not find in the schema.
 *
 * <p>An environment post-processor, because every start runs it first, in tests, too. Our own code always passes a
 * locale; {@code ArchitectureTest} checks that.
 *
 * @see "docs/decisions/2026-11-25-one-language.md"
 */
class DefaultLocale implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Locale.setDefault(Locale.ENGLISH);
    }
}
