package bouncer.checks.specification;

/**
 * A resource that the maker has made, told apart by identity.
 *
 * @param number its number in the order in which resources were made, from 0; below 0 for what the maker never made
 */
public record Resource(int number) implements Comparable<Resource> {
    @Override
    public int compareTo(Resource other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return number < 0 ? "a stranger's resource" : "resource " + (number + 1);
    }
}
