package bouncer.app.catalogue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Locates and opens the compiled checks of an exercise. Stateless. */
public final class CompiledChecks {
    private CompiledChecks() {}

    /** Returns the directory of an exercise's compiled checks. */
    public static Path of(Path exercises, String slug) {
        return exercises.resolve(slug).resolve("target/test-classes");
    }

    /**
     * Opens checks for reading annotations. The signatures of checks name the classes that students write; an empty
     * class is substituted for each of them.
     *
     * @param published the directory of an exercise's compiled checks
     * @param hidden the class files of hidden checks, by binary name with slashes
     */
    public static URLClassLoader open(Path published, Map<String, byte[]> hidden) {
        try {
            return new Loader(published.toUri().toURL(), hidden);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A path could not be converted to a URL", e);
        }
    }

    private static final class Loader extends URLClassLoader {
        private static final String SUFFIX = ".class";
        private final Map<String, byte[]> hidden;

        Loader(URL published, Map<String, byte[]> hidden) {
            super(new URL[] {published}, CompiledChecks.class.getClassLoader());
            this.hidden = hidden;
        }

        /** Checks come from here first: where they are on the class path too, the students' classes may not be. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                String path = name.replace('.', '/');
                boolean isOfChecks = hidden.containsKey(path) || findResource(path + SUFFIX) != null;
                return isOfChecks && findLoadedClass(name) == null ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                return super.findClass(name);
            } catch (ClassNotFoundException e) {
                byte[] bytes = hidden.get(name.replace('.', '/'));
                if (bytes == null && name.endsWith("Checks")) {
                    throw e;
                }
                bytes = bytes == null ? empty(name) : bytes;
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            byte[] bytes =
                    name.endsWith(SUFFIX) ? hidden.get(name.substring(0, name.length() - SUFFIX.length())) : null;
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        }

        private static byte[] empty(String name) {
            ClassWriter empty = new ClassWriter(0);
            empty.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
            return empty.toByteArray();
        }
    }
}
