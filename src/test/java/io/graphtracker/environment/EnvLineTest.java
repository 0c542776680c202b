package io.graphtracker.environment;

import static io.graphtracker.environment.EnvFileProblem.CONTROL_CHARACTER;
import static io.graphtracker.environment.EnvFileProblem.NOT_AN_ASSIGNMENT;
import static io.graphtracker.environment.EnvFileProblem.NOT_UTF8;
import static io.graphtracker.environment.EnvFileProblem.QUOTE_NOT_CLOSED;
import static io.graphtracker.environment.EnvFileProblem.QUOTE_NOT_OPENED;
import static io.graphtracker.environment.EnvFileProblem.TEXT_AFTER_QUOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.graphtracker.environment.EnvLine.Assignment;
import io.graphtracker.environment.EnvLine.Malformed;
import io.graphtracker.environment.EnvLine.Nothing;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003", "# comment", "#", "  # indented", "\t#A=b", "#A=\"not closed"})
    void blankLinesAndCommentsSetNothing(String line) {
        assertThat(parse(line)).isEqualTo(new Nothing());
    }

    @ParameterizedTest
    @MethodSource
    void anAssignmentHasItsValueLiterally(String line, String value) {
        assertThat(parse(line)).isEqualTo(new Assignment("A", value));
    }

    static Stream<Arguments> anAssignmentHasItsValueLiterally() {
        return Stream.of(
                arguments("A=backups", "backups"),
                arguments("  A  =  backups  ", "backups"),
                arguments("\tA=\tbackups\t", "backups"),
                arguments("A=", ""),
                arguments("A=   ", ""),
                arguments("A=two words", "two words"),
                arguments("A=a=b", "a=b"),
                arguments("A=C:\\data", "C:\\data"),
                arguments("A=$HOME/${X}/~", "$HOME/${X}/~"),
                arguments("A=größe/日本/😀", "größe/日本/😀"),
                // an unquoted # begins a comment, with or without a blank before it
                arguments("A=backups # here", "backups"),
                arguments("A=back#ups", "back"),
                arguments("A=#backups", ""),
                arguments("A= # \"quoted\" 'comment'", ""),
                // quotes
                arguments("A=\"backups\"", "backups"),
                arguments("A='backups'", "backups"),
                arguments("A=\"\"", ""),
                arguments("A=''", ""),
                arguments("A=\" \"", " "),
                arguments("A=\"  in the middle  \"", "  in the middle  "),
                arguments("A=\"a # b\"", "a # b"),
                arguments("A='a # b'", "a # b"),
                arguments("A=\"a\" # comment", "a"),
                arguments("A='a' # comment", "a"),
                arguments("A=\"a\"# it's a \"comment\"", "a"),
                arguments("A='a' # it's a \"comment\"", "a"),
                arguments("A=\"it's\"", "it's"),
                arguments("A='say \"hi\"'", "say \"hi\""),
                arguments("A='\"a\"'", "\"a\""),
                arguments("A=\"'a'\"", "'a'"),
                arguments("A=\"C:\\dir\\\"", "C:\\dir\\"),
                arguments("A='$HOME'", "$HOME"),
                // as people write it who source the file in a shell
                arguments("export A=1", "1"),
                arguments("  export\tA = 'a # b' # comment", "a # b"),
                arguments("A=export A=1", "export A=1"),
                // quotes within an unquoted value are ordinary characters of it
                arguments("A=it's", "it's"),
                arguments("A=the \"good\" one", "the \"good\" one"),
                arguments("A=dogs'", "dogs'"),
                // only what dotenv-java, too, takes for a blank can stand before a quote
                arguments("A=\u3000'a'", "\u3000'a'"));
    }

    @Test
    void exportMayBeANameToo() {
        assertThat(parse("export=1")).isEqualTo(new Assignment("export", "1"));
        assertThat(parse("export export=1")).isEqualTo(new Assignment("export", "1"));
        assertThat(parse("exportA=1")).isEqualTo(new Assignment("exportA", "1"));
    }

    @Test
    void aNameMayHaveDotsAndHyphens() {
        assertThat(parse("my.name-2_X=1")).isEqualTo(new Assignment("my.name-2_X", "1"));
    }

    @ParameterizedTest
    @MethodSource
    void aMalformedLineSaysWhatIsWrongAndWhichVariableIsMeant(String line, EnvFileProblem problem, String name) {
        assertThat(parse(line)).isEqualTo(new Malformed(problem, name));
    }

    static Stream<Arguments> aMalformedLineSaysWhatIsWrongAndWhichVariableIsMeant() {
        return Stream.of(
                arguments("A", NOT_AN_ASSIGNMENT, "A"),
                arguments("A backups", NOT_AN_ASSIGNMENT, "A"),
                arguments("A: backups", NOT_AN_ASSIGNMENT, "A"),
                arguments("=backups", NOT_AN_ASSIGNMENT, ""),
                arguments("Ä=1", NOT_AN_ASSIGNMENT, ""),
                arguments("// A=1", NOT_AN_ASSIGNMENT, ""),
                arguments("////", NOT_AN_ASSIGNMENT, ""),
                arguments("export", NOT_AN_ASSIGNMENT, "export"),
                arguments("export A", NOT_AN_ASSIGNMENT, "A"),
                arguments("export A=\"1", QUOTE_NOT_CLOSED, "A"),
                arguments("export A=1\"", QUOTE_NOT_OPENED, "A"),
                arguments("export export A=1", NOT_AN_ASSIGNMENT, "export"),
                arguments("exportA", NOT_AN_ASSIGNMENT, "exportA"),
                arguments("set A=1", NOT_AN_ASSIGNMENT, "set"),
                arguments("A=\"backups", QUOTE_NOT_CLOSED, "A"),
                arguments("A='backups", QUOTE_NOT_CLOSED, "A"),
                arguments("A=\"", QUOTE_NOT_CLOSED, "A"),
                arguments("A='", QUOTE_NOT_CLOSED, "A"),
                arguments("A=\"backups'", QUOTE_NOT_CLOSED, "A"),
                arguments("A=\"backups # \\", QUOTE_NOT_CLOSED, "A"),
                arguments("A=backups\"", QUOTE_NOT_OPENED, "A"),
                arguments("A=backups\" # comment", QUOTE_NOT_OPENED, "A"),
                arguments("A=\"one\" two", TEXT_AFTER_QUOTE, "A"),
                arguments("A='one'two", TEXT_AFTER_QUOTE, "A"),
                arguments("A=\"one\"\"two\"", TEXT_AFTER_QUOTE, "A"),
                arguments("A='one'\u00a0", TEXT_AFTER_QUOTE, "A"),
                arguments("A='it's'", TEXT_AFTER_QUOTE, "A"),
                arguments("A=\"say \\\"hi\\\"\"", TEXT_AFTER_QUOTE, "A"),
                arguments("A=a\u0000b", CONTROL_CHARACTER, "A"),
                arguments("A=a\rb", CONTROL_CHARACTER, "A"),
                arguments("A=a\u001bb", CONTROL_CHARACTER, "A"),
                arguments("A=a\u007fb", CONTROL_CHARACTER, "A"),
                arguments("A=a\u0085b", CONTROL_CHARACTER, "A"),
                arguments("# comment \u0000", CONTROL_CHARACTER, ""));
    }

    @Test
    void aLineThatIsNotUtf8NamesItsVariableAllTheSame() {
        byte[] line = "A=größe".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(EnvLine.parse(line)).isEqualTo(new Malformed(NOT_UTF8, "A"));
    }

    @Test
    void aCommentThatIsNotUtf8IsMalformedToo() {
        byte[] line = "# größe".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(EnvLine.parse(line)).isEqualTo(new Malformed(NOT_UTF8, ""));
    }

    private static EnvLine parse(String line) {
        return EnvLine.parse(line.getBytes(StandardCharsets.UTF_8));
    }
}
