package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProcessEnvironmentTest {

    @Test
    void findsAVariable() {
        assertThat(TestEnvironment.process(Map.of("A", "1")).find("A")).contains("1");
        assertThat(TestEnvironment.process(Map.of("A", "1")).find("B")).isEmpty();
    }

    @Test
    void takesAValueLiterally() {
        Map<String, Object> variables = Map.of("A", "${B}/#{1+1}", "B", "b");

        assertThat(TestEnvironment.process(variables).find("A")).contains("${B}/#{1+1}");
    }

    @Test
    void countsABlankValueAsAbsent() {
        assertThat(TestEnvironment.process(Map.of("A", " ")).find("A")).isEmpty();
    }

    @Test
    void looksFurtherWhereTheFirstSourceHasABlankValue() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("second", Map.of("A", "2")));
        environment.getPropertySources().addFirst(new MapPropertySource("first", Map.of("A", "")));

        assertThat(new ProcessEnvironment(environment).find("A")).contains("2");
    }

    @Test
    void findsWhatTheOperatingSystemGaveTheProcess() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("BACKUPS_DIR", "backups")));

        assertThat(new ProcessEnvironment(environment).find("BACKUPS_DIR")).contains("backups");
    }
}
