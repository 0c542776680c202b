package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what users enter, and what is refused. */
class RulesTest {

    private static final TaskDetails DETAILS = new TaskDetails("Dig", "", TaskStatus.PLANNED, null);

    @ParameterizedTest
    @CsvSource({
        "http://example.org, http://example.org",
        "' https://example.org/a b?q=1 ', ",
        "HttpS://Example.org/A, https://Example.org/A",
        "https://example.org/a|b{c}?ü=1#x, https://example.org/a|b{c}?ü=1#x",
        "http://[::1]:8080/, http://[::1]:8080/",
        "javascript:alert(1), ",
        "ftp://example.org, ",
        "example.org, ",
        "https://, ",
        "https:///path, ",
        "'https://example.org/\"x', ",
        "'https://example.org\n/x', "
    })
    void onlyAnAddressInTheWebIsALink(String link, @Nullable String stored) {
        if (stored == null) {
            assertThat(refusal(TaskField.LINK, link)).isEqualTo("project.error.link-not-web");
        } else {
            assertThat(store(TaskField.LINK, link).link()).isEqualTo(stored);
        }
    }

    @Test
    void blanksAreNoValue() {
        assertThat(store(TaskField.LINK, "  ").link()).isNull();
        assertThat(store(TaskField.ASSIGNEE, "  ").assignee()).isNull();
        assertThat(store(TaskField.TAGS, Set.of(" ", ",,")).tags()).isEmpty();
    }

    @Test
    void textsHaveLimits() {
        String address = "https://example.org/";
        String longest = address + "x".repeat(2_000 - address.length());
        assertThat(store(TaskField.LINK, longest).link()).isEqualTo(longest);
        assertThat(refusal(TaskField.LINK, longest + "x")).isEqualTo("project.error.link-too-long");
        assertThat(store(TaskField.ASSIGNEE, "x".repeat(100)).assignee()).hasSize(100);
        assertThat(refusal(TaskField.ASSIGNEE, "x".repeat(101))).isEqualTo("project.error.assignee-too-long");
        assertThat(store(TaskField.TAGS, Set.of("x".repeat(30))).tags()).hasSize(1);
        assertThat(refusal(TaskField.TAGS, Set.of("x".repeat(31)))).isEqualTo("project.error.tag-too-long");
        assertThat(store(TaskField.TAGS, tags(20)).tags()).hasSize(20);
        assertThat(refusal(TaskField.TAGS, tags(21))).isEqualTo("project.error.too-many-tags");
    }

    @Test
    void tagsAreSortedAndDoNotDifferInCaseOnly() {
        assertThat(TaskTags.parse("b, Äpfel,a ,,  B,two   words,A")).containsExactly("a", "b", "two words", "Äpfel");
        assertThat(TaskTags.text(TaskTags.parse("b,a"))).isEqualTo("a,b");
        assertThat(TaskTags.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 100_000.01, Double.NaN})
    void actualHoursHaveLimits(double hours) {
        assertThat(refusal(TaskField.ACTUAL_HOURS, hours)).isEqualTo("project.error.actual-hours-out-of-range");
    }

    @Test
    void namesDoNotTurnTheTextAroundThem() {
        assertThat(store(TaskField.ASSIGNEE, "An\u202Ena").assignee()).isEqualTo("Anna");
        assertThat(store(TaskField.TAGS, Set.of("\u2066a")).tags()).containsExactly("a");
    }

    private static Set<String> tags(int number) {
        return IntStream.range(0, number).mapToObj(i -> "tag" + i).collect(Collectors.toSet());
    }

    private static TaskDetails store(TaskField field, Object value) {
        return Rules.details(DETAILS.with(field, value));
    }

    private static String refusal(TaskField field, Object value) {
        ProjectException[] refused = new ProjectException[1];
        assertThatExceptionOfType(ProjectException.class)
                .isThrownBy(() -> store(field, value))
                .satisfies(refusal -> refused[0] = refusal);
        return refused[0].messageKey();
    }
}
