package bouncer.app.rules;

/**
 * A reference from a class file to a class or a member.
 *
 * @param owner the internal name of the class
 * @param member the name of the field or method; empty for a reference to the class itself
 * @param descriptor the member's descriptor; empty for a class
 * @param line the line, from 1, or 0 if unknown
 */
record Use(String owner, String member, String descriptor, int line) {
    /** Returns a reference to a class. */
    static Use type(String owner, int line) {
        return new Use(owner, "", "", line);
    }

    /** Returns the binary name of the owner, with dots. */
    String ownerName() {
        return owner.replace('/', '.');
    }
}
