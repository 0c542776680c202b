package io.graphtracker.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People see one word for one thing: restored, verified, undamaged, no longer, unknown. */
class GlossaryTest {

    private static final Pattern OTHER_WORDS = Pattern.compile(
            "(?i)\\b(br(ing|ings|ought|inging)( \\w+)? back|sound|any ?more|not known|proven|whoever|(not |un)foreseen|holds"
                    + "|is running since|this is no \\w+ but|all is as it was|under way|made no backup|what was done"
                    + "|nothing here)\\b|[\\d}] %");

    @Test
    void noTextHasAnotherWordForTheSame() {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.ROOT);

        assertThat(bundle.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).doesNotContainPattern(OTHER_WORDS));
    }
}
