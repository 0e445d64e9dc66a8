package bouncer.worker;

import bouncer.worker.submission.ClassFiles;
import java.io.IOException;

/**
 * Defines a check class and the helper classes in its package, which can use both the submission and the check API.
 * Each check gets a new loader, and so new static fields, also of the submission. Thread-safe.
 */
final class CheckLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final StudentLoader students;
    private final ClassFiles files;
    private final String prefix;

    /**
     * Creates a loader for one check.
     *
     * @param files finds the classes of the checks and of the submission
     * @param checkClass the class of the check
     */
    CheckLoader(StudentLoader students, ClassFiles files, String checkClass) {
        super(CheckLoader.class.getClassLoader());
        this.students = students;
        this.files = files;
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
                byte[] classFile = isHelper(name) ? files.judges(name) : null;
                return classFile == null ? super.loadClass(name, resolve) : define(name, classFile);
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

    private Class<?> define(String name, byte[] classFile) {
        byte[] bytes = CallRecordingTransformer.in(classFile, this::isSubmissions);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
