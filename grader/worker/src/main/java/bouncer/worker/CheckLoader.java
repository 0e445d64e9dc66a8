package bouncer.worker;

import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;

/**
 * Defines a check class and the helpers in its package, which see both the submission and the judge's API. A fresh one
 * for each check gives it fresh statics, the submission's among them. Thread-safe.
 */
final class CheckLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final StudentLoader students;
    private final ClassFiles files;
    private final String prefix;

    /**
     * Makes a loader for one check.
     *
     * @param checkClass the class of the check, found by this class's own loader
     */
    CheckLoader(StudentLoader students, String checkClass) {
        super(CheckLoader.class.getClassLoader());
        this.students = students;
        this.files = new ClassFiles(students.classes(), getParent());
        this.prefix = checkClass.substring(0, checkClass.lastIndexOf('.') + 1);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                if (files.submissions(name) != null) {
                    return students.loadClass(name);
                }
                URL url = isHelper(name) ? files.judges(name) : null;
                return url == null ? super.loadClass(name, resolve) : define(name, url);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private boolean isHelper(String name) {
        return name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0;
    }

    private boolean isSubmissions(String internalName) {
        try {
            return files.submissions(internalName) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private Class<?> define(String name, URL url) throws IOException {
        byte[] bytes = CallRecordingTransformer.in(ClassFiles.read(url), this::isSubmissions);
        String place = url.toExternalForm();
        URL root = new URL(
                place.substring(0, place.length() - ClassFiles.path(name).length()));
        CodeSource source = new CodeSource(root, (Certificate[]) null);
        return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(source, null, this, null));
    }
}
