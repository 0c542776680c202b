package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that an earlier version of the application made is migrated when it is restored, with all that it has. */
class RestoreOlderSchemaTest extends RestoreFixture {

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void whatItHasComesBackInTheNewSchema(String version) throws Exception {
        Path file = root.backups().resolve("older.sqlite");
        make(version, file);

        service.restore(service.preview(new RestoreRequest.OfBackup("older.sqlite")), "anna");

        assertThat(rows("select name, revision from project")).containsExactly("Old plan|0");
        assertThat(rows("select title, planned_hours, parent_id, version from node order by id"))
                .containsExactly("Dig|2.5|g|0", "Plant|null|g|0", "Group|null|null|0");
        assertThat(rows("select distinct priority, actual_hours, assignee, tags, link from node"))
                .containsExactly("NORMAL|null|null||null");
        assertThat(rows("select node_id, x from node_layout where node_id = 'a'"))
                .containsExactly("a|1.5");
        assertThat(rows("select source_id, target_id from edge")).containsExactly("a|b");
        assertThat(rows("select id from change union all select entity_id from change_row"))
                .isEmpty();
        assertThat(rows("pragma foreign_key_check")).isEmpty();
    }

    private void make(String version, Path file) throws SQLException {
        SchemaMigrations migrations = context.getBean(SchemaMigrations.class);
        SchemaVersion step = migrations.known().stream()
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow();
        try (Connection connection = migrations.inMemory(step);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into project (id, name, archived, created_at, updated_at) values "
                    + "('p', 'Old plan', false, 1, 1)");
            statement.execute(
                    "insert into node (id, project_id, parent_id, is_group, title, description, status, planned_hours)"
                            + " values ('a', 'p', 'g', false, 'Dig', '', 'PLANNED', 2.5)"
                            + ", ('b', 'p', 'g', false, 'Plant', '', 'DONE', null)"
                            + ", ('g', 'p', null, true, 'Group', '', 'PLANNED', null)");
            statement.execute(
                    "insert into node_layout values ('a', 1.5, 2, false), ('b', 3, 4, false), ('g', 0, 0, false)");
            statement.execute("insert into edge values ('e', 'p', 'a', 'b')");
            // the driver's own command: VACUUM refuses, since Flyway leaves a statement open
            statement.executeUpdate("backup to " + file);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery(query)) {
            while (all.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= all.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(all.getObject(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
