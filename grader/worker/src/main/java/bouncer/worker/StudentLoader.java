package bouncer.worker;

import bouncer.worker.child.ProcessCalls;
import bouncer.worker.submission.ClassFiles;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Defines a submission's classes. They can link only to JDK classes that the rules allow, and neither to Bouncer nor to
 * its libraries, even if a class file names them. Thread-safe.
 */
final class StudentLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /**
     * The only class of Bouncer that a submission can link to; its methods do the same as the JDK calls they replace.
     */
    private static final String CHILDREN = ProcessCalls.class.getName();

    private final Path classes;
    private final VisibleJdk jdk;
    /** True if the submission may start processes. In most exercises it may not, and its classes stay unchanged. */
    private final boolean startsProcesses;

    StudentLoader(Path classes, VisibleJdk jdk) {
        super(ClassLoader.getPlatformClassLoader());
        this.classes = classes;
        this.jdk = jdk;
        this.startsProcesses = jdk.shows(ProcessBuilder.class.getName());
    }

    /** Returns the directory of the submission's class files. */
    Path classes() {
        return classes;
    }

    private boolean has(String className) {
        return Files.isRegularFile(file(className));
    }

    private Path file(String className) {
        return ClassFiles.in(classes, className);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (has(name)) {
                return define(name);
            }
            if (name.equals(CHILDREN)) {
                return ProcessCalls.class;
            }
            if (jdk.shows(name)) {
                return super.loadClass(name, resolve);
            }
            throw new ClassNotFoundException(name + " is not there for a submission");
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = Files.readAllBytes(file(name));
            if (startsProcesses) {
                bytes = ProcessCallRewriter.led(bytes);
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return null;
    }
}
