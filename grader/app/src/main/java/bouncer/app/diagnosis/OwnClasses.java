package bouncer.app.diagnosis;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.DiagnosticListener;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a learner's sources in this process, without running them. Stateless. */
public final class OwnClasses {
    private OwnClasses() {}

    /**
     * Compiles sources that the compiler process has accepted before.
     *
     * @param sources text by path below the source root
     * @return class files by path, such as {@code counter/ThreadSafeCounter.class}; empty when they do not compile
     */
    public static SortedMap<String, byte[]> of(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || sources.isEmpty()) {
            return new TreeMap<>();
        }
        SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();
        DiagnosticListener<JavaFileObject> silent = diagnostic -> {};
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(silent, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                String path = name.replace('.', '/') + kind.extension;
                return new SimpleJavaFileObject(URI.create("mem:///" + path), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return written.computeIfAbsent(path, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        List<SimpleJavaFileObject> units = sources.entrySet().stream()
                .map(source -> unit(source.getKey(), source.getValue()))
                .toList();
        List<String> options = List.of("-proc:none", "-g", "-nowarn", "--release", "17", "-cp", "");
        if (!compiler.getTask(null, files, silent, options, null, units).call()) {
            return new TreeMap<>();
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        written.forEach((path, bytes) -> classes.put(path, bytes.toByteArray()));
        return classes;
    }

    private static SimpleJavaFileObject unit(String path, String text) {
        return new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
