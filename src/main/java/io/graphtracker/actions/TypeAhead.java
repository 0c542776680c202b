package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.graphtracker.texts.Texts;

/**
 * Keeps what is typed right after a command that asks for text, for example for the title of a new task, until the field
 * for it is there: neither is any of it lost, nor does it act as shortcuts. It stands once on a page, outside what has
 * shortcuts of single keys.
 */
@Tag("type-ahead")
@JsModule("context://app/type-ahead.nocache.js")
public final class TypeAhead extends Component {

    private static final String ON_CLICK = "data-asks-text";
    private static final String ON_ENTER = "data-enter-asks-text";
    private static final String KEYS = "data-text-keys";

    public TypeAhead(Texts texts) {
        getElement().setAttribute("label", texts.get("type-ahead.name"));
    }

    /** Says that a click on a component asks for text. */
    public static void askOnClick(HasElement component) {
        component.getElement().setAttribute(ON_CLICK, "");
    }

    /** Says that Enter in a field asks for text in another one, or in the same again. */
    public static void askOnEnter(HasElement field) {
        field.getElement().setAttribute(ON_ENTER, "");
    }

    /** Says that single keys ask for text while the focus is in a part of the page. */
    static void askOnKeys(HasElement part, Iterable<String> keys) {
        part.getElement().setAttribute(KEYS, String.join(" ", keys));
    }

    /**
     * Puts the focus into a field that was asked for, and what was typed since in place of what is in it; without that,
     * selects what is in it.
     */
    public static void focus(HasElement field) {
        // a tab that has just been selected can be focused in the next frame only
        field.getElement().executeJs("""
                        requestAnimationFrame(() => setTimeout(() => {
                          const awaited = new CustomEvent('text-awaited', {bubbles: true, cancelable: true});
                          if (this.dispatchEvent(awaited)) {
                            this.focus();
                            this.inputElement?.select();
                          }
                        }));
                        """);
    }
}
