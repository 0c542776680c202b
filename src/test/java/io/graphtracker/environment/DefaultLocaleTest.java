package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.DatabaseSlice;
import io.graphtracker.testing.Thorough;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Thorough
class DefaultLocaleTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    Path home;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /** In the first two locales, the capital of "i" is not "I". */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "ar-EG-u-nu-arab"})
    void theApplicationStartsAndSpeaksEnglishOnAnyMachine(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));

        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(DatabaseSlice.class)
                .web(WebApplicationType.NONE)
                .properties("DATABASE_URL=", "GRAPH_TRACKER_HOME=" + home)
                .run()) {
            assertThat(application.getBean(ProjectService.class).createSample().name())
                    .isNotEmpty();
            assertThat(Locale.getDefault()).isEqualTo(Locale.ENGLISH);
        }
    }
}
