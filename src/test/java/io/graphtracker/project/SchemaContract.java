package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.database.DatabaseContents;
import io.graphtracker.preferences.Preferences;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The rules that the database itself enforces for every writer. Every start checks that the entities match it. */
abstract class SchemaContract extends ProjectContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update project set name = ''",
                "update node set title = ''",
                "update node set status = 'LATER'",
                "update node set planned_hours = -1",
                "update node set planned_hours = 100001",
                "update node set actual_hours = -1",
                "update node set actual_hours = 100001",
                "update node set priority = 'URGENT'",
                "update node set priority = null",
                "update node set assignee = ''",
                "update node set tags = null",
                "update node set tags = ',a'",
                "update node set tags = 'a,'",
                "update node set tags = 'a,,b'",
                "update node set link = 'javascript:alert(1)'",
                "update node set link = 'https://'",
                "update node set parent_id = id",
                "update node set project_id = 'nobody'",
                "update node set parent_id = 'nobody'",
                "update edge set source_id = target_id",
                "update edge set source_id = 'nobody'",
                "update edge set project_id = (select max(id) from project)",
                "update node_layout set node_id = 'nobody'",
                "insert into edge select 'other', project_id, source_id, target_id from edge"
            })
    void impossibleRowsAreRefused(String statement) {
        UUID project = newProject();
        graphs.connect(task(project, "A"), task(project, "B"));
        newProject();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> sql.sql(statement).update());
    }

    @Test
    void aProjectTakesEverythingInItAlong() throws SQLException {
        UUID sample = projects.createSample().id();
        UUID other = projects.createSample().id();
        assertThat(count("node")).isEqualTo(2L * graphs.load(other).tasks().size());

        sql.sql("delete from project where id = ?").param(sample.toString()).update();
        assertThat(count("node")).isEqualTo(graphs.load(other).tasks().size()).isEqualTo(count("node_layout"));
        assertThat(count("edge")).isEqualTo(graphs.load(other).dependencies().size());

        sql.sql("delete from project").update();
        assertThat(count("node") + count("node_layout") + count("edge")).isZero();
    }

    @Test
    void aGroupThatVanishesTakesNoTaskAlong() {
        UUID project = newProject();
        UUID task = task(project, "A");
        UUID group = group(project, task);

        sql.sql("delete from node where id = ?").param(group.toString()).update();

        assertThat(stored(project, task).parentId()).isNull();
    }

    @Test
    void theContentsAreCounted(@Autowired DatabaseContents contents) throws SQLException {
        UUID project = newProject();
        newProject();
        graphs.connect(task(project, "A"), task(project, "B"));
        task(project, "C");

        try (Connection connection = source.getConnection()) {
            assertThat(contents.counts(connection))
                    .containsExactly(Map.entry("projects", 2L), Map.entry("nodes", 3L), Map.entry("edges", 1L));
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void preferencesFitTheirTable(@Autowired Preferences preferences) {
        String key = "k".repeat(200);
        preferences.put(key, "v".repeat(4000));
        preferences.put(key, "1");

        assertThat(preferences.find(key)).contains("1");
        preferences.remove(key);
        assertThat(preferences.find(key)).isEmpty();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
