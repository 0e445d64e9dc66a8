package bouncer.app.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The files that javac sees: the sources of one request and the platform's classes, nothing on disk. Its output stays
 * in memory. Used by one compilation.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, SourceFile> sources = new TreeMap<>();
    private final Map<String, ClassFile> classes = new TreeMap<>();
    private final List<String> roots;

    MemoryFiles(JavaFileManager platform, Request request) {
        super(platform);
        roots = request.roots();
        request.sources().forEach(source -> sources.put(source.path(), new SourceFile(source.path(), source.text())));
    }

    /** Returns the sources to compile; all of them if the request names none. */
    List<SourceFile> roots() {
        return sources.values().stream()
                .filter(source -> roots.isEmpty() || roots.contains(source.path()))
                .toList();
    }

    /** Returns the compiled class files by binary name with slashes. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> made = new TreeMap<>();
        classes.forEach((name, file) -> made.put(name, file.bytes.toByteArray()));
        return made;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_PATH
                || location == StandardLocation.CLASS_OUTPUT
                || (isPlatform(location) && super.hasLocation(location));
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (isPlatform(location)) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> found = new ArrayList<>();
        if (location == StandardLocation.SOURCE_PATH && kinds.contains(Kind.SOURCE)) {
            sources.values().stream()
                    .filter(source -> source.isIn(packageName, recurse))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof SourceFile source ? source.className() : super.inferBinaryName(location, file);
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, Kind kind)
            throws IOException {
        if (isPlatform(location)) {
            return super.getJavaFileForInput(location, className, kind);
        }
        return kind == Kind.SOURCE && location == StandardLocation.SOURCE_PATH
                ? sources.get(className.replace('.', '/') + ".java")
                : null;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, Kind kind, @Nullable FileObject sibling) {
        return classes.computeIfAbsent(className.replace('.', '/'), ClassFile::new);
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String relativeName) {
        return null;
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.equals(other);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof SourceFile ? location == StandardLocation.SOURCE_PATH : super.contains(location, file);
    }

    private static boolean isPlatform(Location location) {
        return location == StandardLocation.SYSTEM_MODULES
                || location == StandardLocation.PLATFORM_CLASS_PATH
                || (!(location instanceof StandardLocation)
                        && location.getName().startsWith("SYSTEM_MODULES"));
    }

    /** A source in memory. */
    static final class SourceFile extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        SourceFile(String path, String text) {
            super(URI.create("source:///" + path.replaceAll("[^\\w./$-]", "_")), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        /** Returns the path below the source root. */
        String path() {
            return path;
        }

        /** Returns the name of the class that the path stands for. */
        String className() {
            return path.substring(0, path.length() - ".java".length()).replace('/', '.');
        }

        /** Returns true if the source is in a package, or in one below it if the search is recursive. */
        boolean isIn(String packageName, boolean recurse) {
            String own = path.contains("/")
                    ? path.substring(0, path.lastIndexOf('/')).replace('/', '.')
                    : "";
            return own.equals(packageName) || (recurse && (packageName.isEmpty() || own.startsWith(packageName + ".")));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE
                    && (path.equals(simpleName + ".java") || path.endsWith("/" + simpleName + ".java"));
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("class:///" + name.replaceAll("[^\\w./$-]", "_") + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }
    }
}
