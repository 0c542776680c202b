package io.graphtracker.environment;

import java.util.Locale;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes English the language of the whole process, whatever the machine's is: it is the one that the application speaks, and
 * the libraries below it change case by the default. On a Turkish or Azerbaijani machine SQLite's driver would report a type
 * {@code TİMESTAMP}, which Hibernate does not find in the schema.
 *
 * <p>Here, since every start passes it before anything else, those of tests too. Our own code always says which language it
 * means; a test holds it to that.
 */
class DefaultLocale implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Locale.setDefault(Locale.ENGLISH);
    }
}
