package bouncer.app.rules;

/**
 * Something that a class file refers to.
 *
 * @param owner internal name of the class
 * @param member name of the field or method; empty when the class itself is named
 * @param descriptor the member's; empty for a class
 * @param line 1-based; 0 when only the file is known
 */
record Use(String owner, String member, String descriptor, int line) {
    static Use type(String owner, int line) {
        return new Use(owner, "", "", line);
    }

    String ownerName() {
        return owner.replace('/', '.');
    }
}
