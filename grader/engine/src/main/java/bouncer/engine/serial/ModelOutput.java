package bouncer.engine.serial;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Takes the place of {@link ObjectOutputStream}: writes models as {@link SerialForm}. */
public class ModelOutput extends ObjectOutputStream {
    public ModelOutput(OutputStream out) throws IOException {
        super(out);
        enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
        return object == null ? null : SerialForm.replace(object);
    }
}
