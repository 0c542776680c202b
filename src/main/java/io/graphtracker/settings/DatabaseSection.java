package io.graphtracker.settings;

import com.vaadin.flow.component.Component;
import io.graphtracker.database.DatabaseSize;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.core.annotation.Order;

/** The database in use: engine, file and size. */
@org.springframework.stereotype.Component
@Order(10)
class DatabaseSection implements SettingsSection {

    private final DatabaseUrl database;
    private final DatabaseSize size;
    private final Texts texts;

    DatabaseSection(DatabaseUrl database, DatabaseSize size, Texts texts) {
        this.database = database;
        this.size = size;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "settings.database";
    }

    @Override
    public Component content() {
        DescriptionRows rows =
                new DescriptionRows().add("databaseEngine", texts.get("settings.database.engine"), database.engine());
        if (database instanceof DatabaseUrl.Sqlite(Path file)) {
            rows.add(
                    "databaseFile",
                    texts.get("settings.database.file"),
                    Files.exists(file) ? file.toString() : texts.get("settings.database.file.missing", file));
        }
        return rows.add("databaseSize", texts.get("settings.database.size"), size());
    }

    private String size() {
        try {
            return ByteSize.format(size.bytes());
        } catch (SQLException e) {
            return texts.get("settings.database.size.unknown");
        }
    }
}
