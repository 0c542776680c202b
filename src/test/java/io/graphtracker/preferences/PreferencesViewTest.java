package io.graphtracker.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.user.CurrentUser;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

class PreferencesViewTest extends ProjectPageTest {

    private static final String KEY = "test.key";

    @Autowired
    private UiPreferenceRepository repository;

    @Autowired
    private Preferences bean;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcTemplate jdbc;

    private final StubUser user = new StubUser();
    private Preferences preferences;

    @BeforeEach
    void startEmpty() {
        preferences = new Preferences(repository, user);
    }

    @AfterEach
    void forget() {
        jdbc.update("delete from ui_preference where preference_key = ?", KEY);
        bean.removeAll(List.of(KEY, "other"));
    }

    @Test
    void whatWasPutIsFound() {
        assertThat(preferences.find(KEY)).isEmpty();

        preferences.put(KEY, "a");
        assertThat(preferences.find(KEY)).contains("a");

        preferences.put(KEY, "b");
        assertThat(preferences.find(KEY)).contains("b");
        assertThat(rows()).containsExactly("ann b");
    }

    @Test
    void whatWasRemovedIsGone() {
        preferences.put(KEY, "a");
        preferences.remove(KEY);

        assertThat(preferences.find(KEY)).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void removingWhatIsNotThereIsNoError() {
        assertThatCode(() -> preferences.remove(KEY)).doesNotThrowAnyException();
    }

    @Test
    void aSignalBeginsWithWhatIsStoredAndFollowsEveryChange() {
        preferences.put(KEY, "stored");
        Signal<String> signal = new Preferences(repository, user).signal(KEY, "default");
        assertThat(signal.peek()).isEqualTo("stored");

        Signal<String> followed = preferences.signal(KEY, "default");
        preferences.put(KEY, "changed");
        assertThat(followed.peek()).isEqualTo("changed");
        preferences.remove(KEY);
        assertThat(followed.peek()).isEqualTo("default");
    }

    @Test
    void eachPlaceHasItsOwnDefault() {
        assertThat(preferences.signal(KEY, "one").peek()).isEqualTo("one");
        assertThat(preferences.signal(KEY, "two").peek()).isEqualTo("two");
    }

    @Test
    void aPageShowsAChangeMadeOnAnotherThread() {
        Span shown = new Span();
        shown.bindText(preferences.signal(KEY, "default"));
        UI.getCurrent().add(shown);
        assertThat(shown.getText()).isEqualTo("default");

        CompletableFuture.runAsync(() -> preferences.put(KEY, "changed")).join();
        settle();

        assertThat(shown.getText()).isEqualTo("changed");
    }

    /** As after a restore: the application's own bean receives the event. */
    @Test
    void whenTheDatabaseIsReplacedSignalsShowWhatItContainsNow() {
        Signal<String> changed = bean.signal(KEY, "default");
        Signal<String> gone = bean.signal("other", "default");
        bean.put(KEY, "before");
        bean.put("other", "before");

        jdbc.update("update ui_preference set preference_value = 'now' where preference_key = ?", KEY);
        jdbc.update("delete from ui_preference where preference_key = 'other'");
        assertThat(changed.peek()).isEqualTo("before");
        events.publishEvent(new DatabaseReplaced());

        assertThat(changed.peek()).isEqualTo("now");
        assertThat(gone.peek()).isEqualTo("default");
    }

    @Test
    void aFlagIsStoredAsOneOrZeroAndFollowed() {
        Flag on = preferences.flag(KEY, true);
        Flag off = preferences.flag(KEY, false);
        Signal<Boolean> followed = on.signal();
        assertThat(on.isOn()).isTrue();
        assertThat(off.isOn()).isFalse();
        assertThat(followed.peek()).isTrue();

        on.set(false);
        assertThat(rows()).containsExactly("ann 0");
        assertThat(on.isOn()).isFalse();
        assertThat(followed.peek()).isFalse();

        off.set(true);
        assertThat(rows()).containsExactly("ann 1");
        assertThat(off.isOn()).isTrue();
        assertThat(followed.peek()).isTrue();
    }

    @Test
    void aFlagOfAnUnknownValueIsOff() {
        preferences.put(KEY, "yes");

        assertThat(preferences.flag(KEY, true).isOn()).isFalse();
        assertThat(preferences.flag(KEY, true).signal().peek()).isFalse();
    }

    @Test
    void oneUserSeesNothingOfAnother() {
        Signal<String> anns = preferences.signal(KEY, "default");
        preferences.put(KEY, "for ann");

        user.name = "bob";
        Signal<String> bobs = preferences.signal(KEY, "default");
        assertThat(preferences.find(KEY)).isEmpty();
        assertThat(bobs.peek()).isEqualTo("default");
        preferences.put(KEY, "for bob");

        assertThat(anns.peek()).isEqualTo("for ann");
        assertThat(bobs.peek()).isEqualTo("for bob");
        assertThat(rows()).containsExactly("ann for ann", "bob for bob");
        preferences.remove(KEY);
        assertThat(rows()).containsExactly("ann for ann");
    }

    @Test
    void withoutSignInThereIsTheLocalUser() {
        assertThat(new CurrentUser().name()).isEqualTo("local");
    }

    /** Two open pages of one user. */
    @Test
    void afterPutsAtTheSameTimePagesShowWhatIsStored() {
        Signal<String> shown = preferences.signal(KEY, "default");
        try (ExecutorService pages = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 60; round++) {
                putAtTheSameTime(pages, round);

                // on a thread without a session, whose reads would all be of one moment
                assertThat(CompletableFuture.supplyAsync(shown::peek, pages).join())
                        .isEqualTo(preferences.find(KEY).orElseThrow());
            }
        }
    }

    private void putAtTheSameTime(ExecutorService pages, int round) {
        CompletableFuture<?>[] puts = IntStream.range(0, 8)
                .mapToObj(page -> CompletableFuture.runAsync(
                        () -> preferences.put(KEY, "round " + round + " page " + page), pages))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(puts).join();
    }

    private List<String> rows() {
        return jdbc.queryForList(
                "select user_name || ' ' || preference_value from ui_preference where preference_key = ?"
                        + " order by user_name",
                String.class,
                KEY);
    }

    private static final class StubUser extends CurrentUser {

        private String name = "ann";

        @Override
        public String name() {
            return name;
        }
    }
}
