package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The licences of the libraries in the jar, as the build collects them. */
class ThirdPartyNoticesTest {

    private static final ClassPathResource NOTICES =
            new ClassPathResource("META-INF/resources/app/third-party-notices.txt");

    @ParameterizedTest
    @CsvSource({
        "com.vaadin:flow-server:, Apache License",
        "org.xerial:sqlite-jdbc:, Apache",
        "org.jgrapht:jgrapht-core:, Eclipse Public License (EPL) 2.0",
        "org.jgrapht:jgrapht-core:, GNU Lesser General Public License",
        "org.eclipse.elk:org.eclipse.elk.alg.layered:, EPL-2.0",
        "org.eclipse.emf:org.eclipse.emf.ecore:, Eclipse Public License Version 1.0",
        "com.google.guava:guava:, Apache License",
        "org.springframework.boot:spring-boot:, Apache License",
        "org.postgresql:postgresql:, BSD"
    })
    void nameWhatIsInTheJar(String library, String licence) throws IOException {
        String text = NOTICES.getContentAsString(StandardCharsets.UTF_8);

        assertThat(text).contains(library);
        String part = text.substring(text.indexOf(library));
        assertThat(part.substring(0, part.indexOf("\n\n"))).contains(licence);
    }

    /** As the Eclipse Public License demands. */
    @Test
    void sayWhereSourcesAre() throws IOException {
        assertThat(NOTICES.getContentAsString(StandardCharsets.UTF_8))
                .contains("sources of the libraries under the Eclipse Public License");
    }

    @Test
    void nameNothingThatOnlyTestsNeed() throws IOException {
        assertThat(NOTICES.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("junit", "playwright", "karibu");
    }
}
