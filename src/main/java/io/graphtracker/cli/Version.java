package io.graphtracker.cli;

import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.info.BuildProperties;
import picocli.CommandLine;

/** The version of the application, as its build noted it. */
final class Version implements CommandLine.IVersionProvider {

    /** Of Spring Boot's Maven plugin. */
    private static final String FILE = "/META-INF/build-info.properties";

    private static final String PREFIX = "build.";

    private final Texts texts;

    Version(Texts texts) {
        this.texts = texts;
    }

    /** What the build noted; empty if the application was not built by Maven. */
    static Optional<BuildProperties> build() {
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties noted = new Properties();
            noted.load(file);
            Properties build = new Properties();
            noted.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> build.setProperty(name.substring(PREFIX.length()), noted.getProperty(name)));
            return Optional.of(new BuildProperties(build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            texts.get(
                    "cli.version",
                    build().map(BuildProperties::getVersion).orElseGet(() -> texts.get("cli.version.unknown")))
        };
    }
}
