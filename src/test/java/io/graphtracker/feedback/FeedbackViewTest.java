package io.graphtracker.feedback;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FeedbackViewTest extends ProjectPageTest {

    @Autowired
    private ObjectProvider<Feedback> ofThisPage;

    private Feedback feedback;

    @BeforeEach
    void findFeedback() {
        feedback = ofThisPage.getObject();
    }

    @Test
    void theStatusRegionIsThereAndEmptyFromTheStart() {
        StatusRegion region = _get(StatusRegion.class);

        assertThat(region.getElement().getAttribute("role")).isEqualTo("status");
        assertThat(region.getText()).isEmpty();
        assertThat(ShownMessage.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SUCCESS", "INFORMATION"})
    void whatIsNoProblemIsSpokenPolitelyAndGoesByItself(Kind kind) {
        show(new Message(kind, "It is done.", "All of it."));

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.text()).isEqualTo("It is done.");
        assertThat(message.hint()).isEqualTo("All of it.");
        assertThat(message.assertive()).isFalse();
        assertThat(message.durationMillis()).isGreaterThanOrEqualTo(6_000);
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("It is done. All of it.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"SUCCESS", "INFORMATION"})
    void aProblemIsSpokenAtOnceByItsCardAloneAndStays(Kind kind) {
        show(new Message(kind, "It failed.", ""));

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.assertive()).isTrue();
        assertThat(message.stays()).isTrue();
        assertThat(ShownMessage.spokenPolitely()).isEmpty();
    }

    @Test
    void thereIsNeverMoreThanOneCard() {
        show(Message.warning("It failed.", ""));
        show(Message.warning("Something else failed.", ""));
        assertThat(ShownMessage.only().text()).isEqualTo("Something else failed.");

        show(Message.success("Done", ""));
        assertThat(ShownMessage.only().text()).isEqualTo("Done");

        close();
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void aSuccessRemovesTheProblemBeforeIt() {
        show(Message.error("No backup", "").about("backup"));
        show(Message.success("Deleted", ""));
        show(Message.success("Backup saved", "").about("backup"));

        assertThat(ShownMessage.only().text()).isEqualTo("Backup saved");
        close();
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void aProblemThatAMessageAboutSomethingElseCoversIsShownAgainInSilence() {
        show(Message.error("No backup", "").about("backup"));
        show(Message.success("Deleted", ""));
        show(Message.information("Undone"));
        assertThat(ShownMessage.only().text()).isEqualTo("Undone");

        close();

        assertThat(ShownMessage.only().text()).isEqualTo("No backup");
        assertThat(ShownMessage.only().stays()).isTrue();
        assertThat(ShownMessage.only().assertive()).isFalse();
        close();
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void aProblemInWhichSomethingCanBeDoneStaysWhileSomethingElseWorks() {
        feedback.show(Message.warning("No folder is set.", "").about("backup"), close -> new Span("Folder"));
        MockVaadin.clientRoundtrip(false);

        show(Message.success("Path copied.", ""));
        assertThat(ShownMessage.only().text()).isEqualTo("No folder is set.");

        show(Message.success("Backup saved.", "").about("backup"));
        assertThat(ShownMessage.only().text()).isEqualTo("Backup saved.");
    }

    @Test
    void noneFollowsToAnotherPage() {
        show(Message.error("No backup", "").about("backup"));
        show(Message.success("Deleted", ""));

        UI.getCurrent().navigate("help");
        settle();

        assertThat(ShownMessage.all()).isEmpty();
        assertThat(ShownMessage.spokenPolitely()).isEmpty();
    }

    @Test
    void whatIsSaidOfTheNextPageIsShownThere() {
        feedback.show(Message.success("Created", ""));
        UI.getCurrent().navigate("help");
        settle();

        assertThat(ShownMessage.only().text()).isEqualTo("Created");
    }

    private void close() {
        _click(ShownMessage.only().close());
        settle();
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageCanBeClosedByAButtonWithAName(Kind kind) {
        show(new Message(kind, "Text", ""));
        ShownMessage message = ShownMessage.only();
        assertThat(message.close().getAriaLabel()).contains("Close message");

        _click(message.close());
        settle();

        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void theSameTextTwiceIsAChangeOfTheRegionEachTime() {
        show(Message.success("Saved.", ""));
        String first = ShownMessage.spokenPolitely();
        show(Message.success("Saved.", ""));
        String second = ShownMessage.spokenPolitely();
        show(Message.success("Saved.", ""));
        String third = ShownMessage.spokenPolitely();

        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
        assertThat(List.of(first, second, third))
                .allSatisfy(spoken -> assertThat(spoken.replace('\u00a0', ' ')).isEqualToIgnoringWhitespace("Saved."));
    }

    @Test
    void itMayBeUsedFromAnyThread() {
        CompletableFuture.runAsync(() -> feedback.show(Message.warning("From afar", "")))
                .join();
        settle();

        assertThat(ShownMessage.only().text()).isEqualTo("From afar");
    }

    @Test
    void itTellsItsOwnPageAlone() {
        Feedback first = feedback;
        newSession();
        openProject();

        first.show(Message.warning("For another page", ""));
        settle();

        assertThat(ShownMessage.all()).isEmpty();
        assertThat(ofThisPage.getObject()).isNotSameAs(first);
    }

    @Test
    void aPageThatIsGoneIsNoError() {
        newSession();

        assertThatCode(() -> CompletableFuture.runAsync(() -> feedback.show(Message.success("Too late", "")))
                        .join())
                .doesNotThrowAnyException();
    }

    @Test
    void aPageThatGoesWhileAMessageIsOnItsWayIsNoError(CapturedOutput log) {
        feedback.show(Message.success("Almost too late", ""));
        VaadinSession session = VaadinSession.getCurrent();
        MockVaadin.INSTANCE.closeCurrentUI(true);

        MockVaadin.runUIQueue(true, session);

        assertThat(log).doesNotContain("Unexpected error").doesNotContain("UIDetachedException");
    }

    private void show(Message message) {
        feedback.show(message);
        settle();
    }
}
