package io.graphtracker.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void findsAText() {
        assertThat(texts.get("status.done")).isEqualTo("Done");
    }

    @Test
    void putsArgumentsIn() {
        assertThat(texts.get("actions.show-in-header.name", "Backup DB")).isEqualTo("Show Backup DB in header");
    }

    @Test
    void takesAnArgumentLiterally() {
        assertThat(texts.get("actions.show-in-header.name", "{0} ''")).isEqualTo("Show {0} '' in header");
    }

    @Test
    void readsAnApostropheTheSameWayWithAndWithoutArguments() {
        assertThat(texts.get("backup.problem.verification-failed.quick-check")).endsWith("SQLite's check.");
        assertThat(texts.get("project.error.name-too-long", 200)).startsWith("A project's name");
    }

    @Test
    void readsTheBundleAsUtf8() {
        assertThat(texts.get("project.error.edge-self", "A")).startsWith("“A”");
    }

    @Test
    void isTheSameWhateverTheServersLanguageIs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Texts().get("project.error.hours-out-of-range", 100_000))
                    .contains("100,000");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesAKeyItDoesNotKnow() {
        assertThatExceptionOfType(NoSuchMessageException.class).isThrownBy(() -> texts.get("no.such.key"));
    }

    @Test
    void findsOnlyWhatItKnows() {
        assertThat(texts.find("backup.contents.nodes", 2L)).contains("2 tasks and groups");
        assertThat(texts.find("backup.contents.comments", 2L)).isEmpty();
    }
}
