package io.graphtracker.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.graphtracker.database.AfterCommitException;
import io.graphtracker.database.DatabaseFault;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.testing.Thorough;
import io.graphtracker.texts.Texts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaSystemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a page says and shows when the database does not take a change. */
@Thorough
class FailedWritesViewTest extends ProjectPageTest {

    @Autowired
    private DatabaseUrl database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Texts texts;

    @Test
    void whileAnotherProgramHasTheLockAPageSaysSoAndShowsWhatIsStored() throws SQLException {
        selectTab("tabActions");
        Checkbox box = byId(Checkbox.class, "btnFitShowInHeader");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + ((DatabaseUrl.Sqlite) database).file());
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            tellLikeFlow(() -> _setValue(box, false));

            assertTold(
                    Kind.WARNING, "Another program keeps the database locked.", "Nothing was changed. Close the other");
            assertThat(box.getValue()).as("as it is stored").isTrue();
            assertThat(isShown("btnFit")).isTrue();

            tellLikeFlow(() -> _click(byId(Button.class, "btnAddNode")));
            statement.execute("rollback");
        }
        assertThat(nodes()).isZero();

        selectTab("tabActions");
        _setValue(box, false);
        _click(byId(Button.class, "btnAddNode"));
        settle();

        assertThat(nodes()).isOne();
        assertThat(isShown("btnFit")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY,WARNING,Another program keeps the database locked.",
        "SQLITE_FULL,ERROR,The disk with the database is full.",
        "SQLITE_IOERR_SHMSIZE,ERROR,The disk with the database is full.",
        "SQLITE_READONLY,ERROR,'The database cannot be written: its file, its folder, or its disk is read-only.'",
        "SQLITE_IOERR_FSYNC,ERROR,The disk with the database reports an error.",
        "SQLITE_CANTOPEN,ERROR,'The database file is missing, or cannot be opened.'",
        "SQLITE_CORRUPT,ERROR,The database is damaged.",
        "SQLITE_NOTADB,ERROR,The database is damaged."
    })
    void eachFaultHasASentence(SQLiteErrorCode code, Kind kind, String sentence) {
        tell(new JpaSystemException(new RuntimeException("no", new SQLiteException("inner works", code))));

        assertTold(kind, sentence, "Nothing was changed.");
    }

    @Test
    void whatIsOurOwnFaultIsStillUnexpected() {
        tell(new RuntimeException(new SQLiteException("no such table", SQLiteErrorCode.SQLITE_ERROR)));

        assertThat(ShownMessage.only().text()).contains("unexpected");
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultHasASentenceForAPageThatCannotBeShown(DatabaseFault fault) {
        assertThatCode(() -> texts.get("error.database." + fault.slug() + ".page"))
                .doesNotThrowAnyException();
        assertThat(texts.get("error.database." + fault.slug() + ".hint")).startsWith("Nothing was");
    }

    @Test
    void whatIsStoredIsNotToldAsFailedThoughItCannotBeReadAgain() {
        SQLiteException locked = new SQLiteException("locked", SQLiteErrorCode.SQLITE_BUSY);
        AfterCommitException stored = catchThrowableOfType(
                AfterCommitException.class,
                () -> AfterCommitException.guard(() -> {
                    throw new IllegalStateException(locked);
                }));

        tell(stored);

        assertTold(
                Kind.WARNING,
                "Your change was saved, but this page could not be read again.",
                "Another program keeps the database locked. Reload the page in a moment.");
    }

    @Test
    void whatIsStoredIsNotToldAsFailedForAReasonNobodyForesaw() {
        AfterCommitException stored = catchThrowableOfType(
                AfterCommitException.class,
                () -> AfterCommitException.guard(() -> {
                    throw new IllegalStateException("inner works");
                }));

        tell(stored);

        assertTold(Kind.WARNING, "Your change was saved, but this page could not be read again.", "Reload the page.");
        assertThat(ShownMessage.only().hint())
                .matches("Reload the page\\. If it fails again, see the server log for error [0-9a-f]{8}\\.");
    }

    private static void assertTold(Kind kind, String text, String hint) {
        ShownMessage message = ShownMessage.only();
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.hint()).startsWith(hint).doesNotContain("inner works");
        assertThat(message.kind()).isEqualTo(kind);
    }

    /** Flow hands what a listener throws to the session's handler; Karibu throws it at the test. */
    private void tellLikeFlow(Runnable action) {
        Throwable failure = catchThrowable(action::run);
        if (failure != null) {
            tell(failure);
        } else {
            settle();
        }
    }

    private void tell(Throwable failure) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
        settle();
    }

    private int nodes() {
        Integer count = jdbc.queryForObject("select count(*) from node", Integer.class);
        return count == null ? -1 : count;
    }
}
