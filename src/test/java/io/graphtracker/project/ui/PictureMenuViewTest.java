package io.graphtracker.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.graphtracker.project.ProjectSummary;
import io.graphtracker.testing.ShownMessage;
import org.junit.jupiter.api.Test;

/** The graph as a picture: as SVG, as PNG, and on paper. */
class PictureMenuViewTest extends PageTest {

    private void openMenu() {
        click("toolPicture");
        withId(PictureMenu.class, "toolPicture");
    }

    @Test
    void allPicturesAreOffered() {
        ProjectSummary project = projects.create("Move house");
        task(project, "Pack");
        open(project);
        openMenu();
        canvasCalls();

        click("pictureSvg");
        assertThat(canvasCalls()).contains("exportSvg");
        click("picturePng");
        assertThat(canvasCalls()).contains("screenshot");
        click("picturePrint");
        assertThat(canvasCalls()).contains("print");
    }

    @Test
    void anEmptyGraphIsNoPicture() {
        open(projects.create("Empty"));
        openMenu();
        canvasCalls();

        click("picturePrint");

        assertThat(canvasCalls()).doesNotContain("print");
        assertThat(ShownMessage.only().text()).isEqualTo("There is nothing to take a picture of yet.");
        assertThat(withId(Button.class, "toolPicture").getAriaLabel()).contains("Save or print the graph");
    }
}
