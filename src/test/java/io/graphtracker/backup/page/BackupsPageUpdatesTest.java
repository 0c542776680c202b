package io.graphtracker.backup.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupsPageUpdatesTest {

    private final BackupsPageLoader lookout = mock(BackupsPageLoader.class);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Long> seen = new ArrayList<>();
    private final BackupsPageUpdates activity = new BackupsPageUpdates(lookout, tasks::add);
    private Runnable during = () -> {};

    @BeforeEach
    void look() {
        when(lookout.look(anyLong())).thenAnswer(call -> {
            long number = call.getArgument(0);
            seen.add(number);
            during.run();
            return new BackupsPageModel(number, new FolderModel.Loading(), null, List.of(), AuditLogModel.EMPTY);
        });
    }

    @Test
    void nothingIsSeenBeforeSomebodyAsked() {
        assertThat(activity.latest()).isSameAs(BackupsPageModel.NONE);
        assertThat(tasks).isEmpty();
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredByOneLook() {
        activity.look();
        long last = activity.look();

        tasks.remove().run();

        assertThat(tasks).isEmpty();
        assertThat(seen).containsExactly(2L);
        assertThat(activity.latest().number()).isEqualTo(last);
    }

    @Test
    void whoAsksWhileSomebodyLooksIsAnsweredByAnotherLookAfterIt() {
        activity.look();
        during = () -> {
            during = () -> {};
            activity.look();
        };

        tasks.remove().run();

        assertThat(tasks).as("never two at once").isEmpty();
        assertThat(seen).containsExactly(1L, 2L);
        assertThat(activity.latest().number()).isEqualTo(2);
        activity.look();
        assertThat(tasks).as("the next one begins again").hasSize(1);
    }

    @Test
    void afterAFailureTheNextWhoAsksIsAnswered() {
        during = () -> {
            throw new IllegalStateException("of the look");
        };
        activity.look();
        assertThatIllegalStateException().isThrownBy(() -> tasks.remove().run());

        during = () -> {};
        long last = activity.look();
        tasks.remove().run();

        assertThat(activity.latest().number()).isEqualTo(last);
    }

    @Test
    void oneBackupIsCheckedOnceAtATime() {
        assertThat(activity.beginCheck("a")).isTrue();
        assertThat(activity.beginCheck("a")).isFalse();
        assertThat(activity.beginCheck("b")).isTrue();

        activity.endCheck("a");

        assertThat(activity.checks().progress()).containsOnlyKeys("b");
        assertThat(activity.beginCheck("a")).isTrue();
    }
}
