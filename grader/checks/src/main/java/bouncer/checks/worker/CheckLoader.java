package bouncer.checks.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Defines a check class and the helpers in its package, which see both the submission and the judge's API. A fresh one
 * for each check gives it fresh statics, the submission's among them. Thread-safe.
 */
final class CheckLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final StudentLoader students;
    private final String checkClass;
    private final String prefix;

    /**
     * Makes a loader for one check.
     *
     * @param checkClass the class of the check, found by this class's own loader
     */
    CheckLoader(StudentLoader students, String checkClass) {
        super(CheckLoader.class.getClassLoader());
        this.students = students;
        this.checkClass = checkClass;
        this.prefix = checkClass.substring(0, checkClass.lastIndexOf('.') + 1);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            // The check itself comes first: no class of a submission may take its place.
            boolean isCheck = name.equals(checkClass) || name.startsWith(checkClass + "$");
            if (!isCheck && students.has(name)) {
                return students.loadClass(name);
            }
            if (isCheck || (name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0)) {
                Class<?> defined = define(name);
                if (defined != null) {
                    return defined;
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    private @Nullable Class<?> define(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        URL url = getParent().getResource(path);
        if (url == null) {
            return null;
        }
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                byte[] bytes = in.readAllBytes();
                String place = url.toExternalForm();
                URL root = new URL(place.substring(0, place.length() - path.length()));
                CodeSource source = new CodeSource(root, (Certificate[]) null);
                return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(source, null, this, null));
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
