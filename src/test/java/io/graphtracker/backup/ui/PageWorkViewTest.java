package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.KaribuTest;
import io.graphtracker.testing.WatchedExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page gets an answer to whatever it asks for. */
class PageWorkViewTest extends KaribuTest {

    @Autowired
    private PageWork work;

    private final List<Object> answers = new ArrayList<>();
    private WatchedExecutor executor;

    @Autowired
    void receive(@BackupExecutor WatchedExecutor executor) {
        this.executor = executor;
    }

    @Test
    void resultsAreReceivedOnThePage() {
        begin(user -> user + " on " + UI.getCurrent());

        assertThat(answers).containsExactly("local on null", UI.getCurrent());
    }

    @Test
    void reasonsAreReceivedAsTheyAre() {
        BackupException reason = new BackupException(BackupProblem.BACKUP_RUNNING);
        begin(user -> {
            throw reason;
        });

        assertThat(answers).containsExactly(reason, UI.getCurrent());
    }

    @Test
    void anOperationsDatabaseThatCannotBeUsedIsTold() {
        OperationsDatabaseException reason =
                new OperationsDatabaseException(OperationsDatabaseProblem.LOCKED, "locked", null);
        begin(user -> {
            throw reason;
        });

        assertThat(answers).containsExactly(reason, UI.getCurrent());
    }

    @Test
    void anUnexpectedErrorIsLoggedAndTold() {
        try (CapturedLog log = new CapturedLog(PageWork.class.getName())) {
            begin(user -> {
                throw new IllegalStateException("broken on purpose");
            });

            assertThat(((BackupException) answers.getFirst()).problem()).isEqualTo(BackupProblem.UNEXPECTED);
            assertThat(log.text()).contains("broken on purpose");
        }
    }

    private void begin(PageWork.Work<Object> asked) {
        work.begin(asked, this::note, this::note, this::note);
        executor.awaitIdle();
        MockVaadin.clientRoundtrip(false);
    }

    private void note(Object answer) {
        answers.add(answer);
        answers.add(UI.getCurrent());
    }
}
