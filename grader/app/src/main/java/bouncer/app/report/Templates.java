package bouncer.app.report;

import bouncer.app.files.Resources;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Compiles the templates of pages. Stateless. */
public final class Templates {
    private Templates() {}

    /** Compiles an HTML template beside a class; values are escaped except in triple braces. */
    public static Template html(Class<?> beside, String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(Resources.text(beside, name));
    }
}
