package io.graphtracker.project.exchange.format;

import static io.graphtracker.project.exchange.PlanReading.problem;
import static io.graphtracker.project.exchange.PlanReading.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.project.exchange.PlanLimits;
import io.graphtracker.project.exchange.PlanReading;
import io.graphtracker.project.exchange.ReadPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A wrong, huge or hostile file is refused with its first problem, and reads no other file. */
class HostileFilesTest {

    private static final PlanLimits SMALL = new PlanLimits(3, 2, 1_000, 5);

    private static final String JSON = "{\"format\": \"graph-tracker-plan\", \"version\": 1, \"tasks\": [";

    @Test
    void aDocumentTypeIsRefused() {
        String otherFile = """
                <?xml version="1.0"?>
                <!DOCTYPE p [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <Project xmlns="http://schemas.microsoft.com/project"><Title>&secret;</Title></Project>""";
        String bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <Project xmlns="http://schemas.microsoft.com/project"><Title>&d;</Title></Project>""";
        String external = """
                <?xml version="1.0"?>
                <!DOCTYPE Project SYSTEM "http://127.0.0.1:1/evil.dtd">
                <Project xmlns="http://schemas.microsoft.com/project"><Title>x</Title></Project>""";
        for (String file : new String[] {otherFile, bomb, external}) {
            assertThat(problem("a.xml", file)).matches("(?s)LINE [234]:.* The file has a document type \\(DTD\\).*");
        }
    }

    @Test
    void damagedXmlHasAPlace() {
        assertThat(problem("a.xml", "<Project xmlns=\"http://schemas.microsoft.com/project\">\n<Tasks><Task></Tasks>"))
                .startsWith("LINE 2:")
                .endsWith("This is not valid XML.");
        assertThat(problem("a.xml", "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>&who;</Title>"))
                .isEqualTo("LINE 1:67 This is not valid XML.");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<Project xmlns=\"http://schemas.microsoft.com/project\">" + "<a>\n".repeat(200_000);

        assertThat(problem("a.xml", deep)).isEqualTo("LINE 100:0 Something is nested more than 100 levels deep.");
    }

    @Test
    void groupsCannotBeNestedWithoutEnd() {
        StringBuilder deep = new StringBuilder(JSON);
        for (int i = 0; i < 2_000; i++) {
            deep.append(i == 0 ? "\n" : ",\n")
                    .append("{\"key\": \"")
                    .append(i)
                    .append("\", \"group\": true, \"title\": \"x\"");
            deep.append(i == 0 ? "}" : ", \"parent\": \"" + (i - 1) + "\"}");
        }

        assertThat(problem("a.json", deep + "]}"))
                .isEqualTo("LINE 103:1 Something is nested more than 100 levels deep.");
    }

    @Test
    void archivesAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("plan.json"));
        }

        assertThat(problem("plan.json", bytes.toByteArray(), PlanLimits.DEFAULT))
                .isEqualTo("This is an archive. Unpack it, and choose the plan in it.");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertThat(problem("cat.jpg", "\u0000\u0001 meow"))
                .isEqualTo("This is not a plan in a format that can be imported.");
        assertThat(problem("empty.json", " \n ")).isEqualTo("The file is empty.");
        assertThat(problem("page.html", "<html><body>Hello</body></html>"))
                .isEqualTo("This is not a plan in a format that can be imported.");
    }

    @Test
    void theLimitsHold() {
        String tasks = JSON + "{\"key\": \"a\"},{\"key\": \"b\"},{\"key\": \"c\"}";

        assertThat(problem("a.json", (tasks + ",\n{\"key\": \"d\"}]}").getBytes(UTF_8), SMALL))
                .isEqualTo("LINE 2:1 There are more than 3 tasks, which is the most that can be imported.");
        String three =
                "{\"from\": \"a\", \"to\": \"b\"},{\"from\": \"a\", \"to\": \"c\"},\n{\"from\": \"b\", \"to\": \"c\"}";
        assertThat(problem("a.json", (tasks + "], \"dependencies\": [" + three + "]}").getBytes(UTF_8), SMALL))
                .isEqualTo("LINE 2:1 There are more than 2 dependencies, which is the most that can be imported.");
        assertThat(problem("a.json", new byte[1_001], SMALL))
                .isEqualTo("The file is too large: at most 1.0 kB can be imported.");
    }

    @Test
    void whatTheRulesForbidIsReportedAndChanged() {
        String file = JSON + """
                {"key": "a", "title": "%s", "plannedHours": -1, "link": "javascript:alert(1)", "tags": ["%s"]}]}""".formatted("long ".repeat(50), "t".repeat(31));

        assertThat(PlanReading.findings(read("a.json", file)))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("the whole title will be in the description"))
                .anySatisfy(text -> assertThat(text).contains("Hours must be from 0 to 100,000"))
                .anySatisfy(text -> assertThat(text).contains("“javascript:alert(1)” is not a web address"))
                .anySatisfy(text -> assertThat(text).contains("at most 20 tags of 30 characters"));
    }

    /** With a pattern that tries again and again this would take hours. */
    @Test
    void aCellOfBlanksTakesNoTimeAndIsCutWhereItIsReported() {
        ReadPlan plan = read("a.csv", "title,hours\nDig,1" + " ".repeat(1_000_000) + "q\n");

        assertThat(plan.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .allSatisfy(argument -> assertThat((String) argument).hasSizeLessThanOrEqualTo(200)));
    }

    @Test
    void aCancelledReadingStops() {
        ByteArrayInputStream file = new ByteArrayInputStream((JSON + "{\"key\": \"a\"}]}").getBytes(UTF_8));

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> PlanReading.reader(PlanLimits.DEFAULT).read("a.json", file, () -> true, tasks -> {}));
    }
}
