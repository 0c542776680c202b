package io.graphtracker.backup.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.retention.ui.RetentionModel;
import io.graphtracker.backup.schedule.ui.ScheduleModel;
import io.graphtracker.backup.watch.DataSafety;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupsPageUpdatesTest {

    private final BackupsPageLoader loader = mock(BackupsPageLoader.class);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Long> seen = new ArrayList<>();
    private final BackupsPageUpdates updates = new BackupsPageUpdates(loader, tasks::add);
    private final List<Long> requested = new ArrayList<>();
    private Runnable during = () -> {};

    @BeforeEach
    void look() {
        when(loader.load(anyLong())).thenAnswer(call -> {
            long number = call.getArgument(0);
            seen.add(number);
            during.run();
            return new BackupsPageModel(
                    number,
                    new CatalogModel.Loading(),
                    DataSafety.UNREAD,
                    new ScheduleModel.Loading(),
                    null,
                    RetentionModel.OFF,
                    List.of(),
                    AuditLogModel.EMPTY);
        });
    }

    @Test
    void nothingIsSeenBeforeSomebodyAsked() {
        assertThat(updates.latest()).isSameAs(BackupsPageModel.NONE);
        assertThat(tasks).isEmpty();
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredByOneLook() {
        updates.refresh();
        long last = updates.refresh();

        tasks.remove().run();

        assertThat(tasks).isEmpty();
        assertThat(seen).containsExactly(2L);
        assertThat(updates.latest().number()).isEqualTo(last);
    }

    @Test
    void whoAsksWhileSomebodyLooksIsAnsweredByAnotherLookAfterIt() {
        updates.refresh();
        during = () -> {
            during = () -> {};
            updates.refresh();
        };

        tasks.remove().run();

        assertThat(tasks).as("never two at once").isEmpty();
        assertThat(seen).containsExactly(1L, 2L);
        assertThat(updates.latest().number()).isEqualTo(2);
        updates.refresh();
        assertThat(tasks).as("the next one begins again").hasSize(1);
    }

    @Test
    void afterAFailureTheNextWhoAsksIsAnswered() {
        during = () -> {
            throw new IllegalStateException("of the look");
        };
        updates.refresh();
        assertThatIllegalStateException().isThrownBy(() -> tasks.remove().run());

        during = () -> {};
        long last = updates.refresh();
        tasks.remove().run();

        assertThat(updates.latest().number()).isEqualTo(last);
    }

    /** Otherwise the page would keep showing the state before the change. */
    @Test
    void aChangeDuringTheFirstLoadOfAPageLeadsToAnotherOne() {
        BackupsPageUpdates loadingAtOnce = new BackupsPageUpdates(loader, Runnable::run);
        during = () -> {
            during = () -> {};
            loadingAtOnce.on(new CatalogChanged());
        };
        MockVaadin.setup(new Routes());
        try {
            Span page = new Span();
            loadingAtOnce.subscribe(page, requested::add, () -> {});
            UI.getCurrent().add(page);
        } finally {
            MockVaadin.tearDown();
        }

        assertThat(requested).containsExactly(1L);
        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void aChangeWhileNoPageIsOpenLoadsNothing() {
        updates.on(new CatalogChanged());

        assertThat(tasks).isEmpty();
    }

    @Test
    void oneBackupIsCheckedOnceAtATime() {
        assertThat(updates.beginCheck("a")).isTrue();
        assertThat(updates.beginCheck("a")).isFalse();
        assertThat(updates.beginCheck("b")).isTrue();

        updates.endCheck("a");

        assertThat(updates.checks().progress()).containsOnlyKeys("b");
        assertThat(updates.beginCheck("a")).isTrue();
    }
}
