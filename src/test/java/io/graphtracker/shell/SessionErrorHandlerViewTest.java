package io.graphtracker.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.graphtracker.database.GatedDataSource;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.ProjectPageTest;
import io.graphtracker.testing.ShownMessage;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SessionErrorHandlerViewTest extends ProjectPageTest {

    @Autowired
    private GatedDataSource database;

    @Autowired
    private ProjectService projects;

    private static final Pattern ID = Pattern.compile("\\(error ([0-9a-f]{8})\\)");

    @Test
    void anExceptionInAClickListenerBecomesAMessageWithAnId(CapturedOutput log) {
        Button broken = new Button("Broken", click -> {
            throw new IllegalStateException("the inner works");
        });
        UI.getCurrent().add(broken);

        clickLikeFlow(broken);

        assertTold(log);
    }

    @Test
    void anExceptionInWorkForThePageBecomesAMessageWithAnId(CapturedOutput log) {
        UI.getCurrent().access(() -> {
            throw new IllegalStateException("the inner works");
        });
        MockVaadin.runUIQueue(true);
        settle();

        assertTold(log);
    }

    @Test
    void withoutAPageTheLogHasIt(CapturedOutput log) {
        VaadinSession session = VaadinSession.getCurrent();
        UI page = UI.getCurrent();
        UI.setCurrent(null);
        try {
            session.getErrorHandler().error(new ErrorEvent(new IllegalStateException("the inner works")));
        } finally {
            UI.setCurrent(page);
        }
        settle();

        assertThat(log).containsPattern("error id [0-9a-f]{8}").contains("the inner works");
        assertThat(ShownMessage.all()).isEmpty();
    }

    @Test
    void thatTheDatabaseIsClosedForAMomentIsToldInWords(CapturedOutput log) throws Exception {
        Exception closed = database.whileClosed(
                Duration.ofSeconds(10), () -> catchException(() -> projects.create("Garden house")));

        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(closed));
        settle();

        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.WARNING);
        assertThat(message.text()).isEqualTo("The database is being replaced for a moment.");
        assertThat(message.hint()).isEqualTo("Nothing was saved; try again.");
        assertThat(log).doesNotContain("error id");
    }

    @Test
    void aPageThatIsOpenedWhileTheDatabaseIsClosedSaysSo() throws Exception {
        database.whileClosed(Duration.ofSeconds(10), () -> {
            UI.getCurrent().navigate("");
            return true;
        });

        assertThat(_get(H1.class).getText()).isEqualTo("The database is being replaced for a moment.");
        assertThat(_get(Paragraph.class).getText()).isEqualTo("Reload this page in a moment.");
    }

    /** Flow passes exceptions of listeners to the session's error handler; Karibu throws them at the test. */
    private void clickLikeFlow(Button button) {
        try {
            _click(button);
        } catch (IllegalStateException e) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(e));
        }
        settle();
    }

    private static void assertTold(CapturedOutput log) {
        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.ERROR);
        assertThat(message.assertive()).isTrue();
        assertThat(message.stays()).isTrue();
        Matcher id = ID.matcher(message.text());
        assertThat(id.find()).as(message.text()).isTrue();
        assertThat(message.hint()).contains("See the server log for error " + id.group(1));
        assertThat(message.text() + message.hint())
                .doesNotContain("inner works")
                .doesNotContain("IllegalState");
        assertThat(log).contains("error id " + id.group(1)).contains("IllegalStateException: the inner works");
    }
}
