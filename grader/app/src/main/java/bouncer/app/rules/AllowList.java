package bouncer.app.rules;

import bouncer.app.files.Resources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parts of the JDK that a submission may use, read from {@code jdk.allow}. Immutable. */
final class AllowList {
    /** Classes that javac's own output refers to. The rules allow their use in generated code only. */
    private static final List<String> LINKAGE = List.of(
            "java.lang.invoke.CallSite",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.invoke.TypeDescriptor",
            "java.lang.invoke.VarHandle",
            "java.lang.runtime.ObjectMethods");

    private final Set<String> packages = new HashSet<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private AllowList() {}

    /**
     * The line of a class.
     *
     * @param only true if only the named members are allowed, false if all except them are
     * @param members names of members; a descriptor after the name restricts it to one overload
     */
    private record Entry(boolean only, Set<String> members) {
        boolean allows(String name, String descriptor) {
            return only == (members.contains(name) || members.contains(name + descriptor));
        }
    }

    /**
     * Reads the allow list.
     *
     * @param groups the groups that apply to an exercise besides {@code base}
     */
    static AllowList load(Collection<String> groups) {
        AllowList list = new AllowList();
        Set<String> wanted = new HashSet<>(groups);
        wanted.add("base");
        boolean taken = false;
        for (String line : lines("jdk.allow")) {
            if (line.startsWith("[")) {
                taken = wanted.contains(line.substring(1, line.indexOf(']')));
            } else if (taken) {
                list.add(List.of(line.split("\\s+")));
            }
        }
        return list;
    }

    /** Returns the lines of a resource, without comments and blank lines. */
    static List<String> lines(String resource) {
        return Resources.text(AllowList.class, resource)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void add(List<String> words) {
        String name = words.get(0);
        if (name.endsWith(".*")) {
            packages.add(name.substring(0, name.length() - 2));
            return;
        }
        boolean only = words.size() > 1 && words.get(1).equals("+");
        Set<String> members = words.size() > 2 ? Set.copyOf(words.subList(2, words.size())) : Set.of();
        entries.computeIfAbsent(name, key -> new ArrayList<>()).add(new Entry(only, members));
    }

    /** Returns true if a class may be named. A nested class follows its outer class. */
    boolean allowsType(String className) {
        return packages.contains(packageOf(className)) || entryName(className) != null;
    }

    /** Returns true if the line of a class allows a member. */
    boolean allowsMember(String className, String member, String descriptor) {
        String name = entryName(className);
        return packages.contains(packageOf(className))
                || (name != null
                        && entries.getOrDefault(name, List.of()).stream()
                                .anyMatch(entry -> entry.allows(member, descriptor)));
    }

    private @org.jspecify.annotations.Nullable String entryName(String className) {
        String name = className;
        while (!entries.containsKey(name)) {
            int outer = name.lastIndexOf('$');
            if (outer < 0) {
                return null;
            }
            name = name.substring(0, outer);
        }
        return name;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /**
     * Returns the names that a worker's class loader lets a submission link against: classes, and packages followed by
     * {@code .*}.
     */
    List<String> visible() {
        Set<String> names = new TreeSet<>(LINKAGE);
        names.addAll(entries.keySet());
        packages.forEach(name -> names.add(name + ".*"));
        return List.copyOf(names);
    }
}
