package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create table t (a int)|CREATE  TABLE\tt(a INT)",
                "create table t (a int)|create table \"T\" ([a] `int`)",
                "create table t (a int)|create table t (a /* not, null ( */ int) -- the end",
                "check (a <> '')|CHECK(\"a\"<>'')"
            })
    void theSameIsTheSameHoweverItIsWritten(String one, String other) {
        assertThat(SqlTokens.of(other)).isEqualTo(SqlTokens.of(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a boolean not null|a boolean \"not\" \"null\"",
                "check (a <> 'x')|check (a <> \"x\")",
                "check (a <> 'x')|check (a <> 'X')",
                "check (a <> 'it''s')|check (a <> 'its')",
                "a (b)|a \"(\" b \")\"",
                "a b|ab"
            })
    void whatMeansSomethingElseIsNot(String one, String other) {
        assertThat(SqlTokens.of(other)).isNotEqualTo(SqlTokens.of(one));
    }

    @Test
    void theConditionsOfChecksAreFoundAsTheyAreWritten() {
        assertThat(SqlTokens.checks(
                        "CREATE TABLE t (\"check\" int CHECK ( \"check\" IN (1, ')') ), check(b)) -- check (c)"))
                .containsExactly("( \"check\" IN (1, ')') )", "(b)");
        assertThat(SqlTokens.checks("create table t (a check (b")).hasSize(1);
        assertThat(SqlTokens.of("'not closed")).hasSize(1);
        assertThat(SqlTokens.of("/* not closed")).isEmpty();
    }
}
