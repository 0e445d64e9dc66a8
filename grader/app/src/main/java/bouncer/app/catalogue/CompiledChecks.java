package bouncer.app.catalogue;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Where the build puts the compiled checks of an exercise, and how they are read. Stateless. */
public final class CompiledChecks {
    private CompiledChecks() {}

    /** The directory of an exercise's compiled checks. */
    public static Path of(Path exercises, String slug) {
        return exercises.resolve(slug).resolve("target/test-classes");
    }

    /**
     * Opens class directories for reading annotations. The signatures of checks name the classes that students write,
     * but nothing of those is needed: an empty class stands in for each of them.
     */
    public static URLClassLoader open(List<Path> directories) {
        try {
            URL[] places = new URL[directories.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = directories.get(i).toUri().toURL();
            }
            return new Loader(places);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Every path is a URL", e);
        }
    }

    private static final class Loader extends URLClassLoader {
        Loader(URL[] places) {
            super(places, CompiledChecks.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                return super.findClass(name);
            } catch (ClassNotFoundException e) {
                if (name.endsWith("Checks")) {
                    throw e;
                }
                ClassWriter empty = new ClassWriter(0);
                empty.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
                byte[] bytes = empty.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
