package bouncer.app.author.mutation;

import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Checks with javac, in this process, whether a mutant compiles; its source is trusted. Stateless. */
final class Compiles {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager NOWHERE =
            new ForwardingJavaFileManager<>(JAVAC.getStandardFileManager(null, null, null)) {
                @Override
                public JavaFileObject getJavaFileForOutput(
                        Location location, String name, Kind kind, FileObject sibling) {
                    return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                        @Override
                        public OutputStream openOutputStream() {
                            return OutputStream.nullOutputStream();
                        }
                    };
                }
            };

    private Compiles() {}

    static synchronized boolean with(Map<String, String> sources, Mutant mutant) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new Text(path, path.equals(mutant.file()) ? mutant.after() : text)));
        return JAVAC.getTask(
                        null,
                        NOWHERE,
                        diagnostic -> {},
                        List.of("-proc:none", "-implicit:none", "-nowarn"),
                        null,
                        files)
                .call();
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
