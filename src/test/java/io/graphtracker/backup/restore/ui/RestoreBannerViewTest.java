package io.graphtracker.backup.restore.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The banner of the pages that did not start the restore. */
class RestoreBannerViewTest extends RestorePageTest {

    private static final String RUNNING =
            "A restore is running. Please wait: what you type now may have to be typed again.";

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void withoutARestoreThereIsNoBanner() {
        assertThat(isShown("restoreBanner")).isTrue();
        assertThat(isShown("restoreBannerText")).isFalse();
    }

    @Test
    void anotherPageIsToldAndAskedWhetherItCanReload() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            restoreHere(() -> {
                assertThat(isShown("restoreBannerText")).as("on this page").isFalse();
                other.run(() -> {
                    settleBesideHeldBackup();
                    assertThat(text("restoreBannerText")).isEqualTo(RUNNING);
                    assertThat(spoken()).isEqualTo(RUNNING);
                });
            });

            assertThat(text("restoreDone")).as("on this page").isNotBlank();
            assertThat(isShown("restoreBannerText")).as("on this page").isFalse();
            other.run(() -> {
                List<PendingJavaScriptInvocation> asked = scripts("reloadUnlessTyping");
                assertThat(asked).hasSize(1);
                assertThat(text("restoreBannerText")).isEqualTo(RUNNING);

                asked.getFirst().complete(BooleanNode.TRUE);
                settle();
                assertThat(text("restoreBannerText"))
                        .matches("Your projects were replaced by those of .*\\. What you were typing here "
                                + "was not saved: copy it if you need it, then reload\\.");
                assertThat(roleOfText()).isEqualTo("alert");
                assertReloads("btnReloadPage");
            });
        }
    }

    @Test
    void aPageThatReloadsItselfSaysNothingMore() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            restoreHere(() -> {});

            other.run(() -> {
                scripts("reloadUnlessTyping").getFirst().complete(BooleanNode.FALSE);
                assertThat(isShown("btnReloadPage")).isFalse();
            });
        }
    }

    @Test
    void aPageThatIsOpenedMeanwhileIsToldToo() {
        try (OtherBrowser other = otherBrowser()) {
            restoreHere(() -> other.run(() -> {
                openProjectBesideHeldBackup();
                assertThat(text("restoreBannerText")).isEqualTo(RUNNING);
            }));

            other.run(() -> {
                assertThat(scripts("reloadUnlessTyping")).hasSize(1);
            });
        }
    }

    @Test
    void aPageThatIsOpenedAfterwardsIsNotToldOfThePast() {
        restoreHere(() -> {});
        try (OtherBrowser other = otherBrowser()) {
            other.run(() -> {
                openProject();
                assertThat(isShown("restoreBannerText")).isFalse();
                assertThat(scripts("reloadUnlessTyping")).isEmpty();
            });
        }
    }

    @Test
    void afterAFailureItSaysThatAllIsAsBeforeUntilItIsClosed() {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            restoreHere(this::damage, RestoreStep.STAGING);

            other.run(() -> {
                assertThat(scripts("reloadUnlessTyping")).isEmpty();
                settle();
                assertThat(text("restoreBannerText")).isEqualTo("The restore failed. Nothing was changed.");
                assertThat(spoken()).isEqualTo("The restore failed. Nothing was changed.");
                click("btnCloseRestoreBanner");
                assertThat(isShown("restoreBannerText")).isFalse();
            });
            assertThat(isShown("restoreBannerText")).as("on this page").isFalse();
        }
    }

    @Test
    void whatIsNotAsBeforeIsToldAsItIs() {
        events.publishEvent(new RestoreEvent.Started(
                restores.preview(new RestoreRequest.OfBackup(backupName())).source(), false, Origin.NONE));
        settle();
        assertThat(text("restoreBannerText")).isEqualTo(RUNNING);
        events.publishEvent(new RestoreEvent.Failed(
                backupName(), false, BackupException.of(ProblemKind.RESTORE_STUCK, Path.of("/srv/aside"))));
        settle();

        assertThat(text("restoreBannerText"))
                .contains("the former database could not be put back yet")
                .contains("Restart Graph Tracker");
    }

    /** The content of the page is outdated, whatever happens to a later restore. */
    @Test
    void aFailureAfterARestoreDoesNotMakeTheReplacedProjectsForgotten() throws IOException {
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openProject);
            restores.restore(restores.preview(new RestoreRequest.OfBackup(backupName())), "local");
            other.run(() -> {
                scripts("reloadUnlessTyping").getFirst().complete(BooleanNode.TRUE);
                assertThat(isShown("btnReloadPage")).isTrue();
            });
            restoreHere(this::damage, RestoreStep.STAGING);

            other.run(() -> {
                scripts("reloadUnlessTyping").getFirst().complete(BooleanNode.TRUE);
                assertThat(text("restoreBannerText")).startsWith("Your projects were replaced");
            });
        }
    }

    @Test
    void afterAPageHasReloadedItselfItSaysWhy() {
        restoreHere(() -> {});
        newSession();
        openProject();

        fireReloaded();
        settle();

        assertThat(ShownMessage.only().text()).startsWith("Your projects are now those of ");
    }

    private static void fireReloaded() {
        Element element = byId(RestoreBanner.class, "restoreBanner").getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "reloaded", JsonNodeFactory.instance.objectNode()));
    }

    private static String roleOfText() {
        return byId(Paragraph.class, "restoreBannerText").getElement().getAttribute("role");
    }

    private void restoreHere(Runnable meanwhile) {
        restoreHere(meanwhile, RestoreStep.MIGRATING);
    }

    private void restoreHere(Runnable meanwhile, RestoreStep step) {
        openDialog();
        try (HeldRestore held = holdAt(step)) {
            confirm();
            held.awaitReached();
            settleBesideHeldBackup();
            meanwhile.run();
        }
        settle();
    }

    private void damage() {
        try {
            Files.write(backup(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
