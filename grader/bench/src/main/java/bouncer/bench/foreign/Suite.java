package bouncer.bench.foreign;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The classes of a directory: its sources, compiled with debug information, its class files and what its jars hold. All
 * of them are instrumented; those of the additional class path are not.
 *
 * @param classes the directory that holds all class files
 * @param libraries jars and directories that the suite needs and that are not part of it
 */
record Suite(Path classes, List<Path> libraries) {

    /** Compiles and copies a directory into another one. */
    static Suite prepare(Path directory, List<Path> libraries, Path classes) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith(".jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(file)) {
                    copyClasses(jar.getPath("/"), classes);
                }
            }
        }
        copyClasses(directory, classes);
        Suite suite = new Suite(classes, libraries);
        List<Path> sources = files.stream()
                .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                .toList();
        if (!sources.isEmpty()) {
            suite.compile(sources);
        }
        return suite;
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file :
                    walk.filter(each -> each.toString().endsWith(".class")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Compiles sources into the suite; one that does not compile is left out with all that need it, and reported. */
    void compile(List<Path> sources) throws IOException {
        List<Path> left = new ArrayList<>(sources);
        while (!left.isEmpty()) {
            TreeSet<Path> faulty = compileOnce(left);
            if (faulty.isEmpty() || !left.removeAll(faulty)) {
                return;
            }
            faulty.forEach(file -> System.err.println("Does not compile, left out: " + file));
        }
    }

    private TreeSet<Path> compileOnce(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        TreeSet<Path> faulty = new TreeSet<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-g", "-nowarn", "-proc:none", "-Xmaxerrs", "10000", "-cp", classPath(), "-d", classes.toString());
            StringWriter output = new StringWriter();
            boolean done = compiler.getTask(
                            output,
                            manager,
                            error -> {
                                if (error.getKind() == javax.tools.Diagnostic.Kind.ERROR && error.getSource() != null) {
                                    faulty.add(Path.of(error.getSource().toUri()));
                                }
                            },
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done && faulty.isEmpty()) {
                throw new IOException("The suite does not compile: " + output);
            }
        }
        return faulty;
    }

    /** Returns the class path by which the suite's classes are found. */
    String classPath() {
        List<String> all = new ArrayList<>(List.of(classes.toString()));
        libraries.forEach(each -> all.add(each.toString()));
        return String.join(java.io.File.pathSeparator, all);
    }

    /** Returns a loader of the suite and its libraries. */
    URLClassLoader loader() {
        return new URLClassLoader(
                Stream.concat(Stream.of(classes), libraries.stream())
                        .map(Suite::url)
                        .toArray(URL[]::new),
                Suite.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the binary names of the suite's classes, in order. */
    List<String> names() throws IOException {
        try (Stream<Path> walk = Files.walk(classes)) {
            return walk.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace(java.io.File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    /** Returns a class of the suite, not initialised; empty if something that it needs is missing. */
    static Optional<Class<?>> load(ClassLoader loader, String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            type.getMethods();
            return Optional.of(type);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
